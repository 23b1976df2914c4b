# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences on what looks like a slip in a sheet or may have been read wrongly; none of them stops anything."""

from collections import Counter
from collections.abc import Iterator

from ...domain.case import CaseKind
from .draft import SheetDraft, Sureness

TOO_LONG = "This text is far longer than a sheet. Only its beginning was read."
_LONGEST_RUN = 150
"""Days from issue to the last appeals that no sheet passes."""


def warnings_of(draft: SheetDraft) -> tuple[str, ...]:
    """Return the warnings on a draft, in the order of its fields."""
    return tuple(_warnings(draft))


def _warnings(draft: SheetDraft) -> Iterator[str]:
    if draft.kind.value is CaseKind.OTHER:
        yield "This does not look like an Urgent Action sheet. Only what could be recognised was read."
        return
    if draft.number.value is None:
        yield "No action number was found."
    yield from _on_dates(draft)
    if draft.update.value is None:
        yield "It is a later paper of its number, but which one could not be counted."
    if draft.countries.sureness is Sureness.UNSURE:
        yield "The heading names no country. The one that the text names is only a guess."
    if len(draft.countries.value) > 1:
        yield "The heading names more than one country."
    yield from _on_people(draft)
    yield from _on_addressees(draft)


def _on_dates(draft: SheetDraft) -> Iterator[str]:
    issued, until, year = draft.issued.value, draft.appeal_by.value, draft.year.value
    if issued and year and draft.update.value == 0 and not issued.earliest.year <= year <= issued.latest.year:
        yield f"The number is one of {year}, but the date of issue is not in that year."
    if draft.index.value and issued:
        printed = draft.index.value.rsplit("/", 1)[-1]
        if int(printed) % 100 not in {issued.earliest.year % 100, issued.latest.year % 100}:
            yield "The AI Index and the date of issue name different years."
    if issued and until and until.latest < issued.earliest:
        yield "The last day for appeals is before the date of issue."
    elif issued and until and (until.earliest - issued.latest).days > _LONGEST_RUN:
        yield "The last day for appeals is unusually far from the date of issue."


def _on_people(draft: SheetDraft) -> Iterator[str]:
    if not draft.people:
        yield "No names of people were found."
    counts = Counter(person.name for person in draft.people)
    for name, count in counts.items():
        if count > 1:
            yield f"“{name}” stands in the list {count} times."
    if any(person.sureness is Sureness.UNSURE for person in draft.people):
        yield "Names were found in sentences only. Look whether somebody is missing."


def _on_addressees(draft: SheetDraft) -> Iterator[str]:
    if not draft.addressees:
        if not draft.closing.value:
            yield "No addresses to write to were found."
        return
    for each in draft.addressees:
        if each.sureness is Sureness.UNSURE:
            yield f"The address of {each.name or each.office} stands under no heading that says what it is for."
