# SPDX-License-Identifier: GPL-3.0-or-later
"""A case: the people a group works for, what the sheet says, and what it asks."""

from dataclasses import dataclass, field
from enum import StrEnum

from .dates import PartialDate
from .ids import new_id


class CaseKind(StrEnum):
    """The kinds of work a group does on a case; the value travels in files and JSON."""

    URGENT_ACTION = "urgent_action"
    EXTRA = "extra"
    MEDICAL_ACTION = "medical_action"
    NATIONAL_ACTION = "national_action"
    ACTION_FILE = "action_file"
    LETTER_CAMPAIGN = "letter_campaign"
    CAMPAIGN = "campaign"
    OTHER = "other"


class CaseStatus(StrEnum):
    """Whether the group is working on the case; a closed case can always be reopened."""

    OPEN = "open"
    CLOSED = "closed"


class Confidentiality(StrEnum):
    """Who may see a paper: members only, or anybody. Members only unless somebody decided otherwise."""

    INTERNAL = "internal"
    EXTERNAL = "external"


class ConcernList(StrEnum):
    """What is feared and what it is about are two lists; what happened is the outcomes."""

    RISK = "risk"
    ISSUE = "issue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case. Country is an ISO 3166-1 alpha-2 code or empty; reference is kept as it was typed.

    edition is the year of a letter campaign or the month of a bulletin; event_on the day of what is feared,
    such as an execution; report_by the day the group tells its section what it did. co_groups are other groups
    working on the case, coordinator who advises on the country, consent what the person or family agreed to.
    next_step_by is the id of the member who takes the next step.
    no_contact holds the reason why nobody may write; while it is not empty, letters are refused.
    """

    id: str = field(default_factory=new_id)
    kind: CaseKind = CaseKind.URGENT_ACTION
    reference: str = ""
    ai_index: str = ""
    country: str = ""
    title: str = ""
    situation: str = ""
    background: str = ""
    confidentiality: Confidentiality = Confidentiality.INTERNAL
    status: CaseStatus = CaseStatus.OPEN
    issued: PartialDate | None = None
    appeal_by: PartialDate | None = None
    taken_up: PartialDate | None = None
    closed_on: PartialDate | None = None
    owner_id: str | None = None
    no_contact: str = ""
    please_mind: str = ""
    next_step: str = ""
    next_step_by: str | None = None
    next_step_on: PartialDate | None = None
    edition: str = ""
    event_on: PartialDate | None = None
    report_by: PartialDate | None = None
    coordinator: str = ""
    co_groups: str = ""
    strategy: str = ""
    consent: str = ""
    closing_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """One concern of a case: a term of a vocabulary in the list it belongs to."""

    id: str = field(default_factory=new_id)
    case_id: str
    part: ConcernList
    term: str
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One thing the sheet recommends to ask for, as it says it, in the language it says it in.

    concern is the term that proposed it, empty for one from the sheet. One that nobody confirmed reaches no letter.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    text: str
    language: str = "en"
    position: int = 0
    concern: str = ""
    confirmed: bool = True
