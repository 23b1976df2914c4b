# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the window's questions take in a file of 100,000 cases and 500,000 letters.

Each is given in milliseconds and as a ratio to the barest SQL that finds the same rows on the same connection.
Time of the processor, but for edits, which wait for the disk. The window's thread may never wait
for more than 100 ms; what takes longer than 60 ms here is marked.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.large_file import CASES, TODAY, large_file
from benchmarks.timing import milliseconds, row

from amnesty_desktop.domain.case import Case, CaseKind, CaseStatus
from amnesty_desktop.domain.figures import Became, Counted
from amnesty_desktop.domain.letter import Letter, LetterState
from amnesty_desktop.domain.period import Period
from amnesty_desktop.domain.person import Person
from amnesty_desktop.store import today
from amnesty_desktop.store.alike import people_alike
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.cases import CaseFilter, case_counts, case_keys, case_lines, countries_in_use
from amnesty_desktop.store.gathering import Gathering
from amnesty_desktop.store.letters import LetterFilter, letter_counts, letter_keys, letter_lines
from amnesty_desktop.store.outcomes import OutcomeFilter, outcome_keys, outcome_lines
from amnesty_desktop.store.people import PersonFilter, person_keys, person_lines
from amnesty_desktop.store.period_figures import cases_of, period_figures

_LIMIT = 60.0
_TYPED = (
    *("m", "ma", "mar", "marib", "maribel", "maribel ka", "h", "honduras", "петр", "torture", "p", "th", "zzz"),
    *("letter", "letter minister", "letter minister urge prison"),
    *("jose", "shestakov", "oyvind", "lukasz", "obrien", "芳", "al husayn", "ahmed", "mohammed", "abd al-rahman"),
)
_PAGE = 128
_OPEN = "FROM cases WHERE live = 1 AND status = 'open'"

Timed = tuple[str, Callable[[], object], str]


def _cases(file: CaseFile) -> list[Timed]:
    engine = file.engine
    found: list[Timed] = [
        (
            "cases: the default list",
            lambda: case_keys(engine, CaseFilter()),
            f"SELECT key {_OPEN} ORDER BY sort_appeal, key",
        )
    ]
    for column, sort in (
        ("who", "sort_who"),
        ("country", "sort_country"),
        ("paper", "reference"),
        ("appeal", "sort_appeal"),
        ("kind", "kind"),
        ("owner", "owner_id"),
        ("event", "last_event"),
    ):
        for down in (False, True):
            wanted = CaseFilter(status=None, column=column, descending=down)
            way = " DESC" if down else ""
            sql = f"SELECT key FROM cases WHERE live = 1 ORDER BY {sort}{way}, key{way}"
            found.append((f"cases: all by {column}{way.lower()}", partial(case_keys, engine, wanted), sql))
    filters = {
        "country": (CaseFilter(country="HN"), f"SELECT key {_OPEN} AND country = 'HN'"),
        "kind": (CaseFilter(kind=CaseKind.ACTION_FILE), f"SELECT key {_OPEN} AND kind = 'action_file'"),
        "overdue": (CaseFilter(overdue_on=TODAY), f"SELECT key {_OPEN} AND sort_appeal < '{TODAY}'"),
        "concern": (CaseFilter(concern="torture"), "SELECT case_id FROM concerns WHERE live = 1 AND term = 'torture'"),
        "closed": (CaseFilter(status=CaseStatus.CLOSED), "SELECT key FROM cases WHERE live = 1 AND status = 'closed'"),
    }
    for name, (wanted, sql) in filters.items():
        found.append((f"cases: by {name}", partial(case_keys, engine, wanted), sql))
    found += _narrowed(file)
    keys = case_keys(engine, CaseFilter(status=None, column="who"))
    page = keys[50_000 % len(keys) : 50_000 % len(keys) + _PAGE]
    marks = ", ".join(map(str, page))
    found.append(
        ("cases: one page of lines", lambda: case_lines(engine, page), f"SELECT * FROM cases WHERE key IN ({marks})")
    )
    found.append(("cases: the counts", lambda: case_counts(engine, TODAY), "SELECT count(*) FROM cases WHERE live = 1"))
    found.append(
        ("cases: countries in use", lambda: countries_in_use(engine), "SELECT DISTINCT sort_country FROM cases")
    )
    return found


