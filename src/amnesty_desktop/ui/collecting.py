# SPDX-License-Identifier: GPL-3.0-or-later
"""Clearing away what nobody holds any more: on the window's thread only, and never in the midst of Qt's work.

Python clears reference cycles in whichever thread, and at whichever line, happens to fill its count. Where a widget
lies in such a cycle, a job's thread would delete it under the hands of the window, and so would a line that paints:
both were seen as a segmentation fault inside Qt. So the program looks for cycles from a timer, between two events.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 200
"""Milliseconds between two looks at how much has gathered."""
_LOOKS_BETWEEN = 150
"""Looks between two at the oldest things, which take the longest: half a minute."""


class Collecting(QObject):
    """Keeps Python from clearing cycles by itself between begin() and end(), and does it here meanwhile."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_on = False
        self._looks_since = 0
        self._looks = QTimer(self)
        self._looks.setInterval(_EVERY)
        self._looks.timeout.connect(self._look)

    def begin(self) -> None:
        """From now on, or while other threads work, cycles are cleared here alone."""
        if not self._looks.isActive():
            self._was_on = gc.isenabled()
            gc.disable()
            self._looks.start()

    def end(self) -> None:
        """Python may clear as it did before."""
        if self._looks.isActive():
            self._looks.stop()
            if self._was_on:
                gc.enable()

    def _look(self) -> None:
        """Clear the youngest things where as many have gathered as Python itself would let gather, old ones seldom."""
        self._looks_since += 1
        young, middle, old = (have > most for have, most in zip(gc.get_count(), gc.get_threshold(), strict=True))
        if old and self._looks_since > _LOOKS_BETWEEN:
            self._looks_since = 0
            gc.collect()
        elif young:
            gc.collect(1 if middle else 0)
