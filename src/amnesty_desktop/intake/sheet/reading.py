# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading a sheet: from the lines of a file to the draft of a case. Any text gives a draft; nothing is invented."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ...domain.case import CaseKind
from ...domain.dates import PartialDate
from ..page_text import PageText
from .actions import asks_of, letter_of
from .addressees import addressees_of
from .concerns import concerns
from .dates import first_date
from .deadline import deadline_of, languages_of
from .draft import DraftConcern, Found, Place, SheetDraft, Sureness
from .heading import (
    MINUTES,
    confidentiality_of,
    countries_of,
    heading_lines,
    is_mail_header,
    issued_of,
)
from .labels import Part
from .layout import bodies_apart, laid_out
from .mail import completed_by_mail, naming_of
from .parts import SheetPart, of_kind, parts_of
from .passages import earlier_of, language_of, notes_of, passage_of, summary_of
from .people import people_of
from .preface import apart
from .reference import Naming, closing_words, counted_updates, good_news, is_later, namings_in, own_index
from .text import SheetLine, folded, is_too_long, places, sheet_lines
from .title import concern_words, in_sentence_case, title_of
from .warnings import TOO_LONG, warnings_of

_CAMPAIGN = re.compile(
    r"write ?for ?rights|write[- ]a[- ]thon|letter[- ]writing marathon|freedom writers|worldwide appeals?"
    r"|monthly action"
    r"|marathon (?:des lettres|de lettres)|dix jours pour signer|briefmarathon|briefe gegen das vergessen"
    r"|maraton de cartas"
    r"|escribe por los derechos|maraton pisania"
)
_FILE = re.compile(
    r"action (?:file|case|dossier)\b|case ?sheet|dossier d.action|long[- ]term case|case dossier|fallakte"
    r"|expediente de accion"
)
_FILE_TITLE = re.compile(r"(?:action|case) (?:file|dossier)(?: appeal)?(?: no\.? ?\d+)?")
_MEDICAL = re.compile(r"medical (?:letter[- ]writing )?action|health professional action|action medicale|accion medica")
_URGENT = re.compile(
    r"urgent action|action urgente|accion urgente|pilna akcja|action complementaire|further information on"
    r"|eilaktion|\bua\b"
)
_EXTRA = re.compile(r"\bextra (?:urgent action|ua)|^extra\b")


_REGIONAL = re.compile(r"regional action network|\bran action\b")
"""The action of a regional network: a sheet with everything that belongs to it, of no kind of its own."""


def read_sheet(page: PageText) -> SheetDraft:
    """Read one sheet. Text that is none, such as minutes, gives kind other with what can be read of it."""
    preface, lines = apart(laid_out(sheet_lines(page)))
    lines = bodies_apart(lines)
    shown = [line for line in (*preface, *lines) if not line.is_furniture]
    text = "\n".join(line.text for line in lines)
    parts = parts_of(lines)
    head = parts[0].lines
    top = heading_lines(head) or list(head[:20])
    top_text = "\n".join(line.text for line in top)
    naming = _naming(top_text, text)
    is_of_mail = naming is None and (naming := naming_of(page.headers)) is not None
    kind = _kind(naming, top, parts, page)
    is_one = kind.value is not CaseKind.OTHER or bool(_REGIONAL.search(folded(top_text)))
    naming = naming if is_one else None
    issued = _issued(head, parts, lines, preface)
    index = own_index(text)
    closing = closing_words(shown) if is_one else ()
    people = people_of(_body(head), parts, is_one, preface)
    draft = SheetDraft(
        language=language_of(text),
        kind=kind,
        number=_numbered(naming, naming.number if naming else None, lines, text),
        year=_numbered(naming, naming.year if naming else None, lines, text),
        reference=naming.printed if naming else "",
        update=_update(naming, top_text, text, is_one),
        closing=_closing(closing, top_text),
        index=Found(
            index.written,
            Sureness.SURE if index.is_labelled else Sureness.UNSURE,
            _spans(lines, index.begin, index.end),
        )
        if index
        else Found(None),
        confidentiality=confidentiality_of(top),
        countries=countries_of(head, parts, preface),
        issued=issued,
        appeal_by=deadline_of(parts, shown, issued.value) if is_one else Found(None),
        title=_title(title_of(head, parts, preface), concern_words(top) if is_one else Found(()), text),
        concerns=_concerns(top),
        people=people,
        summary=summary_of(head, parts),
        asks=asks_of(parts) if is_one else (),
        addressees=addressees_of(parts, text, [person.name for person in people]),
        languages=languages_of(parts, shown) if is_one else Found(()),
        model_letter=letter_of(parts),
        background=passage_of(of_kind(parts, Part.BACKGROUND)),
        earlier=earlier_of(parts, top),
    )
    if is_of_mail and is_one:
        draft = replace(
            draft,
            number=replace(draft.number, sureness=Sureness.UNSURE),
            year=replace(draft.year, sureness=Sureness.UNSURE),
        )
    return _completed(completed_by_mail(draft, page.headers), parts, is_too_long(page))


