# SPDX-License-Identifier: GPL-3.0-or-later
"""The lists of people under the heading of a sheet, with their columns, braces and words such as "Released:"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .contacts import has_contact
from .countries import leading_countries
from .dates import first_date
from .names import GROUP_WORDS, bare, tokens_of, without_titles
from .parts import is_prose
from .persons import OTHERS, Entry, entries_in, is_group, marks_in
from .reference import indexes_in, namings_in
from .text import SheetLine, folded, is_sentence, paragraphs
from .words import word_set

_SUBLABEL = re.compile(r"[\"“'‘]?([A-Z][A-Za-zÀ-ÿ'’/ -]{2,48}?)[\"”'’]? ?:(?: +|$)(.*)")
_WIDE_SUBLABEL = re.compile(r"([A-ZÀ-Þ][^\W\d_]{2,}\b[^():;\"]{2,90}?) ?:(?: +|$)(.*)")
"""Words that head a further list, with figures or a day in them: "Sentenced to 15 years' imprisonment:"."""
_NOT_LISTS = word_set(
    """date from to subject contact cc sent index issued fecha datum uwaga note re fwd present apologies hours
    document public distr ai sample letter"""
)
_BRACE = re.compile(r"\s*[\]}|][^\[({]*$|\s+[\]}|]\s+.*$|\s{2,}\)(?:\s.*)?$")
_GAP = re.compile(r"\s{2,}")
_OPEN_END = re.compile(
    r"(?:\b(?:and|of|the|de|for|del|la|los|las|et|des|du|und|y|e|i|from|with|to|in|at)|[-/&])$", re.IGNORECASE
)
_UNKNOWN_REST = re.compile(
    r"\s*\((?:sur|family |second |last )?names? (?:is )?(?:unknown|not known|withheld)[^()]*\)", re.IGNORECASE
)
_LOST_REST = re.compile(r"(?<=[^\W\d]) ?(?:\.{3}|…)(?=$| [a-z(])")
_CORRECTED = re.compile(r"^.{3,60}? should (?:read|be):? ", re.IGNORECASE)
_WHOLE_GROUP = re.compile(r"\b(?:known|un\w+ed|unknown|withheld|people|others?|men|women|children|famil(?:y|ies))$")
_ABBREVIATED = re.compile(r"\([A-Z]{2,}\)")
_GERMAN = re.compile(r"(?:Herr|Frau)\s+\S")


@dataclass
class PeopleList:
    """Logical entries of one list, each with its lines: a name with all that belongs to it."""

    news: str = ""
    is_braced: bool = False
    entries: list[tuple[str, list[SheetLine]]] = field(default_factory=list)


def is_country_led(text: str, next_to_people: bool = True) -> tuple[tuple[str, ...], str] | None:
    """Return the countries a line begins with and the rest, where they stand there as a heading."""
    codes, end = leading_countries(text)
    if not codes:
        return None
    name, rest = text[:end], text[end:]
    printed = re.sub(r"\([^()]*\)", "", name)
    is_capitals = printed.upper() == printed and not name.endswith(".")
    if re.match(r"\s*[:–]|\s+-\s|\s{2,}|$", rest) or (is_capitals and rest.startswith(" ")):
        return codes, rest.lstrip(" :–-/")
    return None


def heading_lists(head: Sequence[SheetLine]) -> list[PeopleList]:
    """Return the lists of people under the heading, with the words that head them."""
    lists: list[PeopleList] = []
    current: PeopleList | None = None
    seen_any = False
    is_led = any(is_country_led(line.text) for line in head[:60])
    for paragraph in paragraphs(head):
        first = paragraph[0]
        led = is_country_led(first.text)
        label = _sublabel(first.text)
        if is_prose(paragraph) and not led and not label and not _is_list(paragraph):
            if (seen_any and not _is_unended(paragraph)) or len(paragraph) > 3:
                break
            continue
        current = lists[-1] if lists and _goes_on_below(paragraph) else None
        for at, line in enumerate(paragraph):
            if current is None and at and not is_led and _follows_number(paragraph, at):
                current = PeopleList()
                lists.append(current)
            current = _fed(line, current, lists)
        seen_any = seen_any or bool(lists)
    return lists


def _goes_on_below(paragraph: Sequence[SheetLine]) -> bool:
    """Whether a line alone is the next entry of a list that has an empty line below each: "Name, work"."""
    text = paragraph[0].text
    return len(paragraph) == 1 and "," in text and len(text) < 100 and not is_sentence(text) and is_named(text)


def _follows_number(paragraph: Sequence[SheetLine], at: int) -> bool:
    """Whether names stand right below the number of a sheet that heads them with no country."""
    if not namings_in(paragraph[at - 1].text) or len(paragraph) < at + 2:
        return False
    return all(is_named(line.text) for line in paragraph[at : at + 2])


def is_named(text: str) -> bool:
    """Whether a line begins with the whole name of a person."""
    found = entries_in(unbraced(text))
    return bool(found) and begins_with(_untitled(text), found[0])


def _fed(line: SheetLine, current: PeopleList | None, lists: list[PeopleList]) -> PeopleList | None:
    """Take in one line of a heading; returns the list that is open after it."""
    if is_structure(line.text):
        return None
    led = is_country_led(line.text)
    if led:
        current = PeopleList()
        lists.append(current)
        _feed(current, led[1], line)
        return current
    label = _sublabel(unbraced(line.text)) or _broken_label(line.text)
    if not label and lists:
        label = _sublabel(unbraced(line.text), _WIDE_SUBLABEL)
    if label:
        current = PeopleList(label[0])
        lists.append(current)
        _feed(current, label[1], line)
        return current
    if current is None and (starts_marked(line.text) or _GERMAN.match(line.text)):
        current = PeopleList()
        lists.append(current)
    if current is not None:
        _feed(current, line.text, line)
    return current


def _sublabel(text: str, pattern: re.Pattern[str] = _SUBLABEL) -> tuple[str, str] | None:
    found = pattern.fullmatch(text)
    if not found or bare(found[1]) in _NOT_LISTS or folded(found[1]).split()[0] in _NOT_LISTS:
        return None
    rest = found[2].strip()
    if has_contact(text):
        return None
    if rest and not entries_in(_BRACE.sub("", _GAP.split(_CORRECTED.sub("", rest))[0])):
        return None
    return found[1], rest


def _broken_label(text: str) -> tuple[str, str] | None:
    """Words that head a list with their colon on the next line: "Transferred to   Ana Paz (f)", "prison:"."""
    cells = _GAP.split(text, maxsplit=1)
    if len(cells) < 2 or not re.fullmatch(r"[A-Z][a-z]+(?: [a-z]+){1,4}", cells[0]) or not starts_marked(cells[1]):
        return None
    return cells[0], cells[1]


def is_structure(text: str) -> bool:
    if (date := first_date(text)) and len(text) - (date.end - date.begin) < 25 and "(" not in text:
        return True
    return bool(indexes_in(text) or namings_in(text)) or folded(text).startswith(
        ("distr:", "urgent action", "further information")
    )


def starts_marked(text: str) -> bool:
    """Whether a line begins with a name that a sex or an age is printed with."""
    if is_sentence(text) and not marks_in(text)[0]:
        return False
    found = entries_in(_BRACE.sub("", text))
    if not found or not found[0].is_marked or not text.lstrip("'’‘")[:1].isupper():
        return False
    return begins_with(text, found[0]) or begins_with(_untitled(text), found[0])


def _is_unended(paragraph: Sequence[SheetLine]) -> bool:
    """Whether a short paragraph is no sentence but speaks of a group: "Other members of the organization"."""
    return len(paragraph) < 4 and paragraph[-1].text.rstrip("\"'”’)")[-1:] not in {".", "!", "?"}


def _is_list(paragraph: Sequence[SheetLine]) -> bool:
    if starts_marked(paragraph[0].text) and not paragraph[-1].text.rstrip().endswith((".", ":")):
        return True
    return sum(starts_marked(line.text) for line in paragraph) * 2 > len(paragraph)


def begins_with(text: str, entry: Entry) -> bool:
    return folded(text).startswith(folded(entry.name)[:4])


def _feed(current: PeopleList, text: str, line: SheetLine) -> None:
    text = _CORRECTED.sub("", text)
    text = _LOST_REST.sub("", _UNKNOWN_REST.sub("", text)).rstrip()
    spill = re.match(r"(?:\([\w .,'-]{2,30}|[\w .,'-]{2,20}\))\s{2,}", text)
    if spill:
        text = text[spill.end() :]
    kept = unbraced(text)
    if current.is_braced and kept == text and current.entries and not _begins_entry(current, text):
        return  # What a brace says of all goes on below it, with no name before it.
    current.is_braced = kept != text
    for cell in _GAP.split(kept.strip()):
        if cell:
            _feed_cell(current, cell, line)


def unbraced(text: str) -> str:
    """An entry without the brace behind it that joins it to others, and what stands behind the brace."""
    return (
        _BRACE.sub("", text) if "(" in text or ")" not in text else re.sub(r"\s+\)(?:\s.*)?$", "", _BRACE.sub("", text))
    )


def _feed_cell(current: PeopleList, cell: str, line: SheetLine) -> None:
    if current.entries and not _begins_entry(current, cell):
        text, lines = current.entries[-1]
        current.entries[-1] = (f"{text} {cell}", [*lines, line])
        return
    current.entries.append((cell, [line]))


def _is_end_of_description(before: str, cell: str) -> bool:
    """Whether one word alone ends what is said of somebody above: "her aunt Rosa", "Machakaire"."""
    said = before.rsplit(",", 1)
    return len(cell.split()) == 1 and len(said) == 2 and bool(re.search(r"\b[a-zà-ÿ]\S* [A-ZÀ-Þ]\S*$", said[1].strip()))


def _begins_entry(current: PeopleList, cell: str) -> bool:
    before = current.entries[-1][0].rstrip()
    if OTHERS.match(folded(before)) and _WHOLE_GROUP.search(folded(before)) and is_named(cell):
        return True
    if _is_end_of_description(before, cell):
        return False
    starts = entries_in(cell)
    is_sure = bool(starts) and starts[0].is_marked and begins_with(_untitled(cell), starts[0])
    if before.count("(") > before.count(")") or (_OPEN_END.search(before) and not is_sure):
        return False
    if OTHERS.match(folded(cell)) or (
        cell[:1].isupper() and bare(cell.split()[0]) in GROUP_WORDS and before[-1:] != ","
    ):
        return True
    found = entries_in(cell, 1)
    if _ABBREVIATED.search(cell) and found and not found[0].is_marked and " " not in found[0].name:
        return False
    if not found or not begins_with(re.sub(r"^(?:and|et|y|und|oraz)\s+", "", _untitled(cell)), found[0]):
        return False
    last = before.rsplit(",", 1)[-1].strip()
    if "," in before and " " not in found[0].name and is_named(last) and not entries_in(last)[0].is_marked:
        return False  # A list run on with commas, broken within a name.
    if found[0].is_marked or len(tokens_of(found[0].name)) > 1:
        return found[0].is_marked or not (_is_group_entry(before) and before[-1:].islower())
    return not before.endswith(",") and not _is_group_entry(before)


def _untitled(text: str) -> str:
    return without_titles(text)[0]


def _is_group_entry(text: str) -> bool:
    return not entries_in(text, 1) or is_group(text.split(",")[0])
