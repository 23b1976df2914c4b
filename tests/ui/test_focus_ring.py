# SPDX-License-Identifier: GPL-3.0-or-later
"""The ring around what has the focus."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMainWindow, QPushButton, QScrollArea, QVBoxLayout, QWidget

from amnesty_desktop.ui.focus_ring import FocusRing
from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.models.paged_table import Column, PagedTableModel
from amnesty_desktop.ui.theme import Role
from amnesty_desktop.ui.widgets.bars import UndoBar
from amnesty_desktop.ui.widgets.key_table import KeyTableView

Shown = Callable[[QWidget], QMainWindow]


@pytest.fixture
def two_fields() -> QWidget:
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(40, 40, 40, 40)
    row.addWidget(QLineEdit())
    row.addWidget(QLineEdit())
    return page


def test_the_ring_stands_two_px_outside_what_has_the_focus(look: Look, shown: Shown, two_fields: QWidget) -> None:
    window = shown(two_fields)
    ring = FocusRing(window, look)
    field = two_fields.findChildren(QLineEdit)[1]
    field.setFocus()
    around = QRect(field.mapTo(window, QPoint()), field.size()).adjusted(-4, -4, 4, 4)
    assert ring.isVisible()
    assert ring.geometry() == around


def test_the_ring_follows_the_focus(look: Look, shown: Shown, two_fields: QWidget) -> None:
    ring = FocusRing(shown(two_fields), look)
    first, second = two_fields.findChildren(QLineEdit)
    first.setFocus()
    second.setFocus()
    assert ring.target is second


def test_the_ring_moves_with_its_widget(look: Look, shown: Shown, two_fields: QWidget) -> None:
    ring = FocusRing(shown(two_fields), look)
    field = two_fields.findChildren(QLineEdit)[1]
    field.setFocus()
    before = ring.geometry()
    field.move(field.x(), field.y() + 30)
    assert ring.geometry() == before.translated(0, 30)


def test_the_ring_goes_when_its_widget_goes(look: Look, shown: Shown, two_fields: QWidget) -> None:
    ring = FocusRing(shown(two_fields), look)
    field = two_fields.findChildren(QLineEdit)[1]
    field.setFocus()
    two_fields.hide()
    assert not ring.isVisible()


def test_the_ring_stays_within_the_window(look: Look, shown: Shown) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(QPushButton("Edge"))
    window = shown(page)
    ring = FocusRing(window, look)
    page.findChildren(QPushButton)[0].setFocus()
    assert window.rect().contains(ring.geometry())


def test_the_ring_does_not_leave_the_scroll_area(look: Look, shown: Shown) -> None:
    page, area, tall = QWidget(), QScrollArea(), QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 200, 0, 200)
    column.addWidget(area)
    tall.setFixedSize(400, 2000)
    button = QPushButton("Low", tall)
    button.setGeometry(10, 150, 100, 200)
    area.setWidget(tall)
    window = shown(page)
    ring = FocusRing(window, look)
    button.setFocus()
    area.verticalScrollBar().setValue(0)
    view = QRect(area.viewport().mapTo(window, QPoint()), area.viewport().size())
    assert ring.isVisible()
    assert view.adjusted(-4, -4, 4, 4).contains(ring.geometry())


def test_a_list_paints_the_focus_in_its_row_instead(look: Look, shown: Shown) -> None:
    model = PagedTableModel([Column[int]("Who", str)], lambda keys: list(keys), lambda row: row)
    view = KeyTableView(look, model, "Cases")
    model.show([1, 2])
    ring = FocusRing(shown(view), look)
    view.choose(1)
    view.setFocus()
    assert not ring.isVisible()


def test_a_list_without_a_row_has_the_ring_around_it(look: Look, shown: Shown) -> None:
    model = PagedTableModel([Column[int]("Who", str)], lambda keys: list(keys), lambda row: row)
    view = KeyTableView(look, model, "Cases")
    ring = FocusRing(shown(view), look)
    view.setFocus()
    assert ring.isVisible()


def test_the_ring_lets_the_mouse_through(look: Look, shown: Shown, two_fields: QWidget) -> None:
    ring = FocusRing(shown(two_fields), look)
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_the_ring_can_be_seen_on_the_inverted_bar(look: Look, shown: Shown) -> None:
    page = QWidget()
    bar = UndoBar(look, "Ctrl+Z")
    QVBoxLayout(page).addWidget(bar)
    ring = FocusRing(shown(page), look)
    bar.offer("The reply is in the bin.")
    bar.findChildren(QPushButton)[0].setFocus()
    image = ring.grab().toImage()
    assert image.pixelColor(image.width() // 2, 0) == look.color(Role.PRIMARY_TEXT)
