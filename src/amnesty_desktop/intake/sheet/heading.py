# SPDX-License-Identifier: GPL-3.0-or-later
"""The heading of a sheet: its class, its country or countries, its day of issue, its title and its concerns."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ...domain.case import Confidentiality
from ...domain.dates import PartialDate
from .countries import code_of, countries_within, leading_countries
from .dates import MONTHS, dates_in, first_date
from .draft import Found, Sureness
from .labels import Part
from .lists import is_country_led
from .parts import SheetPart, is_prose, of_kind
from .reference import indexes_in, namings_in
from .text import SheetLine, folded, paragraphs

MOST_HEADING_LINES = 45
_COUNTED = 15_000
"""Characters in which names of countries are counted where the heading has none."""
EXTERNAL = re.compile(
    r"(?:document )?(?:(?:au|ua) ?/ ?)?(?:external|public|externe|publique|publico|externo|extern|offentlich"
    r"|publiczn[ye]"
    r"|zewnetrzn[ye]|pubblico|do uzytku zewnetrznego)\b"
)
INTERNAL = re.compile(r"(?:document )?(?:internal|interne|interno|intern|ai members only|members only|wewnetrzn[ye])\b")
_MAIL = re.compile(
    r"(?:from|to|cc|bcc|reply-to|sent|von|an|de|para|a|od|do|betreff|objet|asunto|temat|subject|date|datum"
    r"|fecha) ?: ?\S"
)
_SUBJECT = re.compile(r"(?:subject|betreff|objet|asunto|temat) ?: ?")
_ISSUE_LABEL = re.compile(
    r"(?:publication date|issue date|date|datum|fecha|data|date of update|date de publication|wydano"
    r"|fecha de emision|date d.emission"
    r"|date of issue)\s?:\s*$"
    r"|\b(?:published|posted|first published|publie|publicado|publicada|veroffentlicht|data (?:wydania"
    r"|publikacji)|opublikowano"
    r"|fecha de publicacion|aktiv seit)(?: on| le| el| am)?\s?:?\s{1,3}(?:(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day,? )?$"
)
_MAIL_DATE = re.compile(r"(?:date|sent|gesendet|enviado|datum) ?: ?")
_BEFORE_COUNTRY = re.compile(
    r"(?:document|urgent action(?: appeal)?|action urgente|accion urgente|pilna akcja|ecrire|escribir|write|ua"
    r"|uaa|news|subject)\s?[-–:]?\s+"
)
_MONTH_FIRST = re.compile(rf"(?:de )?(?:{MONTHS})\b(?: (?:de )?\d{{4}}\b)?")
_CITY = re.compile(r"(?:londres|london|berlin|paris|warszawa)[, ]+(?:le |el |den )?")
_FAR_CITY = re.compile(rf"\s{{2,}}{_CITY.pattern}$")
_NOT_ISSUED = re.compile(
    r"\b(?:on|since|until|before|after|by|between|from|depuis|avant|apres|antes|despues|desde|seit|nach|vor"
    r"|expires|le|el|am|od|przed|do|in)\s*$"
)
MINUTES = re.compile(
    r"\b(?:minutes|agenda|newsletter|protokoll|compte rendu|proces-verbal|acta de|protokol|rundbrief"
    r"|bulletin of the group|tagesordnung)\b"
)


def heading_lines(head: Sequence[SheetLine]) -> list[SheetLine]:
    """The lines before the body begins: no sentence yet, or still short ones."""
    kept: list[SheetLine] = []
    parted = paragraphs(head)
    last = max((at for at, paragraph in enumerate(parted[:12]) if _is_head(paragraph)), default=-1)
    for at, paragraph in enumerate(parted):
        if is_prose(paragraph) and not is_country_led(paragraph[0].text) and not _is_head(paragraph):
            if at > last and len(kept) > 1:
                break
            if at < last:
                continue
        kept += paragraph
        if len(kept) > MOST_HEADING_LINES:
            break
    return kept[:MOST_HEADING_LINES]


def _is_head(paragraph: Sequence[SheetLine]) -> bool:
    return any(indexes_in(line.text) or namings_in(line.text) for line in paragraph[:4])


def confidentiality_of(lines: Sequence[SheetLine]) -> Found[Confidentiality | None]:
    """Return the class the heading prints, which stands at the beginning of a line or in capitals."""
    for line in lines:
        small = folded(line.text)
        for pattern, value in ((EXTERNAL, Confidentiality.EXTERNAL), (INTERNAL, Confidentiality.INTERNAL)):
            found = pattern.match(small) or re.search(rf"(?:^|\s)(?:{pattern.pattern})", small)
            if not found:
                continue
            printed = line.text[found.start() : found.end()].strip()
            rest = line.text[found.end() :]
            stands_alone = found.start() == 0 and (
                not rest.strip() or rest.startswith(("  ", " (")) or indexes_in(rest)
            )
            if printed.upper() == printed or stands_alone:
                return Found(value, Sureness.SURE, (line.place,))
    return Found(None)


def countries_of(
    head: Sequence[SheetLine], parts: Sequence[SheetPart], preface: Sequence[SheetLine] = ()
) -> Found[tuple[str, ...]]:
    """Return the countries of the heading; where it names none, the one that the text names most, as unsure.

    preface is what stands above the sheet, such as the title of the web page it was copied from.
    """
    lines = _without_sender(heading_lines(head))
    for begin in ("country", "urgent action title"):
        for part in of_kind(parts, Part.FIELD):
            if part.label and folded(part.label.text).startswith(begin):
                said = part.rest or " ".join(line.text for line in part.lines[:1])
                codes = leading_countries(said)[0] if begin == "country" else _in_title(said)
                if codes:
                    return Found(codes, Sureness.SURE, (part.label.place,))
    for read in (_beside_index, _led, _in_brackets, _in_title):
        for at, line in enumerate(lines):
            codes = read(line.text)
            if codes and at + 1 < len(lines) and re.match(r"[^/]{3,30} /(?:\s{2,}|$)", line.text):
                codes = tuple(dict.fromkeys([*codes, *leading_countries(lines[at + 1].text)[0]]))
            if codes:
                return Found(codes, Sureness.SURE, (line.place,))
    for line in preface:
        codes = _named_behind_number(line.text) or _in_title(line.text)
        if codes:
            return Found(codes, Sureness.SURE, (line.place,))
    for line in lines:
        codes = tuple(countries_within(line.text)[:1])
        if codes and not is_prose([line]):
            return Found(codes, Sureness.UNSURE, (line.place,))
    return _most_named(parts)


_SECTION = re.compile(r"amnesty international(?: [|-])? [a-z ]{4,24}")


def _without_sender(lines: Sequence[SheetLine]) -> list[SheetLine]:
    """The heading without the address of the International Secretariat, whose country is none of the sheet's."""
    lines = [line for line in lines if not _SECTION.fullmatch(folded(line.text))]
    at = next((at for at, line in enumerate(lines) if "easton street" in folded(line.text)), None)
    if at is None:
        return list(lines)
    return [
        line for number, line in enumerate(lines) if not (at <= number <= at + 5 and code_of(line.text.strip()) == "GB")
    ]


