# SPDX-License-Identifier: GPL-3.0-or-later
"""A problem with something typed: which field, what is wrong, and the way out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence beside one field, and what to do about it."""

    field: str
    message: str
    way_out: str
