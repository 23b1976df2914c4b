# SPDX-License-Identifier: GPL-3.0-or-later
"""A page at a scale. Text keeps its lines at every scale, because the scales are those its type has whole px at.

Qt rounds the size of type to whole px of the screen. At a scale between two of them all words would be some
per cent too wide or too narrow for the page, and lines would end elsewhere than in Word.
"""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QTextOption

from ...documents.layout import SIZES
from .body_document import Setting

MM_PER_INCH = 25.4
POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Scale:
    """How large a page is shown: so many px for the type of its body.

    in_px says that type is sized in px, for a page that is not painted on the screen.
    """

    type_px: int
    in_px: bool = False

    @classmethod
    def fitting(cls, page: float, room: int, largest: float) -> "Scale":
        """The largest scale at which a page, so many mm wide, fits into a room in px; largest: 1 for real size."""
        most = round(largest * SIZES.body * screen_dots() / POINTS_PER_INCH)
        fits = int(room * MM_PER_INCH * SIZES.body / (page * POINTS_PER_INCH))
        return cls(max(min(fits, most), 6))

    @property
    def dots(self) -> int:
        """Dots per inch at which Qt gives type just this size."""
        return round(self._per_point * POINTS_PER_INCH)

    @property
    def _per_point(self) -> float:
        return self.type_px / SIZES.body

    def px(self, mm: float) -> int:
        """Millimetres of the page in whole px of the screen."""
        return round(self.exact_px(mm))

    def exact_px(self, mm: float) -> float:
        """Millimetres of the page in px of the screen."""
        return mm / mm_of(1) * self._per_point

    def mm(self, px: float) -> float:
        """Px of the screen in millimetres of the page."""
        return mm_of(px / self._per_point)

    def font(self, families: tuple[str, ...], points: float, *, bold: bool = False) -> QFont:
        """A font that has so many points on the page."""
        font = paper_font(families, self.font_points(points), bold=bold)
        if self.in_px:
            font.setPixelSize(max(1, round(points * self._per_point)))
        return font

    def font_points(self, points: float) -> float:
        """The size to give a font on the screen that has so many points on the page."""
        return points * self._per_point * POINTS_PER_INCH / screen_dots()


def mm_of(points: float) -> float:
    """Points in millimetres."""
    return points * MM_PER_INCH / POINTS_PER_INCH


@lru_cache(maxsize=64)
def page_device(dots: int) -> QImage:
    """A device of so many dots per inch to lay text documents out by; kept, since they hold no share in it."""
    device = QImage(1, 1, QImage.Format.Format_RGB32)
    device.setDotsPerMeterX(round(dots / 0.0254))
    device.setDotsPerMeterY(round(dots / 0.0254))
    return device


def screen_dots() -> float:
    """Dots per inch that Qt takes distances in a text document to be given in."""
    return QGuiApplication.primaryScreen().logicalDotsPerInchY()


def at_rest(points: float) -> float:
    """A distance in points as a text document wants it, whatever it is scaled to."""
    return points * screen_dots() / POINTS_PER_INCH


def body_setting() -> Setting:
    """How the body of a letter is set."""
    lengths = (SIZES.after, SIZES.before_bullet, SIZES.bullet_indent, SIZES.line)
    return Setting(*map(at_rest, lengths))


def paper_font(families: tuple[str, ...], points: float, *, bold: bool = False) -> QFont:
    """A font of the paper; without hinting, so that words are as wide as on paper."""
    font = QFont(list(families))
    font.setPointSizeF(points)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def paper_option() -> QTextOption:
    """How lines are made on paper: by the widths the font's maker gave, each paragraph in its own direction."""
    option = QTextOption()
    option.setUseDesignMetrics(True)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
