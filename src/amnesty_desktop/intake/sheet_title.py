# SPDX-License-Identifier: GPL-3.0-or-later
"""What a sheet is about in its own words: its headline, and the concerns beside its number."""

import re
from collections.abc import Sequence

from .sheet_countries import code_of
from .sheet_dates import dates_in, first_date
from .sheet_draft import Found, Sureness
from .sheet_heading import EXTERNAL, INTERNAL, heading_lines, is_mail_header
from .sheet_labels import Part
from .sheet_lists import is_country_led, starts_marked
from .sheet_parts import SheetPart, of_kind
from .sheet_reference import indexes_in, namings_in
from .sheet_text import SheetLine, folded


def title_of(head: Sequence[SheetLine], parts: Sequence[SheetPart]) -> Found[str]:
    """Return the headline of a sheet, or the line of its concern where it has none."""
    for part in of_kind(parts, Part.FIELD):
        if part.label and folded(part.label.text).startswith("urgent action title"):
            headline = part.rest or next((line.text for line in part.lines if line.text), "")
            return Found(headline, Sureness.SURE, (part.label.place,))
    lines = heading_lines(head)
    shown = [line for line in head[:60] if line.text]
    for at, line in enumerate(shown):
        if re.fullmatch(r"urgent action|action urgente|accion urgente|pilna akcja", folded(line.text)):
            following = next(
                (each for each in shown[at + 1 :] if _is_headline(each.text) or not _is_technical(each.text)), None
            )
            if following is not None:
                return Found(following.text, Sureness.SURE, (following.place,))
    for line in lines[:3]:
        web = re.match(r"urgent action ?: ?", folded(line.text))
        if web and len(line.text) > 40:
            text = re.sub(r"\s*\([^()]{2,60}:[^()]*\)\s*$", "", line.text[web.end() :])
            return Found(text, Sureness.SURE, (line.place,))
        if not _is_technical(line.text) and not is_mail_header(line.text) and len(line.text) > 12:
            text = re.sub(r"^(?:Document|Urgent Action|Écrire)\s?[-:–]?\s+", "", line.text)
            return Found(text, Sureness.UNSURE, (line.place,))
    return Found("")


def _is_headline(text: str) -> bool:
    """A line in capitals of some length without a number: "HONDURAS: ACTIVISTS AT RISK"."""
    return text.upper() == text and len(text) > 25 and not namings_in(text) and not indexes_in(text)


def _is_technical(text: str) -> bool:
    small = folded(text)
    return bool(
        indexes_in(text)
        or namings_in(text)
        or EXTERNAL.match(small)
        or INTERNAL.match(small)
        or small.startswith(("distr:", "http", "- from", "for a print", "efai", "+ "))
        or code_of(text)
        or is_country_led(text)
        or starts_marked(text)
        or (first_date(text) and len(text) < 30)
    )


def concern_words(lines: Sequence[SheetLine]) -> Found[tuple[str, ...]]:
    """Return the concerns printed beside the number, such as "Legal Concern" and "Fear of Torture"."""
    for at, line in enumerate(lines):
        named = namings_in(line.text)
        if not named:
            continue
        rest = line.text[named[-1].end :]
        if rest.count("(") > rest.count(")") and at + 1 < len(lines):
            rest = f"{rest} {lines[at + 1].text}"
        rest = re.sub(r"\([^()]*\)", " ", rest)
        if indexes_in(rest):
            continue
        for each in reversed(dates_in(rest)):
            rest = rest[: each.begin] + "  " + rest[each.end :]
        rest = re.sub(r"\b(?:AI )?Index\b.*|\band follow-?ups?\b", "", rest).strip(" -–:,;")
        words = tuple(
            word.strip(" \"“”'") for word in re.split(r"\s?/\s?|;|, ", rest) if any(sign.isalpha() for sign in word)
        )
        if words and not any(indexes_in(word) for word in words) and len(rest) < 120:
            return Found(words, Sureness.SURE, (line.place,))
    return Found(())
