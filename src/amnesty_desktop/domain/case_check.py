# SPDX-License-Identifier: GPL-3.0-or-later
"""What looks wrong in a form: one sentence and a way out beside the field. Nothing here refuses anything."""

import re
from collections.abc import Iterator
from datetime import date

from .addressee import Addressee, AddresseeRole
from .case import Case, CaseStatus
from .countries import country_name
from .dates import PartialDate
from .group import Group
from .member import Member
from .outcome import Outcome
from .person import Person
from .problems import Problem
from .references import read_index, read_reference, year_warning
from .sheet import Sheet
from .sheet_chain import NUMBERED
from .spoken_dates import spoken
from .vocabularies import find_term, label

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_LOOK_AGAIN = "Look at the sheet again; if it really says so, leave it."
_NO_INDEX = "“{}” does not look like an AI Index such as AMR 37/4127/2026."
_DATES = {"issued": "issue", "taken_up": "taking up", "closed_on": "closing"}


def case_problems(case: Case, today: date) -> list[Problem]:
    """What looks wrong in a case; today is the day of looking."""
    return [*_reference(case, today), *_case_dates(case, today), *_case_fields(case)]


def case_date_problems(case: Case) -> list[Problem]:
    """Dates of a case that cannot all be right, whatever day it is."""
    return [*_dates_in_order(case)]


def _reference(case: Case, today: date) -> Iterator[Problem]:
    typed = case.reference.strip()
    if not typed:
        return
    reference = read_reference(typed)
    if reference is None:
        if case.kind in NUMBERED:
            yield Problem("reference", f"“{typed}” does not look like a number such as UA 60/16.", _LOOK_AGAIN)
        return
    if case.kind in NUMBERED and reference.kind is not case.kind:
        message = f"{reference.printed} is a number for: {label(reference.kind)}."
        yield Problem("reference", message, "Correct the number, or choose that kind of case.")
    if warning := year_warning(reference, today, case.issued):
        yield Problem("reference", warning, _LOOK_AGAIN)


def _case_fields(case: Case) -> Iterator[Problem]:
    if case.ai_index.strip() and read_index(case.ai_index) is None:
        yield Problem("ai_index", _NO_INDEX.format(case.ai_index.strip()), _LOOK_AGAIN)
    if case.closed_on is not None and case.status is CaseStatus.OPEN:
        yield Problem("closed_on", "The case has a day of closing and is open.", "Close it, or empty the date.")
    yield from _country(case.country)


def _dates_in_order(case: Case) -> Iterator[Problem]:
    if _is_before(case.appeal_by, case.issued):
        yield Problem(
            "appeal_by", "The last day for appeals is before the day of issue.", "Correct one of the two dates."
        )
    if _is_before(case.closed_on, case.issued) or _is_before(case.closed_on, case.taken_up):
        yield Problem("closed_on", "The case was closed before it began.", "Correct one of the dates.")


def _case_dates(case: Case, today: date) -> Iterator[Problem]:
    yield from _dates_in_order(case)
    for field in ("issued", "taken_up", "closed_on"):
        if _is_future(getattr(case, field), today):
            yield Problem(field, f"The date of {_DATES[field]} lies in the future.", "Correct the date.")


def sheet_problems(sheet: Sheet, case: Case, today: date) -> list[Problem]:
    """What looks wrong in a document of a case."""
    return list(_sheet(sheet, case, today))


def _sheet(sheet: Sheet, case: Case, today: date) -> Iterator[Problem]:
    reference, own = read_reference(sheet.reference), read_reference(case.reference)
    if reference is not None and own is not None and reference.case_key != own.case_key:
        message = f"{reference.printed} is another case than {own.printed}."
        yield Problem("reference", message, "Correct the number, or add the sheet to the case it belongs to.")
    if sheet.ai_index.strip() and read_index(sheet.ai_index) is None:
        yield Problem("ai_index", _NO_INDEX.format(sheet.ai_index.strip()), _LOOK_AGAIN)
    if _is_future(sheet.issued, today):
        yield Problem("issued", "The date of issue lies in the future.", "Correct the date.")
    elif _is_before(sheet.issued, case.issued):
        message = "This sheet is older than the first one."
        yield Problem("issued", message, "Look at both dates again; the chain is kept in order of date.")


def outcome_problems(outcome: Outcome, case: Case, today: date) -> list[Problem]:
    """What looks wrong in an outcome of a case."""
    return [*_outcome_date(outcome, case, today), *_outcome_fields(outcome)]


