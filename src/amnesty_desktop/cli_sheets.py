# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command line says of a sheet: the draft of a case in JSON, or in plain words."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from .cli_words import safe
from .domain.countries import country_name
from .domain.spoken_dates import spoken
from .domain.vocabularies import label
from .intake.page_text import Unreadable
from .intake.sheet.draft import DraftAddressee, DraftPerson, Found, SheetDraft, Sureness
from .intake.sheet.json_form import as_json
from .intake.sheet_file import content_of, sheet_in

Value = dict[str, Any]


def draft_of(path: Path) -> tuple[SheetDraft, tuple[str, ...]]:
    """Return the draft of one file, and sentences on what could not be read of it. Raises Unreadable."""
    found = sheet_in(path.name, content_of(path))
    return found.draft, found.page.troubles


def told(paths: Sequence[Path], as_json: bool) -> Iterator[tuple[str, str]]:
    """For each file what is printed of it, and an error beside it; one that cannot be read stops no other."""
    for path in paths:
        try:
            found = draft_of(path)
        except Unreadable as trouble:
            value = json.dumps(failed_value(path, trouble), ensure_ascii=False)
            yield (value if as_json else "", str(trouble))
            continue
        value = json.dumps(sheet_value(path, *found), ensure_ascii=False)
        yield (value if as_json else safe(sheet_words(path, *found)), "")


def sheet_value(path: Path, draft: SheetDraft, troubles: tuple[str, ...]) -> Value:
    """One sheet as JSON, with the name of its file as it was given."""
    value = as_json(draft)
    return {"file": str(path)} | value | {"warnings": [*troubles, *value["warnings"]]}


def failed_value(path: Path, trouble: Unreadable) -> Value:
    """A file that could not be read, as JSON."""
    return {"file": str(path), "error": f"{trouble.sentence} {trouble.way_out}"}


def sheet_words(path: Path, draft: SheetDraft, troubles: tuple[str, ...]) -> str:
    """One sheet in plain words; what is not sure says so."""
    return "\n".join([f"{path}", *(f"  {line}" for line in _lines(draft, troubles))])


def _lines(draft: SheetDraft, troubles: tuple[str, ...]) -> Iterator[str]:
    yield _head(draft)
    if draft.title.value:
        yield draft.title.value
    for name, date in (("Issued", draft.issued), ("Appeals until", draft.appeal_by)):
        if date.value is not None:
            yield f"{name} {spoken(date.value)}{_doubt(date)}"
    if draft.confidentiality.value is not None:
        yield f"Class: {label(draft.confidentiality.value)}"
    if draft.languages.value:
        yield f"Write in: {', '.join(map(_language, draft.languages.value))}"
    yield from _listed("People", [_person(each) for each in draft.people])
    yield from _listed("It asks", [each.text for each in draft.asks])
    yield from _listed("Write to", [_addressee(each) for each in draft.addressees])
    if draft.model_letter.value:
        yield "It has a model letter."
    yield from _listed("Please look at", [*troubles, *draft.warnings])


def _head(draft: SheetDraft) -> str:
    kind = label(draft.kind.value)
    number = f"{draft.number.value}/{draft.year.value}" if draft.number.value is not None else ""
    update = draft.update.value
    chain = "last update" if draft.closing.value else f"update {update}" if update else ""
    countries = " and ".join(country_name(code) for code in draft.countries.value)
    named = f"{kind} {number}".strip()
    parts = (named, chain, f"{countries}{_doubt(draft.countries) if countries else ''}", draft.index.value or "")
    return " · ".join(filter(None, parts))


def _language(code: str) -> str:
    from babel import Locale

    return str(Locale("en").languages.get(code, code))


def _doubt(found: Found[Any]) -> str:
    return " (not sure)" if found.sureness is Sureness.UNSURE else ""


def _listed(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"{title}:"
        yield from (f"- {' '.join(line.split())}" for line in lines)


def _person(each: DraftPerson) -> str:
    said = (
        each.name,
        label(each.sex) if each.sex else "",
        str(each.age) if each.age is not None else "",
        each.work,
        each.news,
    )
    return ", ".join(filter(None, said)) + (" (not sure)" if each.sureness is Sureness.UNSURE else "")


def _addressee(each: DraftAddressee) -> str:
    said = ", ".join(filter(None, (each.name, each.office)))
    ways = "; ".join([*(f"fax {number}" for number in each.fax), *each.email])
    greeting = f"“{each.salutation}”" if each.salutation else ""
    return " · ".join(filter(None, (f"{label(each.role)}: {said}", greeting, ways)))
