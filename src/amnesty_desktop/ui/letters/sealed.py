# SPDX-License-Identifier: GPL-3.0-or-later
"""What was posted, for reading: the letter as its seal keeps it."""

from ...edits.taking_back import posted as posted
