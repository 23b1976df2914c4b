# SPDX-License-Identifier: GPL-3.0-or-later
"""A page at a scale: a text document laid out for it keeps its lines at every size on the screen."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QTextOption

from ...documents.layout import SIZES
from .body_document import Setting

MM_PER_INCH = 25.4
POINTS_PER_INCH = 72


@lru_cache(maxsize=256)
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
    """A font of the paper; without hinting, so that words keep their widths at every scale."""
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
