# SPDX-License-Identifier: GPL-3.0-or-later
"""The first lines the packaged program runs."""

import sys

from amnesty_desktop.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
