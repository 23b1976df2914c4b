# SPDX-License-Identifier: GPL-3.0-or-later
"""To whom a person is related: one press on a line changes it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.person import Person, Relation
from ...domain.printed import WITHHELD, shown_name
from ...store.changes import Changes
from ..desk import Desk
from ..showing import show_if
from ..texts import in_own_direction
from ..theme import Role, Use
from ..widgets.buttons import LinkButton
from ..widgets.paragraph import Paragraph
from .focus_order import put_in_order
from .kept_form import dismiss, had_focus
from .relation_form import RelationForm

_LONG = 70
"""Characters of a line from which on it is cut; the form shows it whole."""


class RelationsPart(QWidget):
    """Lines of relations, what others say of this person, and the press that adds one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._person: Person | None = None
        self.form: RelationForm | None = None
        self.lines: list[LinkButton] = []
        self._shown: list[tuple[str, str]] = []
        self._of_others = Paragraph(desk.look, "", Use.TABLE, Role.SECONDARY)
        self.add_button = LinkButton(desk.look, "Add relation")
        self.add_button.setObjectName("add_relation")
        self._rows = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._rows)
        self._column.addWidget(self._of_others)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.add_button.clicked.connect(self.begin)
        desk.look.changed.connect(self._restyle)
        self._restyle()

    def show_person(self, person: Person, relations: Sequence[Relation], people: Iterable[Person]) -> None:
        """Show how a person stands to others; relations are all of the case."""
        self._person = person
        names = {each.id: shown_name(each) or WITHHELD for each in people}
        own = [each for each in relations if each.person_id == person.id]
        theirs = [each for each in relations if each.other_id == person.id and each.person_id in names]
        self._show_lines([(each.id, _words(each, names)) for each in own])
        said = (f"{in_own_direction(names[each.person_id])}: {_towards(each, person)}" for each in theirs)
        self._of_others.setText("\n".join(said))
        show_if(self._of_others, bool(theirs))

    def begin(self) -> None:
        """Add a relation."""
        if self._person is not None:
            self._edit(Relation(case_id=self._person.case_id, person_id=self._person.id), is_new=True)

    def follow(self, changes: Changes, origin: object) -> None:
        """Let the form know what was changed elsewhere."""
        if self.form is not None:
            self.form.follow(changes, origin)

    def leave(self) -> None:
        """Keep what is typed and take the form away."""
        if self.form is not None:
            self.form.leave()

    def _show_lines(self, lines: list[tuple[str, str]]) -> None:
        """Keep the lines while they say the same, so that the focus stays."""
        if lines == self._shown:
            return
        for line in self.lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._shown = lines
        self.lines = [self._line(relation_id, said) for relation_id, said in lines]
        put_in_order(self)

    def _line(self, relation_id: str, said: str) -> LinkButton:
        short = said if len(said) <= _LONG else f"{said[: _LONG - 1].rstrip()}…"
        line = LinkButton(self._desk.look, short.replace("&", "&&"))
        line.setAccessibleName(f"Change relation: {said}")
        line.clicked.connect(lambda: self._open(relation_id))
        self._rows.addWidget(line, 0, Qt.AlignmentFlag.AlignLeading)
        return line

    def _open(self, relation_id: str) -> None:
        relation = self._desk.session.file.find(Relation, relation_id)
        if relation is not None:
            self._edit(relation)

    def _edit(self, relation: Relation, *, is_new: bool = False) -> None:
        self.leave()
        self.form = RelationForm(self._desk)
        self.form.finished.connect(self._on_finished)
        self._column.addWidget(self.form)
        self.add_button.hide()
        self.form.load(relation, is_new=is_new)
        put_in_order(self)
        self.form.focus_first()

    def _on_finished(self) -> None:
        form, self.form = self.form, None
        if form is None:
            return
        is_left = had_focus(form)
        self._column.removeWidget(form)
        dismiss(form)
        self.add_button.show()
        if is_left:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle(self) -> None:
        self._column.setSpacing(self._desk.look.px(6))
        self._rows.setSpacing(self._desk.look.px(4))


def _words(relation: Relation, names: dict[str, str]) -> str:
    """ "sister of Ana", or the words alone for somebody outside the case."""
    other = names.get(relation.other_id or "", "")
    words = relation.words.strip() or "related to"
    return f"{words} {in_own_direction(other)}" if other else words


def _towards(relation: Relation, person: Person) -> str:
    words = relation.words.strip() or "related to"
    return f"{words} {in_own_direction(shown_name(person) or 'this person')}"
