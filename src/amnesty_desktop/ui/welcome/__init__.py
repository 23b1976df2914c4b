# SPDX-License-Identifier: GPL-3.0-or-later
"""The first page, and what leads from it to a file of one's own."""