def is_sheet(draft: SheetDraft) -> bool:
    """Whether the text was taken for a sheet at all, not for minutes, news or anything else."""
    return draft.kind.value is not CaseKind.OTHER


def _completed(draft: SheetDraft, parts: Sequence[SheetPart], is_cut: bool) -> SheetDraft:
    said = warnings_of(draft)
    return replace(draft, notes=notes_of(draft, parts), warnings=(TOO_LONG, *said) if is_cut else said)


def _body(head: Sequence[SheetLine]) -> list[SheetLine]:
    return [
        line
        for line in head
        if not is_mail_header(line.text)
        or (namings_in(line.text) == [] and line.text[:1].isupper() and ":" not in line.text[:10])
    ]


def _naming(top: str, whole: str) -> Naming | None:
    found = namings_in(top)
    if found:
        # The subject of a mail comes first, and the heading of the sheet itself says it better.
        return max(found[:3], key=lambda each: (each.ordinal is not None or each.update is not None, -each.begin))
    elsewhere = namings_in(whole)
    return elsewhere[0] if elsewhere else None


def _kind(
    naming: Naming | None, top: Sequence[SheetLine], parts: Sequence[SheetPart], page: PageText
) -> Found[CaseKind]:
    small = folded("\n".join(line.text for line in top))
    first = folded("\n".join(line.text for line in top[:6]))
    label = (top[0].place,) if top else ()
    if any(_FILE_TITLE.fullmatch(folded(line.text)) for line in top[:14]):
        return Found(CaseKind.ACTION_FILE, Sureness.SURE, label)
    named_on_top = bool(namings_in("\n".join(line.text for line in top)))
    if MINUTES.search(first) and not (named_on_top and _has_index(top)):
        return Found(CaseKind.OTHER, Sureness.UNSURE)
    if _CAMPAIGN.search(first) and not named_on_top:
        return Found(CaseKind.LETTER_CAMPAIGN, Sureness.SURE, label)
    if _REGIONAL.search(small) and not named_on_top:
        return Found(CaseKind.OTHER, Sureness.SURE)
    if naming is not None and (named_on_top or _asks_for_appeals(parts)):
        kind = naming.kind
        if kind is CaseKind.URGENT_ACTION and _EXTRA.search(first):
            kind = CaseKind.EXTRA
        return Found(kind, Sureness.SURE if named_on_top else Sureness.UNSURE)
    if _MEDICAL.search(first):
        return Found(CaseKind.MEDICAL_ACTION, Sureness.SURE, label)
    if _FILE.search(first):
        return Found(CaseKind.ACTION_FILE, Sureness.SURE, label)
    if _URGENT.search(small):
        return Found(CaseKind.URGENT_ACTION, Sureness.SURE if "urgent action" in small else Sureness.UNSURE)
    if _has_index(top) and _asks_for_appeals(parts):
        return Found(CaseKind.URGENT_ACTION, Sureness.UNSURE)
    if of_kind(parts, Part.USE_LETTER) or (_asks_for_appeals(parts) and of_kind(parts, Part.ACTION)):
        return Found(CaseKind.URGENT_ACTION, Sureness.UNSURE)
    return Found(CaseKind.OTHER, Sureness.UNSURE)


