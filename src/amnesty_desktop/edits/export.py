# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters on their way into Word: checked, built from the file, written whole or not at all, and marked as exported.

Building reads the file, the rest does not: the window gathers with export_items, builds with documents_for
and writes with write_documents in a job, and marks the letters at the end.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType

from ..documents.faults import DocumentFault
from ..documents.file_names import letter_file_name
from ..documents.letter import PrintedLetter, letters_document
from ..domain.addressee import Addressee
from ..domain.case import Case
from ..domain.caution import Caution
from ..domain.compose import locale_of
from ..domain.group import Group
from ..domain.letter import Answer, Letter
from ..domain.letter_check import check
from ..domain.letter_findings import CheckMaterial, Finding, Rule
from ..domain.member import Member
from ..domain.outcome import Outcome
from ..domain.person import Person, Situation
from ..domain.printed import paper
from ..domain.spoken_dates import spoken
from ..store.case_file import CaseFile
from ..store.errors import CaseFileError
from ..store.exported import NameSharer, name_sharers
from ..store.letters import others_to
from ..store.reading import Reading
from . import letters
from .addressees import came_back, embassies_of
from .drafting import IN_ORDER, asks_of, called_in, facts_of
from .senders import sender_of
from .stationery import NOTHING_AROUND, Stationery, outsides, stationery_documents
from .templates import ready, template_of
from .word_lists import word_lists
from .written_files import Document as Document
from .written_files import Step, no_step
from .written_files import changed_in_word as changed_in_word
from .written_files import write_documents as write_documents

LABEL = "Export letters"
Answered = Mapping[str, frozenset[str]]
NOTHING_ANSWERED: Answered = MappingProxyType({})


class LetterRefused(CaseFileError):
    """A letter that may not leave as it is: which one, and the finding that blocks it."""

    def __init__(self, letter_id: str, finding: Finding, message: str) -> None:
        super().__init__(message, finding.why)
        self.letter_id = letter_id
        self.finding = finding


@dataclass(frozen=True, slots=True)
class ExportItem:
    """One letter ready to be built: its content, the bytes of its template, and the name of its file."""

    letter_id: str
    printed: PrintedLetter
    template: bytes
    name: str

    def with_letter(self, letter: Letter) -> "ExportItem":
        """The same letter with other words, as those that were posted."""
        return replace(self, printed=replace(self.printed, letter=letter))


def check_material(
    reading: Reading, letter: Letter, today: date, *, pages: int | None = None, answered: frozenset[str] = frozenset()
) -> CheckMaterial:
    """What the letter check compares a letter with, as the file stands.

    pages is the length as laid out; answered the ids of news the writer has taken note of besides what the file keeps.
    """
    case_id = letter.case_id
    case = reading.get(Case, case_id)
    addressees = tuple(reading.all(Addressee, case_id=case_id, order=IN_ORDER))
    group: Group = reading.group()
    members = (member.name for member in reading.all(Member))
    return CheckMaterial(
        case=case,
        today=today,
        addressee=reading.find(Addressee, letter.addressee_id),
        addressees=addressees,
        people=tuple(reading.all(Person, case_id=case_id, order=IN_ORDER)),
        facts=facts_of(reading, case_id),
        asks=asks_of(reading, case_id),
        situations=tuple(reading.all(Situation, case_id=case_id)),
        outcomes=reading.vocabulary().resolved(reading.all(Outcome, case_id=case_id)),
        pages=pages,
        answered=answered | {each.subject_id for each in reading.all(Answer, letter_id=letter.id)},
        group=group,
        came_back=came_back(reading, letter.addressee_id),
        others=others_to(reading, letter),
        embassies=tuple(embassies_of(reading, case.country)),
        words=word_lists(),
        cautions=tuple(reading.all(Caution, case_id=case_id, order=IN_ORDER)),
        allowed=(group.name, group.address, *members),
        called=called_in(reading, case_id),
    )


def findings(
    reading: Reading, letter: Letter, today: date, *, pages: int | None = None, answered: frozenset[str] = frozenset()
) -> tuple[Finding, ...]:
    """Everything to look at in a letter; what blocks comes first."""
    return check(letter, check_material(reading, letter, today, pages=pages, answered=answered))


def printed_letter(reading: Reading, letter: Letter) -> PrintedLetter:
    """A letter with its sender and its date in words.

    Replies go to the group, to the writer only where the letter says so; a card carries no sender at all,
    because at the place it goes to one can do harm.
    """
    group: Group = reading.group()
    dated = spoken(letter.dated, locale_of(letter.language, group.country)) if letter.dated else ""
    return PrintedLetter(letter, sender_of(reading, letter, group), dated)


def export_items(
    reading: Reading, letter_ids: Sequence[str], today: date, *, answered: Answered = NOTHING_ANSWERED
) -> list[ExportItem]:
    """Check letters and gather what their documents are made from; sent ones are not checked again.

    answered holds, by the id of a letter, the ids of the news its writer has taken note of.
    Raises LetterRefused for the first letter that something blocks; nothing has been written then.
    """
    chosen = [reading.get(Letter, letter_id) for letter_id in dict.fromkeys(letter_ids)]
    for letter in chosen:
        if letter.sent_on is None:
            _refuse_blocked(reading, letter, today, answered.get(letter.id, frozenset()))
    templates: dict[str, bytes] = {}
    for letter in chosen:
        if letter.template not in templates:
            templates[letter.template] = template_of(reading, letter)
    return [
        ExportItem(letter.id, printed_letter(reading, letter), templates[letter.template], _name(reading, letter))
        for letter in chosen
    ]


