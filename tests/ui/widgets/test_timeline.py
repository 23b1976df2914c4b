# SPDX-License-Identifier: GPL-3.0-or-later
"""The line of what has happened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.theme import Role
from amnesty_desktop.ui.widgets.timeline import Timeline, TimelineEntry, TimelineModel

ENTRIES = (
    TimelineEntry("3 Mar 2025", "detained at her flat", key="a"),
    TimelineEntry("5 Mar 2025", "charged", "article 293", key="b"),
    TimelineEntry("since Aug 2026", "held at Example Prison", is_now=True, key="c"),
)


@pytest.fixture
def timeline(look: Look, qtbot: QtBot) -> Timeline:
    found = Timeline(look, "What has happened")
    qtbot.addWidget(found)
    found.show_entries(ENTRIES)
    found.resize(500, found.height())
    found.show()
    return found


def test_the_model_keeps_the_promises_of_a_model(qapp: object) -> None:
    model = TimelineModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(ENTRIES)
    model.show([])


def test_an_entry_is_spoken_with_its_date_and_note(timeline: Timeline) -> None:
    said = timeline.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "5 Mar 2025: charged, article 293"


def test_the_timeline_is_as_tall_as_its_entries(timeline: Timeline, look: Look) -> None:
    assert timeline.height() == 90
    look.set_text_size(200)
    assert timeline.height() == 180


def test_enter_opens_an_entry(timeline: Timeline, qtbot: QtBot) -> None:
    QTest.keyClick(timeline, Qt.Key.Key_Down)
    QTest.keyClick(timeline, Qt.Key.Key_Down)
    with qtbot.waitSignal(timeline.opened) as told:
        QTest.keyClick(timeline, Qt.Key.Key_Return)
    assert told.args == [ENTRIES[timeline.currentIndex().row()].key]


def test_what_is_now_is_a_disc_and_what_is_past_a_ring(timeline: Timeline, look: Look) -> None:
    image = timeline.grab().toImage()
    middle = next(x for x in range(500) if image.pixelColor(x, 75) == look.color(Role.TEXT))
    assert image.pixelColor(middle + 2, 75) == look.color(Role.TEXT)
    assert image.pixelColor(middle + 3, 15) == look.color(Role.PANE)


def test_without_entries_it_takes_no_room(timeline: Timeline) -> None:
    timeline.show_entries([])
    assert timeline.height() == 0
