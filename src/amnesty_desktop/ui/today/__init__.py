# SPDX-License-Identifier: GPL-3.0-or-later
"""Today: what is due, each line one click from the thing itself and one from what to do about it."""
