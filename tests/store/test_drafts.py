# SPDX-License-Identifier: GPL-3.0-or-later
"""Typing that is no edit yet: kept, overwritten, brought back, and small in the file."""

import random
from dataclasses import replace

from tests.support.builders import add, case, letter, open_file

from amnesty_desktop.domain.letter import Body, Paragraph, Run
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.rows import to_row

_WORDS = (
    "the",
    "court",
    "family",
    "we",
    "ask",
    "that",
    "release",
    "Łukasz",
    "prison",
    "doctor",
    "and",
    "lawyer",
    "visit",
)


def test_a_draft_is_kept_over_the_one_before_and_dropped(file: CaseFile) -> None:
    file.keep_draft("letter:1", {"rows": [], "typed": {"dated": "5 Ma"}})
    file.keep_draft("letter:1", {"rows": [], "typed": {"dated": "5 May"}})
    draft = file.find_draft("letter:1")
    assert draft is not None
    assert draft.value["typed"] == {"dated": "5 May"}
    file.drop_draft("letter:1")
    assert file.find_draft("letter:1") is None


def test_drafts_outlive_the_program_and_come_oldest_first(file: CaseFile) -> None:
    file.keep_draft("new case", {"rows": []})
    file.keep_draft("letter:1", {"rows": []})
    file.close()
    again = open_file(file.path)
    assert [draft.form for draft in again.all_drafts()] == ["new case", "letter:1"]
    again.close()


def test_half_a_character_in_a_draft_comes_back_as_typed(file: CaseFile) -> None:
    file.keep_draft("letter:1", {"typed": {"subject": "half \ud83d, nothing \0, حسن"}})
    draft = file.find_draft("letter:1")
    assert draft is not None
    assert draft.value["typed"]["subject"] == "half \ud83d, nothing \0, حسن"


def test_a_draft_leaves_history_search_and_undo_alone(file: CaseFile) -> None:
    file.keep_draft("letter:1", {"typed": {"subject": "harbour"}})
    assert file.undo_label is None
    assert file.search("harbour") == []


def test_an_hour_of_typing_grows_the_file_by_less_than_a_megabyte(file: CaseFile) -> None:
    chance = random.Random(1)
    teacher = case()
    written = letter(teacher, "")
    add(file, teacher, written)
    before = file.path.stat().st_size
    text = chance.choices(_WORDS, k=450)
    for second in range(0, 3600, 2):
        text[chance.randrange(450)] = chance.choice(_WORDS)
        typed = replace(written, body=Body((Paragraph((Run(" ".join(text)[:2_500].ljust(2_500, ".")),)),)))
        if second % 30:
            file.keep_draft(f"letter:{written.id}", {"rows": [["letters", to_row(typed)]], "typed": {}})
        else:
            add(file, typed, label="Write letter")
    assert sum(1 for _ in file.history_of_case(teacher.id)) > 100
    assert file.path.stat().st_size - before < 1_000_000
