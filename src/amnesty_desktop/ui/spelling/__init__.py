# SPDX-License-Identifier: GPL-3.0-or-later
"""The spell check: dictionaries of this computer, and the marks on the paper."""
