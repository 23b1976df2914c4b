# SPDX-License-Identifier: GPL-3.0-or-later
"""The chain of documents of a case in order of date, and what a document means for the days of the case."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from .case import Case, CaseKind, CaseStatus
from .dates import PartialDate
from .sheet import Sheet, SheetKind

APPEAL_DAYS = 42
"""Days from issue to the last day for appeals on four of five sheets; proposed, never taken for granted."""

NUMBERED = frozenset({CaseKind.URGENT_ACTION, CaseKind.EXTRA, CaseKind.MEDICAL_ACTION, CaseKind.NATIONAL_ACTION})
"""The kinds of case that have a number of their own and a last day for appeals."""


def proposed_appeal_by(issued: PartialDate | None) -> PartialDate | None:
    """Return the usual last day for appeals of a sheet, None where its day of issue is not known."""
    if issued is None or not issued.is_day:
        return None
    try:
        return PartialDate.of(issued.earliest + timedelta(days=APPEAL_DAYS))
    except OverflowError:
        return None


def chain(case: Case, sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """Return the documents of a case, oldest first; undated ones last, but for the first sheet.

    The first sheet is kept in the fields of the case; it stands in front under the id of the case, unless a
    sheet of its own is there for it.
    """
    found = list(sheets)
    if (case.issued or case.ai_index.strip()) and not any(sheet.kind is SheetKind.FIRST for sheet in found):
        first = Sheet(id=case.id, case_id=case.id, kind=SheetKind.FIRST, position=-1)
        words = {"reference": case.reference, "ai_index": case.ai_index, "issued": case.issued}
        found.append(replace(first, confidentiality=case.confidentiality, **words))  # type: ignore[arg-type]
    return tuple(sorted(found, key=_place))


def _place(sheet: Sheet) -> tuple[str, bool, int]:
    known = sheet.issued is not None and sheet.issued.is_known
    undated = "" if sheet.kind is SheetKind.FIRST else "9999"
    when = sheet.issued.sort_text if known and sheet.issued else undated
    return when, sheet.kind is not SheetKind.FIRST, sheet.position


def ends_appeals(case: Case, sheets: Iterable[Sheet]) -> bool:
    """Whether the newest document closes the action while the case is open here."""
    dated = [sheet for sheet in chain(case, sheets) if sheet.kind is not SheetKind.OTHER]
    return case.status is CaseStatus.OPEN and bool(dated) and dated[-1].kind is SheetKind.CLOSING


def reopens(case: Case, sheets: Iterable[Sheet]) -> Sheet | None:
    """Return the document that came after the case was closed, or None; cases do reopen years later."""
    closed = case.closed_on
    if case.status is CaseStatus.OPEN or closed is None or not closed.is_known:
        return None
    later = [
        sheet
        for sheet in chain(case, sheets)
        if sheet.kind in (SheetKind.FIRST, SheetKind.UPDATE)
        and sheet.issued is not None
        and sheet.issued.is_known
        and sheet.issued.earliest > closed.latest
    ]
    return later[-1] if later else None
