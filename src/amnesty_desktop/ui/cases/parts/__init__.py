# SPDX-License-Identifier: GPL-3.0-or-later
"""The lists within a case: its goals, what to mind, its sheets; each line changed in place."""
