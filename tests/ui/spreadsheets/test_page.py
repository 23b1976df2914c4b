# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of a spreadsheet: nothing is stored before Add, the keyboard suffices, and so does one undo."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox
from pytestqt.qtbot import QtBot
from tests.support.builders import contents
from tests.support.windows import open_window, sample_path, workplace_of

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.member import Member
from amnesty_desktop.ui.main_window import MainWindow
from amnesty_desktop.ui.spreadsheets.page import BringIn

CASES = "Who;Country;Issued;Looked after by;Seen in\nIda Rey;Chile;03/04/2019;Eva Neu;Town\nOla Rey;Atlantis;;;\n"
Begin = Callable[[str], BringIn]


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> MainWindow:
    made = open_window(qtbot, qapp)
    made.doors.open_path(sample_path(tmp_path))
    return made


@pytest.fixture
def begin(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Begin:
    def begun(text: str) -> BringIn:
        path = tmp_path / "list.csv"
        path.write_text(text, "utf-8")
        window.papers.spreadsheets.choose_file = lambda: str(path)
        window.menu["bring_in_spreadsheet"].trigger()
        qtbot.waitUntil(lambda: isinstance(window.papers.dialog, BringIn) and window.papers.dialog.plan is not None)
        page = window.papers.dialog
        assert isinstance(page, BringIn)
        return page

    return begun


def cases_of(window: MainWindow) -> list[Case]:
    return workplace_of(window).desk.session.file.all(Case)


def add(qtbot: QtBot, page: BringIn) -> None:
    with qtbot.waitSignal(page.brought_in):
        page.add_button_.click()


def test_it_says_what_will_happen_and_stores_nothing(window: MainWindow, begin: Begin) -> None:
    before = contents(workplace_of(window).desk.session.file)
    page = begin(CASES.replace("03/04", "25/04"))
    assert page.what.text() == "1 new case, 1 row needs a look. Left out: “\u2068Seen in\u2069”."
    page.reject()
    assert contents(workplace_of(window).desk.session.file) == before


def test_the_order_of_dates_is_asked_once_and_before_anything_else(
    qtbot: QtBot, window: MainWindow, begin: Begin
) -> None:
    page = begin(CASES)
    assert "03/04/2019 can be read in two ways" in page.question.text()
    assert not page.add_button_.isEnabled()
    with qtbot.waitSignal(page.understood):
        page.month_first.click()
    add(qtbot, page)
    assert cases_of(window)[-1].issued == PartialDate("2019-03-04")


def test_one_undo_takes_it_all_back(qtbot: QtBot, window: MainWindow, begin: Begin) -> None:
    session = workplace_of(window).desk.session
    before = contents(session.file)
    page = begin(CASES.replace("03/04", "25/04"))
    box = page.findings.findChild(QCheckBox, "word_0")
    assert isinstance(box, QCheckBox)
    box.click()
    add(qtbot, page)
    assert [member for member in session.file.all(Member) if member.name == "Eva Neu"]
    assert workplace_of(window).undo_bar.sentence == "1 case was added."
    window.undo()
    assert contents(session.file) == before


def test_what_a_column_was_said_to_be_is_remembered(qtbot: QtBot, window: MainWindow, begin: Begin) -> None:
    page = begin(CASES.replace("03/04", "25/04"))
    chooser = page.part.findChild(QComboBox, "column_4")
    assert isinstance(chooser, QComboBox)
    chooser.setFocus()
    chooser.setCurrentIndex(chooser.findData("situation"))
    with qtbot.waitSignal(page.understood):
        chooser.activated.emit(chooser.currentIndex())
    add(qtbot, page)
    assert cases_of(window)[-1].situation == "Town"
    kept = window.preferences.now.column_meanings
    assert list(kept.values()) == ["situation"]
    assert "seen" not in str(kept).lower()
    again = begin(CASES.replace("03/04", "25/04"))
    assert again.columns.columns[4] == "situation"
    assert again.what.text() == "0 new cases, 1 already there, 1 row needs a look."
    assert not again.add_button_.isEnabled()
    again.reject()


def test_rows_can_be_addresses_instead(qtbot: QtBot, begin: Begin) -> None:
    page = begin("Name,Country\nIda Rey,Chile\n")
    page.rows_are.setCurrentIndex(1)
    with qtbot.waitSignal(page.understood):
        page.rows_are.activated.emit(1)
    assert page.what.text() == "1 new address."
    page.reject()


def test_every_chooser_is_reached_by_tab_and_has_a_name(qtbot: QtBot, begin: Begin) -> None:
    page = begin(CASES)
    reached = []
    for _ in range(12):
        qtbot.keyClick(page.focusWidget() or page, Qt.Key.Key_Tab)
        focus = page.focusWidget()
        reached.append(focus.accessibleName() if focus is not None else "")
    assert {f"What “{name}” is" for name in ("Who", "Country", "Issued", "Looked after by", "Seen in")} <= set(reached)
    page.reject()


def test_a_file_without_names_of_columns_waits_to_be_told(
    qtbot: QtBot, window: MainWindow, begin: Begin, tmp_path: Path
) -> None:
    path = tmp_path / "bare.csv"
    path.write_text("Ida Rey,Chile\nOla Rey,Peru\n")
    window.papers.spreadsheets.begin(path)
    qtbot.waitUntil(lambda: isinstance(window.papers.dialog, BringIn))
    page = window.papers.dialog
    assert isinstance(page, BringIn)
    assert "Say above the columns" in page.what.text()
    with qtbot.waitSignal(page.understood):
        page.part.chosen.emit(0, "who")
    assert page.what.text().startswith("2 new cases.")
    page.reject()


def test_a_file_that_cannot_be_read_is_said(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    window.papers.spreadsheets.begin(tmp_path / "old.xls")
    qtbot.waitUntil(lambda: "old Office" in workplace_of(window).trouble.accessibleName())
