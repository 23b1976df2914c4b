# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a source: what it is and whether it comes from another one; the rest opens under "Add more"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from ...domain.attachment import Attachment
from ...domain.case import Confidentiality
from ...domain.claim import Says, Support
from ...domain.problems import Problem
from ...domain.source import Connection, Reliability, Source, SourceKind
from ...domain.source_check import source_problems
from ...domain.vocabularies import label
from ...edits import claims
from ...store.changes import Changes
from ...store.recorder import Transaction
from ..cases.fields import ChoiceField, DateField, Field, LineField, SideBySide
from ..cases.kept_form import KeptForm
from ..desk import Desk
from .fact_words import name_of

_KINDS = tuple((kind, label(kind)) for kind in SourceKind)
_TRUST = tuple((each, label(each)) for each in (Reliability.UNKNOWN, *list(Reliability)[:-1]))
_NEAR = tuple((each, label(each)) for each in (Connection.UNKNOWN, *list(Connection)[:-1]))
_CLASSES = tuple((each, label(each)) for each in Confidentiality)
_SAYS = tuple((says, label(says)) for says in Says)
_NOT_KNOWN = "?"
_FIRST_HAND = "-"
_IN_WORDS = "…"


class SourceForm(KeptForm[Source]):
    """A source together with what it does for one fact.

    others are the sources of the case it may come from; free are those not named for this fact yet,
    any of which can be taken instead of a new one.
    """

    noun = "source"
    labels = ("Add source", "Change source")

    def __init__(
        self, desk: Desk, others: Sequence[Source], free: Sequence[Source], files: Sequence[Attachment] = ()
    ) -> None:
        super().__init__(desk)
        self.setObjectName("source_form")
        self._support = Support(case_id="", claim_id="", source_id="")
        self._others = tuple(others)
        self._free = {source.id: source for source in free}
        look = desk.look
        offered = [("", "A new source"), *((source.id, name_of(source)) for source in free)]
        self.which = ChoiceField(look, "which", "&Which source", offered)
        self._kind = ChoiceField(look, "kind", "What &is it", _KINDS)
        title = LineField(look, "title", "In a few &words", prompt="statement of a neighbour, sworn")
        ways = [
            (_NOT_KNOWN, "Not known"),
            (_FIRST_HAND, "No, it saw, heard or found out itself"),
            *((source.id, f"Yes, from: {name_of(source)}") for source in others),
            (_IN_WORDS, "Yes, from something else"),
        ]
        self.comes_from = ChoiceField(look, "comes_from", "Does it come from &another source?", ways)
        self._origin = LineField(look, "origin", "From what?", prompt="radio interview of 22 October")
        self.says = ChoiceField(look, "says", "What it &says", _SAYS)
        self.note = LineField(look, "note", "&How it knows", prompt="saw it from her gate")
        self.add(self._kind, title, self._origin)
        self._extra: tuple[Field, ...] = (self.comes_from, self.says, self.note)
        for field in (self.which, *self._extra):
            field.edited.connect(self._on_extra)
        self._own = SideBySide(look, self._kind, title)
        self._from = SideBySide(look, self.comes_from, self._origin)
        self.put(self.which, self._own, self._from, SideBySide(look, self.says, self.note))
        self._put_the_rest(files)

    def _put_the_rest(self, files: Sequence[Attachment]) -> None:
        look, today = self._desk.look, self._desk.session.today
        pairs = [
            (
                LineField(look, "publisher", "&Publisher"),
                LineField(look, "person", "&Who speaks", hint="A name stays in this tab."),
            ),
            (DateField(look, "dated", "&Date", today), DateField(look, "received", "&Received", today)),
            (LineField(look, "ai_index", "AI Inde&x"), LineField(look, "language", "Lan&guage", prompt="Arabic")),
            (
                ChoiceField(look, "reliability", "How &reliable", _TRUST),
                ChoiceField(look, "connection", "How &near to it", _NEAR),
            ),
            (
                ChoiceField(look, "confidentiality", "Who may see the &material", _CLASSES),
                ChoiceField(look, "attachment_id", "Kept as &file", [(None, "not here"), *_named(files)]),
            ),
        ]
        for pair in pairs:
            self.add(*pair)
            self.put(SideBySide(look, *pair), folded=True)
        self.fields["attachment_id"].setVisible(bool(files))

    def is_worth_unfolding(self) -> bool:
        source: Source = self.record
        plain = Source(case_id="")
        rest = ("publisher", "person", "ai_index", "language", "dated", "received", "attachment_id")
        return any(getattr(source, name) for name in rest) or any(
            getattr(source, name) is not getattr(plain, name) for name in ("reliability", "connection")
        )

    def load_source(self, source: Source, support: Support, *, is_new: bool = False) -> None:
        """Show a source and what it does for a fact; a new one may be exchanged for one that is there."""
        self._support = support
        self.which.show_value("")
        self.which.setVisible(is_new and bool(self._free))
        self.says.show_value(support.says)
        self.note.show_value(support.note)
        self.load(source, is_new=is_new)
        self._adapt()

    def focus_first(self) -> None:
        field = self._kind if self.which.isHidden() else self.which
        field.editor.setFocus()

    def value(self) -> Source:
        taken = self._taken()
        if taken is not None:
            return taken
        found = super().value()
        return replace(found, **self._origin_fields()) if {"comes_from", "origin", "kind"} & self._touched else found

    def support(self) -> Support:
        """What the source does for the fact, as typed."""
        says, note = self.says.value(), self.note.value()
        return replace(self._support, source_id=self.value().id, says=says, note=note)

    def save(self, write: Transaction, value: Source) -> None:
        claims.save_source(write, value, (self.support(),))

    def is_worth_adding(self, value: Source) -> bool:
        words = (value.title, value.person, value.publisher, value.ai_index, value.origin, self.note.value())
        return self._taken() is not None or value.kind is not SourceKind.OTHER or any(words)

    def problems(self, value: Source) -> list[Problem]:
        return source_problems(value, self._others, self._desk.session.today())

    def check(self) -> None:
        super().check()
        problems = [] if self.record is None else self.problems(self.value())
        comes_from = next((each for each in problems if each.field == "relayed_from"), None)
        if comes_from is None:
            self.comes_from.clear_problem()
        else:
            self.comes_from.show_problem(comes_from)

    def draft_records(self) -> tuple[Any, ...]:
        is_worth = self.is_worth_adding(self.value()) if self._is_new else bool(self._touched)
        return (self.value(), self.support()) if is_worth else ()

    def follow(self, changes: Changes, origin: object) -> None:
        if origin is not self and ("supports", self._support.id) in changes.rows:
            found = self._desk.session.file.all(Support, id=self._support.id)
            if not found:
                self.keeper.forget()
                self.finished.emit()
                return
            self._support = found[0]
            if not {"says", "note"} & self._touched:
                self.says.show_value(self._support.says)
                self.note.show_value(self._support.note)
        super().follow(changes, origin)

    def _commit(self) -> bool:
        was_taken = self._taken()
        if not super()._commit():
            return False
        if not self._is_new:
            self._support = self.support()
        if was_taken is not None:
            self._free = {}
            self.which.show_value("")
            self.reload(was_taken)
        self._adapt()
        return True

    def _taken(self) -> Source | None:
        return self._free.get(self.which.value())

    def _origin_fields(self) -> dict[str, Any]:
        way, words = self.comes_from.value(), self._origin.value()
        if self._kind.value() is SourceKind.SECRETARIAT or way == _FIRST_HAND:
            return {"origin_known": True, "relayed_from": None, "origin": ""}
        if way == _IN_WORDS:
            return {"origin_known": bool(words), "relayed_from": None, "origin": words}
        if way == _NOT_KNOWN:
            return {"origin_known": False, "relayed_from": None, "origin": ""}
        return {"origin_known": True, "relayed_from": way, "origin": ""}

    def _show_all(self, fields: Iterable[Field]) -> None:
        super()._show_all(fields)
        if "comes_from" not in self._touched:
            self.comes_from.show_value(_way_of(self._record))

    def _on_extra(self, name: str) -> None:
        self.touch(name)
        self._adapt()
        self.check()

    def _on_edited(self, name: str) -> None:
        super()._on_edited(name)
        self._adapt()

    def _adapt(self) -> None:
        """Ask only what belongs to the kind of source and to what was said of its origin."""
        is_own = self._taken() is None
        self._own.setVisible(is_own)
        self._from.setVisible(is_own and self._kind.value() is not SourceKind.SECRETARIAT)
        self._origin.setVisible(self.comes_from.value() == _IN_WORDS)
        self.which.setVisible(self._is_new and bool(self._free))


