# SPDX-License-Identifier: GPL-3.0-or-later
"""How a case is called in a paper that leaves the group: by name only where case and name may be passed on."""

from collections.abc import Sequence
from hashlib import sha256

from .case import Case, Confidentiality
from .countries import country_name
from .person import Person
from .printed import shown_name, who
from .references import read_reference

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def public_who(people: Sequence[Person], case: Case) -> str:
    """Whom a case is about as anybody may read it.

    A case that is for members only, or of which every name is withheld, is called by its country.
    """
    if case.confidentiality is Confidentiality.EXTERNAL and any(shown_name(person) for person in people):
        return who(people, case)
    return f"A case in {country_name(case.country)}" if case.country else "A case"


def public_subject(people: Sequence[Person], case: Case, person_id: str | None) -> str:
    """Whom an outcome is about as anybody may read it: somebody whose name is withheld is not called by another's."""
    person = next((one for one in people if one.id == person_id), None)
    if person is None:
        return public_who(people, case)
    if case.confidentiality is Confidentiality.EXTERNAL and (name := shown_name(person)):
        return name
    return public_who((), case)


def public_paper(case: Case) -> str:
    """The action number of a case that may be passed on; empty otherwise, and where there is none."""
    reference = read_reference(case.reference)
    return reference.printed if reference and case.confidentiality is Confidentiality.EXTERNAL else ""


def pseudonym(group_id: str, person: Person) -> str:
    """What a person is called whose name may not leave: the same in every paper of the group, and nowhere else.

    It follows from two ids that only the group's own file holds, so nobody outside can turn it back into a name.
    """
    digest = sha256(f"{group_id}/{person.id}".encode()).digest()
    number = int.from_bytes(digest[:4], "big")
    letters = _LETTERS[number % 24] + _LETTERS[number // 24 % 24]
    return f"Person {letters}{number // 576 % 90 + 10}"
