# SPDX-License-Identifier: GPL-3.0-or-later
"""The day until which a sheet asks for appeals, and the languages it asks for."""

import re
from collections.abc import Iterable, Sequence

from ...domain.dates import PartialDate
from .dates import DateInText, dates_in, with_year
from .draft import Found, Place, Sureness
from .labels import Part
from .languages import languages_asked, languages_of_list
from .parts import SheetPart, of_kind
from .text import SheetLine, folded, followed

_UNTIL = re.compile(
    r"(?:\b(?:tarde|plus tard|spatestens|later than|before|after|until|till|by|expires(?: on)?|expire|avant"
    r"|apres|jusqu.au|hasta|antes|despues|nach"
    r"|dopo|entro|bis|vor|przed|po|do)"
    r"(?: the| le| il| el| del| de| dem| zum| dnia)?|deadline|expires|until|limite|termin|notice)\s?:?\s{0,3}$"
)
_ABOUT_APPEALS = re.compile(
    r"appeal|\bact by\b|urgent action expires|take action|bulletin expires|letters?\b|\bwrite\b|lettre|ecri"
    r"|escrib|schreib|"
    r"\bpis(?:z|ac)|contact (?:these|this|the)|appel"
    r"|intervenir|agir|agissez|llamamient|actuen|actuar"
    r"|enviar|appelle|verschicken|abschicken|schreiben|apel|wysyla|dzialani|deadline|action before|arrive"
)
_LANGUAGE_HINT = re.compile(
    r"language|langue|idioma|sprache|schreiben sie in|jezyk|apeli po|template letter in|appell in|write .{0,60}\bin\b"
    r"|letters? (?:may|should|can|could) be"
    r"|escriban|appels|please send|llamamientos|apeli|apele"
)


def deadline_of(
    parts: Sequence[SheetPart], lines: Sequence[SheetLine], issued: PartialDate | None
) -> Found[PartialDate | None]:
    """Return the appeal-by date; one printed without its year gets the next such day after the day of issue, unsure."""
    for is_sure, stretch, stretch_places in _stretches(parts, lines):
        for each in dates_in(stretch):
            if each.is_unclear or not _UNTIL.search(folded(stretch[max(0, each.begin - 30) : each.begin])):
                continue
            on = with_year(each, issued)
            if on is not None:
                sureness = Sureness.SURE if is_sure and each.on is not None else Sureness.UNSURE
                return Found(on, sureness, stretch_places)
    return Found(None)


def _stretches(parts: Sequence[SheetPart], lines: Sequence[SheetLine]) -> Iterable[tuple[bool, str, tuple[Place, ...]]]:
    """The passages that may say the deadline, the surest first: label lines with what follows them."""
    for part in of_kind(parts, Part.TARGETS, Part.DEADLINE):
        following = [line for line in part.lines[:4] if line.text]
        label = [part.label] if part.label else []
        yield True, " ".join(line.text for line in (*label, *following)), tuple(line.place for line in label)
    for line, after in followed(lines):
        if line.text and _ABOUT_APPEALS.search(folded(line.text)):
            both = f"{line.text} {after.text}" if after is not None and after.text else line.text
            yield True, both, (line.place,)


def unclear_dates(lines: Iterable[SheetLine]) -> list[DateInText]:
    """The dates of lines on appeals whose day and month cannot be told apart."""
    found = [each for line in lines if _ABOUT_APPEALS.search(folded(line.text)) for each in dates_in(line.text)]
    return [each for each in found if each.is_unclear]


def languages_of(parts: Sequence[SheetPart], lines: Sequence[SheetLine]) -> Found[tuple[str, ...]]:
    """Return the codes of the languages to write in, in the order of the sheet."""
    for part in of_kind(parts, Part.LANGUAGES):
        text = part.rest or next((line.text for line in part.lines if line.text), "")
        codes = languages_of_list(text)
        if codes:
            return Found(codes, Sureness.SURE, (part.label.place,) if part.label else ())
    candidates = [part for part in parts if part.label and part.part in {Part.ACTION, Part.TARGETS, Part.DEADLINE}]
    for part in candidates:
        stretch = [part.label, *part.lines[:4]]
        text = _until_bullet(stretch)
        codes = languages_asked(text)
        if codes:
            return Found(codes, Sureness.SURE, (part.label.place,) if part.label else ())
    for at, line in enumerate(lines):
        both = _until_bullet(lines[at : at + 2])
        if not line.is_bullet and _LANGUAGE_HINT.search(folded(both)):
            codes = languages_asked(both)
            if codes:
                return Found(codes, Sureness.UNSURE, (line.place,))
    return Found(())


def _until_bullet(lines: Sequence[SheetLine | None]) -> str:
    kept = []
    for line in lines:
        if line is None or line.is_bullet or not line.text:
            break
        kept.append(line.text)
    return " ".join(kept)
