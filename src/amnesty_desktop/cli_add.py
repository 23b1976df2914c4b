# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command line does with sheets: each becomes a case, or an update of the case it belongs to."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from .cli_spreadsheets import ONLY_WHAT_IS_CLEAR, SpreadsheetWish, is_spreadsheet
from .cli_spreadsheets import told as told_of_spreadsheet
from .cli_words import safe
from .domain.attachment import LARGEST_ATTACHMENT
from .domain.case import Case
from .domain.person import Person
from .domain.printed import paper, who
from .edits import attachments, intake
from .edits.arriving import ArrivingSheet, arriving, only_facts
from .edits.sheet_changes import Change, ChangeKind, changes
from .intake.page_text import Unreadable
from .intake.sheet_file import content_of, sheet_in
from .store.case_file import CaseFile
from .store.cases import find_by_reference
from .store.errors import CaseFileError

_IF_SURE = frozenset({ChangeKind.PERSON, ChangeKind.SPELLING, ChangeKind.APPEAL_BY})
_ALWAYS = frozenset({ChangeKind.ASK, ChangeKind.ADDRESSEE, ChangeKind.CONCERN})
"""What --take-changes takes over; everything else somebody has to decide in the window."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one sheet: "case", "update" or "error"; case_id is empty for an error."""

    file: str
    did: str
    words: str
    case_id: str = ""
    left: tuple[str, ...] = ()

    def value(self) -> dict[str, Any]:
        """The same as JSON."""
        if self.did == "error":
            return {"file": self.file, "error": self.words}
        return {"file": self.file, "did": self.did, "case": self.case_id, "said": self.words, "left": list(self.left)}

    def lines(self) -> str:
        """The same in plain words: one line, and one more for each thing that waits for somebody to decide."""
        return "\n".join([f"{self.file}: {self.words}", *(f"  not taken over: {words}" for words in self.left)])


def told(
    opened: CaseFile,
    paths: Sequence[Path],
    today: date,
    *,
    as_json: bool,
    takes_changes: bool,
    wish: SpreadsheetWish = ONLY_WHAT_IS_CLEAR,
) -> Iterator[tuple[str, str]]:
    """Add sheets and spreadsheets one after the other; for each what is printed of it, and an error beside it."""
    for path in paths:
        if is_spreadsheet(path):
            yield told_of_spreadsheet(opened, path, as_json=as_json, takes_changes=takes_changes, wish=wish)
            continue
        added = add_sheet(opened, path, today, takes_changes=takes_changes)
        error = f"{path}: {added.words}" if added.did == "error" else ""
        value = json.dumps(added.value(), ensure_ascii=False)
        yield (value if as_json else "" if error else safe(added.lines()), error)


def add_sheet(opened: CaseFile, path: Path, today: date, *, takes_changes: bool) -> Added:
    """Add one sheet in one edit; whatever is wrong with it is said and changes nothing.

    Facts are for somebody to accept, so none are made here. With takes_changes an update brings its new names, its
    new day, asks and addresses with it; what has happened to people is always left to be decided in the window.
    """
    try:
        content = content_of(path)
        found = sheet_in(path.name, content)
        sheet = only_facts(arriving(found.draft, found.page, today), frozenset())
        _refuse_doubtful(opened, path, sheet, content)
        return _added(opened, path, content, sheet, today, takes_changes)
    except (Unreadable, CaseFileError) as trouble:
        return Added(str(path), "error", str(trouble))


def _refuse_doubtful(opened: CaseFile, path: Path, sheet: ArrivingSheet, content: bytes) -> None:
    """What a person has to look at first is no work for the command line."""
    _, before = intake.came_before(opened, sheet, sha256(content).hexdigest())
    if before:
        raise Unreadable(before, "It was not added a second time.")
    if not sheet.issuer.is_secretariat and not sheet.people and not sheet.addressees:
        way_out = "Bring it in through the window, where it can be corrected first."
        raise Unreadable(f"“{path.name}” does not look like an action sheet.", way_out)


def _added(
    opened: CaseFile, path: Path, content: bytes, sheet: ArrivingSheet, today: date, takes_changes: bool
) -> Added:
    ids = find_by_reference(opened.engine, sheet.case.reference)
    if len(ids) > 1:
        raise Unreadable(
            f"More than one case has the number {sheet.case.reference}.", "Merge them first, or use the window."
        )
    original = intake.Original(path.name, content)
    told = "" if len(content) <= LARGEST_ATTACHMENT else " The file itself is too large to be kept."
    left: tuple[str, ...] = ()
    if not ids:
        opened.edit(intake.ADD_CASE, partial(intake.add_case, arriving=sheet, original=original, today=today))
        case_id, did = sheet.case.id, "case"
    else:
        case_id, did = ids[0], "update"
        proposed = changes(opened, case_id, sheet)
        taken = [each for each in proposed if takes_changes and _is_taken(each)]
        left = tuple(each.words for each in _left(proposed, taken))
        function = partial(
            intake.add_update, case_id=case_id, arriving=sheet, taken=taken, original=original, today=today
        )
        opened.edit(intake.ADD_UPDATE, function)
    attachments.read_all_words(opened, case_id, lambda _done, _total: None)
    return Added(str(path), did, f"{_said(opened, case_id, did)}{told}", case_id, left)


def _is_taken(change: Change) -> bool:
    return change.kind in _ALWAYS or (change.kind in _IF_SURE and change.is_ticked)


def _left(proposed: Sequence[Change], taken: Sequence[Change]) -> list[Change]:
    return [each for each in proposed if each not in taken]


def _said(opened: CaseFile, case_id: str, did: str) -> str:
    case = opened.get(Case, case_id)
    people = opened.all(Person, case_id=case_id, order="position, key")
    about = ", ".join(filter(None, (who(people, case), paper(case))))
    return f"added as a case: {about}." if did == "case" else f"added as an update of {about}."
