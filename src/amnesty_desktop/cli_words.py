# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command line says: the JSON values of its verbs, and the same in plain words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from .domain.activity import Activity
from .domain.addressee import Addressee
from .domain.case import Ask, Case
from .domain.caution import Caution
from .domain.countries import country_name
from .domain.dates import PartialDate
from .domain.diary import DiaryNote
from .domain.figures import CaseRecord, YearCount
from .domain.figures import figures as counted_figures
from .domain.goal import Goal
from .domain.letter import Letter
from .domain.letter_findings import NOTHING_FOUND
from .domain.outcome import Outcome
from .domain.person import Person
from .domain.please_mind import mind_lines
from .domain.printed import WITHHELD, paper, who
from .domain.reply import Reply
from .domain.sheet import Sheet, SheetKind
from .domain.sheet_chain import chain
from .domain.spoken_dates import spoken
from .domain.vocabularies import label
from .edits.drafting import IN_ORDER, facts_of
from .edits.export import findings
from .edits.outcomes import words as outcome_words
from .store.case_file import CaseFile
from .store.letters import LetterLine
from .store.rows import Record, to_row
from .store.search import Hit
from .store.verify import Verification

Value = dict[str, Any]
_NAMES = ("name", "own_script", "other_names", "in_letters", "say")
_LONGEST = 100
_BESIDE = re.compile(r" \(\d+\)$")
"""How the name ends of a file that was written beside another; see edits.written_files."""


def safe(text: str) -> str:
    """Text for a terminal: signs that steer one are shown as a replacement mark."""
    return "".join(
        sign if (sign >= " " and not "\x7f" <= sign <= "\x9f") or sign in "\n\t" else "\ufffd" for sign in text
    )


def on_one_line(text: str) -> str:
    """Text for a terminal on a single line."""
    return safe(" ".join(text.split()))


def number(count: int, noun: str, many: str = "") -> str:
    """A count with its noun: "1 case", "30 cases"; many is the plural where it is not the noun with an s."""
    return f"{count} {noun}" if count == 1 else f"{count} {many or f'{noun}s'}"


def counted(found: Verification) -> str:
    """What is in a file."""
    people = f"{found.people} people" if found.people != 1 else "1 person"
    return (
        f"{number(found.cases, 'case')}, {people}, {number(found.letters, 'letter')}"
        f" and {number(found.outcomes, 'outcome')}"
    )


def made(file: Path, is_encrypted: bool) -> str:
    """That a new file is there."""
    protected = "opens with its passphrase only" if is_encrypted else "has no passphrase: whoever has it can read it"
    return f"{file} is ready; it {protected}."


def verified(file: Path, found: Verification) -> str:
    """What checking a file found."""
    if not found.troubles:
        return f"{file} is in order: {counted(found)}."
    return "\n".join((f"{file} is not in order.", *found.troubles, "Bring back a safe copy."))


def exported(paths: Sequence[Path], folder: Path) -> str:
    """Which documents were written."""
    if not paths:
        return "No letters to export."
    said = [*(path.name for path in paths), f"{number(len(paths), 'document')} in {folder}."]
    if any(_BESIDE.search(path.stem) for path in paths):
        said.append("A number in brackets: that name is another letter's, or its file was changed in Word, or is open.")
    return "\n".join(said)


def hits(opened: CaseFile, found: Iterable[Hit]) -> list[Value]:
    """Matches as JSON; a withheld name is not said."""
    return [_hit(opened, hit) for hit in found]


def _hit(opened: CaseFile, hit: Hit) -> Value:
    case = opened.find(Case, hit.case_id)
    about = who(_people(opened, case.id), case) if case else ""
    person = opened.find(Person, hit.row_id) if hit.table == "people" else None
    text = WITHHELD if person is not None and person.withheld else on_one_line(hit.text)
    reference = paper(case) if case else ""
    return {"in": hit.table, "id": hit.row_id, "case": hit.case_id, "who": about, "paper": reference, "text": text}


def hit_lines(found: Sequence[Value]) -> str:
    """Matches, one a line: paper, who, where, and what was found."""
    if not found:
        return "Nothing matches."
    lines = []
    for hit in found:
        where = "" if hit["in"] == "cases" else f"{hit['in'].replace('_', ' ')}: {_cut(hit['text'])}"
        lines.append("  ".join(filter(None, (hit["paper"], hit["who"], where))))
    return "\n".join(lines)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 2].rstrip()} …"


