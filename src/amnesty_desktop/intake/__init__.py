# SPDX-License-Identifier: GPL-3.0-or-later
"""From files that came from outside to text with structure."""
