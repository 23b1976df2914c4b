# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes out around letters: envelopes, address labels, and sheets for others to sign.

Gathering reads the file, building does not: the window gathers, builds in a job and writes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from ..documents.faults import DocumentFault
from ..documents.file_names import letter_file_name
from ..documents.form import FOR_ENVELOPES, FOR_LABELS, FOR_SHEETS
from ..documents.letterhead import Letterhead
from ..documents.signed_sheet import SheetToSign, sheets_document
from ..documents.stationery import Envelope, envelopes_document, labels_document
from ..domain.addressee import Addressee
from ..domain.case import Case
from ..domain.group import Group, Paper
from ..domain.letter import Letter
from ..domain.names import sort_form
from ..domain.person import Person
from ..domain.sheet_words import SignedSheet
from ..domain.stationery import EnvelopeSize, LabelSheet, PostalAddress, envelope_address, postal_address
from ..store.errors import CaseFileError
from ..store.reading import Reading
from .drafting import IN_ORDER
from .senders import letterhead_of, sender_of
from .templates import ready, shipped_template
from .written_files import Document

_SHEET_NAMES = {
    SignedSheet.SIGNATURES: "Signature sheet",
    SignedSheet.PETITION: "Petition",
    SignedSheet.JOIN: "Join us",
}


@dataclass(frozen=True, slots=True)
class Stationery:
    """What is wanted around letters. first_label is the first one still on its sheet; by_air prints the mark for it.

    shared says that letters from one sender to one address go into one envelope.
    """

    envelopes: EnvelopeSize | None = None
    labels: LabelSheet | None = None
    first_label: int = 1
    signatures: bool = False
    by_air: bool = True
    shared: bool = False

    @property
    def is_none(self) -> bool:
        """Whether nothing is wanted."""
        return self.envelopes is None and self.labels is None and not self.signatures


NOTHING_AROUND = Stationery()


@dataclass(frozen=True, slots=True)
class Outside:
    """What a letter gives to its envelope, its label and its signature sheet."""

    letter: Letter
    address: PostalAddress
    sender: Letterhead
    group: Letterhead


def outsides(reading: Reading, letter_ids: Sequence[str]) -> list[Outside]:
    """Gather what goes on the outside of letters.

    Raises CaseFileError where the case asks that nobody writes, or where no letter has an address.
    """
    found = [_outside(reading, reading.get(Letter, letter_id)) for letter_id in dict.fromkeys(letter_ids)]
    if not any(one.address.lines for one in found):
        raise CaseFileError("None of these letters has an address.", "Type the address on the letter first.")
    return found


def _outside(reading: Reading, letter: Letter) -> Outside:
    case = reading.get(Case, letter.case_id)
    if letter.sent_on is None and (reason := case.no_contact.strip()):
        raise CaseFileError(
            f"No letters in this case: {reason}", "Nothing was made. Take the letter out of the choice."
        )
    group: Group = reading.group()
    addressee = reading.find(Addressee, letter.addressee_id)
    people = reading.all(Person, case_id=case.id, order=IN_ORDER)
    lines = envelope_address(letter, addressee, people, group.country)
    return Outside(
        letter, postal_address(lines, group.country), sender_of(reading, letter, group), letterhead_of(group)
    )


def stationery_documents(found: Sequence[Outside], wanted: Stationery, today: date) -> list[Document]:
    """Build what is wanted: one document each of envelopes, labels and signature sheets. Pure."""
    made: list[Document] = []
    addressed = [one for one in found if one.address.lines]
    if wanted.envelopes is not None:
        template = ready(shipped_template(f"envelope-{wanted.envelopes}"), FOR_ENVELOPES)
        wrapped = _one_for_each_envelope(addressed) if wanted.shared else addressed
        items = [Envelope(one.address, one.sender, wanted.by_air) for one in wrapped]
        size = wanted.envelopes
        made.append(_document("Envelopes", today, lambda: envelopes_document(items, size, template)))
    if wanted.labels is not None:
        made.append(_labels(addressed, wanted.labels, wanted.first_label, today))
    if wanted.signatures:
        sheets = [SheetToSign(SignedSheet.SIGNATURES, one.group, one.letter, one.letter.language) for one in found]
        made.append(_sheets(sheets, "Signature sheets", today))
    return made


def _labels(addressed: Sequence[Outside], kind: LabelSheet, first: int, today: date) -> Document:
    # One label for each address: letters of several writers to one office may share an envelope.
    addresses = [one.address for one in _one_for_each_address(addressed)]
    template, head = ready(shipped_template(f"labels-{kind}"), FOR_LABELS), addressed[0].group
    return _document("Labels", today, lambda: labels_document(addresses, kind, template, head, first=first))


def _one_for_each_address(found: Sequence[Outside]) -> list[Outside]:
    """The first of those that go to one address, in the order they came."""
    kept: dict[str, Outside] = {}
    for one in found:
        kept.setdefault(sort_form(one.address.text), one)
    return list(kept.values())


def _one_for_each_envelope(found: Sequence[Outside]) -> list[Outside]:
    """The first of those that go to one address from one sender: none may carry a sender that is not its own."""
    kept: dict[tuple[str, Letterhead], Outside] = {}
    for one in found:
        kept.setdefault((sort_form(one.address.text), one.sender), one)
    return list(kept.values())


def sheet_for(reading: Reading, kind: SignedSheet, letter_id: str | None, today: date) -> Document:
    """One sheet to sign: about a letter, or to join the group (without one). Raises CaseFileError."""
    group: Group = reading.group()
    letter = reading.get(Letter, letter_id) if letter_id else None
    language = letter.language if letter else group.language
    if letter and (reason := reading.get(Case, letter.case_id).no_contact.strip()):
        raise CaseFileError(f"No letters in this case: {reason}", "So there is nothing to sign either.")
    sheet = SheetToSign(kind, letterhead_of(group), letter, language)
    return _sheets([sheet], _SHEET_NAMES[kind], today)


def _sheets(sheets: list[SheetToSign], name: str, today: date) -> Document:
    template = ready(shipped_template(sheets[0].kind, Paper(sheets[0].letterhead.paper)), FOR_SHEETS)
    return _document(name, today, lambda: sheets_document(sheets, template))


def _document(name: str, today: date, build: Callable[[], bytes]) -> Document:
    try:
        return Document(letter_file_name(name, "", "", today), build(), is_only_one=False)
    except DocumentFault as fault:
        raise CaseFileError(fault.message, fault.way_out) from fault
