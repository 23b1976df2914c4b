# SPDX-License-Identifier: GPL-3.0-or-later
"""Widgets that know how things look and are worked, and nothing of cases."""
