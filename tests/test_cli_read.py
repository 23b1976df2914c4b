# SPDX-License-Identifier: GPL-3.0-or-later
"""The verb read: what is understood of sheets, one line each, and one bad file does not stop the others."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.support.sheet_scores import SHEETS

from amnesty_desktop import cli

NEPAL = str(SHEETS / "2000s-nepal-3.txt")
SYRIA = str(SHEETS / "2010s-syria-1.txt")


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = cli.main(("read", *words))
    out = capsys.readouterr()
    return status, out.out, out.err


def values(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


def test_each_sheet_is_one_json_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = said(capsys, NEPAL, SYRIA, "--json")
    found = values(out)
    assert (status, [value["file"] for value in found]) == (0, [NEPAL, SYRIA])
    assert [value["number"] for value in found] == [198, 258]


def test_a_bad_file_has_an_error_and_the_others_are_read(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    missing = str(tmp_path / "nothing.txt")
    status, out, err = said(capsys, missing, NEPAL, "--json")
    bad, good = values(out)
    assert status == 1
    assert bad == {"file": missing, "error": "“nothing.txt” cannot be read. Check its name and who may read it."}
    assert good["number"] == 198
    assert "nothing.txt" in err


def test_a_folder_is_a_bad_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out, _ = said(capsys, str(tmp_path), "--json")
    assert (status, "error" in values(out)[0]) == (1, True)


def test_plain_words_name_people_and_doubts(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = said(capsys, NEPAL)
    assert (status, err) == (0, "")
    assert "Urgent Action 198/2004 · update 1 · Nepal · ASA 31/141/2004" in out
    assert "- Kesarimaya Odare, woman, 21, Released" in out
    assert "No addresses to write to were found." in out


def test_without_a_sheet_the_call_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys)[0] == 2
