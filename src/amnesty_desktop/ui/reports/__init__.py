# SPDX-License-Identifier: GPL-3.0-or-later
"""The Reports view: choose what to report and of which time, look at its pages, and take them to Word."""
