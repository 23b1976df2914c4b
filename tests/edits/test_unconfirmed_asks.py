# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests that reach no letter: those nobody has confirmed, and a release without the finding it rests on."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.support.builders import add, case, new_file, person

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.ask_texts import ASK_TEXTS
from amnesty_desktop.domain.assessment import Assessment, Ground, ViolenceFinding
from amnesty_desktop.domain.case import Ask, Concern, ConcernList
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.letter import Letter
from amnesty_desktop.domain.source import Source, SourceKind
from amnesty_desktop.edits.drafting import asks_of, draft_letter
from amnesty_desktop.edits.export import check_material
from amnesty_desktop.edits.proposals import proposed_asks

DAY = date(2026, 11, 23)


def test_an_unconfirmed_request_reaches_no_draft_and_no_check(tmp_path: Path) -> None:
    file, of = new_file(tmp_path / "a.amnesty"), case()
    to = Addressee(case_id=of.id, office="Ministry")
    sheet = Ask(case_id=of.id, text="to protect her")
    proposed = Ask(case_id=of.id, text="to let a doctor see her", concern="health", confirmed=False, position=1)
    add(file, of, to, sheet, proposed)
    assert "doctor" not in draft_letter(file, of.id, to.id, None, DAY).body.text
    assert check_material(file, Letter(case_id=of.id), DAY).asks == (sheet,)
    file.close()


def test_a_release_the_program_proposed_needs_the_finding_and_one_on_the_sheet_stays(tmp_path: Path) -> None:
    file, of = new_file(tmp_path / "a.amnesty"), case()
    one = person(of)
    words = ASK_TEXTS["release"]["en"]
    own, sheet = Ask(case_id=of.id, text=words, concern="conscience"), Ask(case_id=of.id, text=words, position=1)
    paper = Source(case_id=of.id, kind=SourceKind.SECRETARIAT, ai_index="AMR 37/4127/2026")
    neither = ViolenceFinding.NEITHER_USED_NOR_ADVOCATED
    finding = Assessment(case_id=of.id, person_id=one.id, violence=neither, source_id=paper.id)
    ground = Ground(case_id=of.id, person_id=one.id, term="belief")
    add(file, of, one, own, sheet)
    assert asks_of(file, of.id) == (sheet,)
    add(file, paper, finding, ground)
    assert asks_of(file, of.id) == (own, sheet)
    add(file, replace(paper, withdrawn_on=PartialDate("2026-11-20")))
    assert asks_of(file, of.id) == (sheet,)
    file.close()


def test_release_is_proposed_only_on_amnestys_finding(tmp_path: Path) -> None:
    file, of = new_file(tmp_path / "a.amnesty"), case()
    add(file, of, person(of), Concern(case_id=of.id, part=ConcernList.ISSUE, term="conscience"))
    assert ASK_TEXTS["release"]["en"] not in [ask.text for ask in proposed_asks(file, of.id)]
    file.close()
