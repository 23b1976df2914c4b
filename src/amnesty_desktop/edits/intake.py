# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits that bring a sheet into the file: as a case, as an update of one, or as a document alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..domain.attachment import Attachment
from ..domain.case import Case
from ..domain.claim import Support
from ..domain.dates import PartialDate
from ..domain.diary import DiaryNote
from ..domain.person import Person
from ..domain.sheet import Sheet, SheetKind
from ..domain.source import SourceKind
from ..domain.vocabularies import label
from ..store.reading import Reading
from ..store.recorder import Transaction
from . import attachments, cases
from .arriving import ArrivingSheet
from .attachments import Incoming, refusal
from .sheet_changes import Change, ChangeKind, apply

ADD_CASE = "Add case from a sheet"
ADD_UPDATE = "Add an update"
ATTACH = "Attach a sheet"


@dataclass(frozen=True, slots=True)
class Original:
    """The file a sheet came as. is_kept is true where its bytes lie in the file already, put there by a job."""

    name: str
    content: bytes
    is_kept: bool = False


def add_case(
    write: Transaction,
    arriving: ArrivingSheet,
    original: Original | None,
    today: date,
    taken: Sequence[Change] = (),
    apart_from: Sequence[str] = (),
) -> Case:
    """Add a case with all the sheet says: people, asks, addressees, concerns, source, facts, sheet, original, notes.

    The AI Index and the day of issue are those of the first sheet, so an update leaves them with itself.
    Of what the sheet says has happened to people, what was taken is kept; the diary has the words of the rest.
    apart_from are ids of cases somebody has found not to be the same.
    """
    case = arriving.case
    if arriving.sheet.kind is not SheetKind.FIRST:
        case = replace(case, ai_index="", issued=None)
    cases.add(
        write, case, arriving.people, arriving.asks, arriving.addressees, arriving.concerns, apart_from=apart_from
    )
    _add_paper(write, case.id, arriving, arriving.sheet, original, today)
    _add_news(write, case.id, arriving, taken, today)
    return case


def add_update(
    write: Transaction,
    case_id: str,
    arriving: ArrivingSheet,
    taken: Sequence[Change],
    original: Original | None,
    today: date,
) -> Case:
    """Add a sheet to the chain of a case; of what it would change only what was taken is changed."""
    sheet = replace(arriving.sheet, kind=kind_in(write, case_id, arriving.sheet))
    _add_paper(write, case_id, arriving, sheet, original, today)
    _add_news(write, case_id, arriving, taken, today)
    return write.get(Case, case_id)


def attach_only(write: Transaction, case_id: str, original: Original, today: date) -> Case:
    """Keep a file as a document of a case and nothing else."""
    _attach(write, case_id, original, today)
    return write.get(Case, case_id)


def kind_in(reading: Reading, case_id: str, sheet: Sheet) -> SheetKind:
    """What a sheet does in the chain of a case: a second first sheet of one number corrects the one before."""
    if sheet.kind is not SheetKind.FIRST:
        return sheet.kind
    case = reading.get(Case, case_id)
    has_first = reading.count(Sheet, case_id=case_id, kind=str(SheetKind.FIRST)) > 0
    return SheetKind.CORRECTION if has_first or case.issued or case.ai_index.strip() else SheetKind.FIRST


def came_before(reading: Reading, arriving: ArrivingSheet, digest: str) -> tuple[str, str]:
    """(case id, sentence) where this very file, or this very sheet, is in the file already; empty otherwise."""
    for document in reading.all(Attachment, digest=digest):
        if reading.count(Case, id=document.case_id):
            return document.case_id, f"This very file was added before, as “{document.name}”."
    index = arriving.sheet.ai_index
    if index:
        for sheet in reading.all(Sheet, ai_index=index):
            if reading.count(Case, id=sheet.case_id):
                return sheet.case_id, f"A sheet with the AI Index {index} was added before."
        for case in reading.all(Case, ai_index=index):
            return case.id, f"A case with the AI Index {index} is there already."
    return "", ""


# -- what every way of adding does


def _add_paper(
    write: Transaction,
    case_id: str,
    arriving: ArrivingSheet,
    sheet: Sheet,
    original: Original | None,
    today: date,
) -> None:
    document = _attach(write, case_id, original, today, arriving) if original else None
    document_id = document.id if document else None
    source = replace(arriving.source, case_id=case_id, attachment_id=document_id)
    cites = source.kind is SourceKind.SECRETARIAT or bool(arriving.facts)
    if cites:
        write.save(source)
    place = write.count(Sheet, case_id=case_id)
    write.save(
        replace(
            sheet,
            case_id=case_id,
            source_id=source.id if cites else None,
            attachment_id=document_id,
            position=place,
        )
    )
    for fact in arriving.facts:
        write.save(replace(fact, case_id=case_id))
        write.save(Support(case_id=case_id, claim_id=fact.id, source_id=source.id))
    for note in arriving.notes:
        write.save(DiaryNote(case_id=case_id, on=PartialDate.of(today), text=note))


def _add_news(write: Transaction, case_id: str, arriving: ArrivingSheet, taken: Sequence[Change], today: date) -> None:
    for change in taken:
        apply(write, case_id, change, today)
    _note_of_others(write, case_id, arriving, taken, today)
    if not any(change.kind in (ChangeKind.NEWS, ChangeKind.OUTCOME) for change in taken):
        lists: dict[str, list[str]] = {}
        for person, said in zip(arriving.people, arriving.news, strict=False):
            lists.setdefault(said, []).append(person.name)
        for said, names in lists.items():
            if said:
                text = f"The sheet says: {said}: {', '.join(names)}"
                write.save(DiaryNote(case_id=case_id, on=PartialDate.of(today), text=text))


def _note_of_others(
    write: Transaction, case_id: str, arriving: ArrivingSheet, taken: Sequence[Change], today: date
) -> None:
    """What was taken of somebody whose name was not: the diary keeps the words, for there is nobody to record it of."""
    names = {person.id: person.name for person in arriving.people}
    for change in taken:
        if change.kind is ChangeKind.NEWS and write.find(Person, change.value.person_id) is None:
            said = change.value.text or label(change.value.kind)
            text = f"The sheet says of {names.get(change.value.person_id) or 'somebody'}, who was not added: {said}"
            write.save(DiaryNote(case_id=case_id, on=PartialDate.of(today), text=text))


def _attach(
    write: Transaction, case_id: str, original: Original, today: date, arriving: ArrivingSheet | None = None
) -> Attachment | None:
    """Keep the file itself; None where it is too large to be kept, which refusal() says in a sentence."""
    if refusal(original.name, len(original.content)):
        return None
    incoming = Incoming(original.name, original.content)
    if original.is_kept:
        document = attachments.described(case_id, incoming, today)
        attachments.add(write, [document])
    else:
        document = attachments.add_small(write, case_id, incoming, today)
    if arriving is not None:
        write.save(replace(write.get(Attachment, document.id), confidentiality=arriving.case.confidentiality))
    return write.get(Attachment, document.id)
