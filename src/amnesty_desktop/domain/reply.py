# SPDX-License-Identifier: GPL-3.0-or-later
"""A reply: what came back, and what is still to be done about it."""

from dataclasses import dataclass, field
from enum import StrEnum

from .dates import PartialDate
from .ids import new_id
from .name_mentions import words_of


class ReplyKind(StrEnum):
    """What an answer amounts to (domain of the group's own reply statistics)."""

    FAVOURABLE = "favourable"
    COMMITMENT = "commitment"
    ACKNOWLEDGEMENT = "acknowledgement"
    FORM_REPLY = "form_reply"
    DENIAL = "denial"
    ASKS_FOR_MORE = "asks_for_more"
    RETURNED = "returned"
    REFUSED = "refused"
    NONE_EXPECTED = "none_expected"
    OTHER = "other"


CAME_BACK = frozenset({ReplyKind.RETURNED, ReplyKind.REFUSED})
"""The post brought the letter back."""
NO_REPLIES = (*sorted(CAME_BACK), ReplyKind.NONE_EXPECTED)
"""What is noted of a letter although nobody has answered it."""
_FORM_WORDS = 8
"""Words from which on equal ones are no chance."""


class ReplyTask(StrEnum):
    """What is still to be done with a reply."""

    ANSWER = "answer"
    FORWARD = "forward"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One reply to one letter, or to the case at large where letter_id is None.

    attachment_id is the scan of it; forwarded_on the day it was passed on to the section.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    letter_id: str | None = None
    received: PartialDate | None = None
    kind: ReplyKind = ReplyKind.OTHER
    sender: str = ""
    summary: str = ""
    task: ReplyTask = ReplyTask.NOTHING
    attachment_id: str | None = None
    forwarded_on: PartialDate | None = None


def is_same_form(one: str, other: str) -> bool:
    """Whether two replies have the same words, but for accents, capitals and numbers: the dates and signs of a form."""
    first, second = _plain(one), _plain(other)
    return first == second and len(first) >= _FORM_WORDS


def _plain(text: str) -> list[str]:
    return [word.plain for word in words_of(text) if not any(sign.isdigit() for sign in word.plain)]
