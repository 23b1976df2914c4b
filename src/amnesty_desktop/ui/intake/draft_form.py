# SPDX-License-Identifier: GPL-3.0-or-later
"""The draft of a case as a form: every field can be corrected, and what is not sure says so."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ...domain.addressee import Addressee, AddresseeRole
from ...domain.case import Ask, Case, CaseKind, Concern, Confidentiality
from ...domain.case_check import case_problems
from ...domain.person import Person
from ...domain.sheet import SheetKind
from ...domain.vocabularies import label
from ...edits.arriving import ArrivingSheet, doubtful
from ...intake.sheet.draft import Sureness
from ..cases.concern_edit import ConcernEdit
from ..cases.fields import BlockField, ChoiceField, CountryField, DateField, Field, LineField, SideBySide
from ..desk import Desk
from ..widgets.section_head import SectionHead
from .reading import ReadSheet
from .records import RecordRow, RecordRows, addressee_row, person_row

NOT_SURE, NOT_THERE = "Not sure: look.", "Not on the sheet."
_KINDS = [(kind, label(kind)) for kind in CaseKind]
_CLASSES = [(each, label(each)) for each in Confidentiality]
_PAPERS = (
    (SheetKind.FIRST, "the first sheet"),
    (SheetKind.UPDATE, "an update"),
    (SheetKind.CLOSING, "the last one: no more appeals"),
    (SheetKind.CORRECTION, "a correction"),
    (SheetKind.OTHER, "another paper"),
)


class DraftForm(QWidget):
    """Signals: edited() when something was corrected; entered(key of the field) when the focus comes to a field."""

    edited = Signal()
    entered = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        look, today = desk.look, desk.session.today
        self._loaded: ArrivingSheet | None = None
        self._keys: dict[QObject, tuple[str, Field]] = {}
        self._here: tuple[str, Field] | None = None
        self._unsure: dict[str, list[Sureness]] = {}
        made: tuple[Field, ...] = (
            ChoiceField(look, "kind", "Kind", _KINDS),
            LineField(look, "reference", "Number", prompt="UA 60/16"),
            ChoiceField(look, "update", "This sheet is", _PAPERS),
            LineField(look, "ai_index", "AI Index"),
            CountryField(look, "country", "Country"),
            ChoiceField(look, "confidentiality", "Who may see it", _CLASSES),
            DateField(look, "issued", "Issued", today),
            DateField(look, "appeal_by", "Appeal by", today),
            LineField(look, "title", "Title"),
            BlockField(look, "situation", "What happened", lines=3),
            BlockField(look, "asks", "What it asks, one a line", lines=3),
            BlockField(look, "background", "Background"),
            BlockField(look, "notes", "Kept as notes in the diary"),
        )
        self.fields = {field.name: field for field in made}
        self.concerns = ConcernEdit(look, lambda: desk.session.vocabulary)
        self.people: RecordRows[Person] = RecordRows(look, "People", "Add a person", person_row)
        self.addressees: RecordRows[Addressee] = RecordRows(look, "Write to", "Add an address", addressee_row)
        self._place_parts()
        self._connect()

    def _place_parts(self) -> None:
        look, f = self._desk.look, self.fields
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        for part in (
            SideBySide(look, f["reference"], f["kind"]),
            SideBySide(look, f["country"], f["update"]),
            SideBySide(look, f["issued"], f["appeal_by"]),
            f["title"],
            self.people,
            f["situation"],
            f["asks"],
            self.addressees,
            SectionHead(look, "What is feared, and what it is about"),
            self.concerns,
            SideBySide(look, f["ai_index"], f["confidentiality"]),
            f["background"],
            f["notes"],
        ):
            column.addWidget(part)

    def _connect(self) -> None:
        for name, field in self.fields.items():
            self._watch(name, field)
        for group, rows in (("people", self.people), ("addressees", self.addressees)):
            rows.edited.connect(self.edited)
            rows.row_made.connect(lambda row, number, group=group: self._watch_row(group, row, number))
        self.concerns.edited.connect(self.edited)

    # -- in and out

    def load(self, read: ReadSheet) -> None:
        """Show what was read of another sheet."""
        sheet, case = read.sheet, read.sheet.case
        self._loaded, self._here = sheet, None
        self._keys = {editor: key for editor, key in self._keys.items() if key[0] in self.fields}
        doubts = doubtful(read.draft)
        for name, field in self.fields.items():
            field.show_value(self._shown(name, sheet))
            field.clear_problem()
            field.show_doubt(_doubt(doubts.get(name)))
        self.concerns.show_terms([(each.part, each.term) for each in sheet.concerns])
        self._unsure = {
            "people": [each.sureness for each in read.draft.people],
            "addressees": [each.sureness for each in read.draft.addressees],
        }
        self.people.show_records(sheet.people, lambda: Person(case_id=case.id))
        self.addressees.show_records(sheet.addressees, lambda: Addressee(case_id=case.id, country=case.country))

    def value(self) -> ArrivingSheet:
        """The sheet as corrected. Dates and countries that are not understood stay as they were read."""
        assert self._loaded is not None
        loaded, f = self._loaded, self.fields
        names = ("kind", "reference", "ai_index", "country", "confidentiality", "issued", "appeal_by", "title")
        new = {name: f[name].value() for name in (*names, "situation", "background") if not f[name].loose_words}
        case: Case = replace(loaded.case, **new)
        sheet = replace(
            loaded.sheet,
            kind=f["update"].value(),
            ai_index=case.ai_index,
            title=case.title,
            issued=case.issued,
            confidentiality=case.confidentiality,
        )
        source = replace(loaded.source, ai_index=case.ai_index, dated=case.issued, confidentiality=case.confidentiality)
        return replace(
            loaded,
            case=case,
            sheet=sheet,
            source=source if loaded.issuer.is_secretariat else replace(source, ai_index=""),
            people=self._people(),
            news=self._news(),
            asks=tuple(self._asks(case)),
            addressees=tuple(replace(each, position=at) for at, each in enumerate(self.addressees.values())),
            concerns=tuple(
                Concern(case_id=case.id, part=part, term=term, position=at)
                for at, (part, term) in enumerate(self.concerns.terms)
            ),
            facts=tuple(replace(fact, confidentiality=case.confidentiality) for fact in loaded.facts),
            notes=tuple(filter(None, (note.strip() for note in f["notes"].words().split("\n\n")))),
        )

    def problems(self) -> bool:
        """Show beside the fields what looks wrong; whether anything does."""
        found = {each.field: each for each in case_problems(self.value().case, self._desk.session.today())}
        for name, field in self.fields.items():
            if name in found and not field.loose_words:
                field.show_problem(found[name])
            elif field.problem is not None:
                field.clear_problem()
        return bool(found)

    def _people(self) -> tuple[Person, ...]:
        kept = (each for each in self.people.values() if each.name.strip() or each.work.strip())
        return tuple(replace(each, position=at) for at, each in enumerate(kept))

    def _news(self) -> tuple[str, ...]:
        assert self._loaded is not None
        said = {each.id: news for each, news in zip(self._loaded.people, self._loaded.news, strict=True)}
        return tuple(said.get(each.id, "") for each in self._people())

    def _asks(self, case: Case) -> Iterator[Ask]:
        assert self._loaded is not None
        present = {ask.text: ask for ask in self._loaded.asks}
        language = next((ask.language for ask in self._loaded.asks), self._loaded.source.language or "en")
        texts = dict.fromkeys(line.strip() for line in self.fields["asks"].words().splitlines() if line.strip())
        for at, text in enumerate(texts):
            yield replace(present.get(text) or Ask(case_id=case.id, text=text, language=language), position=at)

    def _shown(self, name: str, sheet: ArrivingSheet) -> Any:
        made: dict[str, Callable[[], Any]] = {
            "update": lambda: sheet.sheet.kind,
            "asks": lambda: "\n".join(ask.text for ask in sheet.asks),
            "notes": lambda: "\n\n".join(note.replace("\n\n", "\n") for note in sheet.notes),
        }
        return made[name]() if name in made else getattr(sheet.case, name)

    # -- where one is

    @property
    def here(self) -> str:
        """The key of the field one was in last, empty before there is one."""
        return self._here[0] if self._here else ""

    def go_to(self) -> None:
        """Go back to the field one was in, or to the first."""
        (self._here[1] if self._here else self.fields["reference"]).editor.setFocus()

    def fill(self, words: str) -> bool:
        """Put words of the sheet into the field one was in last, in place of what stands there; it can be undone."""
        if self._here is None:
            return False
        field = self._here[1]
        line = field.editor if isinstance(field.editor, QLineEdit) else field.editor.findChild(QLineEdit)
        if isinstance(field.editor, QPlainTextEdit):
            cursor = field.editor.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(_unbroken(words) if field.name != "address" else words)
        elif line is not None:
            line.selectAll()
            line.insert(" ".join(words.split()))
        else:
            field.type_words(" ".join(words.split()))
        field.left.emit(field.name)
        self.edited.emit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched in self._keys:
            self._here = self._keys[watched]
            self.entered.emit(self._here[0])
        return False

    def _watch(self, key: str, field: Field) -> None:
        editors = [
            field.editor,
            *field.editor.findChildren(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly),
        ]
        for editor in editors:
            self._keys[editor] = (key, field)
            editor.installEventFilter(self)
        field.edited.connect(lambda _name: field.show_doubt(""))
        field.edited.connect(lambda _name: self.edited.emit())

    def _watch_row(self, group: str, row: RecordRow, number: int) -> None:
        for field in row.fields.values():
            self._watch(f"{group} {number}", field)
        if 0 <= number < len(self._unsure[group]) and self._unsure[group][number] is not Sureness.SURE:
            next(iter(row.fields.values())).show_doubt(NOT_SURE)
        if group == "addressees" and number >= 0 and row.record.role is AddresseeRole.TARGET:
            for name in ("country", "salutation"):
                if not getattr(row.record, name):
                    row.fields[name].show_doubt(NOT_THERE)


def _doubt(sureness: Sureness | None) -> str:
    return {Sureness.UNSURE: NOT_SURE, Sureness.MISSING: NOT_THERE}.get(sureness, "") if sureness else ""


def _unbroken(words: str) -> str:
    """Lines of a printed paragraph as one; an empty line parts two."""
    return "\n".join(" ".join(part.split()) for part in words.split("\n\n"))
