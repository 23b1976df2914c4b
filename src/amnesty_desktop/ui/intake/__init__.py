# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets on their way into the file: read, looked over, and added."""
