# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the wishes of one view lead to in another, in the whole window."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support.windows import file_of, open_window, sample_path, workplace_of

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.letter import Letter, LetterKind, LetterState
from amnesty_desktop.domain.report import ReportKind


def test_cases_drafts_thanks_and_a_dossier_are_one_click_away(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    window = open_window(qtbot, qapp)
    window.doors.open_path(sample_path(tmp_path))
    place, file = workplace_of(window), file_of(window)
    case = next(one for one in file.all(Case) if "Anchisa" in one.title)
    wishes = place.desk.wishes

    wishes.cases_requested.emit([case.id], "that got better in 2026")
    assert (place.rail.chosen, place.cases.list.model.rowCount()) == ("cases", 1)

    wishes.unsent_requested.emit(case.id)
    unsent = [one for one in file.all(Letter, case_id=case.id) if one.state is LetterState.DRAFT]
    assert (place.rail.chosen, place.letters.list_page.list.model.rowCount()) == ("letters", len(unsent))

    wishes.thanks_requested.emit(case.id)
    assert place.letters.desk_page.letter is not None
    assert place.letters.desk_page.letter.kind is LetterKind.THANKS

    window.menu["dossier"].trigger()
    assert (place.rail.chosen, place.reports.chooser.kind) == ("reports", ReportKind.DOSSIER)
    assert "Anchisa" in place.reports.chooser.case.text()
