# SPDX-License-Identifier: GPL-3.0-or-later
"""Spreadsheets of cases and of addresses, looked through before anything comes into the file."""
