# SPDX-License-Identifier: GPL-3.0-or-later
"""The people at risk, across all cases."""
