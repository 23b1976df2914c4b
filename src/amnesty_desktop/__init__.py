# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk of an Amnesty local group: cases, letters and outcomes in one file."""

__version__ = "0.1.0"
