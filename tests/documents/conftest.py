# SPDX-License-Identifier: GPL-3.0-or-later
"""Which tests of documents can be done here: laying pages out takes LibreOffice, which .ci/run always has."""

import os
import shutil

CAN_LAY_OUT = bool(shutil.which("soffice") and shutil.which("pdftotext"))

# Where the checks are the last word they may not be left out; elsewhere they need programs not everybody has.
collect_ignore = [] if CAN_LAY_OUT or os.environ.get("CI") else ["test_pages.py"]
