# SPDX-License-Identifier: GPL-3.0-or-later
"""The focus ring: one transparent overlay for each window that stands around whatever has the focus."""

import weakref
from contextlib import suppress
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QMenu, QMenuBar, QWidget
from shiboken6 import isValid

from .look import Look
from .theme import Role

_RADIUS = 4
_OUTSIDE = 2
_MOVING = frozenset(
    {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ZOrderChange}
)


@runtime_checkable
class ShowsFocus(Protocol):
    """A widget that knows better where the ring belongs."""

    def focus_rect(self) -> QRect:
        """Return the part that has the focus, in the widget's own px; empty where it paints its own."""


class FocusRing(QWidget):
    """The ring of one window. width is its thickness in px, which text size leaves alone."""

    def __init__(self, window: QWidget, look: Look, *, width: int = 2) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self._width = width
        self._watched: list[QWidget] = []
        self._target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._listen(application)
        look.changed.connect(self.place)
        self._on_focus_changed(None, QApplication.focusWidget())

    def _listen(self, application: QApplication) -> None:
        """Follow the focus without being a slot: the focus also moves while this window is being taken down."""
        ring = weakref.ref(self)

        def follow(before: QWidget | None, now: QWidget | None) -> None:
            found = ring()
            if found is not None and isValid(found):
                found._on_focus_changed(before, now)

        def stop() -> None:
            with suppress(RuntimeError):
                application.focusChanged.disconnect(follow)

        application.focusChanged.connect(follow)
        self.destroyed.connect(stop)

    @property
    def target(self) -> QWidget | None:
        """The widget of this window that has the focus, or None."""
        return self._target

    def place(self) -> None:
        """Move the ring to where its target is now."""
        rect = self._ring_rect()
        if rect.isEmpty():
            self.hide()
            return
        self.setGeometry(rect)
        self.raise_()
        self.show()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVING and watched is not self:
            self.place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._color(), self._width))
        half = self._width / 2
        radius = _RADIUS + _OUTSIDE
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)

    def _color(self) -> QColor:
        # On the inverted bar the usual ring would be dark on dark.
        is_inverted = self._target is not None and bool(self._target.property("inverted"))
        return self._look.color(Role.PRIMARY_TEXT if is_inverted else Role.FOCUS)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        window = self._window
        self._target = now if now is not None and now is not window and window.isAncestorOf(now) else None
        self._watched = _line_of(self._target, window)
        for widget in self._watched:
            widget.installEventFilter(self)
        self.place()

    def _ring_rect(self) -> QRect:
        """Return where the ring belongs in px of the window, empty for nowhere."""
        target, window = self._target, self._window
        if target is None or not isValid(target) or not target.isVisible() or target.window() is not window.window():
            return QRect()
        part = _focus_part(target)
        shown = part.intersected(target.visibleRegion().boundingRect())
        if shown.isEmpty():
            return QRect()
        room = _OUTSIDE + self._width
        ring = QRect(target.mapTo(window, part.topLeft()), part.size()).adjusted(-room, -room, room, room)
        return ring.intersected(self._free_rect(target).adjusted(-room, -room, room, room)).intersected(window.rect())

    def _free_rect(self, target: QWidget) -> QRect:
        """Return the part of the window that the scroll areas around the target leave visible."""
        window = self._window
        free = window.rect()
        for widget in _line_of(target, window)[1:]:
            if isinstance(widget, QAbstractScrollArea):
                view = widget.viewport()
                free = free.intersected(QRect(view.mapTo(window, view.rect().topLeft()), view.size()))
        return free


def _line_of(widget: QWidget | None, window: QWidget) -> list[QWidget]:
    """Return a widget and all it stands in, up to the window."""
    line: list[QWidget] = []
    while widget is not None and widget is not window:
        line.append(widget)
        widget = widget.parentWidget()
    return line


def _focus_part(target: QWidget) -> QRect:
    if isinstance(target, ShowsFocus):
        return target.focus_rect()
    if isinstance(target, (QMenu, QMenuBar)):
        return QRect()
    if isinstance(target, QAbstractItemView) and target.currentIndex().isValid():
        return QRect()
    return target.rect()
