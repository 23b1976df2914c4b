# SPDX-License-Identifier: GPL-3.0-or-later
"""A canary: the name of a source, and every other word about it, is seen in the Facts tab and nowhere else."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from tests.support.builders import add, case, new_file, person

from amnesty_desktop.cli_words import case_page, hit_lines, hits, whole_case
from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.claim import Claim, Says, Support
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.source import Source
from amnesty_desktop.edits import bin as bin_edits
from amnesty_desktop.edits import claims
from amnesty_desktop.edits.drafting import draft_letter
from amnesty_desktop.edits.export import check_material, findings
from amnesty_desktop.store.bin import binned
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.ui.cases.history_words import entry_sentences, entry_title
from amnesty_desktop.ui.letters.facts_pane import fact_lines

DAY = date(2026, 11, 23)
CANARY = "Canarina"
CASE = case(reference="UA 112/26", country="HN")
MARIBEL = person(CASE)
TO = Addressee(case_id=CASE.id, office="Ministry", address="Street 1")
WORDS = {
    name: f"{CANARY} {name}"
    for name in ("title", "person", "publisher", "ai_index", "origin", "language", "withdrawn_why")
}
SOURCE = Source(case_id=CASE.id, origin_known=True, **WORDS)  # type: ignore[arg-type]
WITNESS = Source(case_id=CASE.id, title=f"{CANARY} the second", origin_known=True)
CLAIM = Claim(case_id=CASE.id, text="Two men followed Maribel Zúñiga home.")
DOUBTED = Claim(case_id=CASE.id, text="The police closed the complaint.", position=1)
NOTE = f"{CANARY} saw it"


def says(claim: Claim, source: Source, how: Says = Says.SUPPORTS) -> Support:
    return Support(case_id=CASE.id, claim_id=claim.id, source_id=source.id, says=how, note=NOTE)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CaseFile]:
    made = new_file(tmp_path / "group.amnesty")
    against = replace(says(DOUBTED, WITNESS, Says.CONTRADICTS), set_aside_why=f"{CANARY} was mistaken")
    add(made, CASE, MARIBEL, TO, SOURCE, WITNESS, CLAIM, DOUBTED)
    add(made, says(CLAIM, SOURCE), says(CLAIM, WITNESS), says(DOUBTED, SOURCE), against)
    yield made
    made.close()


def silent(*said: Any) -> None:
    assert CANARY.lower() not in repr(said).lower()


@pytest.mark.parametrize("query", [CANARY, f"{CANARY} saw", f"{CANARY} publisher"])
def test_what_is_found_in_a_source_leads_to_its_case_and_shows_no_word_of_it(file: CaseFile, query: str) -> None:
    found = file.search(query)
    assert {hit.case_id for hit in found} == {CASE.id}
    silent(found, hit_lines(hits(file, found)))


def test_no_letter_and_no_finding_of_the_check_holds_a_word_of_a_source(file: CaseFile) -> None:
    letter = draft_letter(file, CASE.id, TO.id, None, DAY)
    assert CLAIM.text in letter.body.text
    silent(letter, findings(file, letter, DAY), fact_lines(check_material(file, letter, DAY), letter))


def test_the_command_line_shows_a_case_without_its_sources(file: CaseFile) -> None:
    whole = whole_case(file, CASE.id)
    silent(whole, case_page(whole))


@pytest.mark.parametrize("name", [each.name for each in fields(Source) if each.name not in ("id", "case_id", "kind")])
def test_the_history_says_that_a_source_changed_and_quotes_nothing(file: CaseFile, name: str) -> None:
    now = getattr(SOURCE, name)
    other: Any = PartialDate("2026-05") if name in ("dated", "received", "withdrawn_on") else f"{CANARY} anew"
    if isinstance(now, bool):
        other = not now
    elif isinstance(now, StrEnum):
        other = next(each for each in type(now) if each is not now)
    changed = replace(SOURCE, **{name: other})
    file.edit("Change source", lambda write: claims.save_source(write, changed))
    entry = file.history_of_case(CASE.id)[0]
    sentences = entry_sentences(file, entry)
    assert sentences[0].startswith(("Changed", "Withdrew"))
    silent(sentences, entry_title(entry, sentences))


def test_the_bin_names_no_source(file: CaseFile) -> None:
    at = datetime(2026, 11, 23, tzinfo=UTC)
    file.edit("Put into the bin", lambda write: bin_edits.put(write, [SOURCE], at))
    assert [found.table for found in binned(file.engine)] == ["sources"]
    silent(binned(file.engine))


def test_the_history_of_a_decision_names_no_source(file: CaseFile) -> None:
    against = next(each for each in file.all(Support) if each.says is Says.CONTRADICTS)
    decided = replace(against, set_aside_on=PartialDate("2026-11-23"), set_aside_by="Ana", set_aside_why=CANARY)
    file.edit("Decide what is true", lambda write: claims.save_support(write, decided))
    sentences = entry_sentences(file, file.history_of_case(CASE.id)[0])
    assert sentences == ["Decided against a source that says otherwise."]
