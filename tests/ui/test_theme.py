# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours by role and fonts by use."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from amnesty_desktop.ui.theme import (
    TEXT_ROLES,
    Role,
    Theme,
    Use,
    contrast,
    high_contrast_theme,
    load_theme,
    load_typography,
    palette_of,
)

FOLDER = Path(__file__).parents[2] / "resources" / "theme"
BOTH = [load_theme(FOLDER / name) for name in ("light.toml", "dark.toml")]
GROUNDS = (Role.PANE, Role.RAIL, Role.SUB, Role.HOVER, Role.SELECTION)


@pytest.mark.parametrize("theme", BOTH, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("role", TEXT_ROLES)
def test_words_of_every_role_can_be_read_on_every_ground(theme: Theme, role: Role, ground: Role) -> None:
    assert contrast(theme.color(role), theme.color(ground)) >= 4.5


@pytest.mark.parametrize("theme", BOTH, ids=lambda theme: theme.name)
@pytest.mark.parametrize(
    ("words", "ground"),
    [
        (Role.PRIMARY_TEXT, Role.PRIMARY),
        (Role.PRIMARY_TEXT, Role.PRIMARY_HOVER),
        (Role.ACCENT_TEXT, Role.ACCENT),
        (Role.PAPER_TEXT, Role.PAPER),
        (Role.PAPER_TEXT, Role.MARK),
        (Role.SELECTED_TEXT, Role.SELECTION),
    ],
)
def test_words_on_filled_grounds_can_be_read(theme: Theme, words: Role, ground: Role) -> None:
    assert contrast(theme.color(words), theme.color(ground)) >= 4.5


@pytest.mark.parametrize("theme", BOTH, ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", [Role.EDGE, Role.FOCUS])
def test_edges_and_the_focus_ring_can_be_seen(theme: Theme, role: Role) -> None:
    assert contrast(theme.color(role), theme.color(Role.PANE)) >= 3


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)


def test_a_theme_without_every_role_is_refused() -> None:
    with pytest.raises(ValueError, match="no colour for pane"):
        Theme("Empty", {role: QColor("red") for role in Role if role is not Role.PANE})


def test_a_theme_file_with_a_colour_nobody_can_read_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text((FOLDER / "light.toml").read_text("utf-8").replace("#B3261E", "reddish"), "utf-8")
    with pytest.raises(ValueError, match="no readable colour for red"):
        load_theme(broken)


def test_the_paper_stays_white_in_the_dark() -> None:
    assert all(theme.color(Role.PAPER) == QColor("white") for theme in BOTH)


def test_changing_a_colour_handed_out_leaves_the_theme_alone() -> None:
    BOTH[0].color(Role.TEXT).setRgb(1, 2, 3)
    assert BOTH[0].color(Role.TEXT) == QColor("#1A1A18")


def test_high_contrast_is_made_of_the_colours_of_the_system(qapp: QApplication) -> None:
    system = QPalette()
    system.setColor(QPalette.ColorRole.Base, QColor("black"))
    system.setColor(QPalette.ColorRole.Text, QColor("white"))
    theme = high_contrast_theme(system)
    assert theme.color(Role.RED) == theme.color(Role.GREEN) == QColor("white")
    assert theme.is_dark


def test_high_contrast_words_in_a_chosen_row_take_the_colour_of_its_fill(qapp: QApplication) -> None:
    system = QPalette()
    system.setColor(QPalette.ColorRole.HighlightedText, QColor("navy"))
    assert high_contrast_theme(system).on_selection(Role.SECONDARY) == QColor("navy")


def test_the_palette_writes_placeholders_in_full_secondary(qapp: QApplication) -> None:
    placeholder = palette_of(BOTH[0]).color(QPalette.ColorRole.PlaceholderText)
    assert placeholder == BOTH[0].color(Role.SECONDARY)
    assert placeholder.alpha() == 255


def test_every_use_has_a_font_of_ten_points_and_more() -> None:
    assert all(load_typography(FOLDER / "type.toml").faces[use].points >= 10 for use in Use)


def test_a_font_grows_with_the_text_size(qapp: QApplication) -> None:
    typography = load_typography(FOLDER / "type.toml")
    assert typography.font(Use.BODY, "Sans", 150).pointSizeF() == pytest.approx(18)


def test_the_familys_own_choice_is_kept() -> None:
    assert load_typography(FOLDER / "type.toml").family("Segoe UI", ["Inter"]) == "Segoe UI"


def test_a_stand_in_gives_way_to_a_better_family_that_is_installed() -> None:
    assert load_typography(FOLDER / "type.toml").family("Sans Serif", ["Noto Sans", "Wingdings"]) == "Noto Sans"


def test_a_stand_in_stays_where_nothing_better_is_installed() -> None:
    assert load_typography(FOLDER / "type.toml").family("Sans Serif", ["Wingdings"]) == "Sans Serif"
