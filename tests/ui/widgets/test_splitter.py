# SPDX-License-Identifier: GPL-3.0-or-later
"""The line between two panes."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.widgets.splitter import Splitter


@pytest.fixture
def splitter(look: Look, qtbot: QtBot) -> Splitter:
    found = Splitter(look)
    qtbot.addWidget(found)
    found.addWidget(QWidget())
    found.addWidget(QWidget())
    found.resize(1001, 300)
    found.show()
    return found


def pane(splitter: Splitter, at: int) -> QWidget:
    found = splitter.widget(at)
    assert found is not None
    return found


def test_the_line_is_one_px_wide_and_can_be_held_by_seven(splitter: Splitter) -> None:
    assert pane(splitter, 0).width() + pane(splitter, 1).width() == 1000
    assert splitter.handle(1).width() == 7


def test_shares_come_back_in_a_wider_window(splitter: Splitter) -> None:
    splitter.set_shares([0.3, 0.7])
    splitter.resize(2001, 300)
    assert splitter.shares() == pytest.approx([0.3, 0.7], abs=0.01)


def test_shares_of_other_panes_are_left_alone(splitter: Splitter) -> None:
    before = splitter.sizes()
    splitter.set_shares([0.2, 0.2, 0.6])
    assert splitter.sizes() == before


def test_no_pane_can_be_dragged_shut(splitter: Splitter) -> None:
    pane(splitter, 0).setMinimumWidth(100)
    splitter.setSizes([0, 1000])
    assert pane(splitter, 0).width() >= 100
