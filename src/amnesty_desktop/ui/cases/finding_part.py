# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a person may be called a prisoner of conscience: what Amnesty found, in one sentence, and the form."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.assessment import Assessment, Ground
from ...domain.conscience import Conscience, Lack, may_be_called
from ...domain.person import Person
from ...domain.source import Source
from ...domain.spoken_dates import spoken
from ...domain.vocabularies import label
from ...store.changes import Changes
from ..desk import Desk
from ..lights import Light, LightLabel
from ..showing import show_if
from ..theme import Role, Use
from ..widgets.buttons import LinkButton
from ..widgets.paragraph import Paragraph
from ..widgets.section_head import SectionHead
from ..widgets.side_value import SideValue
from .finding_form import FindingForm
from .focus_order import put_in_order
from .kept_form import dismiss, had_focus

_HOLDS, _NOT_BEGUN, _LACKING, _AGAINST = "Amnesty’s finding.", "Not recorded yet.", "Not complete.", "Not called so."
_SETTLED = frozenset({Lack.VIOLENCE, Lack.NOT_ESTABLISHED})


class FindingPart(QWidget):
    """The mark, its one sentence, what is recorded, and the form in its place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._person: Person | None = None
        self._findings: list[Assessment] = []
        self.form: FindingForm | None = None
        look = desk.look
        self.head = SectionHead(look, "Prisoner of conscience", button="Record")
        assert self.head.button is not None
        self.record_button = self.head.button
        self.record_button.setObjectName("record_finding")
        self.mark = LightLabel(look, Light.ONE_SHORT, _NOT_BEGUN, Use.STRONG)
        self.why = Paragraph(look, "", Use.TABLE, Role.SECONDARY)
        self.grounds = SideValue(look, "Grounds")
        self.found = SideValue(look, "Amnesty found")
        self.decided = SideValue(look, "Decided")
        self.note = SideValue(look, "Note")
        self.earlier = LinkButton(look, "Show the other finding")
        self._place_parts()
        self.record_button.clicked.connect(self.change)
        self.earlier.clicked.connect(self._open_other)
        look.changed.connect(self._restyle)
        self._restyle()

    def _place_parts(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._reading = QWidget()
        self._values = QVBoxLayout(self._reading)
        self._values.setContentsMargins(0, 0, 0, 0)
        self._line = QHBoxLayout()
        self._line.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self.why, 1)
        self._values.addLayout(self._line)
        for part in (self.grounds, self.found, self.decided, self.note):
            self._values.addWidget(part)
        self._values.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(self.head)
        self._column.addWidget(self._reading)

    def show_person(self, person: Person) -> None:
        """Show what is recorded about a person."""
        file = self._desk.session.file
        self._person = person
        grounds = file.all(Ground, person_id=person.id, order="position, key")
        self._findings = file.all(Assessment, person_id=person.id)
        judged = may_be_called(person.id, self._findings, grounds, file.all(Source, case_id=person.case_id))
        self._show_mark(judged)
        named = (self._desk.session.vocabulary.label(each.term) for each in grounds)
        self.grounds.show_words(", ".join(dict.fromkeys(named)))
        self._show_finding(self._findings[-1] if self._findings else None)
        self.record_button.setText("Change" if self._findings else "Record")
        self.record_button.setAccessibleName(f"{self.record_button.text()} what Amnesty found")
        show_if(self.earlier, len(self._findings) > 1)

    def change(self) -> None:
        """Record what Amnesty found, or change it."""
        if self._person is None or self.form is not None:
            return
        if self._findings:
            self._edit(self._findings[-1])
        else:
            self._edit(Assessment(case_id=self._person.case_id, person_id=self._person.id), is_new=True)

    def follow(self, changes: Changes, origin: object) -> None:
        """Let the open form know what was changed elsewhere."""
        if self.form is not None:
            self.form.follow(changes, origin)

    def leave(self) -> None:
        """Keep what is typed and take the form away."""
        if self.form is not None:
            self.form.leave()

    def _show_mark(self, judged: Conscience) -> None:
        light, word = Light.ONE_SHORT, _LACKING
        if judged.may_be_called:
            light, word = Light.VERIFIED, _HOLDS
        elif not judged.is_begun:
            word = _NOT_BEGUN
        elif judged.lack in _SETTLED:
            light, word = Light.NO_LONGER_TRUE, _AGAINST
        self.mark.show_light(light, word)
        self.why.setText(judged.why.removeprefix("Amnesty’s own finding: ") if judged.may_be_called else judged.why)

    def _show_finding(self, finding: Assessment | None) -> None:
        said = label(finding.violence) if finding is not None and finding.violence is not None else ""
        self.found.show_words(said)
        on = finding.decided_on if finding is not None else None
        day = spoken(on) if on is not None and on.is_known else ""
        by = finding.decided_by.strip() if finding is not None else ""
        self.decided.show_words(", ".join(part for part in (by, day) if part))
        self.note.show_words(finding.note.strip() if finding is not None else "")

    def _open_other(self) -> None:
        self._edit(self._findings[0])

    def _edit(self, finding: Assessment, *, is_new: bool = False) -> None:
        self.leave()
        self.form = FindingForm(self._desk)
        self.form.finished.connect(self._on_finished)
        self._column.addWidget(self.form)
        self.record_button.hide()
        self.form.load(finding, is_new=is_new)
        put_in_order(self)
        self.form.focus_first()

    def _on_finished(self) -> None:
        form, self.form = self.form, None
        if form is None:
            return
        is_left = had_focus(form)
        self._column.removeWidget(form)
        dismiss(form)
        self.record_button.show()
        if is_left:
            self.record_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle(self) -> None:
        px = self._desk.look.px
        self._column.setSpacing(px(10))
        self._values.setSpacing(px(6))
        self._line.setSpacing(px(8))
