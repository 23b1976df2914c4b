# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet of paper: the letter as printed, written where it stands."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from amnesty_desktop.documents.layout import layout_of
from amnesty_desktop.documents.letter import PrintedLetter
from amnesty_desktop.documents.letterhead import Letterhead
from amnesty_desktop.domain.group import Paper
from amnesty_desktop.domain.letter import Body, Letter, LetterState, Paragraph, ParagraphKind, Run
from amnesty_desktop.ui.letters.page_device import Scale
from amnesty_desktop.ui.letters.paper_print import PaperPrint
from amnesty_desktop.ui.letters.paper_sheet import AROUND, PaperSheet
from amnesty_desktop.ui.look import Look

SENTENCE = "On 9 October two men on a motorcycle followed her from the radio station to her home near the river. "


def letter(**fields: object) -> Letter:
    body = Body((Paragraph((Run(SENTENCE * 3),)), Paragraph((Run("to let her go;"),), ParagraphKind.BULLET)))
    plain: dict[str, object] = {
        "case_id": "c", "address": "Sr. Ministro\nCalle 100\nHONDURAS", "salutation": "Dear Minister,",
        "subject": "Maribel Quiñónez Tábora", "body": body, "close": "Yours sincerely,",
        "signature": "Hanna\nfor the group", "copies": "Copy to: Embassy", "dated": date(2026, 11, 23),
    }  # fmt: skip
    return Letter(**plain | fields)  # type: ignore[arg-type]


def printed(one: Letter, paper: Paper = Paper.A4) -> PrintedLetter:
    head = Letterhead(name="Riverside", address_lines=("12 Example Street",), paper=paper, return_line="Riverside")
    return PrintedLetter(one, head, "23 November 2026")


@pytest.fixture
def sheet(qtbot: QtBot, look: Look) -> PaperSheet:
    made = PaperSheet(look)
    qtbot.addWidget(made)
    made.day.today = lambda: date(2026, 11, 23)
    made.show_letter(printed(letter()))
    made.set_room(810, 1)
    return made


def lines(sheet: PaperSheet) -> list[int]:
    block = sheet.body.document().firstBlock()
    return [block.layout().lineAt(number).textStart() for number in range(block.layout().lineCount())]


def test_what_is_shown_is_what_is_read_back(sheet: PaperSheet) -> None:
    assert sheet.written(letter(id=(one := letter()).id)) == replace(one)


@pytest.mark.parametrize("width", [510, 640, 900, 1300])
def test_lines_end_at_the_same_words_at_every_scale(sheet: PaperSheet, width: int) -> None:
    before = lines(sheet)
    sheet.set_room(width, 2)
    assert len(before) > 3
    assert lines(sheet) == before


def test_everything_stands_where_the_layout_says(sheet: PaperSheet, look: Look) -> None:
    page, around = layout_of(Paper.A4), look.px(AROUND)
    scale = Scale.fitting(page.width, 810 - 2 * around, 1)
    for name, left, top in (
        ("address", page.address.left, page.address.top),
        ("subject", page.left_margin, page.subject),
    ):
        place = sheet.parts[name].geometry()
        assert (place.left() - around, place.top() - around) == (scale.px(left), scale.px(top))
    assert sheet.body.width() == scale.px(page.text_width)


def test_parts_below_one_another_never_overlap(sheet: PaperSheet) -> None:
    names = ("subject", "salutation", "body", "close", "signature", "copies", "enclosures")
    places = [sheet.parts[name].geometry() for name in names]
    assert all(one.bottom() < other.top() + 1 for one, other in pairwise(places))


def test_us_letter_is_wider_and_shorter(sheet: PaperSheet) -> None:
    tall = sheet.height() / sheet.width()
    sheet.show_letter(printed(letter(), Paper.LETTER))
    assert sheet.height() / sheet.width() < tall