def refuse_blocked(
    reading: Reading, letter_ids: Sequence[str], today: date, *, answered: Answered = NOTHING_ANSWERED
) -> None:
    """Raise LetterRefused for the first letter not sent yet that something blocks, before its words go on a sheet."""
    for letter in (reading.get(Letter, letter_id) for letter_id in dict.fromkeys(letter_ids)):
        if letter.sent_on is None:
            _refuse_blocked(reading, letter, today, answered.get(letter.id, frozenset()))


def refuse_no_contact(reading: Reading, letter_ids: Sequence[str], today: date) -> None:
    """Raise LetterRefused for the first letter not sent yet to somebody nobody may write to."""
    for letter in (reading.get(Letter, letter_id) for letter_id in dict.fromkeys(letter_ids)):
        if letter.sent_on is None:
            _refuse(
                reading, letter, (each for each in findings(reading, letter, today) if each.rule is Rule.NO_CONTACT)
            )


def documents_for(items: Sequence[ExportItem], *, one_document: bool = False, step: Step = no_step) -> list[Document]:
    """Build the Word documents: one for each letter, or one for all that share a template. Pure: reads no case file."""
    if not one_document:
        made = []
        for number, item in enumerate(items):
            step(number, len(items))
            made.append(Document(item.name, _built([item])))
        return made
    by_template: dict[bytes, list[ExportItem]] = {}
    for item in items:
        by_template.setdefault(item.template, []).append(item)
    name = _name_of_many(items)
    return [Document(name, _built(group), is_only_one=False) for group in by_template.values()]


def name_of_all(items: Sequence[ExportItem]) -> str:
    """The name of a file with all letters: that of the letter where there is one, else the newest day."""
    if len(items) == 1:
        return items[0].name
    return _name_of_many(items)


def _name_of_many(items: Sequence[ExportItem]) -> str:
    newest = max((item.printed.letter.dated for item in items if item.printed.letter.dated), default=None)
    return letter_file_name("Letters", "", "", newest)


def export_letters(
    file: CaseFile,
    letter_ids: Sequence[str],
    folder: Path,
    *,
    today: date,
    one_document: bool = False,
    answered: Answered = NOTHING_ANSWERED,
    around: Stationery = NOTHING_AROUND,
) -> list[Path]:
    """Check, build, write and mark letters, with what is wanted around them; returns the paths written.

    A letter exported again replaces its own file. Raises LetterRefused, or CaseFileError where the folder
    cannot be written; then no letter is marked.
    """
    items = export_items(file, letter_ids, today, answered=answered)
    found = [] if around.is_none else outsides(file, [item.letter_id for item in items])
    documents = documents_for(items, one_document=one_document) + stationery_documents(found, around, today)
    written = write_documents(documents, folder)
    mark = partial(letters.mark_exported, letter_ids=[item.letter_id for item in items], on=today)
    file.edit(LABEL, mark)
    return written


def posted_document(reading: Reading, letter: Letter) -> bytes:
    """The document of a letter as it is posted, to be sealed with it; nothing is checked, for it has gone out."""
    return _built([ExportItem(letter.id, printed_letter(reading, letter), template_of(reading, letter), "")])


def _refuse_blocked(reading: Reading, letter: Letter, today: date, answered: frozenset[str]) -> None:
    _refuse(reading, letter, findings(reading, letter, today, answered=answered))


def _refuse(reading: Reading, letter: Letter, found: Iterable[Finding]) -> None:
    blocking = next((finding for finding in found if finding.blocks), None)
    if blocking is not None:
        case = reading.get(Case, letter.case_id)
        about = letter.subject.strip() or case.reference or "without a subject"
        raise LetterRefused(letter.id, blocking, f"The letter “{about}” was not exported: {blocking.sentence}")


def _built(items: Sequence[ExportItem]) -> bytes:
    try:
        return letters_document([item.printed for item in items], ready(items[0].template))
    except DocumentFault as fault:
        raise CaseFileError(fault.message, fault.way_out) from fault


def _name(reading: Reading, letter: Letter) -> str:
    """The name of a letter's file, which no other letter of the file has: earlier ones of the same name go first."""
    sharers = name_sharers(reading.engine, letter.id)
    own = next(sharer for sharer in sharers if sharer.letter_id == letter.id)
    plain = _plain_name(reading, own, letter.dated)
    before = sharers[: sharers.index(own)]
    earlier = sum(_plain_name(reading, other, letter.dated).casefold() == plain.casefold() for other in before)
    return _plain_name(reading, own, letter.dated, earlier + 1)


def _plain_name(reading: Reading, sharer: NameSharer, dated: date | None, number: int = 1) -> str:
    case = reading.get(Case, sharer.case_id)
    # A folder may lie open on a table: the person's name is left out where the paper has a number.
    who = "" if case.reference.strip() else sharer.who
    return letter_file_name(who, paper(case), sharer.office, dated, number, writer=sharer.writer)
