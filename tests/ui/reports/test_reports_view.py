# SPDX-License-Identifier: GPL-3.0-or-later
"""The Reports view, driven as people do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support.builders import case
from tests.support.windows import file_of, open_window, sample_path, workplace_of

from amnesty_desktop.domain.case import Case, Confidentiality
from amnesty_desktop.domain.report import ReportKind
from amnesty_desktop.ui.main_window import MainWindow
from amnesty_desktop.ui.reports.chooser import KINDS
from amnesty_desktop.ui.reports.view import ReportsView


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    made = open_window(qtbot, qapp)
    made.resize(1280, 800)
    made.doors.open_path(sample_path(tmp_path))
    made.menu["show_reports"].trigger()
    settled(qtbot, made)
    yield made
    made.doors.close_file()


@pytest.fixture
def view(window: MainWindow) -> ReportsView:
    return workplace_of(window).reports


def settled(qtbot: QtBot, window: MainWindow) -> None:
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not window.jobs.under_way)


def test_the_first_report_is_there_without_being_asked_for(view: ReportsView) -> None:
    assert view.report is not None
    assert view.report.kind is ReportKind.ANNUAL
    assert "This does not show that our letters caused it." in view.preview.toPlainText()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not ReportKind.DOSSIER])
def test_each_report_is_shown_when_it_is_chosen(
    qtbot: QtBot, window: MainWindow, view: ReportsView, kind: ReportKind
) -> None:
    view.choose(kind)
    settled(qtbot, window)
    assert view.report is not None
    assert view.report.title in view.preview.toPlainText()


def test_a_dossier_asks_for_its_case_and_exports_nothing_before(
    qtbot: QtBot, window: MainWindow, view: ReportsView
) -> None:
    view.choose(ReportKind.DOSSIER)
    settled(qtbot, window)
    assert view.report is None
    assert not view.word.isEnabled()
    assert "Choose what is missing" in view.nothing.sentence


def test_a_dossier_for_others_of_a_case_for_members_says_why_there_is_none(
    qtbot: QtBot, window: MainWindow, view: ReportsView
) -> None:
    ours = next(c for c in file_of(window).all(Case) if c.confidentiality is Confidentiality.INTERNAL)
    view.choose(ReportKind.DOSSIER, ours.id)
    settled(qtbot, window)
    assert view.report is not None
    view.chooser.anybody.click()
    settled(qtbot, window)
    assert "for members only" in view.nothing.sentence


def test_another_time_needs_two_days_in_their_order(qtbot: QtBot, window: MainWindow, view: ReportsView) -> None:
    chooser = view.chooser
    chooser.year.setCurrentIndex(chooser.year.count() - 1)
    settled(qtbot, window)
    assert not view.word.isEnabled()
    for edit, words in ((chooser.first, "1 July 2026"), (chooser.last, "30 June 2026")):
        edit.line.setFocus()
        QTest.keyClicks(edit.line, words)
        QTest.keyClick(edit.line, Qt.Key.Key_Return)
    assert chooser.fields["last"].problem is not None
    chooser.first.line.clear()
    QTest.keyClicks(chooser.first.line, "1 July 2025")
    QTest.keyClick(chooser.first.line, Qt.Key.Key_Return)
    settled(qtbot, window)
    assert view.report is not None
    assert "1 July 2025 to 30 June 2026" in view.report.subtitle


def test_a_report_goes_to_word_and_its_numbers_to_a_spreadsheet(view: ReportsView, tmp_path: Path) -> None:
    asked: list[tuple[str, str]] = []

    def choose(name: str, ending: str) -> str:
        asked.append((name, ending))
        return str(tmp_path / f"{name}.{ending}")

    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    view.choose_file, view.open_url = choose, open_url
    view.word.click()
    view.rows.click()
    assert [ending for _, ending in asked] == ["docx", "csv"]
    assert sorted(path.suffix for path in tmp_path.glob("Annual report*")) == [".csv", ".docx"]
    view.done.button.click()
    assert opened[0].toLocalFile().endswith(".csv")


def test_what_changes_meanwhile_is_in_the_report(qtbot: QtBot, window: MainWindow, view: ReportsView) -> None:
    view.choose(ReportKind.HANDOVER)
    settled(qtbot, window)
    workplace_of(window).desk.session.edit("Add case", lambda write: write.save(case("Somebody new")))
    settled(qtbot, window)
    assert "Somebody new" in view.preview.toPlainText()


def test_a_narrow_window_shows_the_choice_then_the_pages(qtbot: QtBot, window: MainWindow, view: ReportsView) -> None:
    window.look.set_text_size(200)
    window.resize(1024, 768)
    settled(qtbot, window)
    assert not view.preview.isVisible()
    view.chooser.show_button.click()
    assert view.preview.isVisible()
    view.back_button.click()
    assert view.chooser.kinds.hasFocus()
    window.look.set_text_size(100)


def test_a_year_without_anything_says_so(qtbot: QtBot, window: MainWindow, view: ReportsView) -> None:
    view.chooser.year.addItem("1999", 1999)
    view.chooser.year.setCurrentIndex(view.chooser.year.findData(1999))
    settled(qtbot, window)
    assert "1999: no cases worked on." in view.preview.toPlainText()
