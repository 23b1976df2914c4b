# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of a sheet: from the list under its heading, from "Name:" lines, or from its first paragraph."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...domain.person import Sex
from .ages import MOST_PEOPLE as MOST_AGES
from .ages import with_ages
from .draft import DraftPerson, Sureness
from .labels import Part
from .layout import is_wrapped
from .lists import PeopleList, begins_with, heading_lists
from .names import is_name
from .parts import SheetPart, is_prose, of_kind
from .people_table import tabled
from .persons import Entry, age_of, entries_in, is_group, marks_in, sex_of
from .reference import namings_in
from .running_text import marked_people, people_said
from .same_person import drafted, together
from .text import SheetLine, folded, followed, joined, paragraphs
from .unlisted import led_names, lines_with, sentences_of, unlisted

_FIELD = re.compile(
    r"(?:age|edad|alter|wiek) ?: ?(\d{1,3})\b|(?:occupation|profession|work|ocupacion|beruf|zawod) ?: ?(\S.*)"
)
MOST_PEOPLE = 400
MOST_LINES_READ = 1_500


def people_of(
    head: Sequence[SheetLine], parts: Sequence[SheetPart], is_sheet: bool, above: Sequence[SheetLine] = ()
) -> tuple[DraftPerson, ...]:
    """Return the people of a sheet; head is its heading with the body up to the first label, above the title over it.

    A text that is no sheet names them only in lines of their own.
    """
    if not is_sheet:
        below = [line for part in parts for line in (part.label, *part.lines) if line is not None]
        told = together([*_alone(head), *led_names([*head, *below])])
        return tuple(with_ages(told, _running([*head, *below][:MOST_LINES_READ])))
    head = _spanish(head)
    lists = [[person for person in _people(each) if not _is_headline(person, head)] for each in heading_lists(head)]
    listed = [person for each in lists for person in each]
    listed = list(tabled(head)) or listed
    named = [person for each in of_kind(parts, Part.PEOPLE) for person in _named(each, parts)]
    bracketed = list(_bracketed(parts)) if not listed and not named else []
    inline = list(_inline(head, parts)) if not listed else []
    found = together([*listed, *named, *bracketed, *inline], _twins(lists))
    if not found:
        found = unlisted(head, parts, above)
    return tuple(_with_ages(found, head, parts)[:MOST_PEOPLE])


def _twins(lists: Sequence[Sequence[DraftPerson]]) -> set[int]:
    """The places of those who have the whole name of somebody before them in one and the same list."""
    found, at = set(), 0
    for each in lists:
        names: list[str] = []
        for person in each:
            is_entry = len(person.work.split()) < 5  # More is a sentence right below the list.
            if " " in person.name and person.name in names and is_entry:
                found.add(at)
            names.append(person.name)
            at += 1
    return found


def _spanish(head: Sequence[SheetLine]) -> list[SheetLine]:
    """Where (h) stands for men, as on Spanish sheets, (m) stands for women."""
    if not any("(h)" in line.text for line in head) or any("(f)" in line.text for line in head):
        return list(head)
    return [replace(line, text=line.text.replace("(m)", "(mujer)")) for line in head]


def _is_headline(person: DraftPerson, head: Sequence[SheetLine]) -> bool:
    """Whether a name is a headline in capitals: of three words and more, none of which the text writes otherwise."""
    words = person.name.split()
    if person.sex is not None or person.age is not None or len(words) < 3:
        return False
    text = "\n".join(line.text for line in head)
    return person.name.upper() in text and not any(re.search(rf"\b{re.escape(word)}\b", text) for word in words)


def _people(each: PeopleList) -> Iterable[DraftPerson]:
    for text, lines in each.entries:
        first = marks_in(text)[2].split(",")[0]
        fewest = 1 if len(text.split()) == 1 or _first_is_single(text) else 2
        for entry in entries_in(text, fewest):
            is_doubtful = is_group(first) and not entry.is_marked
            yield drafted(entry, lines, each.news, Sureness.UNSURE if is_doubtful else Sureness.SURE)


def _first_is_single(text: str) -> bool:
    return len(marks_in(text)[2].split(",")[0].split()) == 1


def _named(each: SheetPart, parts: Sequence[SheetPart]) -> Iterable[DraftPerson]:
    lines = _until_blank(each.lines, bool(each.rest))[:6]
    label = [each.label] if each.label else []
    text = each.rest
    kept = list(label)
    for line in lines:
        if is_prose([line]) or namings_in(line.text):
            break
        text = (
            f"{text}, {line.text}"
            if text and not text.endswith(("-", " and", ",")) and is_name(line.text) and not _is_open_name(text)
            else f"{text} {line.text}"
        )
        kept.append(line)
    text = (
        re.split(r"\s(?:Gender|Sex|Sexo|Genre|Plec|Plec|Age)\b", text, maxsplit=1)[0]
        if "ender" in text or "Sex" in text
        else text
    )
    if "(h)" in text and "(f)" not in text:
        text = text.replace("(m)", "(mujer)")
    entries = entries_in(text, 1)
    if len(entries) == 1:
        entries = [_with_fields(entries[0], parts, each)]
    tail = _sexes(parts, each)
    for at, entry in enumerate(entries):
        given = tail[at] if len(tail) == len(entries) else tail[0] if len(set(tail)) == 1 else None
        yield drafted(replace(entry, sex=entry.sex or given), kept)