def test_a_long_letter_says_that_it_takes_two_pages(sheet: PaperSheet) -> None:
    assert sheet.pages == 1
    short = sheet.height()
    sheet.show_letter(printed(letter(body=Body(tuple(Paragraph((Run(SENTENCE * 3),)) for _ in range(12))))))
    assert sheet.pages == 2
    assert sheet.height() > short


def test_typing_makes_the_letter_longer_at_once(sheet: PaperSheet) -> None:
    top = sheet.parts["close"].y()
    sheet.body.setFocus()
    QTest.keyClick(sheet.body, Qt.Key.Key_Return)
    assert sheet.parts["close"].y() > top


def test_typing_tells_and_showing_does_not(sheet: PaperSheet, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(sheet.edited):
        sheet.show_letter(printed(letter(subject="Another")))
    with qtbot.waitSignal(sheet.edited):
        QTest.keyClicks(sheet.parts["subject"], "!")


def test_enter_leads_from_line_to_line(sheet: PaperSheet, qtbot: QtBot) -> None:
    sheet.show()
    with qtbot.waitSignal(sheet.parts["subject"].left):
        QTest.keyClick(sheet.parts["subject"], Qt.Key.Key_Return)
    assert sheet.parts["subject"].text == "Maribel Quiñónez Tábora"


@pytest.mark.parametrize(("words", "day"), [("24.11.2026", date(2026, 11, 24)), ("yesterday", date(2026, 11, 22))])
def test_the_day_is_read_from_what_people_write(sheet: PaperSheet, words: str, day: date) -> None:
    sheet.day.selectAll()
    QTest.keyClicks(sheet.day, words)
    sheet.day.read_day()
    assert sheet.written(letter()).dated == day


def test_words_that_are_no_day_are_refused_and_the_day_stays(sheet: PaperSheet, qtbot: QtBot) -> None:
    sheet.day.selectAll()
    QTest.keyClicks(sheet.day, "May 2026")
    with qtbot.waitSignal(sheet.day.refused):
        sheet.day.read_day()
    assert sheet.written(letter()).dated == date(2026, 11, 23)


def test_a_sent_letter_takes_no_key_anywhere(sheet: PaperSheet) -> None:
    sent = letter(state=LetterState.SENT)
    sheet.show_letter(printed(sent))
    for part in sheet.parts.values():
        assert part.isReadOnly()
        QTest.keyClicks(part, "x")
    assert sheet.written(sent) == sent


def test_pasting_into_a_line_keeps_it_one_line(sheet: PaperSheet) -> None:
    from PySide6.QtCore import QMimeData

    mime = QMimeData()
    mime.setText("two\nlines")
    sheet.parts["subject"].selectAll()
    sheet.parts["subject"].insertFromMimeData(mime)
    assert sheet.parts["subject"].text == "two lines"


def test_words_are_counted_from_salutation_to_close(sheet: PaperSheet) -> None:
    assert sheet.words == 2 + len(SENTENCE.split()) * 3 + 4 + 2


def test_ten_thousand_characters_without_a_space_do_not_break_the_page(sheet: PaperSheet) -> None:
    sheet.show_letter(printed(letter(subject="x" * 10_000, signature="<b>Ana</b>")))
    assert sheet.parts["subject"].width() < sheet.width()
    assert sheet.parts["signature"].text == "<b>Ana</b>"


@pytest.mark.parametrize("type_px", [8, 11, 13, 15, 18, 24])
def test_the_sender_over_the_address_stays_on_one_line_at_every_scale(look: Look, type_px: int) -> None:
    head = Letterhead(return_line="Riverside Group, 2 Quay Lane, Samplow ZZ1 0ZZ, United Kingdom")
    page = layout_of(Paper.A4)
    paper = PaperPrint(look.paper_families, head, page, Scale(type_px), has_letterhead=True)
    font = paper._return_font(page.return_line.width)
    assert paper._width_of(head.return_line, font) <= page.return_line.width
