# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything a user can do that changes data, one named function each."""
