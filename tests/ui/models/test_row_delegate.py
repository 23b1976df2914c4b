# SPDX-License-Identifier: GPL-3.0-or-later
"""How rows are painted."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from amnesty_desktop.ui.lights import Light
from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.models.paged_table import Cell, Column, PagedTableModel
from amnesty_desktop.ui.models.row_delegate import RowDelegate
from amnesty_desktop.ui.theme import Role, high_contrast_theme
from amnesty_desktop.ui.widgets.key_table import KeyTableView


@pytest.fixture
def delegate(look: Look, qtbot: QtBot) -> RowDelegate:
    view = QTableView()
    qtbot.addWidget(view)
    return RowDelegate(look, view)


def painted(delegate: RowDelegate, cell: Cell, width: int, *, is_selected: bool = False) -> QImage:
    image = QImage(width, 32, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    delegate.paint_cell(painter, QRect(0, 0, width, 32), cell, is_selected)
    painter.end()
    return image


def colours(image: QImage, left: int = 0, right: int | None = None) -> set[str]:
    columns = range(left, image.width() if right is None else right)
    return {image.pixelColor(x, y).name() for x in columns for y in range(32)}


def test_there_is_room_for_the_name_at_every_text_size(look: Look, delegate: RowDelegate) -> None:
    heights = []
    for size in (100, 150, 200):
        look.set_text_size(size)
        heights.append(delegate.row_height)
    assert heights == [32, 48, 64]


def test_a_second_text_is_not_painted_where_the_name_takes_the_room(delegate: RowDelegate) -> None:
    with_second = painted(delegate, Cell("Maribel Quiñónez Tábora", "own script", is_strong=True), 150)
    assert with_second == painted(delegate, Cell("Maribel Quiñónez Tábora", is_strong=True), 150)


def test_the_name_is_the_same_with_or_without_a_second_text(delegate: RowDelegate) -> None:
    alone, both = (painted(delegate, Cell("Lin", second), 200) for second in ("", "林若棠"))
    assert alone.copy(0, 0, 22, 32) == both.copy(0, 0, 22, 32)
    assert alone != both


def test_a_light_stands_before_its_word_in_its_colour(look: Look, delegate: RowDelegate) -> None:
    image = painted(delegate, Cell("4 days over", light=Light.LATE), 200)
    assert image.pixelColor(6, 16) == look.color(Role.RED)


def test_numbers_stand_at_the_trailing_edge(delegate: RowDelegate) -> None:
    image = painted(delegate, Cell("27", is_trailing=True), 200)
    assert colours(image, right=150) == {"#ffffff"}


def test_names_are_never_taken_for_markup(delegate: RowDelegate) -> None:
    bold, plain = (painted(delegate, Cell(text), 300) for text in ("<b>Lin</b>", "Lin"))
    assert bold != plain


def test_words_in_a_chosen_row_take_the_colour_of_high_contrast(look: Look, delegate: RowDelegate) -> None:
    system = QPalette()
    system.setColor(QPalette.ColorRole.HighlightedText, QColor("blue"))
    look.show_theme(high_contrast_theme(system))
    image = painted(delegate, Cell("", light=Light.LATE), 60, is_selected=True)
    assert image.pixelColor(6, 16) == QColor("blue")


@pytest.mark.parametrize(("direction", "at"), [("LeftToRight", 1), ("RightToLeft", 298)])
def test_the_marker_stands_at_the_leading_edge_of_the_chosen_row(
    look: Look, qtbot: QtBot, direction: str, at: int
) -> None:
    model = PagedTableModel([Column[int]("Who", str)], lambda keys: list(keys), lambda row: row)
    view = KeyTableView(look, model, "Cases")
    qtbot.addWidget(view)
    view.setLayoutDirection(Qt.LayoutDirection[direction])
    view.resize(300, 200)
    model.show([1, 2])
    view.choose(1)
    image = view.grab().toImage()
    assert image.pixelColor(at, view.horizontalHeader().height() + 10) == look.color(Role.ACCENT)


def on_line_column() -> tuple[Column[int], ...]:
    return (
        Column("Who", str),
        Column("", lambda row: "", light=lambda row: Light.BETTER, on_line="when"),
    )


@pytest.fixture
def strung(qtbot: QtBot, look: Look) -> KeyTableView:
    model: PagedTableModel[int] = PagedTableModel(on_line_column(), list, lambda row: row)
    view = KeyTableView(look, model, "Outcomes")
    qtbot.addWidget(view)
    view.resize(400, 200)
    model.show(range(3))
    view.show()
    return view


def edge_in_row(view: KeyTableView, look: Look, row: int) -> list[bool]:
    """Whether the line stands above and below the mark of a row."""
    place = view.visualRect(view.model().index(row, 1))
    image = view.viewport().grab().toImage()
    edge = look.color(Role.EDGE).name()
    return [image.pixelColor(place.center().x(), y).name() == edge for y in (place.top() + 2, place.bottom() - 2)]


def test_marks_stand_on_a_line_from_the_first_to_the_last(look: Look, strung: KeyTableView) -> None:
    strung.show_sorted("when", True)
    assert [edge_in_row(strung, look, row) for row in range(3)] == [[False, True], [True, True], [True, False]]


def test_sorted_by_anything_else_the_marks_stand_alone(look: Look, strung: KeyTableView) -> None:
    strung.show_sorted("who", False)
    assert [edge_in_row(strung, look, row) for row in range(3)] == [[False, False]] * 3


def test_a_word_can_have_its_own_colour(look: Look, delegate: RowDelegate) -> None:
    assert look.color(Role.GREEN).name() in colours(painted(delegate, Cell("Better", role=Role.GREEN), 100))
