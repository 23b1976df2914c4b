# SPDX-License-Identifier: GPL-3.0-or-later
"""What was entered twice: finding it, comparing it, making one of it."""