def _people(opened: CaseFile, case_id: str) -> list[Person]:
    return opened.all(Person, case_id=case_id, order=IN_ORDER)


def whole_case(opened: CaseFile, case_id: str) -> Value:
    """One case as JSON: its own fields, and its people, facts, requests, what to mind, goals, sheets, diary,
    addressees, letters, replies and outcomes.

    A withheld name is left out, and so are the sources of the facts.
    """
    case = opened.get(Case, case_id)
    people = _people(opened, case_id)
    return {
        "who": who(people, case),
        "paper": paper(case),
        "case": to_row(case),
        "people": [_person(person) for person in people],
        "facts": [
            to_row(f.claim) | {"standing": str(f.standing.kind), "why": f.standing.why}
            for f in facts_of(opened, case_id)
        ],
        "asks": _rows(opened.all(Ask, case_id=case_id, order=IN_ORDER)),
        "please_mind": mind_lines(case, opened.all(Caution, case_id=case_id, order=IN_ORDER)),
        "goals": _rows(opened.all(Goal, case_id=case_id, order=IN_ORDER)),
        "sheets": _rows(chain(case, opened.all(Sheet, case_id=case_id, order=IN_ORDER))),
        "diary": _rows(opened.all(DiaryNote, case_id=case_id, order="sort_on, key")),
        "addressees": _rows(opened.all(Addressee, case_id=case_id, order=IN_ORDER)),
        "letters": [_letter(letter) for letter in opened.all(Letter, case_id=case_id, order="sort_on, key")],
        "replies": _rows(opened.all(Reply, case_id=case_id, order="sort_on, key")),
        "outcomes": [_outcome(opened, each) for each in opened.all(Outcome, case_id=case_id, order="sort_on, key")],
    }


def _rows(values: Iterable[Record]) -> list[Value]:
    return [dict(to_row(value)) for value in values]


def _person(person: Person) -> Value:
    row: Value = dict(to_row(person))
    return row | dict.fromkeys(_NAMES, "") if person.withheld else row


def _letter(letter: Letter) -> Value:
    row: Value = dict(to_row(letter))
    return row | {"body": letter.body.text}


def _outcome(opened: CaseFile, outcome: Outcome) -> Value:
    return dict(to_row(outcome)) | {"what": outcome_words(opened, outcome)}


def case_page(found: Value) -> str:
    """One case in plain words."""
    case = found["case"]
    country = country_name(case["country"]) if case["country"] else ""
    head = " · ".join(filter(None, (found["who"], country, found["paper"], case["ai_index"])))
    parts = [
        [head, case["title"]],
        _dates(case),
        [f"Do not write: {case['no_contact']}" if case["no_contact"] else ""],
        _headed("Please mind", found["please_mind"]),
        [case["situation"]],
        _headed("Facts", [f"{claim['text']} [{claim['why']}]" for claim in found["facts"]]),
        _headed("What the sheet asks", [ask["text"] for ask in found["asks"] if ask["confirmed"]]),
        _headed("Goals", [_goal_line(row) for row in found["goals"]]),
        _headed("Sheets", [_sheet_line(row) for row in found["sheets"]]),
        _headed("Write to", [_addressee(row) for row in found["addressees"]]),
        _headed("Letters", [_letter_line(row) for row in found["letters"]]),
        _headed(
            "Replies", [f"{_said(row['received'])}: {row['sender']}. {row['summary']}" for row in found["replies"]]
        ),
        _headed("Outcomes", [_outcome_line(row) for row in found["outcomes"]]),
        _headed("Diary", [f"{_said(row['on'])}: {row['text']}" for row in found["diary"]]),
        [f"Next: {case['next_step']}" if case["next_step"] else ""],
    ]
    return "\n\n".join("\n".join(filter(None, lines)) for lines in parts if any(lines))


def _headed(title: str, lines: Sequence[str]) -> list[str]:
    return [title, *(f"- {line}" for line in lines)] if lines else []


def _dates(case: Value) -> list[str]:
    named = (("issued", "Issued"), ("appeal_by", "Appeals until"), ("taken_up", "Taken up"), ("closed_on", "Closed"))
    return [f"{word} {_said(case[name])}" for name, word in named if case[name]]


