# SPDX-License-Identifier: GPL-3.0-or-later
"""The verb add: sheets become cases, updates go to the cases they belong to, bad ones stop no other."""

import json
from pathlib import Path

import pytest
from tests.support.builders import new_file
from tests.support.sheet_scores import SHEETS

from amnesty_desktop import cli

NEPAL, MINUTES = SHEETS / "2000s-nepal-3.txt", SHEETS / "own-2010s-minutes-16.txt"


@pytest.fixture
def group(tmp_path: Path) -> str:
    path = tmp_path / "group.amnesty"
    new_file(path).close()
    return str(path)


def test_a_sheet_an_update_and_bad_files_each_get_their_line(
    group: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later = tmp_path / "later.txt"
    later.write_text(NEPAL.read_text("utf-8").replace("31/141/2004", "31/150/2004"), "utf-8")
    status = cli.main(["add", group, str(NEPAL), str(MINUTES), str(NEPAL), str(later)])
    out, err = capsys.readouterr()
    assert status == 1
    assert "added as a case: Harkaman Bahadur Timsane and 4 others, UA 198/04." in out
    assert "added as an update of Harkaman Bahadur Timsane and 4 others, UA 198/04." in out
    assert "not taken over: Kesarimaya Odare: Released." in out
    assert "does not look like an action sheet" in err
    assert "added before" in err


def test_each_line_can_be_json(group: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["add", group, str(NEPAL), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["file"], said["did"], said["left"]) == (str(NEPAL), "case", [])


def test_a_spreadsheet_comes_in_row_by_row_and_only_once(
    group: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = tmp_path / "cases.csv"
    cases.write_text("Who,Country,Issued,Concerns\nIda Rey,Chile,25/04/2019,mining\nOla Rey,Atlantis,,\n")
    assert cli.main(["add", group, str(cases)]) == 1
    out, err = capsys.readouterr()
    assert "1 case added." in out
    assert "“mining”, no word of the lists" in out
    assert "row 3, Country: “Atlantis” is no country" in out
    assert "1 row stayed out" in err
    cli.main(["add", group, str(cases), "--json"])
    said = json.loads(capsys.readouterr().out)
    assert (said["added"], said["same"], said["problems"][0]["row"]) == (0, 1, 3)


def test_what_a_spreadsheet_does_not_say_is_asked_for(
    group: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = tmp_path / "cases.csv"
    cases.write_text("Who,Country,Issued,Colour\nIda Rey,Chile,03/04/2019,red\n")
    assert cli.main(["add", group, str(cases)]) == 1
    assert "what stands under “Colour”" in capsys.readouterr().err
    assert cli.main(["add", group, str(cases), "--leave-out"]) == 1
    assert "--days-first" in capsys.readouterr().err
    assert cli.main(["add", group, str(cases), "--leave-out", "--months-first"]) == 0


def test_changes_are_taken_when_asked_and_what_happened_to_people_never(
    group: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later = tmp_path / "later.txt"
    words = NEPAL.read_text("utf-8").replace("31/141/2004", "31/150/2004").replace("Motiram", "Ganga")
    later.write_text(words, "utf-8")
    cli.main(["add", group, str(NEPAL)])
    capsys.readouterr()
    assert cli.main(["add", group, str(later), "--take-changes", "--json"]) == 0
    left = json.loads(capsys.readouterr().out)["left"]
    assert not [words for words in left if words.startswith("New name")]
    assert "Ganga Lamgadal: Released. Record it as an outcome, too" in left