def _named(files: Sequence[Attachment]) -> list[tuple[str, str]]:
    return [(each.id, each.name) for each in files]


def _way_of(source: Source) -> str:
    if source.relayed_from:
        return source.relayed_from
    if source.origin:
        return _IN_WORDS
    return _FIRST_HAND if source.origin_known else _NOT_KNOWN


class WithdrawnForm(KeptForm[Source]):
    """Since when a source counts for nothing, and why."""

    noun = "withdrawn"
    labels = ("", "Change source")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("withdrawn_form")
        look = desk.look
        hint = "As far as known; “not known” will do."
        since = DateField(look, "withdrawn_on", "&Withdrawn on", desk.session.today, hint=hint)
        why = LineField(look, "withdrawn_why", "Wh&y", prompt="the paper has printed a correction")
        self.add(since, why)
        self.put(SideBySide(look, since, why))

    def save(self, write: Transaction, value: Source) -> None:
        claims.save_source(write, value)

    def missing(self, value: Source) -> Problem | None:
        if value.withdrawn_on is not None:
            return None
        way_out = "Write the day, or “not known”; if it stands again, say so in its menu."
        return Problem("withdrawn_on", "It is not said since when.", way_out)

    def problems(self, value: Source) -> list[Problem]:
        return [each for each in source_problems(value, (), self._desk.session.today()) if each.field in self.fields]
