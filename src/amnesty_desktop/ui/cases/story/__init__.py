# SPDX-License-Identifier: GPL-3.0-or-later
"""The story of a case: who sees to it, what comes next, and all that has happened on one line of time."""
