# SPDX-License-Identifier: GPL-3.0-or-later
"""The field for a date as it is known."""

from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.widgets.partial_date_edit import PartialDateEdit


@pytest.fixture
def field(look: Look, qtbot: QtBot) -> PartialDateEdit:
    found = PartialDateEdit(look, "since", today=lambda: date(2026, 11, 23))
    qtbot.addWidget(found)
    found.show()
    return found


def choices(field: PartialDateEdit) -> list[str]:
    return [button.text() for button in field.findChildren(QPushButton) if not button.isHidden()]


def test_words_are_understood_and_stay_as_typed(field: PartialDateEdit, qtbot: QtBot) -> None:
    QTest.keyClicks(field.line, "ca 2015")
    assert field.value == PartialDate("2015~")
    assert field.understood == "about 2015"
    assert field.line.text() == "ca 2015"


def test_a_date_typed_as_it_is_said_needs_no_line_below(field: PartialDateEdit, qtbot: QtBot) -> None:
    QTest.keyClicks(field.line, "May 2019")
    assert field.understood == ""


def test_yesterday_counts_from_today(field: PartialDateEdit, qtbot: QtBot) -> None:
    QTest.keyClicks(field.line, "yesterday")
    assert field.value == PartialDate("2026-11-22")


def test_nobody_complains_while_the_words_are_being_written(field: PartialDateEdit, qtbot: QtBot) -> None:
    QTest.keyClicks(field.line, "31 Fe")
    assert field.understood == ""
    assert field.problem is not None


def test_what_cannot_be_read_is_said_when_the_field_is_left(field: PartialDateEdit, qtbot: QtBot) -> None:
    QTest.keyClicks(field.line, "31 February 2019")
    field.line.editingFinished.emit()
    assert field.value is None
    assert field.problem is not None
    assert field.problem.field == "since"
    assert field.understood.startswith("February 2019 has no day 31.")


def test_a_date_with_two_readings_offers_both(field: PartialDateEdit, qtbot: QtBot) -> None:
    QTest.keyClicks(field.line, "4/3/2026")
    assert field.value is None
    assert choices(field) == ["4 March 2026", "3 April 2026"]


def test_choosing_a_reading_decides(field: PartialDateEdit, qtbot: QtBot) -> None:
    QTest.keyClicks(field.line, "4/3/2026")
    with qtbot.waitSignal(field.edited):
        field.findChildren(QPushButton)[1].click()
    assert field.value == PartialDate("2026-04-03")
    assert choices(field) == []


def test_the_order_of_day_and_month_is_asked_once_and_can_be_changed(field: PartialDateEdit, look: Look) -> None:
    QTest.keyClicks(field.line, "4/3/2026")
    field.findChildren(QPushButton)[0].click()
    field.line.clear()
    QTest.keyClicks(field.line, "5/7/2017")
    assert (field.value, field.problem) == (PartialDate("2017-07-05"), None)
    assert field.understood.startswith("5 July 2017: the day comes first, as you said before.")
    assert choices(field) == ["7 May 2017"]
    next(button for button in field.findChildren(QPushButton) if button.text() == "7 May 2017").click()
    assert (field.value, look.day_first) == (PartialDate("2017-05-07"), False)


def test_an_empty_field_is_no_date_and_no_problem(field: PartialDateEdit, qtbot: QtBot) -> None:
    field.set_value(PartialDate("2019"))
    field.line.clear()
    QTest.keyClicks(field.line, " ")
    assert field.value is None
    assert field.problem is None


@pytest.mark.parametrize("edtf", ["2019", "2019-05", "2019-05-07", "2015~", "../2016-03", "2019/2020", "XXXX", "2019?"])
def test_a_date_shown_is_the_date_given_back(field: PartialDateEdit, qtbot: QtBot, edtf: str) -> None:
    with qtbot.assertNotEmitted(field.edited):
        field.set_value(PartialDate(edtf))
    field.line.editingFinished.emit()
    assert field.value == PartialDate(edtf)


def test_a_screen_reader_hears_the_name_at_the_line(field: PartialDateEdit) -> None:
    field.setAccessibleName("Held since")
    assert field.line.accessibleName() == "Held since"
