# SPDX-License-Identifier: GPL-3.0-or-later
"""What a sheet is about in its own words: its headline, and the concerns beside its number."""

import re
from collections.abc import Sequence

from .concerns import concerns
from .countries import code_of
from .dates import MONTHS, dates_in, first_date
from .draft import Found, Sureness
from .heading import EXTERNAL, INTERNAL, heading_lines, is_mail_header
from .labels import Part
from .layout import is_wrapped
from .lists import is_country_led, starts_marked
from .parts import SheetPart, of_kind
from .reference import indexes_in, namings_in
from .text import SheetLine, folded, is_sentence


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
                (
                    each
                    for each in shown[at + 1 :]
                    if _is_headline(each.text) or not (_is_technical(each.text) or _is_body(each.text))
                ),
                None,
            )
            if following is not None:
                return Found(following.text, Sureness.SURE, (following.place,))
    for line in lines[:3]:
        numbered = re.fullmatch(
            r"(?:(?:urgent )?action ?: ?)?(.{20,160}?)\s*\(([^()]{4,40})\)", line.text, re.IGNORECASE
        )
        if numbered and namings_in(numbered[2]) and not namings_in(numbered[1]):
            return Found(numbered[1], Sureness.UNSURE, (line.place,))
        web = re.match(r"urgent action ?: ?", folded(line.text))
        if web and len(line.text) > 40:
            text = re.sub(r"\s*\([^()]{2,60}:[^()]*\)\s*$", "", line.text[web.end() :])
            return Found(text, Sureness.SURE, (line.place,))
        if (
            not _is_technical(line.text)
            and not is_mail_header(line.text)
            and len(line.text) > 12
            and not _is_body(line.text)
        ):
            text = re.sub(r"^(?:Document|Urgent Action|Écrire)\s?[-:–]?\s+", "", line.text)
            return Found(text, Sureness.UNSURE, (line.place,))
    return Found("")


def _is_headline(text: str) -> bool:
    """A line in capitals of some length without a number: "HONDURAS: ACTIVISTS AT RISK"."""
    return text.upper() == text and len(text) > 25 and not namings_in(text) and not indexes_in(text)


def _is_body(text: str) -> bool:
    """Whether a line is a sentence or a greeting rather than a headline."""
    return (
        (is_sentence(text) and len(text) > 110)
        or (is_wrapped(text) and len(text) > 60)
        or bool(re.match(r"(?:dear|note ?:|go to|please|urgent action (?:appeal|follow))\b", folded(text)))
    )


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
    """Return the concerns printed beside the number, such as "Legal Concern" and "Fear of Torture", or right below."""
    for at, line in enumerate(lines):
        if is_mail_header(line.text) or not (named := namings_in(line.text)):
            continue
        stretch = [line.text[named[-1].end :]]
        while _is_open(" ".join(stretch)) and at + len(stretch) < len(lines) and len(stretch) < 6:
            stretch.append(lines[at + len(stretch)].text)
        words = _concerns_in(" ".join(stretch))
        if words:
            return Found(words, Sureness.SURE, (line.place,))
        for below in lines[at + len(stretch) : at + len(stretch) + 3]:
            is_headline = below.text.upper() == below.text and len(below.text.split()) > 3
            words = () if is_headline else _concerns_in(below.text)
            if words and any(concern.terms for concern in concerns(words)):
                return Found(words, Sureness.SURE, (below.place,))
    return Found(())


def _is_open(text: str) -> bool:
    """Whether brackets or a list of days goes on in the next line."""
    small = folded(text).rstrip()
    is_cut = small.endswith((" and", "follow-up", "follow-ups", " re-", "issued")) or bool(_CUT_DAY.search(small))
    return text.count("(") > text.count(")") or is_cut


_CUT_DAY = re.compile(rf"\bissued\b.*(?:\b\d{{1,2}}|\b(?:{MONTHS}))$")


def _concerns_in(printed: str) -> tuple[str, ...]:
    """The concerns of a stretch that may quote other papers and days as well."""
    rest = re.sub(r"\([^()]*\)", " ", printed)
    if indexes_in(rest) or (is_country_led(rest.strip(" -–:,;")) and not re.search(r": ?\S", rest)):
        return ()
    for each in reversed(dates_in(rest)):
        rest = rest[: each.begin] + "  " + rest[each.end :]
    rest = re.sub(r"\b(?:AI )?Index\b.*", "", rest).strip(" -–:,;")
    if re.match(r"(?:and|on|issued|de|re-issued|follow)\b", folded(rest)) or ")" in rest:
        behind = re.split(r"\s[-–]\s+", rest)
        rest = behind[-1] if len(behind) > 1 else ""
    led = is_country_led(rest)
    rest = led[1].split(":")[0] if led and led[1] else rest
    if starts_marked(rest) or len(rest) >= 120 or len(rest) < 4:
        return ()
    return tuple(
        word.strip(" \"“”'‘’") for word in re.split(r"\s?/\s?|;|, ", rest) if any(sign.isalpha() for sign in word)
    )


def in_sentence_case(title: str, text: str, language: str) -> str:
    """A title that is printed in capitals as a sentence: each word as the text itself writes it elsewhere.

    What the text never writes in small letters stays as it is where it may be a name or an abbreviation.
    """
    if title.upper() != title or len(title.split()) < 2:
        return title
    written = _as_written(text)
    if language == "de" and not all(word.strip(".,:!?").lower() in written for word in title.split()):
        return title  # Which words are nouns is not known.
    done: list[str] = []
    for at, word in enumerate(title.split()):
        bare = word.strip("‘’“”\"'.,:;!?()")
        small = bare.lower()
        own = bare.removesuffix("’S").removesuffix("'S").lower()
        new = written.get(small) or written.get(own, own) + small[len(own) :]
        if (
            new == small
            and small not in written
            and (_is_month(small, language) or (done and done[-1] in {"in", "near"}))
        ):
            new = small[:1].upper() + small[1:]
        is_first = not at or done[-1].endswith((":", ".", "?", "!"))
        done.append(word.replace(bare, new[:1].upper() + new[1:] if is_first and bare else new) if bare else word)
    return _with_countries(" ".join(done))


def _is_month(word: str, language: str) -> bool:
    return language == "en" and any(word == month for month in MONTHS.split("|")) and word not in {"may", "mar"}


def _as_written(text: str) -> dict[str, str]:
    """How the text writes each word within its sentences, the spelling with small letters first."""
    found: dict[str, str] = {}
    for each in re.finditer(r"(?<=[a-z,;] )[^\W\d_][\w'’-]*", text):
        word = each[0].removesuffix("’s").removesuffix("'s")
        small = word.lower()
        if small not in found or word == small:
            found[small] = word
    return found


def _with_countries(title: str) -> str:
    """A sentence with the names of countries, of which each word has a capital, put right."""
    words = title.split(" ")
    for count in (3, 2, 1):
        for at in range(len(words) - count + 1):
            name = " ".join(words[at : at + count])
            if code_of(name.strip(",.:;").removesuffix("’s").removesuffix("'s").title()):
                words[at : at + count] = [
                    word if word in {"of", "the", "and"} else word[:1].upper() + word[1:] for word in name.split(" ")
                ]
    return " ".join(words)