def _narrowed(file: CaseFile) -> list[Timed]:
    """Every order narrowed to open cases and to one country, and by a concern."""
    engine, found = file.engine, list[Timed]()
    for column in ("who", "country", "paper", "appeal", "kind", "owner", "status", "event", "added"):
        for name, wanted, sql in (
            ("open", CaseFilter(column=column), f"SELECT key {_OPEN}"),
            ("open, one country", CaseFilter(column=column, country="HN"), f"SELECT key {_OPEN} AND country = 'HN'"),
            (
                "open, one concern",
                CaseFilter(column=column, concern="torture"),
                "SELECT case_id FROM concerns WHERE live = 1 AND term = 'torture'",
            ),
        ):
            found.append((f"cases: {name}, by {column}", partial(case_keys, engine, wanted), sql))
    return found


def _gatherings(file: CaseFile) -> None:
    """Looking through the whole file for duplicates: its longest step, beside reading the names at once."""
    work, steps = Gathering(file.engine), list[float]()
    while not work.is_over:
        steps.append(milliseconds(work.step, times=1, clock=time.thread_time))
    names = "SELECT name, own_script, other_names FROM people WHERE live = 1"
    bare = milliseconds(partial(file.engine.rows, names), clock=time.thread_time)
    row(
        "duplicates: the longest step of all",
        max(steps),
        bare,
        max(steps) / bare,
        "SLOW" if max(steps) > _LIMIT else "",
    )
    row("duplicates: all steps together", sum(steps), bare, sum(steps) / bare, "")


def _duplicates(file: CaseFile) -> list[Timed]:
    sql = "SELECT rowid FROM text_index WHERE text_index MATCH 'maribel*' LIMIT 60"
    people = [Person(case_id="new", name=name) for name in ("Maribel Kamo", "Ana", "حسن Ribaka", "Shestakov Ivan")]
    return [(f"alike: {person.name}", partial(people_alike, file, person, "HN"), sql) for person in people]


def _searches(file: CaseFile) -> list[Timed]:
    engine = file.engine
    found: list[Timed] = []
    for typed in _TYPED:
        sql = f"SELECT rowid FROM case_index WHERE case_index MATCH '{' '.join(f'{word}*' for word in typed.split())}'"
        if not typed.isascii() or "-" in typed:
            sql = "SELECT rowid FROM case_index WHERE case_index MATCH 'petr*'"
        asked: tuple[tuple[str, Callable[..., object], object], ...] = (
            ("cases", case_keys, CaseFilter(query=typed, status=None)),
            ("letters", letter_keys, LetterFilter(query=typed)),
            ("people", person_keys, PersonFilter(query=typed)),
            ("outcomes", outcome_keys, OutcomeFilter(query=typed)),
        )
        for name, keys, wanted in asked:
            found.append((f"{name}: typed “{typed}”", partial(keys, engine, wanted), sql))
        found.append((f"Ctrl+K: typed “{typed}”", partial(file.search, typed), f"{sql} LIMIT 60"))
    return found


def _lists(file: CaseFile) -> list[Timed]:
    engine = file.engine
    every = "SELECT key FROM letters WHERE live = 1"
    drafts = LetterFilter(states=(LetterState.DRAFT, LetterState.READY))
    found: list[Timed] = [
        (
            "letters: the default list",
            lambda: letter_keys(engine, LetterFilter()),
            f"{every} ORDER BY sort_on DESC, key DESC",
        ),
        ("letters: in work", lambda: letter_keys(engine, drafts), f"{every} AND state IN ('draft', 'ready')"),
        (
            "letters: sent",
            lambda: letter_keys(engine, LetterFilter(states=(LetterState.SENT,))),
            f"{every} AND state = 'sent'",
        ),
    ]
    for column, sort in (("who", "sort_who"), ("state", "state"), ("day", "sort_on")):
        wanted = LetterFilter(column=column, descending=False)
        found.append(
            (
                f"letters: all by {column}",
                partial(letter_keys, engine, wanted),
                f"{every} ORDER BY {sort}, key",
            )
        )
    page = letter_keys(engine, LetterFilter())[1000 : 1000 + _PAGE]
    outcomes = outcome_keys(engine, OutcomeFilter())[:_PAGE]
    people = person_keys(engine, PersonFilter())[:_PAGE]
    for name, lines, keys in (
        ("letters", letter_lines, page),
        ("outcomes", outcome_lines, outcomes),
        ("people", person_lines, people),
    ):
        sql = f"SELECT * FROM {name} WHERE key IN ({', '.join(map(str, keys))})"
        found.append((f"{name}: one page of lines", partial(lines, engine, keys), sql))
    found.append(("letters: the counts", lambda: letter_counts(engine), "SELECT count(*) FROM letters WHERE live = 1"))
    found.append(
        ("outcomes: the default list", lambda: outcome_keys(engine, OutcomeFilter()), "SELECT key FROM outcomes")
    )
    found.append(("people: the default list", lambda: person_keys(engine, PersonFilter()), "SELECT key FROM people"))
    by_country = PersonFilter(column="country")
    found.append(("people: by country", lambda: person_keys(engine, by_country), "SELECT key FROM people"))
    return found


