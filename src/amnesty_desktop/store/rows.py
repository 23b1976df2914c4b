# SPDX-License-Identifier: GPL-3.0-or-later
"""How a value of the domain lies in a row, and the frame every row has.

The frame: key (a local whole number for lists and the index), id (travels), created (a stamp), stamps
(JSON of the stamps of fields changed since), binned (UTC, while it lies in the bin), gone (a tombstone:
the row stays so that a merge knows of the deletion), live (derived: to be shown). Columns named
sort_... and live are derived from others and carry no stamp.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import lru_cache
from types import NoneType
from typing import Any, ClassVar, Protocol, TypeVar, get_args, get_type_hints

from ..domain.addressee import Addressee
from ..domain.assessment import Assessment, Ground
from ..domain.attachment import Attachment
from ..domain.case import Ask, Case, Concern
from ..domain.caution import Caution
from ..domain.claim import Claim, Support
from ..domain.dates import PartialDate
from ..domain.diary import DiaryNote
from ..domain.distinction import Distinction
from ..domain.goal import Goal
from ..domain.group import Group
from ..domain.letter import Answer, Body, Letter, Paragraph, ParagraphKind, Run, Seal
from ..domain.meeting import Meeting, MeetingCase
from ..domain.member import Member
from ..domain.outcome import Outcome
from ..domain.own_template import OwnTemplate
from ..domain.own_term import OwnTerm
from ..domain.own_word import OwnWord
from ..domain.person import Person, Relation, Situation
from ..domain.reply import Reply
from ..domain.saved_search import SavedSearch
from ..domain.sheet import Sheet
from ..domain.source import Source
from ..domain.tally import Tally


class Record(Protocol):
    """Any value that has a row of its own."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=Record)
Plain = str | int | None


@dataclass(frozen=True, slots=True)
class Noun:
    """One kind of record: its table, its class, and the fields search looks into.

    place is its number in the index (0 to 31, never changed once released), -1 for one that is never searched.
    """

    table: str
    record: type[Any]
    place: int
    searched: tuple[str, ...] = ()

    @property
    def belongs_to_case(self) -> bool:
        """Whether its rows name the case they belong to."""
        return any(field.name == "case_id" for field in fields(self.record))


NOUNS = (
    Noun("groups", Group, 0),
    Noun("cases", Case, 1, ("reference", "ai_index", "title", "situation", "background", "please_mind", "next_step")),
    Noun(
        "people",
        Person,
        2,
        ("name", "own_script", "other_names", "in_letters", "work", "organisation", "prisoner_number"),
    ),
    Noun("situations", Situation, 3, ("text", "place")),
    Noun("concerns", Concern, 4, ("term",)),
    Noun("asks", Ask, 5, ("text",)),
    Noun("sources", Source, 6, ("title", "person", "publisher", "ai_index", "origin")),
    Noun("claims", Claim, 7, ("text",)),
    Noun("supports", Support, 8, ("note",)),
    Noun("addressees", Addressee, 9, ("name", "office", "address")),
    Noun("letters", Letter, 10, ("subject", "body", "address", "signature")),
    Noun("seals", Seal, 11),
    Noun("replies", Reply, 12, ("sender", "summary")),
    Noun("outcomes", Outcome, 13, ("how_known", "note")),
    Noun("members", Member, 14, ("name",)),
    Noun("meetings", Meeting, 15, ("place", "note")),
    Noun("meeting_cases", MeetingCase, 16),
    Noun("answers", Answer, 17),
    Noun("sheets", Sheet, 18, ("reference", "ai_index", "title", "news")),
    Noun("relations", Relation, 19, ("words",)),
    Noun("goals", Goal, 20, ("text",)),
    Noun("cautions", Caution, 21, ("text",)),
    Noun("diary_notes", DiaryNote, 22, ("text",)),
    Noun("attachments", Attachment, 23, ("name", "note")),
    Noun("assessments", Assessment, 24, ("decided_by", "note")),
    Noun("grounds", Ground, -1),
    Noun("terms", OwnTerm, -1),
    Noun("distinctions", Distinction, -1),
    Noun("tallies", Tally, 28, ("event",)),
    Noun("saved_searches", SavedSearch, -1),
    Noun("own_templates", OwnTemplate, -1),
    Noun("own_words", OwnWord, -1),
)
NOUN_OF_CLASS = {noun.record: noun for noun in NOUNS}
NOUN_OF_TABLE = {noun.table: noun for noun in NOUNS}
FRAME_FIELDS = ("binned", "gone")


