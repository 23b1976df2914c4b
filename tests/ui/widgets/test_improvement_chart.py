# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart of cases that got better."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.theme import Role
from amnesty_desktop.ui.widgets.improvement_chart import ImprovementChart, YearBar

BARS = (YearBar(2020, 18, 6, 1), YearBar(2021, 8, 3), YearBar(2026, 38, 14, 4, is_current=True))


@pytest.fixture
def chart(look: Look, qtbot: QtBot) -> ImprovementChart:
    found = ImprovementChart(look)
    qtbot.addWidget(found)
    found.show_bars(BARS)
    found.resize(400, 300)
    return found


def count(image: QImage, name: str) -> int:
    return sum(image.pixelColor(x, y).name() == name for x in range(image.width()) for y in range(image.height()))


@given(st.integers(0, 100), st.data())
def test_a_share_is_shown_from_ten_cases_on(worked_on: int, data: st.DataObject) -> None:
    better = data.draw(st.integers(0, worked_on))
    share = YearBar(2020, worked_on, better).share
    assert share == (better / worked_on if worked_on >= 10 else None)


def test_the_chart_is_a_table_too(chart: ImprovementChart) -> None:
    assert chart.table() == [
        ("Year", "Worked on", "Better", "Also worse", "Share"),
        ("2020", "18", "6", "1", "33 %"),
        ("2021", "8", "3", "0", "too few"),
        ("2026", "38", "14", "4", "37 %"),
    ]


def test_every_year_is_spoken_with_its_base(chart: ImprovementChart) -> None:
    assert "2026: 14 of 38 got better, 4 of them also worse, 37 %." in chart.accessibleDescription()


def test_the_third_is_drawn_on_the_accent(chart: ImprovementChart, look: Look) -> None:
    assert count(chart.grab().toImage(), look.color(Role.ACCENT).name()) > 500


def test_a_year_with_too_few_cases_has_no_bar(chart: ImprovementChart, look: Look) -> None:
    ink = look.color(Role.PRIMARY).name()
    with_bar = count(chart.grab().toImage(), ink)
    chart.show_bars([YearBar(2021, 9, 9)])
    assert count(chart.grab().toImage(), ink) < with_bar / 4


def test_a_chart_without_years_is_empty_but_paints(chart: ImprovementChart) -> None:
    chart.show_bars([])
    assert not chart.grab().isNull()
    assert len(chart.table()) == 1


def test_years_run_left_to_right_in_a_mirrored_window(chart: ImprovementChart) -> None:
    straight = chart.grab().toImage()
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert chart.grab().toImage() == straight


@pytest.mark.parametrize("better", [0, 38])
def test_the_scale_holds_the_lowest_and_the_highest_share(chart: ImprovementChart, better: int) -> None:
    chart.show_bars([YearBar(2026, 38, better)])
    assert 40 <= chart._top() <= 100


def test_the_legend_takes_more_lines_where_it_is_narrow(look: Look, qtbot: QtBot) -> None:
    chart = ImprovementChart(look)
    qtbot.addWidget(chart)
    assert chart.heightForWidth(250) > chart.heightForWidth(600)
    assert all(place.right() <= 250 for place, _ in chart._legend(250))