def _figures(file: CaseFile) -> list[Timed]:
    """A period's figures beside the plain queries that fetch what they are made of."""
    letters = "SELECT kind, case_id, addressee_id, writer_id, signatures, postage FROM letters WHERE live = 1"
    sent = f"{letters} AND sent_on IS NOT NULL AND sort_on"
    better = Counted(Period.of_year(TODAY.year), Became.IMPROVED)
    return [
        (
            "figures: this year",
            lambda: period_figures(file, Period.of_year(TODAY.year)),
            f"{sent} BETWEEN '{TODAY.year}' AND '{TODAY.year + 1}'",
        ),
        ("figures: all years", lambda: period_figures(file, Period.of_all_time()), f"{sent} > ''"),
        ("figures: the cases of a number", lambda: cases_of(file, better), f"{sent} BETWEEN '{TODAY.year}' AND '~'"),
    ]


def _todays(file: CaseFile) -> list[Timed]:
    engine, bare = file.engine, "SELECT count(*) FROM cases WHERE live = 1 AND status = 'open'"
    return [
        ("today: due", lambda: today.due(engine, TODAY), bare),
        ("today: waiting", lambda: today.waiting(engine), bare),
        ("today: drafts", lambda: today.drafts_of_open_cases(engine), bare),
        ("today: open replies", lambda: today.open_replies(engine), bare),
        ("today: unanswered", lambda: today.unanswered(engine, TODAY, 8), bare),
        ("today: quiet", lambda: today.quiet(engine, TODAY), bare),
        ("today: next meeting", lambda: today.next_meeting(file, TODAY), bare),
        ("today: the month", lambda: today.month_counts(engine, TODAY), bare),
    ]


def _edits(file: CaseFile) -> list[Timed]:
    case = file.at_key(Case, 50_000 % file.count(Case) + 1)
    letter = file.at_key(Letter, 1_000)
    assert case is not None
    assert letter is not None
    turn = iter(range(10**9))
    commit = "UPDATE devices SET highest = highest"
    return [
        (
            "edit: one field of a case",
            lambda: file.edit("x", lambda write: write.save(replace(case, next_step=f"step {next(turn)}"))),
            commit,
        ),
        (
            "edit: the subject of a letter",
            lambda: file.edit("x", lambda write: write.save(replace(letter, subject=f"subject {next(turn)}"))),
            commit,
        ),
        ("undo", file.undo, commit),
        ("a draft", lambda: file.keep_draft("letter:1", {"typed": {"subject": f"{next(turn)}" * 400}}), commit),
        ("history of a case", lambda: file.history_of_case(case.id), "SELECT count(*) FROM devices"),
        ("what undo would undo", lambda: file.undo_label, "SELECT count(*) FROM devices"),
    ]


def main(cases: int = CASES) -> None:
    """Print the table; returns nothing, as a slow machine is no failure."""
    file = large_file(Path("build") / "bench", cases)
    row(f"{cases:,} cases, ms", "ours", "bare SQL", "ratio", "")
    for part in (_cases, _searches, _duplicates, _lists, _figures, _todays, _edits):
        # Edits wait for the disk and count by the clock on the wall.
        clock = time.perf_counter if part is _edits else time.thread_time
        for name, work, sql in part(file):
            ours = milliseconds(work, clock=clock)
            bare = milliseconds(partial(file.engine.rows, sql), clock=clock)
            row(name, ours, bare, ours / max(bare, 0.001), "SLOW" if ours > _LIMIT else "")
    _gatherings(file)
    file.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CASES)
