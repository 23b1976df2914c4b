# SPDX-License-Identifier: GPL-3.0-or-later
"""What a transaction did to a case, in sentences a member understands."""

from dataclasses import replace
from enum import StrEnum
from typing import Any

from ...domain.addressee import Addressee
from ...domain.assessment import Assessment, Ground
from ...domain.case import Ask, Concern
from ...domain.caution import Caution
from ...domain.claim import Claim
from ...domain.countries import country_name
from ...domain.dates import PartialDate
from ...domain.diary import DiaryNote
from ...domain.goal import Goal
from ...domain.letter import Letter
from ...domain.member import Member
from ...domain.outcome import Outcome
from ...domain.person import Person, Relation, Situation
from ...domain.please_mind import said_of
from ...domain.printed import WITHHELD, shown_name
from ...domain.sheet import Sheet
from ...domain.situation_words import words_of as words_of_situation
from ...domain.source import Source
from ...domain.source_words import tag
from ...domain.spoken_dates import spoken
from ...domain.vocabularies import label
from ...store import history
from ...store.history import Entry, RowChange
from ...store.reading import Reading
from ...store.rows import NOUN_OF_TABLE, Plain, Record, body_from_json, codecs
from ..facts.source_history import TABLES, source_sentences

_LONG = 60
"""Characters from which on a text is not quoted."""

_NOUNS = {
    "cases": "the case",
    "people": "a person",
    "situations": "what has happened",
    "concerns": "a concern",
    "asks": "what we ask",
    "sources": "a source",
    "claims": "a fact",
    "supports": "what a source says",
    "addressees": "an addressee",
    "letters": "a letter",
    "seals": "what was posted",
    "replies": "a reply",
    "outcomes": "an outcome",
    "tallies": "a count",
    "attachments": "a document",
    "meeting_cases": "the case for a meeting",
    "answers": "an answer of the letter check",
    "sheets": "a sheet",
    "goals": "a goal",
    "cautions": "what not to do or say",
    "diary_notes": "a line of the diary",
    "relations": "a relation",
    "assessments": "what Amnesty found",
    "grounds": "a ground",
}
_FIELDS = {
    "reference": "the paper",
    "ai_index": "the AI Index",
    "confidentiality": "who may see it",
    "appeal_by": "appeal by",
    "owner_id": "the owner",
    "no_contact": "why nobody may write",
    "please_mind": "what to mind",
    "next_step_by": "who takes the next step",
    "next_step_on": "when the next step is due",
    "event_on": "the day of what is feared",
    "report_by": "when to report back",
    "co_groups": "the other groups",
    "consent": "what was agreed to",
    "reached_on": "when it was reached",
    "words": "the words to avoid",
    "span": "how far off it is",
    "on": "the date",
    "who": "the name",
    "writer_id": "the writer",
    "addressee_id": "whom it is for",
    "channel": "how it went",
    "person_id": "whom it is about",
    "withheld": "whether the name is withheld",
    "confirmed": "whether letters may ask it",
    "own_script": "the name in the own script",
    "other_names": "the other spellings",
    "in_letters": "the name in letters",
    "say": "how to say the name",
    "family_first": "whether the family name comes first",
    "born": "the birth",
    "headcount": "how many they are",
    "prisoner_number": "the prisoner number",
    "place": "the place",
    "source_id": "the source",
    "other_id": "to whom",
    "violence": "the finding on violence",
    "decided_by": "who decided",
    "decided_on": "the day of the decision",
    "amnesty": "whether Amnesty may be mentioned",
    "sender_address": "whether to give a return address",
    "religion": "whether religious words are welcome",
    "takes": "what gets through",
    "number_needed": "whether the prisoner’s number is needed",
    "rules_on": "when the rules were checked",
    "forwarded_on": "when it was passed on",
    "attachment_id": "the scan",
    "reply_id": "which reply it answers",
    "entry_id": "the entry of the directory",
}
_NAMES = frozenset({"name", "own_script", "other_names", "in_letters", "say", "prisoner_number"})
"""What gives away somebody whose name is withheld."""
_UNSAID = frozenset({"position", "language", "template", "own_address"})
_PLACES = frozenset({"case_id", "sort_on"})
_SILENT = frozenset({"seals", "meeting_cases", "answers", "supports"})
"""Rows that follow from another one in the same step."""


def entry_sentences(reading: Reading, entry: Entry) -> list[str]:
    """Say what an entry did, one sentence for each thing, the case itself first."""
    rows = sorted(entry.rows, key=lambda row: row.table != "cases")
    found = [sentence for row in rows for sentence in _row_sentences(reading, row)]
    return list(dict.fromkeys(found)) or [f"{entry.label}."]


def entry_title(entry: Entry, sentences: list[str]) -> str:
    """Say an entry on one line."""
    if entry.kind == history.UNDO:
        return f"Took back “{entry.label}”"
    if entry.kind == history.REDO:
        return f"Did again “{entry.label}”"
    many = len(sentences) > 2 or entry.kind == history.SETUP
    return entry.label if many else " ".join(sentences)


def _row_sentences(reading: Reading, row: RowChange) -> list[str]:
    name = _name(reading, row)
    what = f"{_NOUNS.get(row.table, row.table)}{f': {name}' if name else ''}"
    if row.created:
        return [] if row.table in _SILENT else [f"Added {_ended(what)}"]
    for field, on, off in (
        ("gone", "Took away {}", "Brought back {}"),
        ("binned", "Put {} into the bin", "Took {} out of the bin"),
    ):
        if field in row.fields:
            return [_ended((on if row.fields[field][1] else off).format(what))]
    if row.table in TABLES:
        return source_sentences(row)
    changes = [(field, pair) for field, pair in row.fields.items() if field not in _UNSAID]
    return [_field_sentence(reading, row, field, pair, name) for field, pair in changes]