def _has_index(lines: Sequence[SheetLine]) -> bool:
    return own_index("\n".join(line.text for line in lines)) is not None


def _asks_for_appeals(parts: Sequence[SheetPart]) -> bool:
    return bool(of_kind(parts, Part.TARGETS, Part.ACTION, Part.DEADLINE))


def _numbered(naming: Naming | None, value: int | None, lines: Sequence[SheetLine], text: str) -> Found[int | None]:
    if naming is None or value is None:
        return Found(None)
    at = text.find(naming.printed.split()[-1])
    return Found(value, Sureness.SURE, _spans(lines, at, at + len(naming.printed)) if at >= 0 else ())


def _spans(lines: Sequence[SheetLine], begin: int, end: int) -> tuple[Place, ...]:
    """Where characters begin to end of the joined lines stand in the whole text: the lines they are in."""
    found, at = [], 0
    for line in lines:
        after = at + len(line.text)
        if at <= end and begin <= after and line.text:
            found.append(line)
        at = after + 1
        if at > end:
            break
    return places(found)


def _update(naming: Naming | None, top: str, whole: str, is_sheet: bool) -> Found[int | None]:
    if not is_sheet:
        return Found(None)
    counted = counted_updates(top, whole)
    if naming is not None and naming.update is not None:
        return Found(naming.update, Sureness.SURE)
    if counted is not None:
        return Found(counted, Sureness.SURE)
    if naming is not None and naming.ordinal is not None:
        # "FIRST UA" is the first paper of its number, so that "SECOND UA" is the first update.
        return Found(naming.ordinal - 1, Sureness.SURE if naming.ordinal == 1 else Sureness.UNSURE)
    if (
        _is_named_later(whole, naming)
        or is_later(top)
        or (
            naming is not None and is_later(whole[max(0, whole.find(naming.printed) - 80) : whole.find(naming.printed)])
        )
    ):
        return Found(None)
    return Found(0, Sureness.SURE if naming is not None else Sureness.UNSURE)


def _is_named_later(whole: str, naming: Naming | None) -> bool:
    """Whether some line says "further information on" and the number of this very action."""
    return any(
        is_later(line[: named[0].begin])
        and (naming is None or (naming.number, naming.year) == (named[0].number, named[0].year))
        for line in whole.splitlines()
        if (named := namings_in(line)) and named[0].begin < 80
    )


def _closing(where: tuple[Place, ...], top: str) -> Found[bool]:
    if where:
        return Found(True, Sureness.SURE, where)
    return Found(True, Sureness.UNSURE) if good_news(top) else Found(False, Sureness.SURE)


def _issued(
    head: Sequence[SheetLine], parts: Sequence[SheetPart], lines: Sequence[SheetLine], preface: Sequence[SheetLine]
) -> Found[PartialDate | None]:
    found = issued_of(head, parts)
    if found.sureness is not Sureness.MISSING:
        return found
    posted = issued_of(preface, ())
    if posted.value is not None:
        return replace(posted, sureness=Sureness.UNSURE)
    for line in lines:
        if line.is_furniture:
            issue = re.search(r"issue date|fecha|amnesty international", folded(line.text))
            on = first_date(line.text)
            if issue and on:
                return Found(on.on, Sureness.UNSURE, (line.place,))
    return found


def _title(headline: Found[str], words: Found[tuple[str, ...]], text: str) -> Found[str]:
    """The headline; older sheets have none, and their concern stands for it."""
    if headline.sureness is Sureness.SURE or not words.value:
        return replace(headline, value=in_sentence_case(headline.value, text, language_of(text)))
    named = in_sentence_case(" / ".join(words.value), text, language_of(text))
    return Found(named, Sureness.UNSURE, words.places)


def _concerns(top: Sequence[SheetLine]) -> Found[tuple[DraftConcern, ...]]:
    words = concern_words(top)
    return Found(concerns(words.value), words.sureness, words.places) if words.value else Found(())
