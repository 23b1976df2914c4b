# SPDX-License-Identifier: GPL-3.0-or-later
"""The cases: their list, one case with its tabs, and a new one."""
