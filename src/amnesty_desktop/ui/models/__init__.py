# SPDX-License-Identifier: GPL-3.0-or-later
"""Table models over keys and pages of rows, and how a row is painted."""
