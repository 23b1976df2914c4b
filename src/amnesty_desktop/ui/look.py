# SPDX-License-Identifier: GPL-3.0-or-later
"""The look in force: the theme that follows the system or a wish, the text size, and one signal when they change."""

from enum import StrEnum
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from .text_size import nearest
from .theme import (
    Role,
    Theme,
    Use,
    high_contrast_theme,
    load_theme,
    load_typography,
    palette_of,
    system_family,
)


class Scheme(StrEnum):
    """Which colours are wished for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Look(QObject):
    """Owns theme and text size, and is handed to every widget that paints or measures.

    resources is the folder holding theme/ and icons/. `changed` comes after the application has the new
    palette, font and style sheet. day_first is how this user reads 5/7/2017, None until asked;
    `date_order_chosen` comes when it was said.
    """

    changed = Signal()
    date_order_chosen = Signal(bool)

    def __init__(
        self, application: QApplication, resources: Path, *, text_size: int = 100, day_first: bool | None = None
    ) -> None:
        super().__init__()
        self._application = application
        self._themes = {
            Scheme.LIGHT: load_theme(resources / "theme" / "light.toml"),
            Scheme.DARK: load_theme(resources / "theme" / "dark.toml"),
        }
        self._typography = load_typography(resources / "theme" / "type.toml")
        self._family = self._typography.family(system_family(), QFontDatabase.families())
        self._sheet = (resources / "theme" / "controls.qss").read_text("utf-8")
        self.icons = resources / "icons"
        self._drawings: dict[str, str] = {}
        self._fonts: dict[tuple[Use, int], QFont] = {}
        self._scheme = Scheme.SYSTEM
        self._text_size = nearest(text_size)
        self.day_first = day_first
        if not application.styleSheet():
            # A sheet is set by a look alone, so that with one Fusion is there already.
            application.setStyle("Fusion")
        self._theme = self._wanted_theme()
        self._apply()
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    @property
    def scheme(self) -> Scheme:
        """What was wished for; the theme may differ, as high contrast goes before it."""
        return self._scheme

    @property
    def text_size(self) -> int:
        """The text size in per cent, one of text_size.STEPS."""
        return self._text_size

    @property
    def em(self) -> float:
        """The base size of text, 12 pt, in px of the screen."""
        points = self._typography.faces[Use.BODY].points * self._text_size / 100
        return points * self._dots_per_point()

    @property
    def is_right_to_left(self) -> bool:
        """Whether the window is mirrored."""
        return self._application.layoutDirection() is Qt.LayoutDirection.RightToLeft

    @property
    def paper_families(self) -> tuple[str, ...]:
        """The families a letter is set in, best first."""
        return self._typography.paper_families

    def color(self, role: Role) -> QColor:
        """Return the colour of a role."""
        return self._theme.color(role)

    def font(self, use: Use) -> QFont:
        """Return the font of a use at the text size in force."""
        # Asked for with everything that is measured and painted, thousands of times for a long list.
        kept = self._fonts.get((use, self._text_size))
        if kept is None:
            kept = self._typography.font(use, self._family, self._text_size)
            self._fonts[use, self._text_size] = kept
        return QFont(kept)

    def px(self, design: float) -> int:
        """Return a length that is `design` px at 96 dpi and 100 % text, in px of the screen."""
        return round(design * self.em / 16)

    def drawing(self, name: str) -> str:
        """Return the drawing of an icon as SVG with its colour left open, read once."""
        if name not in self._drawings:
            self._drawings[name] = (self.icons / f"{name}.svg").read_text("utf-8")
        return self._drawings[name]

    def set_scheme(self, scheme: Scheme) -> None:
        """Follow the system, or stay light or dark whatever it says."""
        self._scheme = scheme
        hints = self._application.styleHints()
        if scheme is Scheme.SYSTEM:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if scheme is Scheme.DARK else Qt.ColorScheme.Light)
        self._on_system_changed()

    def set_text_size(self, per_cent: int) -> None:
        """Set the text size to the step nearest to per_cent."""
        if (wanted := nearest(per_cent)) != self._text_size:
            self._text_size = wanted
            self._apply()
            self.changed.emit()

    def choose_date_order(self, *, day_first: bool) -> None:
        """Read figures between slashes day first, or month first, from now on."""
        if day_first is not self.day_first:
            self.day_first = day_first
            self.date_order_chosen.emit(day_first)

    def show_theme(self, theme: Theme) -> None:
        """Put a theme in force; the next change of the system or of the wish replaces it."""
        if theme != self._theme:
            self._theme = theme
            self._apply()
            self.changed.emit()

    def _on_system_changed(self) -> None:
        self.show_theme(self._wanted_theme())

    def _wanted_theme(self) -> Theme:
        hints = self._application.styleHints()
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            self._application.setPalette(QPalette())
            return high_contrast_theme(self._application.palette())
        if self._scheme is Scheme.SYSTEM:
            is_dark = hints.colorScheme() is Qt.ColorScheme.Dark
            return self._themes[Scheme.DARK if is_dark else Scheme.LIGHT]
        return self._themes[self._scheme]

    def _apply(self) -> None:
        self._application.setPalette(palette_of(self._theme))
        self._application.setFont(self.font(Use.TABLE))
        sheet = self._style_sheet()
        # Setting it styles every widget there is anew, which takes a tenth of a second.
        if sheet != self._application.styleSheet():
            self._application.setStyleSheet(sheet)

    def _style_sheet(self) -> str:
        values = {role.value: self.color(role).name() for role in Role}
        behind = Role.SELECTION if self._theme.is_high_contrast else Role.ACCENT
        on_it = Role.SELECTED_TEXT if self._theme.is_high_contrast else Role.ACCENT_TEXT
        values |= {"mark_behind": self.color(behind).name(), "mark_text": self.color(on_it).name()}
        values |= {f"px{design}": str(self.px(design)) for design in range(2, 41, 2)}
        is_light_ink = self.color(Role.PRIMARY_TEXT).lightness() > 127
        values["tick"] = (self.icons / ("tick_light.svg" if is_light_ink else "tick_dark.svg")).as_posix()
        values |= {"box": str(self.px(6) * 3 - 2), "radio": str(self.px(6) * 3 // 2)}
        values |= {name: (self.icons / f"{name}.svg").as_posix() for name in ("fold", "unfold")}
        return Template(self._sheet).substitute(values)

    def _dots_per_point(self) -> float:
        return self._application.primaryScreen().logicalDotsPerInch() / 72
