# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter: from whom, to whom, what it says, and how far it has got."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .ids import new_id


class LetterKind(StrEnum):
    """What a letter is for."""

    APPEAL = "appeal"
    FOLLOW_UP = "follow_up"
    THANKS = "thanks"
    CARD = "card"
    REPRESENTATION = "representation"
    REPLY = "reply"
    EMBASSY = "embassy"
    EDITOR = "editor"


class LetterState(StrEnum):
    """How far a letter has got. From SENT on it is sealed."""

    DRAFT = "draft"
    READY = "ready"
    EXPORTED = "exported"
    SENT = "sent"
    ANSWERED = "answered"
    RETURNED = "returned"


SEALED = frozenset({LetterState.SENT, LetterState.ANSWERED, LetterState.RETURNED})
MOST_SIGNATURES = 100_000
"""More than ever signed one sheet of paper: a slip of the keys."""


class Channel(StrEnum):
    """How a letter went out."""

    POST = "post"
    AIRMAIL = "airmail"
    EMAIL = "email"
    FAX = "fax"
    BY_HAND = "by_hand"
    WEB_FORM = "web_form"


class ParagraphKind(StrEnum):
    """The two shapes a paragraph of a letter can have."""

    TEXT = "text"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look; claims are the ids of the claims it rests on."""

    text: str
    bold: bool = False
    italic: bool = False
    language: str = ""
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of runs."""

    runs: tuple[Run, ...] = ()
    kind: ParagraphKind = ParagraphKind.TEXT

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Body:
    """What stands between salutation and close."""

    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def text(self) -> str:
        """The words alone, one paragraph a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of the claims the letter rests on, in the order they first appear."""
        found = (claim for p in self.paragraphs for run in p.runs for claim in run.claims)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter. Everything that is printed stands in it as printed; nothing is looked up again.

    address holds the lines of the address block, the country last. postage is in hundredths of the group's
    currency, signatures how many people signed it. While own_address is true replies go to the writer, not to
    the group. reply_id is the reply this letter answers.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    addressee_id: str | None = None
    writer_id: str | None = None
    kind: LetterKind = LetterKind.APPEAL
    language: str = "en"
    template: str = "letterhead"
    dated: date | None = None
    address: str = ""
    salutation: str = ""
    subject: str = ""
    body: Body = Body()
    close: str = ""
    signature: str = ""
    enclosures: str = ""
    copies: str = ""
    own_address: bool = False
    state: LetterState = LetterState.DRAFT
    exported_on: date | None = None
    sent_on: date | None = None
    channel: Channel | None = None
    postage: int | None = None
    reply_id: str | None = None
    signatures: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What was posted, kept as it was: the letter as text (JSON) and its Word document by SHA-256.

    Undoing "Mark as sent" withdraws the seal (leaves its tombstone) and never changes it.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    letter_id: str
    letter: str
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The writer's answer to one question of the letter check: yes, I know, and the letter is right all the same.

    subject_id is the id of the situation, outcome or case the question was about.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    letter_id: str
    subject_id: str
