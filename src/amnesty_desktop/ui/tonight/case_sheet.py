# SPDX-License-Identifier: GPL-3.0-or-later
"""One case in large type: what has happened, what we ask, whom to write to, what to mind. Nothing internal."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ...domain.addressee import Addressee
from ...domain.compose import copy_name
from ...domain.countries import country_name
from ...domain.tonight import LaidOut
from ..letters.framing import fact_sentence
from ..letters.words import language_name
from ..lights import Light, LightLabel
from ..look import Look
from ..texts import in_own_direction
from ..theme import Role, Use
from ..widgets.paragraph import NARROW, READING, Paragraph
from ..widgets.paragraph import Run as Words
from .type import LARGE, Type


class CaseSheet(QScrollArea):
    """Reads like a sheet on the table."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.type: Type = LARGE
        self.setObjectName("tonight_sheet")
        self.setAccessibleName("The case, as far as it may be passed on")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def say(self, sentence: str) -> None:
        """Show no case and one sentence."""
        page, column = self._page()
        column.addWidget(Paragraph(self._look, sentence, self.type.body, Role.SECONDARY))
        column.addStretch(1)
        self._put(page)

    def show_case(self, case: LaidOut, about: str, reader: Addressee | None, nobody: str = "") -> None:
        """Show a case. about is the line below the name, reader who gets the next letter, nobody why there is none."""
        page, column = self._page()
        look, px = self._look, self._look.px
        column.addWidget(Paragraph(look, case.who, self.type.title, line_height=NARROW))
        column.addSpacing(px(4))
        column.addWidget(Paragraph(look, about, self.type.body, Role.SECONDARY))
        if case.happened:
            self._head(column, "What has happened")
            for claim in case.happened:
                column.addWidget(Paragraph(look, fact_sentence(claim, claim.language), self.type.body))
                column.addSpacing(px(6))
        if case.asks:
            self._head(column, "What we ask")
            for ask in case.asks:
                column.addLayout(self._dashed(ask))
        self._head(column, "Write to")
        self._write_to(column, reader, nobody)
        for mind in case.minds:
            column.addSpacing(px(8))
            column.addLayout(self._minded(mind))
        column.addStretch(1)
        self._put(page)

    def _write_to(self, column: QVBoxLayout, reader: Addressee | None, nobody: str) -> None:
        look = self._look
        if reader is None:
            column.addWidget(Paragraph(look, nobody, self.type.body, Role.SECONDARY))
            return
        place = country_name(reader.country) if reader.country else ""
        name = copy_name(reader) or reader.address.partition("\n")[0]
        rest = [f", {place}" if place else "", "."]
        if reader.salutation.strip():
            rest.append(f" Begin with: {in_own_direction(reader.salutation.strip().rstrip(','))}.")
        rest.append(f" {language_name(reader.language)}.")
        words = Paragraph(look, "", self.type.body)
        words.set_runs(Words(name, strong=True), Words("".join(rest)))
        column.addWidget(words)

    def _dashed(self, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(10))
        dash = Paragraph(self._look, "–", self.type.body)
        dash.setFixedWidth(self._look.px(22))
        row.addWidget(dash, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Paragraph(self._look, text[:1].upper() + text[1:].rstrip(" ;.,"), self.type.body), 1)
        return row

    def _minded(self, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(10))
        flag = LightLabel(self._look, Light.PLEASE_MIND, "", self.type.body)
        flag.setAccessibleName("Please mind")
        flag.setFixedWidth(self._look.px(22))
        flag.setMinimumHeight(round(self._look.em * READING))
        row.addWidget(flag, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Paragraph(self._look, text, self.type.body), 1)
        return row

    def _head(self, column: QVBoxLayout, words: str) -> None:
        column.addSpacing(self._look.px(22))
        use = Use.SECTION if self.type.caption is Use.BODY else self.type.caption
        head = Paragraph(self._look, "", use)
        head.set_runs(Words(words, Role.SECONDARY, strong=True))
        column.addWidget(head)
        column.addSpacing(self._look.px(2))

    def _page(self) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget()
        page.setAutoFillBackground(True)
        page.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(page)
        side = self._look.px(40 if self.type is LARGE else 24)
        column.setContentsMargins(side, side, side, side // 2)
        column.setSpacing(0)
        return page, column

    def _put(self, page: QWidget) -> None:
        before = self.verticalScrollBar().value()
        self.setWidget(page)
        self.verticalScrollBar().setValue(before)