def noun_of(record: type[Any]) -> Noun:
    """The noun of a class of the domain."""
    return NOUN_OF_CLASS[record]


@dataclass(frozen=True, slots=True)
class Codec:
    """How one field lies in its column."""

    name: str
    to_column: Callable[[Any], Plain]
    from_column: Callable[[Any], Any]


@lru_cache(maxsize=64)
def codecs(record: type[Record]) -> tuple[Codec, ...]:
    """The codecs of all fields of a class, in its order, the id first."""
    hints = get_type_hints(record)
    return tuple(_codec(field.name, hints[field.name]) for field in fields(record))


@lru_cache(maxsize=64)
def columns(record: type[Record]) -> str:
    """The quoted columns of a class, in the order of its fields, for SELECT."""
    return ", ".join(f'"{codec.name}"' for codec in codecs(record))


def to_row(value: Record) -> dict[str, Plain]:
    """All fields of a value as they lie in its row."""
    return {codec.name: codec.to_column(getattr(value, codec.name)) for codec in codecs(type(value))}


def from_row(record: type[R], row: tuple[Any, ...]) -> R:
    """A value from its columns in the order of columns()."""
    found = codecs(record)
    return record(**{codec.name: codec.from_column(value) for codec, value in zip(found, row, strict=True)})


def _codec(name: str, hint: Any) -> Codec:
    kinds = [kind for kind in get_args(hint) if kind is not NoneType] or [hint]
    optional = NoneType in get_args(hint)
    into, out = _plain_pair(kinds[0])
    if not optional:
        return Codec(name, into, out)
    return Codec(
        name, lambda value: None if value is None else into(value), lambda value: None if value is None else out(value)
    )


def _plain_pair(kind: type[Any]) -> tuple[Callable[[Any], Plain], Callable[[Any], Any]]:
    if kind is bool:
        return int, bool
    if kind is str:
        return storable, str
    if kind is int:
        return int, int
    if issubclass(kind, StrEnum):
        return str, kind
    if kind is PartialDate:
        return lambda value: value.edtf, PartialDate
    if kind is date:
        return date.isoformat, date.fromisoformat
    if kind is Body:
        return body_to_json, body_from_json
    raise TypeError(f"no column for {kind}")


def storable(text: str) -> str:
    """Text as SQLite can hold it: without NUL, and a lone surrogate (half a character) shown as a replacement mark."""
    text = text.replace("\0", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def body_to_json(body: Body) -> str:
    """A letter's body as JSON: a list of paragraphs, each {"kind", "runs": [{"text", ...only what differs}]}."""
    return json.dumps([_paragraph_to_json(p) for p in body.paragraphs], ensure_ascii=False, separators=(",", ":"))


def _paragraph_to_json(paragraph: Paragraph) -> dict[str, Any]:
    return {"kind": str(paragraph.kind), "runs": [_run_to_json(run) for run in paragraph.runs]}


def _run_to_json(run: Run) -> dict[str, Any]:
    look = {"bold": run.bold, "italic": run.italic, "language": run.language, "claims": list(run.claims)}
    return {"text": storable(run.text)} | {name: value for name, value in look.items() if value}


def body_from_json(text: str) -> Body:
    """Read body_to_json back."""
    return Body(tuple(_paragraph_from_json(paragraph) for paragraph in json.loads(text)))


def _paragraph_from_json(words: dict[str, Any]) -> Paragraph:
    runs = tuple(
        Run(
            run["text"],
            run.get("bold", False),
            run.get("italic", False),
            run.get("language", ""),
            tuple(run.get("claims", ())),
        )
        for run in words["runs"]
    )
    return Paragraph(runs, ParagraphKind(words["kind"]))


def columns_from_draft(record: type[R], row: dict[str, Plain]) -> R:
    """A value from the columns a draft kept by name; fields it does not know keep their defaults."""
    known = {codec.name: codec for codec in codecs(record)}
    return record(**{name: known[name].from_column(value) for name, value in row.items() if name in known})
