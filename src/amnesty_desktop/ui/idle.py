# SPDX-License-Identifier: GPL-3.0-or-later
"""Noticing that nobody is there, so that an open file does not lie about."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleWatch(QObject):
    """Tells after some minutes without a key or a mouse. Signal: nobody_there()."""

    nobody_there = Signal()

    def __init__(self, application: QApplication, minutes: int, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=minutes * 60_000, singleShot=True)
        self._timer.timeout.connect(self.nobody_there)
        self._timer.start()
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self._timer.start()
        return False
