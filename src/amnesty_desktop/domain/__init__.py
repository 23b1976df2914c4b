# SPDX-License-Identifier: GPL-3.0-or-later
"""What a group knows and the rules it works by: frozen values and pure functions."""