def change_sentences(reading: Reading, row: RowChange) -> list[tuple[RowChange, str, str]]:
    """Each change of a row with its field and a sentence; what was made anew has none."""
    if row.created:
        return []
    name = _name(reading, row)
    framed = [field for field in ("gone", "binned") if field in row.fields]
    if framed:
        return [(row, framed[0], sentence) for sentence in _row_sentences(reading, row)[:1]]
    fields = [field for field in row.fields if field not in _UNSAID and field not in _PLACES]
    if row.table in TABLES:
        single = {field: source_sentences(replace(row, fields={field: row.fields[field]})) for field in fields}
        return [(row, field, (said or ["Changed a source."])[0]) for field, said in single.items()]
    return [(row, field, _field_sentence(reading, row, field, row.fields[field], name)) for field in fields]


def is_long(text: str) -> bool:
    """Whether a text is too long to be quoted in a sentence."""
    return len(text) > _LONG or "\n" in text


def whole_text(table: str, field: str, plain: Plain) -> str | None:
    """A text as it can be read before and after; None where it is no text, or may not be shown here."""
    if plain is None:
        plain = ""
    if not isinstance(plain, str) or table in TABLES or field.endswith("_id"):
        return None
    if table == "letters" and field == "body":
        return body_from_json(plain).text if plain else ""
    record: type[Record] = NOUN_OF_TABLE[table].record
    codec = next((one for one in codecs(record) if one.name == field), None)
    return plain if codec is not None and isinstance(codec.from_column(plain or ""), str) else None


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith("…") else f"{sentence}."


def _field_sentence(reading: Reading, row: RowChange, field: str, pair: tuple[Plain, Plain], name: str) -> str:
    said = _FIELDS.get(field, f"the {field.replace('_', ' ')}")
    if row.table != "cases":
        of = _NOUNS.get(row.table, row.table).removeprefix("a ").removeprefix("an ").removeprefix("the ")
        said = f"{said} of {f'“{name}”' if name else f'the {of}'}"
    before, after = (_value(reading, row.table, field, value) for value in pair)
    if field in _NAMES and _is_withheld(reading, row):
        return f"Rewrote {said}."
    if before is None or after is None:
        return f"Rewrote {said}."
    if not before:
        return f"Set {said} to {after}."
    if not after:
        return f"Emptied {said}, which was {before}."
    return f"Changed {said} from {before} to {after}."


def _is_withheld(reading: Reading, row: RowChange) -> bool:
    person = reading.find(Person, row.row_id) if row.table == "people" else None
    return person is not None and person.withheld


def _value(reading: Reading, table: str, field: str, plain: Plain) -> str | None:
    """Say a value; empty for nothing, None for a text too long to be quoted."""
    if plain is None or plain == "":
        return ""
    record: type[Record] = NOUN_OF_TABLE[table].record
    codec = next((one for one in codecs(record) if one.name == field), None)
    value = plain if codec is None else codec.from_column(plain)
    if field.endswith("_id") or field == "next_step_by":
        return _named(reading, field, str(plain))
    return _words(field, value)


def _words(field: str, value: Any) -> str | None:
    if isinstance(value, StrEnum):
        return label(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        if field == "country":
            return country_name(value)
        return None if is_long(value) else f"“{value}”"
    if isinstance(value, PartialDate) or hasattr(value, "isoformat"):
        return spoken(value)
    return None if field == "body" else str(value)


def _named(reading: Reading, field: str, row_id: str) -> str:
    if field in ("owner_id", "writer_id", "member_id", "next_step_by"):
        member = reading.find(Member, row_id)
        return member.name if member else "somebody who is gone"
    if field == "source_id":
        source = reading.find(Source, row_id)
        return tag(source) if source else "a source that is gone"
    if field in ("person_id", "other_id"):
        person = reading.find(Person, row_id)
        return (shown_name(person) or WITHHELD) if person else "somebody who is gone"
    addressee = reading.find(Addressee, row_id) if field == "addressee_id" else None
    return addressee.office or addressee.name if addressee else "something else"


def _name(reading: Reading, row: RowChange) -> str:
    """What a row is recognised by. Sources stay unnamed: their names are seen among the facts only."""
    value: Any = None if row.table == "cases" else reading.find(NOUN_OF_TABLE[row.table].record, row.row_id)
    match value:
        case Person():
            name = shown_name(value) or WITHHELD
        case Addressee():
            name = value.office or value.name
        case Letter():
            name = value.subject
        case Situation():
            name = value.text.strip() or words_of_situation(value)[0]
        case Claim() | Ask() | Goal() | DiaryNote():
            name = value.text
        case Sheet():
            name = ", ".join(filter(None, (label(value.kind).lower(), value.ai_index or value.reference)))
        case Caution():
            name = said_of(value)
        case Concern() | Ground():
            name = reading.vocabulary().label(value.term)
        case Relation():
            name = value.words
        case Assessment():
            person = reading.find(Person, value.person_id)
            name = (shown_name(person) or WITHHELD) if person else ""
        case Outcome():
            name = f"{label(value.direction).lower()}, {reading.vocabulary().label(value.kind)}"
        case _:
            name = ""
    first = name.strip().partition("\n")[0].rstrip(".;")
    return first if len(first) <= _LONG else f"{first[: _LONG - 1].rstrip()}…"
