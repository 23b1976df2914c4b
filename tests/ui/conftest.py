# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of the window share: a light look at 100 % text, left to right, and windows that can take the focus."""

import gc
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from tests.support.builders import new_file

from amnesty_desktop.settings import Settings
from amnesty_desktop.ui.desk import Desk, Wishes
from amnesty_desktop.ui.jobs import Jobs
from amnesty_desktop.ui.look import Look, Scheme
from amnesty_desktop.ui.preferences import Preferences
from amnesty_desktop.ui.session import Session

TODAY = date(2026, 11, 23)
RESOURCES = Path(__file__).parents[2] / "resources"


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let the offscreen screen say what it knows nothing of: size hints, raising, grabbing the keyboard."""
    unable = "This plugin does not support (propagateSizeHints|raise|grabbing)"
    item.add_marker(pytest.mark.qt_log_ignore(unable, extend=True))


@pytest.fixture(autouse=True)
def _clearing_between_tests() -> Iterator[None]:
    """As in the program, no line that paints may be where Python clears away widgets; here it does between tests."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    """The look of the window, the same whatever the machine is set to."""
    found = Look(qapp, RESOURCES)
    found.set_scheme(Scheme.LIGHT)
    yield found
    qapp.styleHints().unsetColorScheme()


@pytest.fixture
def right_to_left(qapp: QApplication) -> Iterator[None]:
    """A mirrored window."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[[QWidget], QMainWindow]]:
    """Show a widget in an active window of 800 x 600 and return the window."""

    kept: list[QMainWindow] = []

    def show(widget: QWidget) -> QMainWindow:
        window = QMainWindow()
        kept.append(window)
        qtbot.addWidget(window)
        window.setCentralWidget(widget)
        window.resize(800, 600)
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        return window

    yield show
    kept.clear()


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    """A session over a fresh file of an invented group, on 23 November 2026."""
    made = Session(new_file(tmp_path / "group.amnesty"), Preferences(Settings.load()), today=lambda: TODAY)
    yield made
    made.close()


@pytest.fixture
def desk(session: Session, look: Look) -> Iterator[Desk]:
    """What every view is handed."""
    jobs = Jobs()
    yield Desk(session, look, jobs, Wishes())
    jobs.finish()
