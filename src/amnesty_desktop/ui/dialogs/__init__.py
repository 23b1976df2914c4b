# SPDX-License-Identifier: GPL-3.0-or-later
"""Dialogs: for deciding, never for editing a record."""
