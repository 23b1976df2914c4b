# SPDX-License-Identifier: GPL-3.0-or-later
"""The longer passages of a sheet: summary, background, what it quotes as earlier ones, and what fits nowhere."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from .draft import DraftAddressee, DraftPerson, DraftText, Found, Place, SheetDraft, Sureness
from .labels import Part
from .lists import is_country_led
from .parts import SheetPart, is_prose, of_kind
from .reference import indexes_in, is_later, namings_in
from .text import SheetLine, folded, joined, paragraphs, places
from .words import word_set

_SMALL_WORDS = {
    "en": word_set("""the of and in to was were has been for with by that from his her their"""),
    "fr": word_set("""le la les des du et une dans ete qui pour par sur avec votre vos au aux est"""),
    "de": word_set("""der die das und den von dem ist sind mit nach wurde sie nicht bitte auf zu ein eine"""),
    "es": word_set("""el los las y del una por que con para fue su sus han se al llamamientos"""),
    "pl": word_set("""i w z na do o po sie za jest nie lub oraz przez zostal zostali apele apeli"""),
}


def summary_of(head: Sequence[SheetLine], parts: Sequence[SheetPart]) -> Found[str]:
    """Return what the sheet says happened: its summary, or the sentences under its heading."""
    summary = passage_of(of_kind(parts, Part.SUMMARY))
    if summary.value:
        return summary
    prose = [paragraph for paragraph in paragraphs(head) if is_prose(paragraph)]
    told = [_without_headline(paragraph) for paragraph in prose if not _is_heading(paragraph)]
    prose = told or prose
    text = "\n\n".join(joined(paragraph) for paragraph in prose)
    return Found(text, Sureness.SURE, places(line for each in prose for line in each)) if text else Found("")


_URGENT = re.compile(r"u ?r ?g ?e ?n ?t a ?c ?t ?i ?o ?n\b|accion urgente|action urgente|pilna akcja|dobra wiadomosc")
_LONGEST_HEADLINE = 120
_LONGEST_NAMING = 700
_EMPTY_FORM = re.compile(
    r"name address 1 address 2.{0,20}fax fax number.{0,80}|gender m/f: ?(?:m|f|both|all|male|female|m/f|m & f)"
)
_LONGEST_FOOT = 300
_FOOT = re.compile(
    r"\bprivacy\b|copyright|impressum|terms of use|cookie|\bblz\b|charitable reg|organisme de bienfaisance"
    r"|contact us|^feedback$|site map|amnesty international .{0,60}(?:tel|fax|@)|@\S+ \| "
)
_SENTENCE = re.compile(r"[a-zß-ÿ\d]{2}\. [A-ZÀ-Þ]|[\w)\]\"”»][.?][\"'”»)]*$")


def _is_heading(paragraph: Sequence[SheetLine]) -> bool:
    """Whether these are names under a country, a number or a headline, which are no sentence however long they are."""
    text = joined(paragraph)
    if _SENTENCE.search(text):
        return False
    return bool(
        is_country_led(paragraph[0].text)
        or (_URGENT.search(folded(text)) and len(text) < _LONGEST_HEADLINE)
        or (namings_in(text[:200]) and len(text) < _LONGEST_NAMING)
        or indexes_in(text[:200])
        or re.search(r"\([mfkh]\)", text)
    )


def _without_headline(paragraph: list[SheetLine]) -> list[SheetLine]:
    """A paragraph without a heading and its headline in capitals that stand right above its first sentence."""
    if not _URGENT.search(folded(paragraph[0].text)):
        return paragraph
    rest = paragraph[1:]
    while len(rest) > 1 and rest[0].text.upper() == rest[0].text:
        rest = rest[1:]
    return rest or paragraph


def passage_of(parts: Sequence[SheetPart]) -> Found[str]:
    """Return these parts as one text, paragraphs apart; the foot of a page below them is left to the notes."""
    pieces: list[tuple[str, Sequence[SheetLine]]] = []
    labels = [part.label for part in parts if part.label is not None]
    for part in parts:
        if part.rest and len(part.rest) > 3:
            pieces.append((part.rest, ()))
        pieces += [(joined(paragraph), paragraph) for paragraph in paragraphs(part.lines)]
    while len(pieces) > 1 and _is_foot(pieces[-1][0]):
        pieces.pop()
    text = "\n\n".join(piece for piece, _ in pieces)
    kept = [*labels, *(line for _, lines in pieces for line in lines)]
    return Found(text, Sureness.SURE, places(kept)) if text else Found("")


def _is_foot(text: str) -> bool:
    """Whether the last lines of a passage are the foot of a page: who publishes it, or its number once more."""
    if len(text) > _LONGEST_FOOT or _SENTENCE.search(text):
        return False
    return bool(_FOOT.search(folded(text)) or (namings_in(text) and len(text) < 80))


def earlier_of(parts: Sequence[SheetPart], top: Sequence[SheetLine]) -> Found[str]:
    """Return what the sheet quotes as the ones before it: "further information on" with numbers and days."""
    for at, line in enumerate(top):
        if is_later(line.text) and namings_in(line.text):
            lines = [line]
            while lines[-1].text.count("(") and "".join(each.text for each in lines).count("(") > "".join(
                each.text for each in lines
            ).count(")"):
                at += 1
                if at >= len(top) or len(lines) > 6:
                    break
                lines.append(top[at])
            return Found(joined(lines), Sureness.SURE, places(lines))
    for part in of_kind(parts, Part.EARLIER):
        if part.label:
            return Found(joined([part.label, *part.lines[:1]]), Sureness.SURE, (part.label.place,))
    return Found("")


def notes_of(draft: SheetDraft, parts: Sequence[SheetPart]) -> tuple[DraftText, ...]:
    """Every paragraph that no field was read from."""
    used = _all_places(draft)
    notes = []
    for part in parts:
        lines = [line for line in (part.label, *part.lines) if line is not None]
        for paragraph in paragraphs(lines):
            if not any(_overlaps(line, used) for line in paragraph) and not _is_said(joined(paragraph), draft):
                notes.append(DraftText(joined(paragraph), places(paragraph)))
    return tuple(notes)


def _is_said(text: str, draft: SheetDraft) -> bool:
    """Whether a line says nothing more: an empty form for an address, or the headline once more on the next page."""
    small = folded(text)
    if _EMPTY_FORM.fullmatch(small):
        return True
    headline = _URGENT.sub("", small, count=1).strip(" :-")
    return bool(draft.title.value) and headline == folded(draft.title.value)


def _overlaps(line: SheetLine, used: Sequence[Place]) -> bool:

    at = bisect_left(used, line.end, key=lambda place: place.begin)
    return any(place.begin < line.end and line.begin < place.end for place in used[max(0, at - 3) : at + 1])


def _all_places(draft: SheetDraft) -> list[Place]:
    found: list[Place] = []
    for name in draft.__slots__:
        value = getattr(draft, name)
        if isinstance(value, Found):
            found += value.places
        elif isinstance(value, tuple):
            found += [
                place
                for each in value
                if isinstance(each, DraftPerson | DraftAddressee | DraftText)
                for place in each.places
            ]
    return sorted(found, key=lambda place: place.begin)


def language_of(text: str) -> str:
    """The language a sheet is written in, by its small words."""
    words = folded(text[:6000]).split()
    counts = {code: sum(word in small for word in words) for code, small in _SMALL_WORDS.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else "en"
