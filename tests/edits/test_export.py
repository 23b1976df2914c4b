# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters on their way into Word."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from tests.support.builders import add, case, letter, person
from tests.support.sample import TODAY, sample_file

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.group import Group, Paper
from amnesty_desktop.domain.letter import Letter, LetterKind, LetterState
from amnesty_desktop.domain.letter_findings import Rule
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.person import Situation, SituationKind
from amnesty_desktop.edits import export
from amnesty_desktop.edits.senders import letterhead_of
from amnesty_desktop.edits.templates import shipped_template
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.errors import CaseFileError

CASE = case(reference="UA 60/16")
ANA = person(CASE)
MINISTER = Addressee(case_id=CASE.id, office="Ministry of Justice", address="Calle de Ejemplo 100", country="HN")
WRITER = Member(name="Joan Pettifer", address="2 Pattern Row\nSamplow")


def _letter(**fields: Any) -> Letter:
    known: dict[str, Any] = {
        "addressee_id": MINISTER.id,
        "writer_id": WRITER.id,
        "dated": TODAY,
        "subject": "Maribel Zúñiga",
    }
    return letter(CASE, **{**known, **fields})


@pytest.fixture
def filled(file: CaseFile) -> CaseFile:
    """A file with one case, somebody to write to, and somebody who writes."""
    add(file, CASE, ANA, MINISTER, WRITER)
    return file


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[CaseFile]:
    """The sample group, to be changed."""
    made = sample_file(tmp_path / "sample.amnesty")
    yield made
    made.close()


def _words(path: Path) -> str:
    with ZipFile(BytesIO(path.read_bytes())) as document:
        return document.read("word/document.xml").decode()


def test_exported_letters_are_written_and_marked(filled: CaseFile, tmp_path: Path) -> None:
    one = _letter()
    add(filled, one)
    paths = export.export_letters(filled, [one.id], tmp_path, today=TODAY)
    assert [path.name for path in paths] == ["UA 60-16, Ministry of Justice, Joan Pettifer, 2026-11-23.docx"]
    assert "I am writing about" in _words(paths[0])
    after = filled.get(Letter, one.id)
    assert (after.state, after.exported_on) == (LetterState.EXPORTED, TODAY)
    assert filled.undo_label == "Export letters"


def test_a_letter_exported_again_replaces_its_own_file(filled: CaseFile, tmp_path: Path) -> None:
    one = _letter()
    add(filled, one)
    (first,) = export.export_letters(filled, [one.id], tmp_path, today=TODAY)
    add(filled, replace(filled.get(Letter, one.id), signature="Changed Hand"))
    (second,) = export.export_letters(filled, [one.id], tmp_path, today=TODAY)
    assert first == second
    assert "Changed Hand" in _words(second)


def test_letters_of_one_day_to_one_office_keep_names_of_their_own(filled: CaseFile, tmp_path: Path) -> None:
    three = [_letter() for _ in range(3)]
    add(filled, *three)
    together = export.export_letters(filled, [one.id for one in three], tmp_path, today=TODAY)
    alone = [export.export_letters(filled, [one.id], tmp_path, today=TODAY)[0] for one in reversed(three)]
    assert len(set(together)) == 3
    assert alone == together[::-1]


def test_the_name_of_a_deleted_letter_passes_to_no_other(filled: CaseFile, tmp_path: Path) -> None:
    first, second = _letter(), _letter()
    add(filled, first, second)
    (before,) = export.export_letters(filled, [second.id], tmp_path, today=TODAY)
    filled.edit("Delete", lambda write: write.bury(Letter, first.id))
    (after,) = export.export_letters(filled, [second.id], tmp_path, today=TODAY)
    assert before == after


def test_one_document_holds_all_letters_of_one_template(filled: CaseFile, tmp_path: Path) -> None:
    letters = [_letter(signature="First Hand"), _letter(signature="Second Hand"), _letter(template="plain")]
    add(filled, *letters)
    paths = export.export_letters(filled, [one.id for one in letters], tmp_path, today=TODAY, one_document=True)
    assert [path.name for path in paths] == ["Letters, 2026-11-23.docx", "Letters, 2026-11-23 (2).docx"]
    assert "First Hand" in _words(paths[0])
    assert "Second Hand" in _words(paths[0])


