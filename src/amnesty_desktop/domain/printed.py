# SPDX-License-Identifier: GPL-3.0-or-later
"""How a case is called in lists and on paper: who it is about, and which paper it comes from."""

from collections.abc import Sequence

from .case import Case, CaseKind
from .countries import country_name
from .person import Person
from .references import read_reference
from .vocabularies import short_label

UNNAMED_SOURCE = "A source, named in the Facts tab only"
"""Stands wherever something of a source was found outside the facts: it may be somebody in danger."""

WITHHELD = "Name withheld"
ALL_WITHHELD = "Names withheld"
NAMELESS = "Case without a name"


def who(people: Sequence[Person], case: Case, language: str = "en") -> str:
    """Say whom a case is about: one name, two, or the first and how many others.

    A withheld name is counted and never given. Without people the title stands in, then the country.
    """
    names = [name for person in people if (name := shown_name(person))]
    if names:
        return _joined(names, len(people))
    if any(person.withheld for person in people):
        return WITHHELD if len(people) == 1 else ALL_WITHHELD
    country = country_name(case.country, language) if case.country else ""
    return case.title.strip() or country or case.reference.strip() or NAMELESS


def shown_name(person: Person) -> str:
    """The name lists show; empty while it is withheld or not known."""
    return "" if person.withheld else person.name.strip() or person.own_script.strip()


def _joined(names: list[str], total: int) -> str:
    if total == 1:
        return names[0]
    if total == len(names) == 2:
        return f"{names[0]} and {names[1]}"
    return f"{names[0]} and {total - 1} {'other' if total == 2 else 'others'}"


def who_own(people: Sequence[Person]) -> str:
    """The first person's name in their own script, where lists show it after the name; otherwise empty."""
    if not people or people[0].withheld or not people[0].name.strip():
        return ""
    return people[0].own_script.strip()


def paper(case: Case) -> str:
    """The paper a case comes from: "UA 112/26", "W4R 2026", or the kind of work where there is no number."""
    if typed := case.reference.strip():
        reference = read_reference(typed)
        return reference.printed if reference else typed
    kind = short_label(case.kind)
    begun = case.issued or case.taken_up
    if case.kind is CaseKind.LETTER_CAMPAIGN and begun is not None and begun.is_known:
        return f"{kind} {begun.earliest.year}"
    return kind
