# SPDX-License-Identifier: GPL-3.0-or-later
"""Cycles are cleared between two events, and nowhere else."""

import gc
import weakref

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from amnesty_desktop.ui import collecting
from amnesty_desktop.ui.collecting import Collecting


class Knot:
    """Something that holds itself, as a window and its parts do."""

    def __init__(self) -> None:
        self.itself = self


def test_nothing_is_cleared_by_the_way_until_it_ends(qtbot: QtBot) -> None:
    gc.enable()
    parent = QObject()
    clearing = Collecting(parent)
    clearing.begin()
    assert not gc.isenabled()
    clearing.end()
    assert gc.isenabled()


def test_a_second_one_leaves_the_first_in_charge(qtbot: QtBot) -> None:
    gc.enable()
    parent = QObject()
    first, second = Collecting(parent), Collecting(parent)
    first.begin()
    second.begin()
    second.end()
    assert not gc.isenabled()
    first.end()


def test_young_things_are_cleared_at_a_look(qtbot: QtBot) -> None:
    gc.collect()
    parent = QObject()
    clearing = Collecting(parent)
    knot = weakref.ref(Knot())
    many = [[] for _ in range(gc.get_threshold()[0] + 50)]  # type: list[list[int]]
    clearing._look()
    assert knot() is None
    assert many


def test_old_things_are_cleared_seldom_but_in_the_end(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    cleared: list[int] = []
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 10_000))
    monkeypatch.setattr(gc, "collect", lambda generation=2: cleared.append(generation))
    parent = QObject()
    clearing = Collecting(parent)
    for _ in range(2 * collecting._LOOKS_BETWEEN + 2):
        clearing._look()
    assert cleared == [2, 2]
