# SPDX-License-Identifier: GPL-3.0-or-later
"""Measuring how long something takes, and printing it in rows."""

import time
from collections.abc import Callable


def milliseconds(work: Callable[[], object], *, times: int = 5) -> float:
    """The quickest of several runs, in thousandths of a second: what else the machine does is not ours to measure."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begin) * 1000)
    return min(taken)


def row(*cells: object) -> None:
    """Print one row: the first cell wide, numbers to the right."""
    first, *rest = cells
    print(f"{first!s:<52}", *(f"{cell:>10.1f}" if isinstance(cell, float) else f"{cell!s:>10}" for cell in rest))
