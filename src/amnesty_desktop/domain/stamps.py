# SPDX-License-Identifier: GPL-3.0-or-later
"""Hybrid logical stamps: when a field was written and on which device, so that two laptops agree who was later.

A stamp is 30 characters of text that sort in the order of writing:
twelve hex digits of milliseconds since 1970, four of a counter, twelve of the device.
After S. Kulkarni and others, "Logical Physical Clocks" (2014): a stamp is never
earlier than any stamp its writer has seen, even when the computer's clock runs wrong.
"""

import re
from dataclasses import dataclass

_FORM = re.compile(r"([0-9a-f]{12})-([0-9a-f]{4})-([0-9a-f]{12})")
_LAST_COUNT = 0xFFFF


@dataclass(frozen=True, slots=True)
class Stamp:
    """The parts of a stamp: milliseconds since 1970, a counter within them, twelve hex digits of the device."""

    milliseconds: int
    count: int
    device: str

    def __str__(self) -> str:
        return f"{self.milliseconds:012x}-{self.count:04x}-{self.device}"


def read_stamp(text: str) -> Stamp:
    """Take a stamp apart; raises ValueError for anything that is not one."""
    found = _FORM.fullmatch(text)
    if found is None:
        raise ValueError(f"not a stamp: {text[:40]!r}")
    return Stamp(int(found[1], 16), int(found[2], 16), found[3])


class StampClock:
    """Gives each transaction its stamp, always later than any seen before."""

    def __init__(self, device: str, seen: str = "") -> None:
        self._device = device
        self._milliseconds = 0
        self._count = 0
        if seen:
            self.observe(seen)

    def observe(self, text: str) -> None:
        """Take note of a stamp made here earlier or elsewhere."""
        stamp = read_stamp(text)
        if (stamp.milliseconds, stamp.count) > (self._milliseconds, self._count):
            self._milliseconds, self._count = stamp.milliseconds, stamp.count

    def tick(self, now: int) -> str:
        """Return the next stamp; now is the computer's clock in milliseconds since 1970, right or wrong."""
        if now > self._milliseconds:
            self._milliseconds, self._count = now, 0
        elif self._count < _LAST_COUNT:
            self._count += 1
        else:
            self._milliseconds, self._count = self._milliseconds + 1, 0
        return str(Stamp(self._milliseconds, self._count, self._device))
