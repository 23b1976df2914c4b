# SPDX-License-Identifier: GPL-3.0-or-later
"""The look as values: colours by role, fonts by use, read from the theme files or taken from the system's palette."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette


class Role(StrEnum):
    """What a colour is for."""

    PANE = "pane"
    RAIL = "rail"
    SUB = "sub"
    DESK = "desk"
    PAPER = "paper"
    PAPER_TEXT = "paper_text"
    MISSPELT = "misspelt"
    TEXT = "text"
    SECONDARY = "secondary"
    LINE = "line"
    EDGE = "edge"
    BUTTON_EDGE = "button_edge"
    SELECTION = "selection"
    SELECTED_TEXT = "selected_text"
    HOVER = "hover"
    ACCENT = "accent"
    ACCENT_TEXT = "accent_text"
    PRIMARY = "primary"
    PRIMARY_TEXT = "primary_text"
    PRIMARY_HOVER = "primary_hover"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    MARK = "mark"
    FOCUS = "focus"


TEXT_ROLES = (Role.TEXT, Role.SECONDARY, Role.RED, Role.AMBER, Role.GREEN)
"""The roles words are written in, on pane, rail, sub and selection alike."""


class Use(StrEnum):
    """What a font is for."""

    TITLE = "title"
    SMALL_TITLE = "small_title"
    LETTER_TITLE = "letter_title"
    BODY = "body"
    CLAIM = "claim"
    STRONG = "strong"
    TABLE = "table"
    NAME = "name"
    SECTION = "section"
    CAPTION = "caption"
    STRONG_CAPTION = "strong_caption"
    MEETING_TITLE = "meeting_title"
    MEETING_NAME = "meeting_name"
    MEETING_BODY = "meeting_body"
    MEETING_CAPTION = "meeting_caption"


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours. Every role has one."""

    name: str
    colors: Mapping[Role, QColor]
    is_dark: bool = False
    is_high_contrast: bool = False

    def __post_init__(self) -> None:
        missing = [role.value for role in Role if role not in self.colors]
        if missing:
            raise ValueError(f"theme {self.name} has no colour for {', '.join(missing)}")

    def color(self, role: Role) -> QColor:
        """Return the colour of a role, as a copy."""
        return QColor(self.colors[role])

    def on_selection(self, role: Role) -> QColor:
        """Return the colour that words of this role take in a selected row."""
        return self.color(Role.SELECTED_TEXT if self.is_high_contrast else role)


def load_theme(path: Path) -> Theme:
    """Read one theme file; raises ValueError where a role is missing, unknown or no colour."""
    read = tomllib.loads(path.read_text("utf-8"))
    colors = {Role(name): QColor(value) for name, value in read["colors"].items()}
    broken = [role.value for role, color in colors.items() if not color.isValid()]
    if broken:
        raise ValueError(f"{path.name} has no readable colour for {', '.join(broken)}")
    return Theme(read["name"], colors, is_dark=read["is_dark"])


def high_contrast_theme(system: QPalette) -> Theme:
    """Return a theme made of the system's palette alone; what lights say by colour is left to their shapes."""
    pane, text = system.color(QPalette.ColorRole.Base), system.color(QPalette.ColorRole.Text)
    window, window_text = system.color(QPalette.ColorRole.Window), system.color(QPalette.ColorRole.WindowText)
    highlight, on_highlight = (
        system.color(QPalette.ColorRole.Highlight),
        system.color(QPalette.ColorRole.HighlightedText),
    )
    colors = dict.fromkeys(Role, text) | dict.fromkeys((Role.PANE, Role.SUB, Role.DESK, Role.HOVER), pane)
    colors |= {Role.RAIL: window, Role.EDGE: window_text, Role.LINE: window_text, Role.BUTTON_EDGE: window_text}
    colors |= {Role.SELECTION: highlight, Role.SELECTED_TEXT: on_highlight, Role.ACCENT: highlight}
    colors |= {Role.ACCENT_TEXT: on_highlight, Role.MARK: highlight, Role.FOCUS: window_text}
    colors |= {Role.PRIMARY_TEXT: pane}
    colors |= {Role.PAPER: QColor("white"), Role.PAPER_TEXT: QColor("black"), Role.MISSPELT: QColor("#B5281F")}
    return Theme("High contrast", colors, is_dark=pane.lightness() < 128, is_high_contrast=True)


def palette_of(theme: Theme) -> QPalette:
    """Return the palette Fusion paints with."""
    which = QPalette.ColorRole
    roles = {
        which.Base: Role.PANE,
        which.Window: Role.RAIL,
        which.AlternateBase: Role.SUB,
        which.Button: Role.PANE,
        which.ToolTipBase: Role.PANE,
        which.ToolTipText: Role.TEXT,
        which.Text: Role.TEXT,
        which.WindowText: Role.TEXT,
        which.ButtonText: Role.TEXT,
        which.BrightText: Role.TEXT,
        which.Link: Role.TEXT,
        which.LinkVisited: Role.TEXT,
        which.PlaceholderText: Role.SECONDARY,
        which.Light: Role.PANE,
        which.Midlight: Role.LINE,
        which.Mid: Role.LINE,
        which.Dark: Role.EDGE,
        which.Shadow: Role.EDGE,
        which.Highlight: Role.SELECTION,
        which.HighlightedText: Role.SELECTED_TEXT,
        which.Accent: Role.ACCENT,
    }
    palette = QPalette()
    for which_role, role in roles.items():
        palette.setColor(which_role, theme.color(role))
    for disabled in (which.Text, which.WindowText, which.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, disabled, theme.color(Role.SECONDARY))
    return palette


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    red, green, blue = (_linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


@dataclass(frozen=True, slots=True)
class Face:
    """One font: size in points at 100 % text, weight 400 to 700, letter spacing in per cent."""

    points: float
    weight: int = 400
    spacing: int = 100
    tabular: bool = False


@dataclass(frozen=True, slots=True)
class Typography:
    """All fonts by use, and the families they may be set in, best first."""

    faces: Mapping[Use, Face]
    families: tuple[str, ...]
    stand_ins: frozenset[str]
    paper_families: tuple[str, ...]

    def family(self, system: str, installed: Collection[str]) -> str:
        """Return the system's own family, or a better one where the system has only a stand-in."""
        if system not in self.stand_ins:
            return system
        return next((family for family in self.families if family in installed), system)

    def font(self, use: Use, family: str, text_size: int) -> QFont:
        """Return the font of a use; text_size is in per cent."""
        face = self.faces[use]
        font = QFont(family)
        font.setPointSizeF(face.points * text_size / 100)
        font.setWeight(QFont.Weight(face.weight))
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, face.spacing)
        if face.tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font


def load_typography(path: Path) -> Typography:
    """Read the file of fonts; raises KeyError where a use has no font."""
    read = tomllib.loads(path.read_text("utf-8"))
    faces = {use: Face(**read["fonts"][use.value]) for use in Use}
    return Typography(faces, tuple(read["families"]), frozenset(read["stand_ins"]), tuple(read["paper_families"]))


def system_family() -> str:
    """Return the family the desktop uses for its own windows."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
