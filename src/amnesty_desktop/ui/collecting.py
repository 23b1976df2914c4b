# SPDX-License-Identifier: GPL-3.0-or-later
"""Clearing away what nobody holds any more: on the window's thread only, while others work.

Python clears reference cycles in whichever thread happens to fill its count. Where a widget lies in such a cycle, a
job's thread would delete it under the hands of the window: seen as a segmentation fault in the layouts of Qt.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 200
"""Milliseconds between two looks at how much has gathered."""


class Collecting(QObject):
    """Keeps Python from clearing cycles by itself between begin() and end(), and does it here meanwhile."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_on = False
        self._looks = QTimer(self)
        self._looks.setInterval(_EVERY)
        self._looks.timeout.connect(self._look)

    def begin(self) -> None:
        """Other threads are about to work."""
        if not self._looks.isActive():
            self._was_on = gc.isenabled()
            gc.disable()
            self._looks.start()

    def end(self) -> None:
        """No other thread works any more."""
        if self._looks.isActive():
            self._looks.stop()
            if self._was_on:
                gc.enable()

    def _look(self) -> None:
        """Clear the youngest things where as many have gathered as Python itself would let gather."""
        if gc.get_count()[0] > gc.get_threshold()[0]:
            gc.collect(1 if gc.get_count()[1] > gc.get_threshold()[1] else 0)