def _outcome_date(outcome: Outcome, case: Case, today: date) -> Iterator[Problem]:
    began = case.issued or case.taken_up
    if _is_future(outcome.on, today):
        yield Problem("on", "The date lies in the future.", "An outcome is what has happened; correct the date.")
    elif began is not None and _is_before(outcome.on, began):
        message = f"The date is before the case began ({spoken(began)})."
        yield Problem("on", message, "If it is right it stays in the file and is not counted as a change since.")


def _outcome_fields(outcome: Outcome) -> Iterator[Problem]:
    term = find_term(outcome.kind)
    if not outcome.kind.strip():
        yield Problem("kind", "It is not said what happened.", "Choose the nearest kind, or one that says “otherwise”.")
    elif term is not None and term.direction is not None and term.direction is not outcome.direction:
        message = f"“{term.label}” is usually {label(term.direction).lower()}."
        yield Problem("direction", message, "If it was otherwise here, leave it and say why in the note.")
    if not outcome.how_known.strip():
        yield Problem("how_known", "It is not said how we know.", "A few words will do: who told us, and when.")


def addressee_problems(addressee: Addressee, today: date) -> list[Problem]:
    """What looks wrong in an addressee."""
    return list(_addressee(addressee, today))


def _addressee(addressee: Addressee, today: date) -> Iterator[Problem]:
    if not (addressee.name.strip() or addressee.office.strip()):
        yield Problem("name", "The addressee has no name and no office.", "Write the name line as the sheet prints it.")
    if not (addressee.address.strip() or addressee.email.strip() or addressee.fax.strip()):
        wish = "Copy the address from the sheet; an e-mail address or a fax number will do as well."
        yield Problem("address", "There is nowhere to send the letter to.", wish)
    elif addressee.address.strip() and not addressee.country and addressee.role is not AddresseeRole.EMBASSY:
        yield Problem("country", "The address has no country.", "Choose it, so that the envelope gets its last line.")
    if _is_future(addressee.checked_on, today):
        yield Problem("checked_on", "The date of checking lies in the future.", "Correct the date.")
    yield from _country(addressee.country)
    yield from _email(addressee.email)


def person_problems(person: Person, today: date) -> list[Problem]:
    """What looks wrong in a person at risk."""
    found = []
    if person.withheld and person.in_letters.strip():
        wish = "Empty the form for letters, or let the name be given."
        found.append(Problem("in_letters", "The name is withheld, and there is a form for letters.", wish))
    if _is_future(person.born, today):
        found.append(Problem("born", "The date of birth lies in the future.", "Correct the date."))
    return found


def member_problems(member: Member) -> list[Problem]:
    """What looks wrong in a member."""
    missing = [] if member.name.strip() else [Problem("name", "The member has no name.", "Letters are signed with it.")]
    return [*missing, *_email(member.email)]


def group_problems(group: Group) -> list[Problem]:
    """What the group still needs before it can write: name, country and address, and what looks wrong."""
    return list(_group(group))


def _group(group: Group) -> Iterator[Problem]:
    if not group.name.strip():
        yield Problem("name", "The group has no name.", "It stands on the letterhead and under every letter.")
    if not group.country:
        wish = "Choose it: letters inside it need no country line, and replies from abroad do."
        yield Problem("country", "The group has no country.", wish)
    if not group.address.strip():
        yield Problem("address", "The group has no address.", "Replies go there.")
    if group.follow_up_weeks < 1:
        yield Problem("follow_up_weeks", "Letters would be followed up at once.", "Choose a week or more.")
    yield from _country(group.country)
    yield from _email(group.email)


def _country(code: str) -> Iterator[Problem]:
    if code and country_name(code) == code:
        yield Problem("country", f"“{code}” is no country the program knows.", "Choose one from the list.")


def _email(text: str) -> Iterator[Problem]:
    if text.strip() and not _EMAIL.fullmatch(text.strip()):
        yield Problem(
            "email", f"“{text.strip()}” does not look like an e-mail address.", "It looks like name@place.org."
        )


def _is_before(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether one is certainly earlier; a date not known is neither earlier nor later."""
    return one is not None and other is not None and one.is_known and other.is_known and one.latest < other.earliest


def _is_future(on: PartialDate | None, today: date) -> bool:
    return on is not None and on.is_known and on.earliest > today
