# SPDX-License-Identifier: GPL-3.0-or-later
"""The letters: the list, the writing desk with its page, the check, sending and replies."""