def test_a_letter_that_something_blocks_stops_all_and_nothing_is_written(filled: CaseFile, tmp_path: Path) -> None:
    good, gap = _letter(), _letter(subject="About {name}")
    add(filled, good, gap)
    folder = tmp_path / "letters"
    folder.mkdir()
    with pytest.raises(export.LetterRefused, match=r"About \{name\}") as refused:
        export.export_letters(filled, [good.id, gap.id], folder, today=TODAY)
    assert refused.value.letter_id == gap.id
    assert refused.value.finding.rule is Rule.GAP
    assert not list(folder.iterdir())
    assert filled.get(Letter, good.id).state is LetterState.DRAFT


def test_a_gap_is_named_once(filled: CaseFile) -> None:
    found = export.findings(filled, _letter(subject="About {the name}"), TODAY)
    assert found[0].sentence == "Still to be written in the subject line: the name."


def test_news_stops_a_letter_until_its_writer_has_taken_note(filled: CaseFile, tmp_path: Path) -> None:
    one = _letter()
    out = Situation(case_id=CASE.id, person_id=ANA.id, kind=SituationKind.RELEASED)
    add(filled, one, out)
    with pytest.raises(export.LetterRefused, match="released"):
        export.export_letters(filled, [one.id], tmp_path, today=TODAY)
    answered = {one.id: frozenset({out.id})}
    assert export.export_letters(filled, [one.id], tmp_path, today=TODAY, answered=answered)


def test_a_sent_letter_is_printed_again_and_stays_sent(sample: CaseFile, tmp_path: Path) -> None:
    sent = sample.all(Letter, state=str(LetterState.SENT))[0]
    assert export.export_letters(sample, [sent.id], tmp_path, today=TODAY)
    assert sample.get(Letter, sent.id) == sent


def test_a_folder_that_cannot_be_written_leaves_the_letters_as_they_were(filled: CaseFile, tmp_path: Path) -> None:
    one = _letter()
    add(filled, one)
    with pytest.raises(CaseFileError, match="no folder"):
        export.export_letters(filled, [one.id], tmp_path / "gone", today=TODAY)
    assert filled.get(Letter, one.id).state is LetterState.DRAFT


def test_the_letterhead_ends_with_the_country_of_the_group() -> None:
    group = Group(name="Gruppe am Fluss", address="Musterweg 1\n00000 Musterort", country="DE", language="de")
    head = letterhead_of(group)
    assert head.address_lines == ("Musterweg 1", "00000 Musterort", "Deutschland")
    assert head.return_line == "Gruppe am Fluss, Musterweg 1, 00000 Musterort, Deutschland"


def test_inland_the_sender_in_one_line_needs_no_country(filled: CaseFile) -> None:
    abroad = export.printed_letter(filled, _letter()).letterhead
    inland = Addressee(id="inland", case_id=_letter().case_id, office="Home Office", country="GB")
    add(filled, inland)
    at_home = export.printed_letter(filled, _letter(addressee_id="inland")).letterhead
    assert abroad.return_line == f"{at_home.return_line}, United Kingdom"
    assert at_home.address_lines[-1] == "United Kingdom"


def test_replies_go_to_the_writer_only_where_the_letter_says_so(filled: CaseFile) -> None:
    assert export.printed_letter(filled, _letter()).letterhead.name == "Riverside Group"
    own = export.printed_letter(filled, _letter(own_address=True)).letterhead
    assert own.name == "Joan Pettifer"
    assert own.address_lines == ("2 Pattern Row", "Samplow", "United Kingdom")


def test_a_card_says_neither_who_sends_it_nor_from_where(filled: CaseFile) -> None:
    head = export.printed_letter(filled, _letter(kind=LetterKind.CARD, template="plain")).letterhead
    assert (head.name, head.sender, head.return_line) == ("", "", "")


def test_the_date_is_said_in_the_language_of_the_letter(filled: CaseFile) -> None:
    assert export.printed_letter(filled, _letter(language="fr")).dated_text == "23 novembre 2026"
    assert export.printed_letter(filled, _letter(dated=None)).dated_text == ""


def test_the_paper_is_the_group_s(filled: CaseFile) -> None:
    group: Group = filled.group()
    add(filled, replace(group, paper=Paper.LETTER))
    one = _letter()
    add(filled, one)
    (item,) = export.export_items(filled, [one.id], TODAY)
    assert item.template == shipped_template("letterhead", Paper.LETTER)


def test_building_the_same_letters_twice_gives_the_same_bytes(filled: CaseFile) -> None:
    one = _letter(dated=date(2026, 1, 5))
    add(filled, one)
    items = export.export_items(filled, [one.id], TODAY)
    assert export.documents_for(items) == export.documents_for(items)
