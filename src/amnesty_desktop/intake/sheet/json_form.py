# SPDX-License-Identifier: GPL-3.0-or-later
"""The draft of a sheet as the one JSON value that the command line prints and other programs read."""

from typing import Any

from ...domain.case import CaseKind
from ...domain.dates import PartialDate
from .draft import DraftAddressee, DraftPerson, SheetDraft

Value = dict[str, Any]
_KINDS = frozenset(
    {CaseKind.URGENT_ACTION, CaseKind.EXTRA, CaseKind.MEDICAL_ACTION, CaseKind.ACTION_FILE, CaseKind.LETTER_CAMPAIGN}
)


def as_json(draft: SheetDraft) -> Value:
    """Return the JSON value of a draft: what a sheet does not say is null, an empty list or false.

    country is one code or a list of them; dates are EDTF text; recommended_actions are texts as printed; model_letter
    is the text of the letter or null.
    """
    kind = draft.kind.value
    return {
        "kind": str(kind if kind in _KINDS else CaseKind.OTHER),
        "number": draft.number.value,
        "year": draft.year.value,
        "update": draft.update.value,
        "closing": draft.closing.value,
        "index": draft.index.value,
        "class": str(draft.confidentiality.value) if draft.confidentiality.value else None,
        "country": _country(draft.countries.value),
        "issued": _date(draft.issued.value),
        "appeal_by": _date(draft.appeal_by.value),
        "languages": list(draft.languages.value),
        "people": [_person(person) for person in draft.people],
        "recommended_actions": [ask.text for ask in draft.asks],
        "addressees": [_addressee(each) for each in draft.addressees],
        "model_letter": draft.model_letter.value or None,
        "title": draft.title.value or None,
        "concerns": [concern.words for concern in draft.concerns.value],
        "summary": draft.summary.value or None,
        "background": draft.background.value or None,
        "further_information_on": draft.earlier.value or None,
        "notes": [note.text for note in draft.notes],
        "warnings": list(draft.warnings),
    }


def _country(codes: tuple[str, ...]) -> str | list[str] | None:
    if len(codes) > 1:
        return list(codes)
    return codes[0] if codes else None


def _date(value: PartialDate | None) -> str | None:
    return value.edtf if value else None


def _person(person: DraftPerson) -> Value:
    said: Value = {"name": person.name, "sex": str(person.sex) if person.sex else None, "age": person.age}
    return said | ({"work": person.work} if person.work else {}) | ({"news": person.news} if person.news else {})


def _addressee(each: DraftAddressee) -> Value:
    return {
        "role": str(each.role),
        "name": each.name or None,
        "office": each.office or None,
        "salutation": each.salutation or None,
        "email": list(each.email),
        "fax": list(each.fax),
        "phone": list(each.phone),
        "lines": list(each.lines),
    }
