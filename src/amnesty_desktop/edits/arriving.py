# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet on its way into the file: the draft of a sheet as records, which somebody corrects before they are kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from ..domain.addressee import Addressee, AddresseeRole
from ..domain.case import Ask, Case, Concern, Confidentiality
from ..domain.claim import Claim
from ..domain.countries import country_name
from ..domain.dates import PartialDate
from ..domain.ids import new_id
from ..domain.names import fold
from ..domain.person import Person
from ..domain.references import read_reference
from ..domain.sheet import Sheet, SheetKind
from ..domain.source import Source, SourceKind
from ..intake.page_text import PageText
from ..intake.sheet.address import printed_address
from ..intake.sheet.draft import DraftAddressee, SheetDraft, Sureness
from ..intake.sheet.issuer import Issuer, issuer_of
from ..intake.sheet.sentences import sentences, stated_in

R = TypeVar("R", Person, Ask, Addressee, Concern, Claim)
_WRITTEN = frozenset({"en", "fr", "es", "de"})
"""The languages letters are drafted in."""
_PLAIN_FORM = re.compile(r"[A-Z]{2,5} ?[0-9]{1,3}/[0-9]{2,4}")
_EMBASSY = re.compile(r"\b(?:embassy|ambassador|ambassade|embajada|botschaft|ambasada|high commission)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivingSheet:
    """All that would be kept of one sheet, under the id of a case that does not exist yet.

    news says for each of the people, in their order, in which list of the sheet they stand ("Released"). facts are
    offered: those that stay are kept. notes go to the diary. update counts from 0, the first sheet; None where it is
    not known. says_class is true where the sheet prints who may see it. issuer says whether it counts as a document
    of the International Secretariat, and why.
    """

    case: Case
    sheet: Sheet
    source: Source
    issuer: Issuer
    update: int | None = 0
    says_class: bool = False
    people: tuple[Person, ...] = ()
    news: tuple[str, ...] = ()
    asks: tuple[Ask, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    concerns: tuple[Concern, ...] = ()
    facts: tuple[Claim, ...] = ()
    notes: tuple[str, ...] = ()


def arriving(draft: SheetDraft, page: PageText, today: date) -> ArrivingSheet:
    """Make records of a draft. Nothing is added that the sheet does not say; what is not known stays empty."""
    confidentiality = draft.confidentiality.value or Confidentiality.INTERNAL
    countries = draft.countries.value
    case = Case(
        kind=draft.kind.value,
        reference=case_reference(draft.reference),
        ai_index=draft.index.value or "",
        country=countries[0] if countries else "",
        title=draft.title.value,
        situation=draft.summary.value,
        background=draft.background.value,
        confidentiality=confidentiality,
        issued=draft.issued.value,
        appeal_by=draft.appeal_by.value,
    )
    issuer = issuer_of(draft, page)
    source = _source(draft, case, issuer, today)
    return ArrivingSheet(
        case=case,
        sheet=_sheet(draft, case, source),
        source=source,
        issuer=issuer,
        update=draft.update.value,
        says_class=draft.confidentiality.value is not None,
        people=tuple(
            Person(case_id=case.id, name=each.name, sex=each.sex, age=each.age, work=each.work, position=place)
            for place, each in enumerate(draft.people)
        ),
        news=tuple(each.news for each in draft.people),
        asks=tuple(
            Ask(case_id=case.id, text=" ".join(each.text.split()), language=draft.language, position=place)
            for place, each in enumerate(draft.asks)
        ),
        addressees=tuple(_addressee(draft, case, place, each) for place, each in enumerate(draft.addressees)),
        concerns=tuple(_concerns(draft, case)),
        facts=tuple(_facts(draft, case)),
        notes=tuple(_notes(draft)),
    )


def case_reference(printed: str) -> str:
    """The number of a case as it stands in lists: as printed where that is plain ("UA 60/16", "AU 84/05").

    Words such as THIRD belong to one paper, not to the case, and a label is no part of the number.
    """
    printed = " ".join(printed.split())
    read = read_reference(printed)
    return printed if read is None or _PLAIN_FORM.fullmatch(printed) else read.printed


def _sheet(draft: SheetDraft, case: Case, source: Source) -> Sheet:
    kind = SheetKind.FIRST if draft.update.value == 0 else SheetKind.UPDATE
    return Sheet(
        case_id=case.id,
        kind=SheetKind.CLOSING if draft.closing.value else kind,
        reference=draft.reference,
        ai_index=case.ai_index,
        title=draft.title.value,
        issued=case.issued,
        confidentiality=case.confidentiality,
        source_id=source.id,
    )


def _source(draft: SheetDraft, case: Case, issuer: Issuer, today: date) -> Source:
    title = " ".join(filter(None, (draft.reference or case.ai_index, case.title))) or "A paper without a title"
    is_secretariat = issuer.is_secretariat
    return Source(
        case_id=case.id,
        kind=SourceKind.SECRETARIAT if is_secretariat else SourceKind.OTHER,
        title=title,
        publisher="Amnesty International" if is_secretariat else "",
        ai_index=case.ai_index if is_secretariat else "",
        origin_known=is_secretariat,
        dated=case.issued,
        received=PartialDate.of(today),
        language=draft.language,
        confidentiality=case.confidentiality,
    )


def _addressee(draft: SheetDraft, case: Case, place: int, each: DraftAddressee) -> Addressee:
    printed = printed_address(each, draft.countries.value)
    is_embassy = each.role is AddresseeRole.COPY and _EMBASSY.search(fold(f"{printed.name} {each.office}"))
    reads = draft.languages.value
    return Addressee(
        case_id=case.id,
        role=AddresseeRole.EMBASSY if is_embassy else each.role,
        name=printed.name,
        office=each.office,
        address=printed.address,
        country=printed.country,
        salutation=each.salutation,
        language=next((code for code in reads if code in _WRITTEN), "en"),
        languages=", ".join(map(_language_name, reads)),
        email=", ".join(each.email),
        fax=", ".join(each.fax),
        phone=", ".join(each.phone),
        position=place,
    )


def _language_name(code: str) -> str:
    from babel import Locale

    return str(Locale("en").languages.get(code, code))


def _concerns(draft: SheetDraft, case: Case) -> Iterator[Concern]:
    terms = dict.fromkeys(term for each in draft.concerns.value for term in each.terms)
    for place, (part, term) in enumerate(terms):
        yield Concern(case_id=case.id, part=part, term=term, position=place)


def _facts(draft: SheetDraft, case: Case) -> Iterator[Claim]:
    """The sentences of the summary. Whether one may be passed on follows the sheet it stands in."""
    for place, sentence in enumerate(sentences(draft.summary.value)):
        yield Claim(
            case_id=case.id,
            text=sentence,
            language=draft.language,
            stated=stated_in(sentence),
            confidentiality=case.confidentiality,
            position=place,
        )


def _notes(draft: SheetDraft) -> Iterator[str]:
    """What has no field of its own, each with the words that say what it is."""
    for code in draft.countries.value[1:]:
        yield f"The sheet also names another country: {country_name(code)}."
    for concern in draft.concerns.value:
        if not concern.terms:
            yield f"The heading says: {concern.words}"
    if draft.earlier.value:
        yield f"What came before: {draft.earlier.value}"
    for note in draft.notes:
        yield f"Also on the sheet: {note.text}"
    if draft.model_letter.value:
        yield f"Model letter of the sheet:\n{draft.model_letter.value}"


def only_facts(sheet: ArrivingSheet, accepted: frozenset[str]) -> ArrivingSheet:
    """The same sheet with only the facts whose ids were accepted."""
    return replace(sheet, facts=tuple(fact for fact in sheet.facts if fact.id in accepted))


def anew(sheet: ArrivingSheet) -> ArrivingSheet:
    """The same sheet as records that were never in a file."""
    case_id, source_id = new_id(), new_id()

    def fresh(values: tuple[R, ...]) -> tuple[R, ...]:
        return tuple(replace(value, id=new_id(), case_id=case_id) for value in values)

    return replace(
        sheet,
        case=replace(sheet.case, id=case_id),
        sheet=replace(sheet.sheet, id=new_id(), case_id=case_id, source_id=source_id),
        source=replace(sheet.source, id=source_id, case_id=case_id),
        people=fresh(sheet.people),
        asks=fresh(sheet.asks),
        addressees=fresh(sheet.addressees),
        concerns=fresh(sheet.concerns),
        facts=fresh(sheet.facts),
    )


def doubtful(draft: SheetDraft) -> dict[str, Sureness]:
    """The fields of a case that somebody has to look at, by their names in the records: unsure, or not on the sheet."""
    found = {
        "kind": draft.kind.sureness,
        "reference": draft.number.sureness,
        "ai_index": draft.index.sureness,
        "confidentiality": draft.confidentiality.sureness,
        "country": draft.countries.sureness,
        "issued": draft.issued.sureness,
        "appeal_by": draft.appeal_by.sureness,
        "title": draft.title.sureness,
        "situation": draft.summary.sureness,
        "asks": Sureness.SURE if draft.asks else Sureness.MISSING,
        "update": Sureness.SURE if draft.closing.value or draft.update.value is not None else Sureness.UNSURE,
    }
    return {name: sureness for name, sureness in found.items() if sureness is not Sureness.SURE}
