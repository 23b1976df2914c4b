# SPDX-License-Identifier: GPL-3.0-or-later
"""What a group did in a period: letters, cards, signatures, replies. Different things are never added together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median

from .letter import LetterKind
from .period import Period
from .reply import CAME_BACK, NO_REPLIES, ReplyKind
from .tally import TallyKind


@dataclass(frozen=True, slots=True)
class OfficeReplies:
    """How one office answers: letters sent to it in the period, and the days each of its answers took.

    days has one entry for each answer whose day is known, counted from the day its letter was sent. is_private where
    it is no office: a prisoner, a family, or somebody who is on file by name alone. No report names those.
    """

    office: str
    letters: int
    replies: int
    days: tuple[int, ...] = ()
    is_private: bool = False

    @property
    def median_days(self) -> float | None:
        """The middle of the days, None where no answer has a known day."""
        return median(self.days) if self.days else None


def habit(office: OfficeReplies) -> str:
    """How an office has answered so far, in a sentence; empty where it was never written to."""
    if not office.letters:
        return ""
    if not office.replies:
        times = {1: "once", 2: "twice"}.get(office.letters, f"{office.letters} times")
        return f"We wrote to this office {times}, and it has not answered."
    middle = office.median_days
    after = "" if middle is None else f", usually after {round(middle)} {'day' if round(middle) == 1 else 'days'}"
    letters = "letter" if office.letters == 1 else "letters"
    return f"This office answered {min(office.replies, office.letters)} of {office.letters} {letters}{after}."


@dataclass(frozen=True, slots=True)
class Activity:
    """The counts of one period.

    letters counts letters sent by their kind, cards of support among them under their own kind; signatures are
    the people who signed those letters. postage is the sum in hundredths over the letters that have one noted,
    postage_unknown how many have none. tallies are things counted at stalls, by kind. evenings are meetings held,
    writers the members who sent at least one letter. replies_undated are replies whose day is not known well
    enough to say whether they belong here; they are in no other number. tallies_undated are tallies of that sort.
    """

    period: Period
    letters: Mapping[LetterKind, int] = field(default_factory=dict)
    signatures: int = 0
    tallies: Mapping[TallyKind, int] = field(default_factory=dict)
    countries: int = 0
    addressees: int = 0
    postage: int = 0
    postage_unknown: int = 0
    replies: Mapping[ReplyKind, int] = field(default_factory=dict)
    replies_undated: int = 0
    tallies_undated: int = 0
    offices: tuple[OfficeReplies, ...] = ()
    writers: int = 0
    evenings: int = 0

    @property
    def letters_sent(self) -> int:
        """Letters of every kind but cards of support."""
        return sum(number for kind, number in self.letters.items() if kind is not LetterKind.CARD)

    @property
    def cards_sent(self) -> int:
        """Cards of support sent one by one."""
        return self.letters.get(LetterKind.CARD, 0)

    @property
    def replies_received(self) -> int:
        """Replies of every kind with a day in the period; what the post brought back is no reply."""
        return sum(number for kind, number in self.replies.items() if kind not in NO_REPLIES)

    @property
    def came_back(self) -> int:
        """Letters that the post brought back in the period."""
        return sum(number for kind, number in self.replies.items() if kind in CAME_BACK)


def by_office(offices: Iterable[OfficeReplies]) -> tuple[OfficeReplies, ...]:
    """Those with most letters first, then by name."""
    return tuple(sorted(offices, key=lambda one: (-one.letters, one.office)))