def _until_blank(lines: Sequence[SheetLine], begun: bool) -> list[SheetLine]:
    """The lines of the names, up to the first empty one below them."""
    found: list[SheetLine] = []
    for line in lines:
        if line.text:
            found.append(line)
        elif found or begun:
            break
    return found


def _is_open_name(text: str) -> bool:
    """Whether a list run on with commas breaks off after the first word of a name."""
    before, comma, last = text.rpartition(",")
    return bool(comma) and " " not in last.strip() and " " in before and "(" not in last


def _with_fields(entry: Entry, parts: Sequence[SheetPart], named: SheetPart) -> Entry:
    """Take in the age and the occupation that stand in lines of their own below a single name."""
    at = next((at for at, part in enumerate(parts) if part is named), 0)
    for part in parts[at : at + 2]:
        for line in part.lines[:12]:
            found = _FIELD.match(folded(line.text))
            if found and found[1]:
                entry = replace(entry, age=entry.age or age_of(found[1]))
            elif found:
                entry = replace(entry, work=entry.work or line.text[found.start(2) :].strip())
    return entry


def _sexes(parts: Sequence[SheetPart], named: SheetPart) -> list[Sex]:
    """The sexes the line below the names gives, in its order."""
    at = next((at for at, part in enumerate(parts) if part is named), 0)
    text = named.rest
    after = re.search(r"(?:gender|sexo?|genre)\s*(?:\(?m\s?/\s?f\)?)?\s*:(.*)", folded(text))
    if after:
        text = after[1]
    else:
        following = next((part for part in parts[at + 1 : at + 3] if part.part is Part.SEX), None)
        if following is None:
            return []
        label = following.label.text if following.label else ""
        text = following.rest or " ".join(line.text for line in following.lines[:2] if line.text)
        text = label if not text or (":" not in label and sex_of(label)) else text
    words = re.split(r"[\s,;/()&]+", text)
    return [sex for word in words if (sex := sex_of(word))]


def _bracketed(parts: Sequence[SheetPart]) -> Iterable[DraftPerson]:
    """Lines that are names with something in brackets behind them, and nothing else."""
    for part in parts:
        if part.part in {Part.TARGETS, Part.COPIES, Part.CONTACTS, Part.BACKGROUND, Part.LETTER}:
            continue
        for line in part.lines:
            if "(" not in line.text or not line.text.endswith(")"):
                continue
            entries = entries_in(line.text)
            if entries and not any(entry.work for entry in entries) and begins_with(line.text, entries[0]):
                yield from (drafted(entry, [line]) for entry in entries)


def _inline(head: Sequence[SheetLine], parts: Sequence[SheetPart]) -> Iterable[DraftPerson]:
    lines = [line for line in head if not line.is_furniture]
    for part in of_kind(parts, Part.SUMMARY, Part.FIELD):
        lines += [line for line in (part.label, *part.lines) if line is not None]
    for paragraph in paragraphs(lines):
        said_in = sentences_of(paragraph)
        if not said_in or not (is_prose(said_in) or _is_short_sentence(said_in)):
            continue
        text = joined(said_in)
        marked = [(begin, entry, Sureness.SURE) for entry, begin, _ in marked_people(text)]
        said = [(begin, entry, Sureness.UNSURE) for entry, begin, _ in people_said(text)] if marked else []
        for _, entry, sureness in sorted([*marked, *said], key=lambda each: each[0]):
            yield drafted(entry, lines_with(entry.name, paragraph), "", sureness)


def _is_short_sentence(lines: Sequence[SheetLine]) -> bool:
    text = lines[-1].text
    return len(lines) < 4 and text.endswith(".") and text[-2:-1].islower() and len(joined(lines).split()) > 5


def _alone(head: Sequence[SheetLine]) -> Iterable[DraftPerson]:
    """Names that stand alone above a list of what happened."""
    for line, after in followed(head):
        if after is not None and after.is_bullet and not line.is_bullet and is_name(line.text):
            for entry in entries_in(line.text):
                yield drafted(entry, [line], "", Sureness.UNSURE)


def _in_full(name: str, text: str) -> str:
    """The name with the middle names the sentences print, where the list leaves them out."""
    words = name.split()
    if len(words) != 2:
        return name
    first, last = (re.escape(word) for word in words)
    found = re.search(rf"\b{first} (?:[A-Z][\w'’-]{{1,20}} ){{1,2}}{last}\b", text)
    if not found or not is_name(found[0]) or len(set(found[0].split())) < len(found[0].split()):
        return name
    return found[0]


def _with_ages(
    people: Sequence[DraftPerson], head: Sequence[SheetLine], parts: Sequence[SheetPart]
) -> list[DraftPerson]:
    """Fill in the names and ages that the sentences print more fully than the list."""
    text = joined(line for line in head[:200] if line.text)
    named = [
        replace(person, name=_in_full(person.name, text)) if at < MOST_AGES else person
        for at, person in enumerate(people)
    ]
    shown = [line for part in parts for line in (part.label, *part.lines) if line is not None and line.text]
    return with_ages(named, _running([*head, *shown][:MOST_LINES_READ]))


def _running(lines: Sequence[SheetLine]) -> str:
    """The lines as running text; those of a list or an address stay apart."""
    return "".join(f"{line.text} " if is_wrapped(line.text) else f"{line.text}\n" for line in lines if line.text)
