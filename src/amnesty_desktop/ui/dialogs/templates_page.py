# SPDX-License-Identifier: GPL-3.0-or-later
"""The group's own templates: which there are, what the doctor says of each, and how to add one made in Word."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from ...documents.template_doctor import TemplateReport
from ...domain.own_template import OwnTemplate
from ...domain.spoken_dates import spoken
from ...edits import own_templates
from ...edits.own_templates import Offered
from ...store.errors import CaseFileError
from ..desk import Desk
from ..look import Look
from ..theme import Role as Colour
from ..theme import Use
from ..widgets.form_field import FormField
from ..widgets.paragraph import Paragraph
from .frame import DialogFrame, Role
from .line_list import Line, LineList

_HOW = (
    "Letters can be printed on a page your group has made in Word. Type fields such as {address} or {body} where they"
    " belong. The easiest way: begin with our letterhead, change it, save it, and add it here."
)
_NONE = "No template of your own yet."


class TemplatesPage(DialogFrame):
    """Signals: trial_requested(Offered) for a test letter; ours_requested() for a copy of our letterhead to change.

    choose_file asks for a Word file; it can be exchanged in tests.
    """

    trial_requested = Signal(object)
    ours_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(desk.look, "Templates", parent, size=(720, 620))
        self._desk = desk
        self._shown: Offered | None = None
        self.choose_file: Callable[[], str] = self._choose_file
        self.list = LineList(desk.look, "Your own templates")
        self.list.setObjectName("templates")
        self.name = QLineEdit()
        self.name.setObjectName("template_name")
        self._name_field = FormField(desk.look, "name", "Its &name above the letter", self.name)
        self.findings = _Findings(desk.look)
        self._none = Paragraph(desk.look, _NONE, role=Colour.SECONDARY)
        self._build()
        self._fill()

    def _build(self) -> None:
        self.add(Paragraph(self.look, _HOW, role=Colour.SECONDARY), self._none)
        self.content.addWidget(self.list, 1)
        self.add(self._name_field, self.findings)
        self.content.addStretch(1)
        self.list.currentRowChanged.connect(self._on_row)
        self.name.editingFinished.connect(self._rename)
        self.add_close()
        self._bin = self.add_button("Put into the &bin", Role.ActionRole)
        self._trial = self.add_button("&Test letter in Word", Role.ActionRole)
        ours = self.add_button("Begin with &ours…", Role.ActionRole)
        added = self.add_button("&Add a Word file…", Role.ActionRole, primary=True)
        self._bin.clicked.connect(self._put_away)
        self._trial.clicked.connect(lambda: self.trial_requested.emit(self._shown))
        ours.clicked.connect(self.ours_requested)
        added.clicked.connect(self._add)

    # -- the list

    def _fill(self, chosen: str = "") -> None:
        found = self._desk.session.file.all(OwnTemplate, order="position, key")
        self.list.blockSignals(True)
        self.list.show_lines(_line(one) for one in found)
        self.list.blockSignals(False)
        for part, is_shown in ((self.list, bool(found)), (self._none, not found), (self._name_field, bool(found))):
            part.setVisible(is_shown)
        rows = [one.id for one in found]
        self.list.setCurrentRow(rows.index(chosen) if chosen in rows else 0)
        self._on_row()

    @property
    def _template(self) -> OwnTemplate | None:
        line = self.list.chosen
        return None if line is None else line.value

    def _on_row(self, *_: object) -> None:
        template = self._template
        self._shown = None
        if template is not None:
            self.name.setText(template.name)
            content = self._desk.session.file.bytes_of(template.digest) or b""
            self._show(own_templates.offered(template.name, content))
        else:
            self.findings.clear()
            self._set_buttons()

    def _show(self, found: Offered) -> None:
        self._shown = found
        self.findings.show_report(found.name, found.report)
        self._set_buttons()

    def _set_buttons(self) -> None:
        self._bin.setEnabled(self._template is not None)
        self._trial.setEnabled(self._shown is not None and self._shown.report.is_usable)

    # -- what is done

    def _add(self) -> None:
        if not (chosen := self.choose_file()):
            return
        path = Path(chosen)
        self.trouble.clear()
        self._desk.jobs.start(
            "Looking at the template",
            lambda _step: own_templates.look_at(path),
            done=self._on_looked_at,
            failed=self._on_failed,
        )

    def _on_looked_at(self, found: Offered) -> None:
        session = self._desk.session
        if session.is_locked:
            return
        if not found.report.is_usable:
            self._show(found)
            self.trouble.show_problem(f"“{found.name}” cannot be used yet. See below what to change.", "Understood")
            return
        same = next((one for one in session.file.all(OwnTemplate) if one.name == found.name), None)
        if same is None:
            add = partial(own_templates.add, found=found, on=session.today())
            changes = session.edit("Add a template", add, self)
            chosen = changes.result.id if changes is not None else ""
        else:
            edit = partial(own_templates.exchange, template_id=same.id, found=found, on=session.today())
            session.edit("Exchange a template", edit, self)
            chosen = same.id
        self._fill(chosen)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CaseFileError):
            raise error
        self.trouble.show_problem(f"{error.message} {error.way_out}", "Understood")

    def _rename(self) -> None:
        template = self._template
        name = self.name.text().strip()
        if template is not None and name and name != template.name:
            edit = partial(own_templates.rename, template_id=template.id, name=name)
            self._desk.session.edit("Rename a template", edit, self)
            self._fill(template.id)

    def _put_away(self) -> None:
        template = self._template
        if template is not None:
            edit = partial(own_templates.put_away, template_id=template.id)
            self._desk.session.edit("Put the template into the bin", edit, self)
            self._fill()

    def _choose_file(self) -> str:
        chosen, _ = QFileDialog.getOpenFileName(
            self, "Add a template made in Word", "", "Word documents (*.docx *.docm *.dotx *.dotm *.doc);;All files (*)"
        )
        return chosen


class _Findings(QWidget):
    """What the doctor says, one thing a line."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(6))
        self.lines: list[str] = []

    def clear(self) -> None:
        """Say nothing."""
        self.lines = []
        while (item := self._column.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()

    def show_report(self, name: str, report: TemplateReport) -> None:
        """Say what is wrong first, then which fields are where."""
        self.clear()
        if report.troubles:
            self._say(f"What keeps “{name}” from being used:", Colour.RED)
        for trouble in report.troubles:
            self._say(f"{trouble.message} {trouble.way_out}")
        if report.is_usable:
            self._say("Every part of a letter has its place. Look at a test letter before you use it.", Colour.GREEN)
        for place, names in _by_place(report).items():
            self._say(f"Fields in {place}: {', '.join(names)}", Colour.SECONDARY)
        for note in report.notes:
            self._say(note, Colour.SECONDARY)

    def _say(self, words: str, role: Colour = Colour.TEXT) -> None:
        self.lines.append(words)
        self._column.addWidget(Paragraph(self._look, words, Use.TABLE, role))


def _by_place(report: TemplateReport) -> dict[str, list[str]]:
    places: dict[str, list[str]] = {}
    for found in report.fields:
        for place in found.places:
            places.setdefault(place, []).append(f"{{{found.name}}}")
    return places


def _line(template: OwnTemplate) -> Line:
    added = f"since {spoken(template.added)}" if template.added else ""
    return Line(template.name, f"{max(1, template.size // 1000)} kB", added, template)
