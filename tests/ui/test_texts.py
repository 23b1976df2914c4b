# SPDX-License-Identifier: GPL-3.0-or-later
"""Words on their way to the screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QKeySequence, QPainter
from PySide6.QtWidgets import QApplication

from amnesty_desktop.ui.texts import counted, draw_line, in_own_direction, joined, left_to_right, shortcut_text


@pytest.mark.parametrize(("number", "said"), [(0, "0 letters"), (1, "1 letter"), (3, "3 letters")])
def test_things_are_counted_in_words(number: int, said: str) -> None:
    assert counted(number, "letter", "letters") == said


@given(st.text(min_size=1, max_size=20))
def test_a_name_is_kept_whole_between_its_marks(name: str) -> None:
    assert in_own_direction(name)[1:-1] == left_to_right(name)[1:-1] == name


def test_nothing_needs_no_marks() -> None:
    assert left_to_right("") == in_own_direction("") == ""


def test_parts_that_say_nothing_get_no_dot() -> None:
    assert joined("Honduras", "", "UA 112/26").count("·") == 1


def test_a_shortcut_is_written_as_the_platform_writes_it(qapp: QApplication) -> None:
    assert shortcut_text(QKeySequence("Ctrl+K")) == QKeySequence("Ctrl+K").toString(
        QKeySequence.SequenceFormat.NativeText
    )


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("text", ["a very long line of words indeed", "رضوان کوهستانی من مدينة بعيدة", "one\ntwo"])
def test_a_line_never_leaves_its_room(qapp: QApplication, text: str, direction: Qt.LayoutDirection) -> None:
    image = QImage(200, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    used = draw_line(painter, QRect(60, 0, 80, 30), text)
    painter.end()
    outside = [image.pixelColor(x, y).lightness() for x in (*range(56), *range(144, 200)) for y in range(30)]
    assert used <= 81
    assert min(outside) == 255
