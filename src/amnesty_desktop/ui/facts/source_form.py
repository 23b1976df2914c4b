# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a source: what it is and whether it comes from another one; the rest opens under "Add more"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from ...domain.claim import Says, Support
from ...domain.problems import Problem
from ...domain.source import Source, SourceKind
from ...domain.vocabularies import label
from ...edits import claims
from ...store.changes import Changes
from ...store.recorder import Transaction
from ..cases.fields import ChoiceField, DateField, Field, LineField, SideBySide
from ..cases.kept_form import KeptForm
from ..desk import Desk
from .fact_words import name_of

_KINDS = tuple((kind, label(kind)) for kind in SourceKind)
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

    def __init__(self, desk: Desk, others: Sequence[Source], free: Sequence[Source]) -> None:
        super().__init__(desk)
        self.setObjectName("source_form")
        self._support = Support(case_id="", claim_id="", source_id="")
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
        publisher = LineField(look, "publisher", "&Publisher")
        person = LineField(look, "person", "&Who speaks", hint="A name stays in this tab.")
        dated = DateField(look, "dated", "&Date", desk.session.today)
        ai_index = LineField(look, "ai_index", "AI Inde&x")
        self.add(self._kind, title, self._origin, publisher, person, dated, ai_index)
        self._extra: tuple[Field, ...] = (self.comes_from, self.says, self.note)
        for field in (self.which, *self._extra):
            field.edited.connect(self._on_extra)
        self._own = SideBySide(look, self._kind, title)
        self._from = SideBySide(look, self.comes_from, self._origin)
        self.put(self.which, self._own, self._from, SideBySide(look, self.says, self.note))
        self.put(SideBySide(look, publisher, person), SideBySide(look, dated, ai_index), folded=True)

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
        on = value.dated
        if on is None or not on.is_known or on.earliest <= self._desk.session.today():
            return []
        return [Problem("dated", "The date lies in the future.", "Correct the date.")]

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


def _way_of(source: Source) -> str:
    if source.relayed_from:
        return source.relayed_from
    if source.origin:
        return _IN_WORDS
    return _FIRST_HAND if source.origin_known else _NOT_KNOWN
