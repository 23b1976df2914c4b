# SPDX-License-Identifier: GPL-3.0-or-later
"""The table that fetches only what is painted."""

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from amnesty_desktop.ui.lights import Light
from amnesty_desktop.ui.models.paged_table import CELL, KEY, PAGE, PAGES_KEPT, Cell, Column, PagedTableModel


class Row(NamedTuple):
    key: int
    name: str


COLUMNS = (
    Column[Row]("Who", lambda row: row.name, second=lambda row: "林", is_strong=True, sort="name"),
    Column[Row]("Due", lambda row: "9 Dec", light=lambda row: Light.LATER, spoken=lambda row: "due on 9 December"),
)


class Shelf:
    """Rows by key, and which pages were asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self.gone: set[int] = set()
        self.is_lent = False
        self.word = "Person"

    def fetch(self, keys: Sequence[int]) -> list[Row] | None:
        if self.is_lent:
            return None
        self.asked.append(list(keys))
        return [Row(key, f"{self.word} {key}") for key in reversed(keys) if key not in self.gone]


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def model(shelf: Shelf, qapp: object) -> PagedTableModel[Row]:
    return PagedTableModel(COLUMNS, shelf.fetch, lambda row: row.key)


def text_at(model: PagedTableModel[Row], row: int) -> object:
    return model.index(row, 0).data()


def test_the_model_keeps_the_promises_of_a_model_through_every_change(
    model: PagedTableModel[Row], shelf: Shelf
) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(range(300))
    model.refresh({5, 200})
    shelf.gone = {7}
    model.show(range(1, 200))
    shelf.is_lent = True
    model.refresh_all()
    model.show([])


def test_nothing_is_fetched_before_it_is_looked_at(model: PagedTableModel[Row], shelf: Shelf) -> None:
    model.show(range(100_000))
    assert shelf.asked == []


def test_only_the_page_looked_at_is_fetched_and_only_once(model: PagedTableModel[Row], shelf: Shelf) -> None:
    model.show(range(1000))
    assert text_at(model, 500) == text_at(model, 500) == "Person 500"
    assert shelf.asked == [list(range(384, 512))]


def test_rows_find_their_keys_whatever_order_they_come_in(model: PagedTableModel[Row]) -> None:
    model.show([30, 10, 20])
    assert [text_at(model, row) for row in range(3)] == ["Person 30", "Person 10", "Person 20"]


def test_a_row_that_is_gone_is_blank_and_moves_no_other(model: PagedTableModel[Row], shelf: Shelf) -> None:
    shelf.gone = {1}
    model.show([0, 1, 2])
    assert [text_at(model, row) for row in range(3)] == ["Person 0", "", "Person 2"]
    assert model.index(1, 0).data(CELL) == Cell("")


def test_the_page_looked_at_longest_ago_is_let_go(model: PagedTableModel[Row], shelf: Shelf) -> None:
    model.show(range(PAGE * (PAGES_KEPT + 1)))
    for page in range(PAGES_KEPT):
        text_at(model, page * PAGE)
    text_at(model, 0)
    text_at(model, PAGES_KEPT * PAGE)
    shelf.asked.clear()
    text_at(model, 0)
    text_at(model, PAGE)
    assert [asked[0] for asked in shelf.asked] == [PAGE]


def test_a_lent_file_leaves_rows_blank_and_is_asked_again(model: PagedTableModel[Row], shelf: Shelf) -> None:
    model.show(range(10))
    shelf.is_lent = True
    assert text_at(model, 3) == ""
    shelf.is_lent = False
    assert text_at(model, 3) == "Person 3"


def test_pages_already_held_are_shown_while_the_file_is_lent(model: PagedTableModel[Row], shelf: Shelf) -> None:
    model.show(range(10))
    text_at(model, 3)
    shelf.is_lent = True
    assert text_at(model, 4) == "Person 4"


def test_changed_keys_are_fetched_anew_and_told(model: PagedTableModel[Row], shelf: Shelf, qtbot: QtBot) -> None:
    model.show(range(300))
    text_at(model, 0)
    text_at(model, 200)
    shelf.word = "Somebody"
    with qtbot.waitSignal(model.dataChanged) as told:
        model.refresh({130})
    assert told.args is not None
    assert (told.args[0].row(), told.args[1].row()) == (128, 255)
    assert (text_at(model, 0), text_at(model, 200)) == ("Person 0", "Somebody 200")


def test_changes_to_rows_nobody_looked_at_are_silent(model: PagedTableModel[Row], qtbot: QtBot) -> None:
    model.show(range(300))
    with qtbot.assertNotEmitted(model.dataChanged):
        model.refresh({130})


def test_the_same_keys_again_are_no_reset(model: PagedTableModel[Row], shelf: Shelf, qtbot: QtBot) -> None:
    model.show(range(10))
    text_at(model, 0)
    shelf.word = "Somebody"
    with qtbot.assertNotEmitted(model.modelReset):
        model.show(range(10))
    assert text_at(model, 0) == "Somebody 0"


@given(st.lists(st.integers(min_value=0, max_value=2**62), unique=True, max_size=40))
def test_every_key_is_found_where_it_stands(keys: list[int]) -> None:
    model = PagedTableModel(COLUMNS, Shelf().fetch, lambda row: row.key)
    model.show(keys)
    assert [model.position_of(model.key_at(position)) for position in range(len(keys))] == list(range(len(keys)))


def test_a_key_the_table_does_not_hold_stands_nowhere(model: PagedTableModel[Row]) -> None:
    model.show([1, 2])
    assert model.position_of(3) is None


def test_a_cell_holds_all_that_is_painted(model: PagedTableModel[Row]) -> None:
    model.show([4])
    assert model.index(0, 0).data(CELL) == Cell("Person 4", "林", is_strong=True)
    assert model.index(0, 1).data(CELL) == Cell("9 Dec", light=Light.LATER)


@pytest.mark.parametrize(("column", "said"), [(0, "Person 4, 林"), (1, "due on 9 December")])
def test_a_cell_is_spoken_in_full(model: PagedTableModel[Row], column: int, said: str) -> None:
    model.show([4])
    assert model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) == said


def test_a_row_knows_its_key_without_being_fetched(model: PagedTableModel[Row], shelf: Shelf) -> None:
    model.show([4])
    assert model.index(0, 1).data(KEY) == 4
    assert shelf.asked == []


def test_columns_are_named(model: PagedTableModel[Row]) -> None:
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in range(2)] == ["Who", "Due"]


def test_rows_have_no_rows_of_their_own(model: PagedTableModel[Row]) -> None:
    model.show([1, 2])
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.rowCount(QModelIndex()) == 2
