# SPDX-License-Identifier: GPL-3.0-or-later
"""The first page: three fields, or a look around first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from amnesty_desktop.domain.group import Group, Paper
from amnesty_desktop.store.errors import FileBusy
from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.welcome.page import WelcomePage


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> WelcomePage:
    """The page in a window of the smallest usual screen."""
    made = WelcomePage(look)
    qtbot.addWidget(made)
    made.resize(1024, 768)
    made.show()
    return made


def press(qtbot: QtBot, page: WelcomePage, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_three_fields_start_a_group(qtbot: QtBot, page: WelcomePage) -> None:
    page.fill(Group(name="Riverside Group", country="GB", address="12 Example Street\nSampleton"))
    with qtbot.waitSignal(page.start_requested) as told:
        press(qtbot, page, "start")
    group = told.args[0]
    assert (group.name, group.country, group.address) == ("Riverside Group", "GB", "12 Example Street\nSampleton")
    assert group.paper is Paper.A4


def test_groups_in_america_print_on_letter_paper(qtbot: QtBot, page: WelcomePage) -> None:
    page.fill(Group(name="Riverside Group", country="US"))
    with qtbot.waitSignal(page.start_requested) as told:
        press(qtbot, page, "start")
    assert told.args[0].paper is Paper.LETTER


@pytest.mark.parametrize("group", [Group(country="GB"), Group(name="Riverside Group")])
def test_without_a_name_or_a_country_nothing_starts(qtbot: QtBot, page: WelcomePage, group: Group) -> None:
    page.fill(group)
    with qtbot.assertNotEmitted(page.start_requested):
        press(qtbot, page, "start")
    assert any(field.problem for field in (page._name_field, page._country_field))


def test_a_problem_goes_when_it_is_mended(qtbot: QtBot, page: WelcomePage) -> None:
    page.fill(Group(country="GB"))
    press(qtbot, page, "start")
    qtbot.keyClicks(page.name, "R")
    assert page._name_field.problem is None


def test_enter_in_the_name_starts_with_any_name_of_the_country(qtbot: QtBot, page: WelcomePage) -> None:
    page.fill(Group(name="Riverside Group"))
    page.country.setText("Ivory Coast")
    with qtbot.waitSignal(page.start_requested) as told:
        qtbot.keyClick(page.name, Qt.Key.Key_Return)
    assert told.args[0].country == "CI"


@pytest.mark.parametrize("name", ["sample", "open", "bring back"])
def test_the_other_doors_are_one_click_away(qtbot: QtBot, page: WelcomePage, name: str) -> None:
    signals = {"sample": page.sample_requested, "open": page.open_requested, "bring back": page.bring_back_requested}
    with qtbot.waitSignal(signals[name]):
        press(qtbot, page, name)


def test_a_trouble_stands_above_until_it_is_read(page: WelcomePage) -> None:
    page.show_trouble(FileBusy("Somebody has this file open.", "Close it there first."))
    assert page.bar.sentence == "Somebody has this file open. Close it there first."
    page.bar.mend_requested.emit()
    assert page.bar.sentence == ""


def test_at_twice_the_text_the_columns_stand_one_above_the_other(
    look: Look, page: WelcomePage, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: look.set_text_size(100))
    assert page._upright.isVisible()
    look.set_text_size(200)
    assert not page._upright.isVisible()
