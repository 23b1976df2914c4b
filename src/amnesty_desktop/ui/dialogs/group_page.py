# SPDX-License-Identifier: GPL-3.0-or-later
"""Our group: what stands on the letterhead, and how the group works. Saves itself."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from ...domain.case_check import group_problems
from ...domain.countries import country_name
from ...domain.group import Group, Paper
from ...edits import group as group_edits
from ...edits.bring_back import draft_of
from ..desk import Desk
from ..keeping import Keeper
from ..look import Look
from ..texts import joined
from ..theme import Role as Colour
from ..theme import Use
from ..widgets.country_edit import CountryEdit
from ..widgets.form_field import FormField
from ..widgets.paragraph import Paragraph
from ..widgets.plain_edit import PlainEdit
from .frame import DialogFrame

LANGUAGES = (("en", "English"), ("fr", "French"), ("es", "Spanish"), ("de", "German"))
_PAPERS = ((Paper.A4, "A4"), (Paper.LETTER, "US Letter"))


class GroupPage(DialogFrame):
    """The group's own page; every change is one edit, and undo takes it back."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(desk.look, "Our group", parent, size=(600, 680))
        self._session = desk.session
        self._group = desk.session.group
        self.name, self.line, self.email = QLineEdit(), QLineEdit(), QLineEdit()
        self.address = PlainEdit(desk.look, lines=3, most=6)
        self.country = CountryEdit()
        self.language, self.paper = QComboBox(), QComboBox()
        self.weeks = QSpinBox(minimum=1, maximum=52, suffix=" weeks")
        self.own_country = QCheckBox("&Say when a letter goes to our own country")
        self.own_country.setObjectName("own_country_note")
        self._fields = [
            FormField(desk.look, "name", "&Name", self.name),
            FormField(
                desk.look, "line", "&Line below the name", self.line, hint="Such as: local volunteers since 1987"
            ),
            FormField(desk.look, "address", "&Address for letters and replies", self.address),
            FormField(desk.look, "country", "&Country", self.country),
            FormField(desk.look, "email", "&E-mail for replies", self.email),
            FormField(desk.look, "language", "Letters are &usually in", self.language),
            FormField(desk.look, "paper", "&Paper", self.paper),
            FormField(desk.look, "weeks", "&Remind of a letter without an answer after", self.weeks),
        ]
        self.head = _Letterhead(desk.look)
        self._keeper = Keeper(
            desk.session,
            form=lambda: f"group:{self._group.id}",
            draft=self._draft,
            commit=self._commit,
            parent=self,
        )
        self._build()
        self._load()

    def value(self) -> Group:
        """The group as it stands in the fields."""
        return replace(
            self._group,
            name=self.name.text().strip(),
            line=self.line.text().strip(),
            address=self.address.toPlainText().strip(),
            country=self.country.code,
            email=self.email.text().strip(),
            language=self.language.currentData(),
            paper=self.paper.currentData(),
            follow_up_weeks=self.weeks.value(),
            own_country_note=self.own_country.isChecked(),
        )

    def done(self, result: int) -> None:
        self._keeper.settle()
        self._session.remove_keeper(self._keeper)
        super().done(result)

    def _build(self) -> None:
        for code, words in LANGUAGES:
            self.language.addItem(words, code)
        for paper, words in _PAPERS:
            self.paper.addItem(words, paper)
        saved = Paragraph(self.look, "Everything is saved as you type.", Use.CAPTION, Colour.SECONDARY)
        self.add(self.head, *self._fields, self.own_country, saved)
        self.content.addStretch(1)
        self.add_close("&Done")

    def _load(self) -> None:
        group = self._group
        self.name.setText(group.name)
        self.line.setText(group.line)
        self.address.setPlainText(group.address)
        self.country.set_code(group.country)
        self.email.setText(group.email)
        self.language.setCurrentIndex(max(self.language.findData(group.language), 0))
        self.paper.setCurrentIndex(max(self.paper.findData(group.paper), 0))
        self.weeks.setValue(group.follow_up_weeks)
        self.own_country.setChecked(group.own_country_note)
        signals = (
            *(edit.textChanged for edit in (self.name, self.line, self.email, self.country, self.address)),
            self.language.currentIndexChanged,
            self.paper.currentIndexChanged,
            self.weeks.valueChanged,
            self.own_country.toggled,
        )
        for signal in signals:
            signal.connect(self._on_touched)
        self._show_head()

    def _on_touched(self, *_: object) -> None:
        self._keeper.touched()
        self._show_head()
        problems = {problem.field: problem for problem in group_problems(self.value())}
        for field in self._fields:
            if field.name in problems:
                field.show_problem(problems[field.name])
            else:
                field.clear_problem()

    def _show_head(self) -> None:
        self.head.show_group(self.value())

    def _draft(self) -> dict[str, Any]:
        return draft_of(self.value())

    def _commit(self) -> bool:
        group = self.value()
        if group == self._group:
            return True
        if not group.name:
            return False
        if self._session.edit("Change our group", partial(group_edits.change, group=group), self) is None:
            return False
        self._group = group
        return True


class _Letterhead(QWidget):
    """The head of the group's letters as they will look, on a strip of paper that is white in the dark too."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.name = Paragraph(look, "", Use.LETTER_TITLE, Colour.PAPER_TEXT)
        self.rest = Paragraph(look, "", Use.CAPTION, Colour.PAPER_TEXT)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(20), look.px(14), look.px(20), look.px(14))
        column.setSpacing(look.px(2))
        column.addWidget(self.name)
        column.addWidget(self.rest)
        self.setAccessibleName("The head of your letters")

    def show_group(self, group: Group) -> None:
        """Show the head of this group's letters."""
        country = country_name(group.country) if group.country else ""
        parts = [group.line, *group.address.splitlines(), country, group.email]
        self.name.setText(group.name or "Name of the group")
        self.rest.setText(joined(*(part.strip() for part in parts)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color(Colour.PAPER))
        painter.setPen(self._look.color(Colour.LINE))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
