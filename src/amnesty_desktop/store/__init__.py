# SPDX-License-Identifier: GPL-3.0-or-later
"""The case file on disk: the only room that speaks SQL."""
