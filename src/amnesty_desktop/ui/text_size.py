# SPDX-License-Identifier: GPL-3.0-or-later
"""The sizes text can have, in per cent, and the next one up and down."""

STEPS = (100, 110, 125, 150, 175, 200)
"""Per cent of the size the window is drawn for."""


def nearest(size: int) -> int:
    """Return the step nearest to a size, as when it was read from a settings file."""
    return min(STEPS, key=lambda step: abs(step - size))


def larger(size: int) -> int:
    """Return the next larger step, or the largest."""
    return next((step for step in STEPS if step > size), STEPS[-1])


def smaller(size: int) -> int:
    """Return the next smaller step, or the smallest."""
    return next((step for step in reversed(STEPS) if step < size), STEPS[0])
