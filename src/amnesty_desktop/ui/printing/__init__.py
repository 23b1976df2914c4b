# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters on paper without Word: pages laid out, looked at, printed, or kept as PDF."""
