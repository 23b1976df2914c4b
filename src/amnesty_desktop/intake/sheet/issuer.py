# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a paper comes from the International Secretariat, itself or relayed by a section, and why so."""

import re
from dataclasses import dataclass

from ...domain.case import CaseKind
from ...domain.names import fold
from ...domain.references import read_index
from ..page_text import PageText
from .draft import SheetDraft, Sureness

_NUMBERED = frozenset({CaseKind.URGENT_ACTION, CaseKind.EXTRA, CaseKind.MEDICAL_ACTION})
_NAMED = re.compile(
    r"\b(?:international secretariat|secretariat international|secretariado internacional"
    r"|internationales sekretariat|sekretariat miedzynarodowy)\b"
)


@dataclass(frozen=True, slots=True)
class Issuer:
    """Whether a paper counts as a document of the International Secretariat, and the sentence that says why."""

    is_secretariat: bool
    sentence: str


def issuer_of(draft: SheetDraft, page: PageText) -> Issuer:
    """Decide who speaks in a paper.

    Only an action sheet can be a document of the Secretariat: minutes and newspapers may print an AI Index as well.
    A sheet is one when it has an AI Index, when it has an action number (both are given there and nowhere else, and
    sections relay them), or when it says so itself.
    """
    if draft.kind.value in (CaseKind.OTHER, CaseKind.NATIONAL_ACTION):
        return Issuer(False, "This is no action sheet, so it does not count as Amnesty’s research.")
    index = read_index(draft.index.value or "")
    if index is not None:
        return Issuer(True, f"Its AI Index, {index.printed}, is given by the International Secretariat.")
    is_numbered = draft.kind.value in _NUMBERED and draft.number.value is not None
    if is_numbered and draft.number.sureness is Sureness.SURE:
        return Issuer(True, "The International Secretariat gives action numbers; a section may have relayed it.")
    if _NAMED.search(fold(page.text)):
        return Issuer(True, "It names the International Secretariat as the one it comes from.")
    return Issuer(False, "No AI Index and no action number show that it comes from the International Secretariat.")