def _beside_index(text: str) -> tuple[str, ...]:
    """Country between index and date, as on sheets from 2009 on."""
    found = [each for each in indexes_in(text) if not each.is_quoted]
    if not found:
        return ()
    rest = re.split(
        r"\s{2,}|date\s?:|fecha\s?:|datum\s?:", text[found[0].end :].lstrip(" -–,:"), maxsplit=1, flags=re.IGNORECASE
    )[0]
    codes, end = leading_countries(rest)
    return codes if codes and not any(sign.isalpha() for sign in rest[end:][:3]) else ()


def _named_behind_number(text: str) -> tuple[str, ...]:
    """The country behind the number in the title of a page: "UA 28/91 (EUR 44/10/91) - Turkey: fear of torture"."""
    named = namings_in(text)
    rest = re.sub(r"\([^()]*\)", " ", text[named[-1].end :]).lstrip(" -–:") if named else ""
    return leading_countries(re.sub(r"^(?:on|in|sur|zu|sobre) ", "", rest))[0]


_OF_SECTION = re.compile(
    r"koordinationsgruppe|\bsek[ct]ion\b|\bsezione\b|amnesty|coordination group|urgent action network"
)


def _led(text: str) -> tuple[str, ...]:
    led = is_country_led(text)
    return led[0] if led and not _OF_SECTION.search(folded(led[1])) else ()


def _in_brackets(text: str) -> tuple[str, ...]:
    found = re.search(r"\(([^():]{2,60}): ?(?:UA|AU|EXTRA|MA)\b", text)
    return leading_countries(found[1])[0] if found else ()


def _in_title(text: str) -> tuple[str, ...]:
    small = folded(text)
    subject = _SUBJECT.match(small)
    rest = text[subject.end() :] if subject else text
    for _ in range(4):
        led = _BEFORE_COUNTRY.match(folded(rest))
        named = next(iter(namings_in(rest)), None)
        if named and named.begin < 8:
            rest = rest[named.end :].lstrip(" :-–")
        elif led:
            rest = rest[led.end() :]
        else:
            break
    codes, end = leading_countries(rest)
    if codes and (
        rest[end - 1] == "." or re.match(r"\s*[:.–|]|\s*-|$", rest[end:]) or rest[:end].upper() == rest[:end]
    ):
        return codes
    return ()