def _said(edtf: str | None) -> str:
    return spoken(PartialDate(edtf)) if edtf else "no date"


def _goal_line(row: Value) -> str:
    return f"{row['text']} (reached {_said(row['reached_on'])})" if row["reached_on"] else str(row["text"])


def _sheet_line(row: Value) -> str:
    words = (_said(row["issued"]), label(SheetKind(row["kind"])).lower(), row["ai_index"], row["news"])
    return ", ".join(filter(None, words))


def _addressee(row: Value) -> str:
    return ", ".join(filter(None, (row["name"], row["office"])))


def _letter_line(row: Value) -> str:
    return f"{_said(row['sent_on'] or row['dated'])}: {row['state']}, {row['address'].partition(chr(10))[0]}"


def _outcome_line(row: Value) -> str:
    what = f"{_said(row['on'])}: {row['direction']}, {row['what']}"
    return f"{what}. {row['note']}" if row["note"] else what


def checked(opened: CaseFile, line: LetterLine, today: date) -> Value:
    """What the letter check finds in one letter, as JSON."""
    found = findings(opened, opened.get(Letter, line.id), today)
    return {
        "letter": line.id,
        "case": line.case_id,
        "who": line.who,
        "paper": line.reference,
        "to": line.to,
        "from": line.writer,
        "state": label(line.state),
        "findings": [
            {
                "rule": str(each.rule),
                "word": each.word,
                "sentence": each.sentence,
                "why": each.why,
                "blocks": each.blocks,
                "mends": [str(mend) for mend in each.mends],
                "instead": each.instead,
            }
            for each in found
        ],
    }


def check_lines(letters: Sequence[Value]) -> str:
    """What the letter check finds, letter by letter."""
    return "\n\n".join(_checked_lines(letter) for letter in letters) or "No letters to check."


def _checked_lines(letter: Value) -> str:
    head = ", ".join(filter(None, (" ".join(filter(None, (letter["paper"], letter["who"]))), f"to {letter['to']}")))
    lines = [f"{head} ({letter['state'].lower()}, {letter['from']})"]
    for finding in letter["findings"]:
        must = " (must be answered first)" if finding["blocks"] else ""
        lines.append(f"- {finding['word']}{must}: {finding['sentence']}")
    return "\n".join(lines if letter["findings"] else [*lines, NOTHING_FOUND])


def figures(records: Iterable[CaseRecord], today: date) -> tuple[Value, str]:
    """The figures of all years, as JSON and in words."""
    found = counted_figures(records)
    value = {"total": count_value(found.total), "years": [count_value(count) for count in found.years]}
    lines = [f"{count.year}: {count.printed}" for count in found.years]
    return value, "\n".join((*lines, " ".join(found.total.sentences(today))))


def count_value(count: YearCount) -> Value:
    """One count as JSON."""
    value = asdict(count) | {"share": count.share, "interval": count.interval}
    value.pop("period")
    return value


def activity_value(done: Activity) -> Value:
    """What was done, as JSON; postage is in hundredths."""
    return {
        "first": done.period.first.isoformat(),
        "last": done.period.last.isoformat(),
        "letters": done.letters_sent,
        "letters_by_kind": {str(kind): count for kind, count in done.letters.items()},
        "signatures": done.signatures,
        "cards": done.cards_sent,
        "tallies": {str(kind): count for kind, count in done.tallies.items()},
        "countries": done.countries,
        "addressees": done.addressees,
        "postage": done.postage,
        "postage_not_noted": done.postage_unknown,
        "replies": {str(kind): count for kind, count in done.replies.items()},
        "replies_undated": done.replies_undated,
        "tallies_undated": done.tallies_undated,
        "writers": done.writers,
        "evenings": done.evenings,
    }


def activity_words(done: Activity) -> str:
    """What was done, in words; different things are not added together."""
    parts = [
        number(done.letters_sent, "letter"),
        number(done.cards_sent, "card"),
        number(done.signatures, "signature"),
        number(done.replies_received, "reply", "replies"),
    ]
    said = f"Done: {', '.join(parts)}; {number(done.countries, 'country', 'countries')} written for."
    if not done.tallies_undated:
        return said
    counts = number(done.tallies_undated, "count of a stall or an evening", "counts of stalls and evenings")
    return f"{said}\nNot counted for want of a clear day: {counts}."
