# SPDX-License-Identifier: GPL-3.0-or-later
"""One person of a draft, and the same person said in several places of a sheet."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from .draft import DraftPerson, Sureness
from .names import bare, tokens_of
from .persons import Entry
from .text import SheetLine, places


def drafted(
    entry: Entry, lines: Sequence[SheetLine], news: str = "", sureness: Sureness = Sureness.SURE
) -> DraftPerson:
    """The person an entry names, with the lines it stands in."""
    return DraftPerson(entry.name, entry.sex, entry.age, _work_alone(entry.work), news, sureness, places(lines))


def _work_alone(text: str) -> str:
    """Work as printed, or nothing where it ran into the next label or on into a sentence."""
    runs_on = ":" in text or (len(text) > 60 and re.search(r"[a-z\d]\. [A-Z]", text))
    return "" if runs_on else text


def together(people: Sequence[DraftPerson], twins: Collection[int] = ()) -> list[DraftPerson]:
    """Join what is said of one person in several places; twins are the places of those a list names once more."""
    done: list[DraftPerson] = []
    for number, person in enumerate(people):
        if number in twins:
            done.append(person)
            continue
        at = next((at for at, other in enumerate(done) if _is_same(other, person)), None)
        if at is None or (
            done[at].name == person.name and done[at].places != person.places and _is_one_word(person.name)
        ):
            done.append(person)
            continue
        first = done[at]
        name = person.name if len(person.name.split()) > len(first.name.split()) else first.name
        done[at] = replace(
            first, name=name, sex=first.sex or person.sex, age=first.age or person.age, work=first.work or person.work
        )
    return done


def _is_one_word(name: str) -> bool:
    return " " not in name


def _is_same(one: DraftPerson, other: DraftPerson) -> bool:
    first, second = _key(one.name), _key(other.name)
    if first == second:
        return True
    if min(len(first), len(second)) < 2:
        return False
    return set(first) <= set(second) or set(second) <= set(first)


def _key(name: str) -> list[str]:
    return [bare(word) for word in tokens_of(name.replace("-", " "))]
