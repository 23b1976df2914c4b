# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields of a case, and which of them each kind of case begins with."""

from collections.abc import Callable
from datetime import date

from ...domain.case import CaseKind, Confidentiality
from ...domain.sheet_chain import NUMBERED
from ...domain.vocabularies import label
from ..look import Look
from .fields import BlockField, ChoiceField, CountryField, DateField, Field, LineField

PROPOSED_DAY = "42 days after the sheet; change it if the sheet says otherwise"
"""What stands below a last day for appeals that the program has put in."""

_ALWAYS = frozenset({"kind", "reference", "country", "situation", "please_mind", "confidentiality"})
_NUMBERED = _ALWAYS | {"appeal_by", "ai_index", "issued"}
_LONG = _ALWAYS | {"title", "taken_up", "owner_id", "next_step", "next_step_by", "next_step_on", "background"}
FIRST = {
    **dict.fromkeys(NUMBERED, _NUMBERED),
    CaseKind.EXTRA: _NUMBERED | {"event_on"},
    CaseKind.LETTER_CAMPAIGN: _ALWAYS | {"edition", "report_by", "consent"},
    CaseKind.ACTION_FILE: _LONG | {"ai_index", "coordinator", "co_groups", "strategy"},
    CaseKind.CAMPAIGN: (_LONG | {"strategy"}) - {"reference"},
    CaseKind.OTHER: _LONG,
}
"""The fields each kind of case begins with; the others open under "Add more", or when they hold something."""

CARD_RULES = "What post to a prisoner or a family may say stands with each of them, under “Write to”"
"""Said where the rules of a Write for Rights case are looked for; each recipient has fields for them."""

WITH_GOALS = frozenset({CaseKind.ACTION_FILE, CaseKind.CAMPAIGN, CaseKind.OTHER})
"""The kinds of case that are worked on for so long that they have goals."""

ENDING = frozenset({"closed_on", "closing_words"})
"""Fields that say nothing before a case is closed."""


def case_fields(look: Look, today: Callable[[], date]) -> tuple[Field, ...]:
    """Make the fields of the form of a case, in the order they are filled in."""
    return (*_paper(look, today), *_about(look), *_work(look, today))


def _paper(look: Look, today: Callable[[], date]) -> tuple[Field, ...]:
    classes = [(each, label(each).capitalize()) for each in Confidentiality]
    return (
        ChoiceField(look, "kind", "&Kind", [(kind, label(kind)) for kind in CaseKind]),
        LineField(look, "reference", "&Paper", prompt="UA 60/16"),
        CountryField(look, "country", "Coun&try"),
        DateField(look, "issued", "&Issued", today),
        LineField(look, "ai_index", "AI Inde&x", prompt="AMR 37/4127/2026"),
        DateField(look, "appeal_by", "Appeal &by", today),
        ChoiceField(look, "confidentiality", "&Who may see it", classes),
        DateField(look, "taken_up", "Taken &up", today),
        DateField(look, "event_on", "Day of what is feared", today, hint="Such as the day set for an execution"),
        LineField(look, "edition", "Edition", prompt="2026"),
        DateField(look, "report_by", "Report back by", today),
    )


def _about(look: Look) -> tuple[Field, ...]:
    named = "The subject of letters, and the name in lists where no name is known"
    rules = "What the family asks, what to leave out, rules for cards"
    return (
        LineField(look, "title", "Title", hint=named),
        BlockField(look, "situation", "&Situation", lines=4, prompt="Who it is about, and what has happened"),
        BlockField(look, "background", "Back&ground", lines=3),
        BlockField(look, "please_mind", "What to &mind", prompt=rules),
        BlockField(
            look, "no_contact", "No letters, because", lines=1, hint="While a reason stands here nobody can write"
        ),
        BlockField(look, "consent", "What the person or family agreed to", lines=1),
    )


def _work(look: Look, today: Callable[[], date]) -> tuple[Field, ...]:
    return (
        ChoiceField(look, "owner_id", "&Owner"),
        LineField(look, "coordinator", "Coordinator", prompt="Who advises on the country"),
        LineField(look, "co_groups", "Other groups with this case"),
        BlockField(look, "strategy", "Strategy", lines=2),
        BlockField(look, "next_step", "&Next step", lines=1),
        ChoiceField(look, "next_step_by", "Who takes it"),
        DateField(look, "next_step_on", "By when", today),
        DateField(look, "closed_on", "Closed on", today),
        BlockField(
            look, "closing_words", "Closing words", lines=2, hint="How the work ended, for those who come later"
        ),
    )
