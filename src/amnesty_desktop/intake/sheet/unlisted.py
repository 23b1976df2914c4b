# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of a sheet that lists nobody: from its title, its sentences, its demands or its letter, all unsure."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from .countries import code_of
from .draft import DraftPerson, Sureness
from .labels import Part
from .lists import is_structure
from .names import is_name, normal_case, without_titles
from .parts import SheetPart, is_close, is_greeting, is_prose, of_kind
from .passages import language_of
from .persons import Entry, entries_in
from .reference import namings_in
from .running_text import people_asked_for, people_hurt, people_said, subjects
from .same_person import drafted, together
from .text import SheetLine, joined, paragraphs

LONGEST_HEADING = 160
"""Characters from which a line with a number in it is a page in one line rather than a heading."""
_Reading = Callable[[str], list[tuple[Entry, int, int]]]


def unlisted(head: Sequence[SheetLine], parts: Sequence[SheetPart], above: Sequence[SheetLine]) -> list[DraftPerson]:
    """Return the people of the first passage that names any; whoever is asked for belongs to them."""
    told = _told(head, parts)
    said = _titled([*above, *head[:20]]) or led_names(told) or _first(told, people_said)
    asked = [] if language_of(joined(told)) == "de" else list(_asked_for(parts))
    if said:
        # What a list of demands names besides must be told of above, as places and laws are not.
        text = joined(told)
        hurt = _all(told, people_hurt)
        return together([*said, *hurt, *(each for each in asked if each.name.split()[-1] in text)])
    begun = [] if language_of(joined(told)) == "de" else _first(told, subjects)
    return together(asked) or begun or _lettered(parts)


def _titled(lines: Sequence[SheetLine]) -> list[DraftPerson]:
    """The names behind the last colon of a title: "UA 1/90 - Peru: fear of torture: Ana Paz, Luis Sol"."""
    for line in lines:
        pieces = line.text.split(": ")
        if len(pieces) < 3 or not namings_in(pieces[0]):
            continue
        found = [
            drafted(entry, [line], "", Sureness.UNSURE)
            for piece in pieces[2:]
            for entry in entries_in(piece, 1 if piece.count(",") > 3 else 2)
        ]
        if found:
            return found
    return []


_LED = re.compile(r"(?P<name>[^\W\d][^:()]{4,50}): (?:This |The |A |An |He |She |On |In )")
_OUR_CASE = re.compile(
    r"(?:\d{1,2}[.)] )?(?:Our|The) (?:case|prisoner|adopted prisoner"
    r"|long-term case)(?: \w+){0,3}: (?P<name>[^,(:]{5,60})"
)
_COUNTRY_LED = re.compile(
    r"(?:\d{1,2}[.)] )?(?P<country>[^()\d:]{3,30}?) ?[-–:] (?P<name>[^()]{5,60}?)(?: \((?P<number>[^()]*)\))?$"
)


def led_names(lines: Sequence[SheetLine]) -> list[DraftPerson]:
    """Names that head a paragraph, as in a newsletter: "Ana Paz: This teacher ...", "PERU - Luis Sol (UA 1/90)"."""
    found = []
    for line in lines:
        led = _LED.match(line.text)
        heads = _COUNTRY_LED.match(line.text)
        if heads and code_of(heads["country"]) is None:
            heads = None
        named = led or heads or _OUR_CASE.match(line.text)
        name = without_titles(named["name"])[0] if named else ""
        if is_name(name):
            found.append(drafted(Entry(normal_case(name)), [line], "", Sureness.UNSURE))
    return found


def _told(head: Sequence[SheetLine], parts: Sequence[SheetPart]) -> list[SheetLine]:
    lines = list(head)
    for part in of_kind(parts, Part.SUMMARY, Part.DEADLINE, Part.FIELD):
        if part.label:
            lines.append(SheetLine("", part.label.begin, part.label.begin))
            lines.append(replace(part.label, text=part.rest))
        lines += part.lines
    return lines


def _first(lines: Sequence[SheetLine], reading: _Reading) -> list[DraftPerson]:
    """The people of the first paragraph that names any."""
    for paragraph in paragraphs(lines):
        said_in = sentences_of(paragraph)
        if said_in and is_prose(said_in) and (found := _read(said_in, paragraph, reading)):
            return together(found)
    return []


def _all(lines: Sequence[SheetLine], reading: _Reading) -> list[DraftPerson]:
    found = []
    for paragraph in paragraphs(lines)[:12]:
        said_in = sentences_of(paragraph)
        if said_in and is_prose(said_in):
            found += _read(said_in, paragraph, reading)
    return found


def _asked_for(parts: Sequence[SheetPart]) -> Iterable[DraftPerson]:
    for part in of_kind(parts, Part.ACTION):
        for paragraph in paragraphs(part.lines):
            for point in _points(paragraph):
                yield from _read(point, point, people_asked_for)


def _points(paragraph: Sequence[SheetLine]) -> Iterable[list[SheetLine]]:
    """Each demand of a list with the lines that belong to it."""
    point: list[SheetLine] = []
    for line in paragraph:
        if line.is_bullet and point:
            yield point
            point = []
        if line.is_bullet or point:
            point.append(line)
    if point:
        yield point


def _lettered(parts: Sequence[SheetPart]) -> list[DraftPerson]:
    """The people the model letter names between its greeting and its close."""
    for part in of_kind(parts, Part.LETTER):
        first = [replace(part.label, text=part.rest)] if part.label and part.rest else []
        body = [line for line in (*first, *part.lines) if line.text and not is_greeting(line.text)]
        end = next((at for at, line in enumerate(body) if is_close(line.text)), len(body))
        found = _read(body[:end], body[:end], people_said) if body[:end] else []
        if found:
            return together(found)
    return []


def _read(said_in: Sequence[SheetLine], lines: Sequence[SheetLine], reading: _Reading) -> list[DraftPerson]:
    return [
        drafted(entry, lines_with(entry.name, lines), "", Sureness.UNSURE) for entry, _, _ in reading(joined(said_in))
    ]


def sentences_of(paragraph: Sequence[SheetLine]) -> list[SheetLine]:
    """A paragraph without the headline and the technical lines that stand right above its sentences."""
    lines = [line for line in paragraph if not is_greeting(line.text)]
    while lines and (lines[0].text.upper() == lines[0].text or is_structure(lines[0].text)):
        if len(lines[0].text) > LONGEST_HEADING and lines[0].text.upper() != lines[0].text:
            break  # A whole page in one line, with the number at its beginning.
        lines.pop(0)
    return lines


def lines_with(name: str, paragraph: Sequence[SheetLine]) -> list[SheetLine]:
    """The line of a paragraph that prints a name, or its first."""
    last = name.split()[-1]
    return [line for line in paragraph if last in line.text][:1] or list(paragraph[:1])
