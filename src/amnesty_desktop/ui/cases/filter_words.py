# SPDX-License-Identifier: GPL-3.0-or-later
"""What a list of cases is narrowed to, in words and as JSON."""

from datetime import date, timedelta
from typing import Any

from ...domain.case import CaseKind, CaseStatus
from ...domain.countries import country_name
from ...domain.member import Member
from ...domain.vocabularies import label
from ...store.cases import CaseFilter
from ...store.reading import Reading

DUE = {"week": ("due within 7 days", 7), "month": ("due within 30 days", 30), "none": ("without a date", None)}
"""The choices of the chip "Due": their words, and the days ahead."""
SORTS = {
    "who": "who", "country": "country", "paper": "paper", "appeal": "appeal by", "kind": "kind of case",
    "owner": "owner", "status": "open or closed", "event": "last event", "added": "when it was added",
}  # fmt: skip
NEWEST_FIRST = frozenset({"event", "added"})


def due_of(wanted: CaseFilter, today: date) -> str:
    """Which choice of the chip "Due" a filter stands for, empty for none."""
    if wanted.has_no_date:
        return "none"
    ahead = None if wanted.due_by is None else (wanted.due_by - today).days
    return next((choice for choice, (_, days) in DUE.items() if days is not None and days == ahead), "")


def due_values(choice: str, today: date) -> dict[str, Any]:
    """The fields of a filter for a choice of the chip "Due"."""
    days = DUE[choice][1] if choice in DUE else None
    return {"due_by": None if days is None else today + timedelta(days), "has_no_date": choice == "none"}


def filter_words(reading: Reading, wanted: CaseFilter, today: date) -> str:
    """Say what is shown: "open, Honduras, torture, “harbour”"; empty for everything."""
    owner = reading.find(Member, wanted.owner_id) if wanted.owner_id else None
    due = due_of(wanted, today)
    parts = (
        label(wanted.status).lower() if wanted.status else "",
        "overdue" if wanted.overdue_on else "",
        DUE[due][0] if due else "",
        owner.name if owner else "",
        country_name(wanted.country) if wanted.country else "",
        reading.vocabulary().label(wanted.concern) if wanted.concern else "",
        label(wanted.kind) if wanted.kind else "",
        wanted.ids_words if wanted.ids is not None else "",
        f"“{wanted.query}”" if wanted.query else "",
    )
    return ", ".join(filter(None, parts))


def to_place(wanted: CaseFilter, today: date) -> dict[str, Any]:
    """A filter as JSON; days are kept as the choice they stand for, and single cases are not kept."""
    return {
        "query": wanted.query,
        "open": wanted.status is CaseStatus.OPEN,
        "closed": wanted.status is CaseStatus.CLOSED,
        "overdue": wanted.overdue_on is not None,
        "due": due_of(wanted, today),
        "country": wanted.country,
        "kind": wanted.kind,
        "owner": wanted.owner_id,
        "concern": wanted.concern,
        "column": wanted.column,
        "descending": wanted.descending,
    }


def from_place(place: dict[str, Any], today: date) -> CaseFilter:
    """Read to_place back; what is not known is passed over."""
    kind, column = place.get("kind"), place.get("column")
    is_open, is_closed = place.get("open", True), place.get("closed", False)
    return CaseFilter(
        query=str(place.get("query", "")),
        status=CaseStatus.OPEN if is_open else CaseStatus.CLOSED if is_closed else None,
        overdue_on=today if place.get("overdue") else None,
        **due_values(str(place.get("due", "")), today),
        country=str(place.get("country", "")),
        kind=CaseKind(kind) if kind in set(CaseKind) else None,
        owner_id=str(place.get("owner", "")),
        concern=str(place.get("concern", "")),
        column=column if column in SORTS else "appeal",
        descending=place.get("descending") is True,
    )
