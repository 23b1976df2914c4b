# SPDX-License-Identifier: GPL-3.0-or-later
"""Chips and the row they wrap in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.widgets.chip import Chip, WrappedRow


@pytest.fixture
def chip(look: Look, qtbot: QtBot) -> Chip:
    found = Chip(look, "Overdue", count=2)
    qtbot.addWidget(found)
    return found


@pytest.fixture
def row(look: Look, qtbot: QtBot) -> QWidget:
    found = QWidget()
    qtbot.addWidget(found)
    layout = WrappedRow(look, found)
    for word in ("Open", "Overdue", "Owner", "Country"):
        layout.addWidget(Chip(look, word))
    return found


def chips(row: QWidget) -> list[Chip]:
    return row.findChildren(Chip)


def test_a_chip_is_switched_by_pressing_it(chip: Chip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chip.toggled):
        chip.click()
    assert chip.isChecked()


def test_a_chip_is_spoken_with_its_count(chip: Chip) -> None:
    chip.set_count(3)
    assert chip.accessibleName() == "Overdue, 3"


def test_a_chip_does_not_change_its_width_when_it_is_switched(chip: Chip) -> None:
    before = chip.sizeHint()
    chip.setChecked(True)
    assert chip.sizeHint() == before


def test_setting_a_chip_tells_nobody(chip: Chip, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(chip.toggled):
        chip.set_on(True)
    assert chip.isChecked()


def test_a_menu_takes_room_for_its_sign(look: Look, qtbot: QtBot) -> None:
    chip = Chip(look, "Country")
    qtbot.addWidget(chip)
    before = chip.sizeHint().width()
    chip.set_menu(QMenu(chip))
    assert chip.sizeHint().width() > before


def test_chips_stand_in_one_line_where_there_is_room(row: QWidget) -> None:
    row.resize(600, 100)
    row.show()
    assert len({chip.y() for chip in chips(row)}) == 1


def test_chips_wrap_where_there_is_none(row: QWidget) -> None:
    layout = row.layout()
    assert layout is not None
    assert layout.heightForWidth(120) > layout.heightForWidth(600)


def test_the_first_chip_stands_at_the_leading_side(row: QWidget) -> None:
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.resize(600, 100)
    row.show()
    assert chips(row)[0].geometry().right() == 599


def test_a_hidden_chip_takes_no_room(row: QWidget) -> None:
    row.resize(600, 100)
    row.show()
    left = chips(row)[1].x()
    chips(row)[0].hide()
    row.layout().activate()  # type: ignore[union-attr]
    assert chips(row)[1].x() < left
