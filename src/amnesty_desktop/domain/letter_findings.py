# SPDX-License-Identifier: GPL-3.0-or-later
"""What the letter check works with and what it finds: rules, findings and the ways to mend them."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .addressee import Addressee
from .case import Ask, Case
from .caution import Caution
from .dates import PartialDate
from .group import Group
from .letter_words import WordLists
from .outcome import Outcome
from .person import Person, Situation
from .standing import Fact

NOTHING_FOUND = "Nothing found. Read it once more."
"""The best the check ever says: it finds faults and never approves."""


class Rule(StrEnum):
    """The rules of a letter; the order is the order findings are shown in."""

    NO_CONTACT = "no_contact"
    NAME_WITHHELD = "name_withheld"
    MEMBERS_ONLY = "members_only"
    GAP = "gap"
    PLACEHOLDER = "placeholder"
    NEWS = "news"
    CASE_CLOSED = "case_closed"
    WORD_TO_AVOID = "word_to_avoid"
    PLEASE_MIND = "please_mind"
    DISPUTED = "disputed"
    OVERTAKEN = "overtaken"
    UNVERIFIED = "unverified"
    ONE_SHORT = "one_short"
    FACT_GONE = "fact_gone"
    MOVED_SINCE = "moved_since"
    HEDGE = "hedge"
    RULES_UNKNOWN = "rules_unknown"
    AMNESTY_NAMED = "amnesty_named"
    SENDER_NAMED = "sender_named"
    FACT_TO_PERSON = "fact_to_person"
    FAITH = "faith"
    TAKES = "takes"
    PRISONER_NUMBER = "prisoner_number"
    NAME_MISSING = "name_missing"
    NAME_MISSPELT = "name_misspelt"
    NO_REQUEST = "no_request"
    RELEASE_NOT_ASKED = "release_not_asked"
    NOT_ON_SHEET = "not_on_sheet"
    CONSCIENCE = "conscience"
    TONE = "tone"
    JARGON = "jargon"
    SALUTATION = "salutation"
    ADDRESS = "address"
    SUBJECT = "subject"
    COPY = "copy"
    CAME_BACK = "came_back"
    OLD_ADDRESS = "old_address"
    DEADLINE = "deadline"
    SAME_DAY = "same_day"
    ALIKE = "alike"
    OWN_COUNTRY = "own_country"
    TOO_LONG = "too_long"


class Mend(StrEnum):
    """What one click can do about a finding.

    TAKE_OUT removes the words; REPLACE puts the finding's words there instead; ADD_COPY and the USE_ mends write the
    finding's words into that part of the letter; NO_SENDER leaves the writer's address off, PLAIN_PAPER the
    letterhead; ADDRESS_CHECKED notes on the addressee that the address was looked up today; the others act on the
    file or show something.
    """

    TAKE_OUT = "take_out"
    REPLACE = "replace"
    ADD_COPY = "add_copy"
    USE_SALUTATION = "use_salutation"
    USE_ADDRESS = "use_address"
    USE_SIGNATURE = "use_signature"
    NO_SENDER = "no_sender"
    PLAIN_PAPER = "plain_paper"
    ADDRESS_CHECKED = "address_checked"
    SHOW_FACT = "show_fact"
    MAKE_EXTERNAL = "make_external"
    ANSWER = "answer"
    SHOW_CASE = "show_case"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters start to end of one paragraph of the body, counted from nought."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to look at.

    word is a heading of a word or two, sentence what was found, why the rule behind it and the way out.
    instead is what REPLACE, ADD_COPY and the USE_ mends write; subject_id the entry, person
    or addressee it is about. ANSWER is done by adding subject_id to what CheckMaterial.answered holds.
    """

    rule: Rule
    word: str
    sentence: str
    why: str
    blocks: bool = False
    span: Span | None = None
    claim_id: str | None = None
    subject_id: str | None = None
    mends: tuple[Mend, ...] = ()
    instead: str = ""

    @property
    def mend(self) -> Mend | None:
        """The first thing to offer, if anything can be done in one click."""
        return self.mends[0] if self.mends else None

    @property
    def key(self) -> str:
        """The same for the same finding while the letter is being written, so that "Leave it" can be remembered."""
        return "|".join((self.rule, self.claim_id or "", self.subject_id or "", self.instead, self.sentence))


@dataclass(frozen=True, slots=True)
class OtherLetter:
    """Another letter to the same addressee: who wrote it, the day it is dated, and its words."""

    letter_id: str
    writer_id: str | None
    dated: date | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckMaterial:
    """Everything the check compares a letter with.

    today is the day of checking; addressee whom the letter is for; addressees all of the case; pages the
    length as laid out, None while nobody has measured; answered the ids of situations, outcomes and cases
    and cautions whose news or words the writer has taken note of for this letter; cautions what must not be
    done or said; allowed further words that are no misspelt names; group whose letter it is; came_back the newest
    day a letter to this addressee came back, None where none did since the address was checked; others further
    letters to the same addressee; embassies those of the directory that stand for the country of the case; words
    the lists of resources/words; called the ids of the people Amnesty holds for prisoners of conscience.
    """

    case: Case
    today: date
    addressee: Addressee | None = None
    addressees: tuple[Addressee, ...] = ()
    people: tuple[Person, ...] = ()
    facts: tuple[Fact, ...] = ()
    asks: tuple[Ask, ...] = ()
    situations: tuple[Situation, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    pages: int | None = None
    answered: frozenset[str] = frozenset()
    allowed: tuple[str, ...] = ()
    cautions: tuple[Caution, ...] = ()
    called: frozenset[str] = frozenset()
    group: Group | None = None
    came_back: PartialDate | None = None
    others: tuple[OtherLetter, ...] = ()
    embassies: tuple[Addressee, ...] = ()
    words: WordLists = field(default_factory=dict)
