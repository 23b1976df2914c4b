# SPDX-License-Identifier: GPL-3.0-or-later
"""The look in force, and how it changes."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amnesty_desktop.ui.look import Look, Scheme
from amnesty_desktop.ui.theme import Role, Use, high_contrast_theme


def test_the_base_size_is_sixteen_px_at_96_dpi(look: Look) -> None:
    assert look.em == pytest.approx(16)
    assert look.px(32) == 32


def test_lengths_and_fonts_grow_together(look: Look) -> None:
    look.set_text_size(150)
    assert look.px(32) == 48
    assert look.font(Use.TITLE).pointSizeF() == pytest.approx(27)


def test_another_text_size_is_told_once(look: Look, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed):
        look.set_text_size(200)
    with qtbot.assertNotEmitted(look.changed):
        look.set_text_size(200)


def test_dark_can_be_wished_for_whatever_the_system_says(look: Look, qapp: QApplication) -> None:
    look.set_scheme(Scheme.DARK)
    assert look.theme.is_dark
    assert qapp.palette().color(QPalette.ColorRole.Base) == look.color(Role.PANE)


def test_another_theme_is_told_after_the_palette_has_changed(look: Look, qapp: QApplication) -> None:
    seen: list[QColor] = []
    look.changed.connect(lambda: seen.append(qapp.palette().color(QPalette.ColorRole.Base)))
    look.set_scheme(Scheme.DARK)
    assert seen == [QColor("#1F1F1D")]


def test_wishing_for_what_is_there_changes_nothing(look: Look, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(look.changed):
        look.set_scheme(Scheme.LIGHT)


def test_high_contrast_goes_before_light_and_dark(look: Look) -> None:
    look.show_theme(high_contrast_theme(QPalette()))
    assert look.theme.is_high_contrast
    assert look.scheme is Scheme.LIGHT


def test_the_style_sheet_has_no_word_left_to_fill_in(look: Look, qapp: QApplication) -> None:
    assert "$" not in qapp.styleSheet()


def test_a_size_out_of_a_settings_file_is_brought_to_a_step(qapp: QApplication, look: Look) -> None:
    assert Look(qapp, look.icons.parent, text_size=137).text_size == 125
