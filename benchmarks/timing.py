# SPDX-License-Identifier: GPL-3.0-or-later
"""Measuring how long something takes, and printing it in rows."""

import time
from collections.abc import Callable


def milliseconds(
    work: Callable[[], object], *, times: int = 5, clock: Callable[[], float] = time.perf_counter
) -> float:
    """The quickest of several runs, in thousandths of a second: what else the machine does is not ours to measure.

    With time.thread_time as the clock only what this thread does on the processor counts.
    """
    taken = []
    for _ in range(times):
        begin = clock()
        work()
        taken.append((clock() - begin) * 1000)
    return min(taken)


def row(*cells: object) -> None:
    """Print one row: the first cell wide, numbers to the right."""
    first, *rest = cells
    print(f"{first!s:<52}", *(f"{cell:>10.1f}" if isinstance(cell, float) else f"{cell!s:>10}" for cell in rest))
