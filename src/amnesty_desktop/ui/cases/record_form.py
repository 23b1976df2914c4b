# SPDX-License-Identifier: GPL-3.0-or-later
"""A form of one record that saves itself: it writes only the fields somebody typed in, upon what is there by then."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QWidget

from ...domain.problems import Problem
from ...edits.bring_back import draft_of
from ...store.recorder import Transaction
from ..desk import Desk
from ..keeping import Keeper
from .fields import Field

RecordT = TypeVar("RecordT")


class RecordForm(QWidget, Generic[RecordT]):
    """Holds the fields of one record.

    noun is the word of its drafts ("case" keeps them under "case:<id>"), label the menu's words for its edit.
    save is the edit; problems says what looks wrong in a value.
    """

    noun = ""
    label = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._record: Any = None
        self._is_new = False
        self._touched: set[str] = set()
        self.fields: dict[str, Field] = {}
        self.keeper = self._new_keeper()

    # -- what each form says of itself

    def save(self, write: Transaction, value: RecordT) -> None:
        """Write a value of the record."""
        raise NotImplementedError

    def problems(self, value: RecordT) -> list[Problem]:
        """Say what looks wrong in a value."""
        raise NotImplementedError

    def is_worth_adding(self, value: RecordT) -> bool:
        """Whether a record that is not in the file yet says anything."""
        return True

    def extra_words(self) -> dict[str, str]:
        """Typing that belongs to no field of the record itself, by name; kept with the draft."""
        return {}

    def take_extra_words(self, words: dict[str, str]) -> None:
        """Take such typing back."""

    # -- showing

    def add(self, *fields: Field) -> None:
        """Make fields part of the form."""
        for field in fields:
            self.fields[field.name] = field
            field.edited.connect(self._on_edited)
            field.left.connect(lambda _name: self.check())

    def draft_name(self) -> str:
        """The name its typing is kept under."""
        return f"{self.noun}:{self._record.id}" if self._record is not None else self.noun

    def load(self, record: RecordT, *, is_new: bool = False) -> None:
        """Settle what was typed before, then show another record; typing kept for it comes back."""
        self.keeper.settle()
        if self.keeper.dirty:
            # Its words stay kept under the name of the record before, which a keeper of its own must not touch.
            self._desk.session.remove_keeper(self.keeper)
            self.keeper.forget()
            self.keeper = self._new_keeper()
        self._record = record
        self._is_new = is_new
        self._touched.clear()
        self._show_all(self.fields.values())
        self._take_kept_typing()
        self.check()

    def reload(self, record: RecordT) -> None:
        """The record changed elsewhere: show it, but for the fields that hold typing."""
        self._record = record
        self._show_all(field for name, field in self.fields.items() if name not in self._touched)
        self.check()

    @property
    def record(self) -> Any:
        """The record as it was shown last, None before any."""
        return self._record

    def value(self) -> RecordT:
        """The record with all that was typed and is a value."""
        typed = {
            name: self.fields[name].value()
            for name in self._touched
            if name in self.fields and not self.fields[name].loose_words
        }
        return replace(self._record, **typed)  # type: ignore[no-any-return]

    def check(self) -> None:
        """Say beside each field what looks wrong in it."""
        if self._record is None:
            return
        found: dict[str, Problem] = {}
        for problem in self.problems(self.value()):
            found.setdefault(problem.field, problem)
        for name, field in self.fields.items():
            if name in found and not field.loose_words:
                field.show_problem(found[name])
            else:
                field.clear_problem()

    def touch(self, name: str) -> None:
        """Something was typed under this name."""
        self._touched.add(name)
        self.keeper.touched()

    def _show_all(self, fields: Iterable[Field]) -> None:
        for field in fields:
            field.show_value(getattr(self._record, field.name))

    def _on_edited(self, name: str) -> None:
        self.fields[name].clear_problem()
        self.touch(name)

    def _take_kept_typing(self) -> None:
        kept = self._desk.session.file.find_draft(self.draft_name())
        words: dict[str, str] = kept.value.get("typed", {}) if kept else {}
        for name, text in words.items():
            if name in self.fields:
                self.fields[name].type_words(text)
        self.take_extra_words({name: text for name, text in words.items() if name not in self.fields})

    # -- keeping

    def _new_keeper(self) -> Keeper:
        return Keeper(self._desk.session, form=self.draft_name, draft=self._draft, commit=self._commit, parent=self)

    def _loose(self) -> dict[str, str]:
        """Words that are no value yet, by field."""
        return {
            name: self.fields[name].loose_words
            for name in sorted(self._touched & set(self.fields))
            if self.fields[name].loose_words
        }

    def _draft(self) -> dict[str, Any]:
        return draft_of(*self.draft_records(), typed=self._loose() | self.extra_words())

    def draft_records(self) -> tuple[Any, ...]:
        """The records that come back after a crash."""
        return (self.value(),)

    def _commit(self) -> bool:
        """Make one edit of what was typed; False while some of it is no value yet, or the disk refused."""
        if not self._desk.session.file.find(type(self._record), self._record.id) and not self._is_new:
            return True
        value = self.value()
        if self._is_new and not self.is_worth_adding(value):
            return not self._loose()
        loose = self._loose()
        if self._edit(partial(self.save, value=value)) is None:
            return False
        self._record, self._is_new = value, False
        self._touched = set(loose)
        self.check()
        return not loose

    def _edit(self, function: Callable[[Transaction], Any]) -> Any:
        return self._desk.session.edit(self.label, function, origin=self)
