# SPDX-License-Identifier: GPL-3.0-or-later
"""No part of a view is ever shown before it has its place: it would flash up as a window of its own."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from amnesty_desktop.app import build
from amnesty_desktop.settings import Settings
from amnesty_desktop.ui.main_window import MainWindow

_NAMED = (
    "new_case",
    "edit_group",
    "bin",
    "shortcuts",
    "about",
    "about_work",
    "bring_back",
    "find_anything",
    "edit_lists",
)


class Flashes(QObject):
    """Notes every window that appears and is neither the main window nor a dialog nor a menu."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            is_meant = watched is self._window or isinstance(watched, QDialog | QMenu)
            if not is_meant:
                self.seen.append(f"{type(watched).__name__} {watched.objectName()} {watched.accessibleName()}".strip())
        return False


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    made = build(qapp, Settings.load(), today=lambda: date(2026, 11, 23))
    qtbot.addWidget(made)
    made.show()
    assert QTest.qWaitForWindowActive(made)
    yield made
    made.close()


def test_nothing_flashes_up_on_the_way_through_the_window(qtbot: QtBot, qapp: QApplication, window: MainWindow) -> None:
    flashes = Flashes(window)
    qapp.installEventFilter(flashes)
    window.doors.show_welcome()
    window.doors.open_sample()
    assert window.workplace is not None
    for view in ("cases", "letters", "outcomes", "people", "reports", "today"):
        window.workplace.show_view(view)
        qapp.processEvents()
    case_id = next(
        hit.row_id for hit in window.workplace.desk.session.file.search("candelaria") if hit.table == "cases"
    )
    for tab in ("case", "people", "facts", "letters", "outcomes", "history"):
        window.workplace.open_case(case_id, tab)
        qapp.processEvents()
    window.workplace.write(case_id)
    qapp.processEvents()
    window.workplace.record_outcome(case_id)
    qapp.processEvents()
    while dialog := qapp.activeModalWidget():
        dialog.close()
        qapp.processEvents()
    for name in _NAMED:
        window.menu[name].trigger()
        qapp.processEvents()
        if dialog := qapp.activeModalWidget():
            dialog.close()
            qapp.processEvents()
    qapp.removeEventFilter(flashes)
    assert flashes.seen == []
