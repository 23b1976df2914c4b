# SPDX-License-Identifier: GPL-3.0-or-later
"""The group's own lists, edited without touching a record."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.support.builders import add, case, new_file, outcome

from amnesty_desktop.domain.case import Concern, ConcernList
from amnesty_desktop.domain.own_term import OwnTerm, TermList
from amnesty_desktop.edits import vocabulary as edits
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.cases import CaseFilter, case_keys
from amnesty_desktop.store.outcomes import OutcomeFilter, outcome_keys, outcome_lines
from amnesty_desktop.store.term_uses import uses_of

CASE = case(country="HN")
LAND = "own_issue_land_grabbing"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CaseFile]:
    made = new_file(tmp_path / "group.amnesty")
    add(made, CASE)
    made.edit("Add", lambda write: edits.add(write, TermList.ISSUE, "land grabbing"))
    add(made, Concern(case_id=CASE.id, part=ConcernList.ISSUE, term=LAND))
    yield made
    made.close()


def do(file: CaseFile, function: Callable[..., Any], *values: Any) -> Any:
    return file.edit("Change our lists", lambda write: function(write, *values)).result


def labels(file: CaseFile, part: TermList = TermList.ISSUE) -> list[str]:
    return [term.label for term in file.vocabulary().offered(part)]


def test_an_own_word_joins_its_list(file: CaseFile) -> None:
    assert "land grabbing" in labels(file)
    assert uses_of(file.engine)[LAND] == 1


def test_a_word_that_is_there_already_is_refused(file: CaseFile) -> None:
    with pytest.raises(edits.TermRefused, match="is on the list"):
        do(file, edits.add, TermList.ISSUE, "Land Grabbing")


def test_a_shipped_word_is_renamed_and_gets_its_name_back(file: CaseFile) -> None:
    own = OwnTerm(part=TermList.RISK, code="flogging", label="flogging")
    do(file, edits.save, own)
    assert file.vocabulary().label("flogging") == "flogging"
    do(file, edits.save, OwnTerm(id=own.id, part=own.part, code=own.code, label="  "))
    assert file.vocabulary().label("flogging") == "flogging or amputation"


def test_a_word_in_use_is_hidden_instead_of_taken_out(file: CaseFile) -> None:
    assert do(file, edits.remove, LAND) == 1
    assert "land grabbing" not in labels(file)
    assert file.vocabulary().label(LAND) == "land grabbing"
    do(file, edits.show_again, LAND)
    assert "land grabbing" in labels(file)


def test_an_own_word_nobody_uses_goes_for_good_and_comes_back_by_undo(file: CaseFile) -> None:
    do(file, edits.add, TermList.RISK, "fear of a raid")
    do(file, edits.remove, "own_risk_fear_of_a_raid")
    assert file.vocabulary().own_word("own_risk_fear_of_a_raid") is None
    file.undo()
    assert "fear of a raid" in labels(file, TermList.RISK)


def test_words_move_by_one_and_stay_within_their_list(file: CaseFile) -> None:
    before = labels(file, TermList.RISK)
    do(file, edits.move, "torture", -1)
    assert labels(file, TermList.RISK) == [before[1], before[0], *before[2:]]
    do(file, edits.move, "torture", -1)
    assert labels(file, TermList.RISK)[0] == before[1]
    assert len(file.all(OwnTerm, part="risk")) == 2


def test_an_own_kind_of_outcome_moves_among_those_of_its_direction(file: CaseFile) -> None:
    do(file, edits.add, TermList.OUTCOME, "bridge rebuilt", "better")
    do(file, edits.move, "own_outcome_bridge_rebuilt", -1)
    shown = labels(file, TermList.OUTCOME)
    assert shown.index("bridge rebuilt") == shown.index("law changed") - 1


def test_a_merge_keeps_every_record_and_filters_follow_it(file: CaseFile) -> None:
    do(file, edits.merge, LAND, "environment")
    assert [concern.term for concern in file.all(Concern)] == [LAND]
    for code in (LAND, "environment"):
        assert len(case_keys(file.engine, CaseFilter(status=None, concern=code))) == 1
    do(file, edits.part_again, LAND)
    assert not case_keys(file.engine, CaseFilter(status=None, concern="environment"))


def test_merged_kinds_of_outcome_are_listed_and_filtered_as_one(file: CaseFile) -> None:
    do(file, edits.add, TermList.OUTCOME, "let go", "better")
    add(file, outcome(CASE, kind="own_outcome_let_go"))
    do(file, edits.merge, "own_outcome_let_go", "released")
    keys = outcome_keys(file.engine, OutcomeFilter(kind="released"))
    assert [line.what for line in outcome_lines(file.engine, keys)] == ["released without conditions"]


def test_two_words_that_must_stay_apart_are_not_merged(file: CaseFile) -> None:
    with pytest.raises(edits.TermRefused):
        do(file, edits.merge, "released", "released_on_bail")
