# SPDX-License-Identifier: GPL-3.0-or-later
"""Invented cases, people, letters and files for tests, each made in one line."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.group import Group
from amnesty_desktop.domain.letter import Body, Letter, Paragraph, Run
from amnesty_desktop.domain.outcome import Direction, Outcome
from amnesty_desktop.domain.person import Person
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.rows import NOUNS

HERE, THERE = "a" * 12, "b" * 12
"""The devices of two laptops."""
MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class Clock:
    """A clock that goes on by a second whenever somebody looks at it."""

    def __init__(self, start: datetime = MORNING) -> None:
        self.at = start

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


def new_file(
    path: Path, passphrase: str | None = None, *, device: str = HERE, now: Callable[[], datetime] | None = None
) -> CaseFile:
    """An empty case file of an invented group."""
    group = Group(name="Riverside Group", country="GB")
    return CaseFile.create(path, group, passphrase, device=device, who="Ana", now=now or Clock())


def open_file(
    path: Path, key: Any = None, *, device: str = HERE, now: Callable[[], datetime] | None = None
) -> CaseFile:
    """The same file, opened again."""
    return CaseFile.open(path, key, device=device, who="Ana", now=now or Clock(MORNING + timedelta(days=1)))


def add(file: CaseFile, *values: Any, label: str = "Add") -> None:
    """Save values in one edit."""

    def save_all(write: Any) -> None:
        for value in values:
            write.save(value)

    file.edit(label, save_all)


def case(title: str = "Threats against a teacher", **fields: Any) -> Case:
    """A case."""
    return Case(title=title, **fields)


def person(of: Case, name: str = "Maribel Zúñiga", **fields: Any) -> Person:
    """A person of a case."""
    return Person(case_id=of.id, name=name, **fields)


def letter(of: Case, text: str = "I am writing about Maribel Zúñiga.", **fields: Any) -> Letter:
    """A letter of a case."""
    return Letter(case_id=of.id, body=Body((Paragraph((Run(text),)),)), **fields)


def outcome(of: Case, **fields: Any) -> Outcome:
    """A good outcome of a case."""
    return Outcome(**{"case_id": of.id, "direction": Direction.BETTER, "kind": "released"} | fields)


def contents(file: CaseFile) -> dict[tuple[str, str], tuple[Any, ...]]:
    """Everything the file shows: the fields of all live rows, without stamps and local numbers."""
    found = {}
    for noun in NOUNS:
        for value in file.all(noun.record):
            found[noun.table, value.id] = value
    return found


def frames(file: CaseFile) -> dict[tuple[str, str], dict[str, Any]]:
    """Every row as it lies in the file, its frame and its derived columns included, without the local number."""
    found = {}
    for noun in NOUNS:
        cursor = file.engine.connection.execute(f"SELECT * FROM {noun.table}")
        names = [column[0] for column in cursor.description]
        for row in cursor.fetchall():
            columns = dict(zip(names, row, strict=True))
            del columns["key"]
            found[noun.table, columns["id"]] = columns
    return found
