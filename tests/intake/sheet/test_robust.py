# SPDX-License-Identifier: GPL-3.0-or-later
"""Any text whatever gives a draft, soon, with every place inside the text."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.sheet_scores import SHEETS, names

from amnesty_desktop.intake.page_text import Line, LineKind, PageText
from amnesty_desktop.intake.plain_text import lines_of
from amnesty_desktop.intake.sheet.draft import DraftAddressee, DraftPerson, DraftText, Found, Place, SheetDraft
from amnesty_desktop.intake.sheet.json_form import as_json
from amnesty_desktop.intake.sheet.reading import read_sheet

WORDS = (
    *("UA 60/16", "AI Index: EUR 44/11/91", "(m)", "Fax:", "Salutation:", "Dear", ",", ";", "(", ")", "-"),
    *("Name:", "Ali", "AL-X", "e-mail:", "a@b.example", "3 May", "APPEALS TO:", "TURKEY:", "President"),
)
ALL = [*names(own=False), *names(own=True)]


def drafted(text: str) -> SheetDraft:
    draft = read_sheet(PageText(lines_of(text), "text"))
    assert as_json(draft)
    return draft


def places_in(draft: SheetDraft) -> list[Place]:
    found: list[Place] = []
    for name in draft.__slots__:
        value = getattr(draft, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Found | DraftPerson | DraftAddressee | DraftText):
                found += each.places
    return found


@given(st.text(max_size=400))
def test_any_text_gives_a_draft(text: str) -> None:
    drafted(text)


@given(st.lists(st.sampled_from([*WORDS, "\n", "\n\n", "   "]), max_size=120).map(" ".join))
def test_any_heap_of_the_words_of_sheets_gives_a_draft(text: str) -> None:
    drafted(text)


@given(st.lists(st.tuples(st.text(max_size=60), st.sampled_from(LineKind), st.integers(0, 3)), max_size=30))
def test_lines_of_every_kind_give_a_draft(lines: list[tuple[str, LineKind, int]]) -> None:
    read_sheet(PageText(tuple(Line(text, kind, column=column) for text, kind, column in lines), "docx"))


@given(st.sampled_from(ALL), st.integers(0, 2**32))
def test_a_sheet_with_lines_lost_doubled_and_cut_gives_a_draft(name: str, seed: int) -> None:
    longest, draft = drafted_mutant(name, random.Random(seed))
    assert all(0 <= place.begin <= place.end <= longest for place in places_in(draft))


@pytest.mark.nightly
def test_five_thousand_mutated_sheets_give_drafts_soon() -> None:
    slowest = 0.0
    for seed in range(5_000):
        chance = random.Random(seed)
        begun = time.process_time()
        longest, draft = drafted_mutant(chance.choice(ALL), chance)
        slowest = max(slowest, time.process_time() - begun)
        assert all(0 <= place.begin <= place.end <= longest for place in places_in(draft)), seed
    assert slowest < 1


def drafted_mutant(name: str, chance: random.Random) -> tuple[int, SheetDraft]:
    """A sheet with some of its lines lost, doubled, cut short or moved: how long its text is, and its draft."""
    lines = (SHEETS / f"{name}.txt").read_text("utf-8").splitlines()
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(lines))
        change = chance.choice(("lose", "double", "cut", "swap"))
        if change == "lose" and len(lines) > 1:
            lines.pop(at)
        elif change == "double":
            lines.insert(at, lines[at])
        elif change == "cut":
            lines[at] = lines[at][: chance.randint(0, len(lines[at]))]
        else:
            lines[at], lines[0] = lines[0], lines[at]
    text = "\n".join(lines)
    return len(PageText(lines_of(text), "text").text), drafted(text)


@pytest.mark.parametrize(
    "line",
    [
        "(" * 200,
        "A, " * 200,
        "Name: " + "Ali Veli and " * 100,
        "Fax: " + "1 " * 300,
        "a@" * 300,
        "UA " * 300,
        "- " * 300,
        "Dear " * 300,
        "3 May " * 200,
        "AI Index: EUR 44/" * 60,
        "Mr " * 300,
        "President of the " * 60,
        ">" * 500,
        "TURKEY/" * 80,
        "1) Ali Veli (m), aged 3     ]     (" * 20,
        " ".join(["word"] * 300),
        "x" * 3000,
    ],
)
def test_ten_thousand_hostile_lines_are_read_in_a_moment(line: str) -> None:
    page = PageText((Line(line),) * 10_000, "text")
    begun = time.process_time()
    read_sheet(page)
    assert time.process_time() - begun < 5


def test_ten_thousand_lines_of_sheets_are_read_within_a_second() -> None:
    lines = [line for name in ALL for line in (SHEETS / f"{name}.txt").read_text("utf-8").splitlines()]
    page = PageText(lines_of("\n".join(lines * (10_000 // len(lines) + 1))), "text")
    begun = time.process_time()
    assert "far longer than a sheet" in " ".join(read_sheet(page).warnings)
    assert time.process_time() - begun < 1


def test_no_place_of_a_sheet_lies_outside_its_text() -> None:
    for name in ALL:
        text = (SHEETS / f"{name}.txt").read_text("utf-8")
        longest = len(PageText(lines_of(text), "text").text)
        assert all(0 <= place.begin <= place.end <= longest for place in places_in(drafted(text))), name