def _most_named(parts: Sequence[SheetPart]) -> Found[tuple[str, ...]]:
    counts: Counter[str] = Counter()
    left = _COUNTED
    for part in parts:
        weight = {Part.TARGETS: 2, Part.HEAD: 2, Part.SUMMARY: 2, Part.COPIES: 1, Part.BACKGROUND: 0}.get(part.part, 1)
        for line in part.lines:
            left -= len(line.text)
            if left < 0:
                break
            for code in countries_within(line.text):
                counts[code] += weight
    if not counts:
        return Found(())
    ranked = counts.most_common(2)
    if not ranked[0][1] or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return Found(())
    return Found((ranked[0][0],), Sureness.UNSURE)


def issued_of(head: Sequence[SheetLine], parts: Sequence[SheetPart]) -> Found[PartialDate | None]:
    """Return the day of issue: labelled, or beside the number, or alone in a line of the heading."""
    for part in of_kind(parts, Part.FIELD):
        if part.label and re.match(r"publication date|date of update|issue date", folded(part.label.text)):
            printed = first_date(part.rest or " ".join(line.text for line in part.lines[:1]))
            if printed:
                return Found(printed.on, Sureness.SURE, (part.label.place,))
    lines = _days_whole(heading_lines(head))
    quoted = _quoted_at(lines)
    ranked = sorted(
        (rank, at, on, line)
        for at, line in enumerate(lines)
        if (found := _issue_date(line.text, quoted[at])) is not None
        for rank, on in [found]
    )
    if ranked:
        rank, _, on, line = ranked[0]
        return Found(PartialDate(on), Sureness.SURE if rank < 4 else Sureness.UNSURE, (line.place,))
    return Found(None)


def _days_whole(lines: Sequence[SheetLine]) -> list[SheetLine]:
    """Lines of which none ends with the day of a date whose month stands below, as in narrow mails."""
    done = list(lines)
    for at, (line, below) in enumerate(pairwise(lines)):
        month = _MONTH_FIRST.match(folded(below.text))
        if month and re.search(r": \d{1,2}$", line.text):
            text = f"{line.text} {below.text[: month.end()]}"
            done[at] = replace(line, text=text, end=below.end)
            done[at + 1] = replace(below, text=below.text[month.end() :].strip())
    return done


def _quoted_at(lines: Sequence[SheetLine]) -> list[int]:
    """For each line, how many brackets that quote other papers are still open where it begins."""
    depth, done = 0, []
    for line in lines:
        done.append(depth)
        depth = max(0, depth + line.text.count("(") - line.text.count(")"))
        if depth > 1 or (
            not line.text.count("(") and depth and not line.text.count(")") and len(done) > 2 and done[-2]
        ):
            depth = 0
    return done


def _issue_date(text: str, depth: int) -> tuple[int, str] | None:
    """Return (rank, date) of the best date of a line: 0 labelled, 1 beside number or index, 2 alone, 5 of a mail."""
    small = folded(text)
    best: tuple[int, str] | None = None
    mail = _MAIL_DATE.match(small)
    for each in dates_in(text):
        if each.on is None or each.is_unclear or _is_inside(text, each.begin, depth):
            continue
        before = small[: each.begin]
        rest = (small[: each.begin] + small[each.end :]).strip(" ,.-–")
        rank = None
        if _ISSUE_LABEL.search(before) and not (mail and re.search(r"\d\d:\d\d", text)):
            rank = 0
        elif mail:
            rank = 5
        elif not rest or _CITY.fullmatch(rest + " ") or _CITY.fullmatch(rest):
            rank = 2
        elif namings_in(text) and re.search(r"\b(?:re-?)?issued (?:on )?$", before):
            continue  # The day of the paper that this one is about.
        elif (indexes_in(text) or namings_in(text)) and not _NOT_ISSUED.search(before):
            rank = 1
        elif MINUTES.search(small) or (
            re.fullmatch(r"[\w,. -]{0,30}", rest) and len(rest.split()) <= 3 and not _NOT_ISSUED.search(before)
        ):
            rank = 3
        elif (text[: each.begin].endswith("  ") or _FAR_CITY.search(before)) and each.end == len(text):
            rank = 1
        if rank is not None and (best is None or rank < best[0]):
            best = (rank, each.on.edtf)
    return best


def _is_inside(text: str, at: int, depth: int) -> bool:
    return depth + text.count("(", 0, at) - text.count(")", 0, at) > 0


def is_mail_header(text: str) -> bool:
    """Whether a line is one of the lines above a mail."""
    return bool(_MAIL.match(folded(text)))
