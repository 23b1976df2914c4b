# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line: every verb in words and in JSON, and a sentence with a way out for everything that goes wrong."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.support.builders import Clock, add, case, new_file
from tests.support.sample import sample_bytes

from amnesty_desktop import __main__, __version__, cli
from amnesty_desktop.cli_passphrase import PASSPHRASE
from amnesty_desktop.store.case_file import CaseFile

DAY = ("--today", "2026-11-23")


@pytest.fixture
def sample(tmp_path: Path) -> str:
    """The name of a closed file with the sample group."""
    path = tmp_path / "sample.amnesty"
    path.write_bytes(sample_bytes())
    return str(path)


class Desk:
    """Runs verbs and keeps what they say."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.status = 0
        self.trouble = ""

    def __call__(self, *words: str) -> str:
        self.status = cli.main(words)
        said = self._capsys.readouterr()
        self.trouble = said.err.strip()
        return said.out.strip()

    def json(self, *words: str) -> Any:
        """The one JSON value a verb prints."""
        return json.loads(self(*words, "--json"))


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str]) -> Desk:
    """The command line."""
    return Desk(capsys)


def test_every_verb_of_the_command_line_leads_there_and_not_to_the_window() -> None:
    assert set(cli.desk.commands) == __main__.VERBS


def test_starting_the_window_loads_nothing_of_the_command_line() -> None:
    loaded = "import sys, amnesty_desktop.__main__; print({'click', 'docx', 'sqlite_utils'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", loaded], check=True, capture_output=True, text=True)
    assert found.stdout.strip() == "set()"


def test_the_command_line_works_without_any_window() -> None:
    loaded = "import sys, amnesty_desktop.cli; print(any(name.startswith('PySide6') for name in sys.modules))"
    found = subprocess.run([sys.executable, "-c", loaded], check=True, capture_output=True, text=True)
    assert found.stdout.strip() == "False"


def test_it_says_its_version(desk: Desk) -> None:
    assert desk("--version") == f"Amnesty Desktop {__version__}"
    assert desk.status == 0


def test_help_explains_every_verb(desk: Desk) -> None:
    words = desk("--help")
    assert all(f"  {verb} " in words for verb in __main__.VERBS)
    assert not any(line.endswith("...") for line in words.splitlines()[1:])


def test_a_new_file_is_empty_and_named_after_itself(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "riverside.amnesty"
    assert desk("new", str(path)).endswith("has no passphrase: whoever has it can read it.")
    assert desk.json("verify", str(path))["cases"] == 0


def test_a_new_file_takes_its_passphrase_from_the_environment(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "riverside.amnesty"
    monkeypatch.setenv(PASSPHRASE, "river stones")
    assert desk.json("new", str(path)) == {"file": str(path), "encrypted": True}
    assert desk.json("verify", str(path))["troubles"] == []
    monkeypatch.delenv(PASSPHRASE)
    desk("verify", str(path))
    assert desk.status == 1
    assert desk.trouble == (
        "“riverside.amnesty” is locked with a passphrase. Give it with --passphrase-file or in AMNESTY_PASSPHRASE."
    )


def test_a_passphrase_file_opens_a_file_and_a_wrong_one_does_not(desk: Desk, tmp_path: Path) -> None:
    path, right, wrong = tmp_path / "r.amnesty", tmp_path / "right", tmp_path / "wrong"
    new_file(path, "river stones").close()
    right.write_text("river stones\nsecond line\n", encoding="utf-8")
    wrong.write_text("river sand", encoding="utf-8")
    desk("verify", str(path), "--passphrase-file", str(right))
    assert desk.status == 0
    desk("verify", str(path), "--passphrase-file", str(wrong))
    assert desk.status == 1
    assert desk.trouble.startswith("That passphrase does not open this file.")


def test_a_passphrase_file_that_is_not_there_is_said_so(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "r.amnesty"
    new_file(path, "river stones").close()
    desk("verify", str(path), "--passphrase-file", str(tmp_path / "none"))
    assert (desk.status, desk.trouble.partition(".")[0]) == (1, "The passphrase file “none” cannot be read")


def test_a_passphrase_is_never_an_argument(desk: Desk, tmp_path: Path) -> None:
    desk("new", str(tmp_path / "r.amnesty"), "--passphrase", "river stones")
    assert desk.status == 2


def test_the_sample_is_made_for_a_day(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "s.amnesty"
    assert "30 cases" in desk("sample", str(path), *DAY)
    assert desk.json("show", str(path), "UA", "112/26")["case"]["appeal_by"] == "2026-11-26"


def test_a_file_that_is_there_is_not_overwritten(desk: Desk, sample: str) -> None:
    before = Path(sample).read_bytes()
    desk("new", sample)
    assert (desk.status, desk.trouble.partition(".")[0]) == (1, "There is a file “sample")
    assert Path(sample).read_bytes() == before


def test_search_finds_by_plain_letters(desk: Desk, sample: str) -> None:
    assert desk("search", sample, "tzunun").splitlines()[0] == "UA 112/26  Candelaria Ixcoy Tzunún"
    found = desk.json("search", sample, "yonas", "eritrea")
    assert [hit["who"] for hit in found if hit["in"] == "cases"] == ["Yonas Gebremeskel Habtezion"]


def test_search_says_when_nothing_matches(desk: Desk, sample: str) -> None:
    assert desk("search", sample, "zzzz") == "Nothing matches."
    assert desk.json("search", sample, "zzzz") == []


def test_a_withheld_name_finds_its_case_and_is_not_said(desk: Desk, sample: str) -> None:
    assert "Name withheld" in desk("search", sample, "zayyan")
    for words in (desk("search", sample, "zayyan"), desk("show", sample, "UA 101/26", "--json")):
        assert "Zayyan" not in words
        assert "زيّان" not in words


def test_show_tells_the_case_its_facts_and_its_letters(desk: Desk, sample: str) -> None:
    words = desk("show", sample, "UA 112/26")
    assert words.startswith("Candelaria Ixcoy Tzunún · Guatemala · UA 112/26 · AMR 34/4127/2026")
    for part in (
        "Appeals until 26 November 2026",
        "Facts",
        "What the sheet asks",
        "Write to",
        "Letters",
        "Please mind",
    ):
        assert part in words


def test_show_takes_words_that_only_one_case_has(desk: Desk, sample: str) -> None:
    assert desk("show", sample, "habtezion").startswith("Yonas Gebremeskel Habtezion")


@pytest.mark.parametrize(("ref", "said"), [("zzzz", "No case is found"), ("london", "More than one case is found")])
def test_show_needs_exactly_one_case(desk: Desk, sample: str, ref: str, said: str) -> None:
    desk("show", sample, ref)
    assert desk.status == 1
    assert desk.trouble.startswith(said)


def test_sources_stay_in_the_file(desk: Desk, sample: str) -> None:
    assert "Statement of a neighbour" not in desk("show", sample, "UA 112/26", "--json")


def test_letters_that_are_ready_are_exported(desk: Desk, sample: str, tmp_path: Path) -> None:
    folder = tmp_path / "out" / "letters"
    paths = desk.json("letters", sample, "--to", str(folder), *DAY)
    assert len(paths) == 4
    assert sorted(paths) == sorted(str(path) for path in folder.iterdir())
    assert desk("letters", sample, "--to", str(folder), *DAY) == "No letters to export."


def test_letters_come_with_their_envelopes(desk: Desk, sample: str, tmp_path: Path) -> None:
    desk("letters", sample, "--to", str(tmp_path / "out"), "--case", "UA 118/26", "--envelopes", *DAY)
    assert any(path.name.startswith("Envelopes, ") for path in (tmp_path / "out").iterdir())


def test_letters_of_one_case_go_into_one_document(desk: Desk, sample: str, tmp_path: Path) -> None:
    words = desk("letters", sample, "--to", str(tmp_path / "out"), "--case", "UA 118/26", "--one-document", *DAY)
    assert words.splitlines()[0] == "Letters, 2026-11-23.docx"


def test_a_letter_that_something_blocks_is_named_and_nothing_is_written(
    desk: Desk, sample: str, tmp_path: Path
) -> None:
    desk("letters", sample, "--to", str(tmp_path / "out"), "--status", "draft", *DAY)
    assert desk.status == 1
    assert "was not exported" in desk.trouble
    assert not list((tmp_path / "out").iterdir())


def test_check_says_what_to_look_at_and_never_approves(desk: Desk, sample: str) -> None:
    words = desk("check", sample, *DAY)
    assert "One source short" in words
    assert "Released (must be answered first)" in words
    assert "Nothing found. Read it once more." in words
    assert desk.status == 0


def test_check_gives_its_findings_as_json(desk: Desk, sample: str) -> None:
    found = desk.json("check", sample, "--case", "UA 127/26", *DAY)
    assert [finding["rule"] for finding in found[0]["findings"] if finding["blocks"]] == ["gap"]


def test_figures_show_their_base_and_say_what_they_do_not_show(desk: Desk, sample: str) -> None:
    words = desk("figures", sample, *DAY)
    assert "2017: 0 of 1 case" in words
    assert "This does not show that our letters caused it." in words
    assert desk.json("figures", sample, *DAY)["total"]["worked_on"] == 28


def test_figures_of_another_period_come_with_their_parts(desk: Desk, sample: str) -> None:
    found = desk.json("figures", sample, "--first", "2025-07-01", "--last", "2026-06-30", *DAY)
    assert found["worked_on"] == sum(count["worked_on"] for count in found["by"]["country"].values())
    assert found["people"]["in_cases"] >= found["people"]["improved"]
    assert desk("figures", sample, "--first", "2025-07-01", "--last", "2026-06-30", *DAY).startswith("1 July 2025 to")


@pytest.mark.parametrize(
    "days",
    [
        ("--first", "2026-01-01"),
        ("--first", "2026-02-01", "--last", "2026-01-01"),
        ("--year", "2026", "--last", "2026-01-01"),
        ("--year", "0"),
    ],
)
def test_days_that_make_no_period_are_said(sample: str, days: tuple[str, ...]) -> None:
    assert cli.main(["figures", sample, *days]) == 2
    assert cli.main(["report", sample, "--kind", "annual", "--to", "x.csv", *days]) == 2


def test_figures_of_one_year_are_that_year_s(desk: Desk, sample: str) -> None:
    assert desk.json("figures", sample, "--year", "2025", *DAY)["worked_on"] >= 10
    assert desk("figures", sample, "--year", "1999", *DAY).startswith("1999: no cases worked on.")


def test_a_safe_copy_is_made_and_brought_back(desk: Desk, sample: str, tmp_path: Path) -> None:
    made = desk.json("backup", sample, str(tmp_path / "copies"))
    assert made["cases"] == 30
    back = tmp_path / "back.amnesty"
    desk("restore", made["copy"], str(back))
    assert desk.json("verify", str(back))["letters"] == made["letters"]


def test_restoring_never_overwrites(desk: Desk, sample: str, tmp_path: Path) -> None:
    made = desk.json("backup", sample, str(tmp_path / "copies"))
    desk("restore", made["copy"], sample)
    assert desk.status == 1
    assert "There is a file" in desk.trouble


def test_a_file_that_is_not_there_is_a_sentence(desk: Desk, tmp_path: Path) -> None:
    desk("verify", str(tmp_path / "none.amnesty"))
    assert desk.status == 1
    assert desk.trouble.startswith("There is no file “none.amnesty”")
    assert len(desk.trouble.splitlines()) == 1


def test_a_busy_file_says_who_has_it(desk: Desk, sample: str) -> None:
    held = CaseFile.open(Path(sample), device="c" * 12, who="Ana", now=Clock())
    desk("verify", sample)
    held.close()
    assert desk.status == 1
    assert "has this file open since" in desk.trouble


def test_a_damaged_file_fails_its_check(desk: Desk, sample: str) -> None:
    content = Path(sample).read_bytes()
    Path(sample).write_bytes(content[: len(content) // 2 // 4096 * 4096])
    desk("verify", sample)
    assert desk.status == 1
    assert "damaged" in desk.trouble


@pytest.mark.parametrize(
    "words",
    [("search",), ("letters", "f"), ("figures", "f", "--year", "soon"), ("check", "f", "--today", "23.11.2026")],
)
def test_a_wrong_call_ends_with_two(desk: Desk, words: tuple[str, ...]) -> None:
    desk(*words)
    assert desk.status == 2
    assert "Usage" in desk.trouble


def test_signs_that_steer_a_terminal_are_shown_harmless(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "r.amnesty"
    made = new_file(path)
    add(made, case(title="Evil \x1b[2J title", reference="UA 1/26"))
    made.close()
    words = desk("show", str(path), "UA 1/26")
    assert "\x1b" not in words
    assert "Evil \ufffd[2J title" in words


def test_a_report_is_written_where_it_was_asked_for(desk: Desk, sample: str, tmp_path: Path) -> None:
    out = tmp_path / "return.csv"
    assert desk.json("report", sample, "--kind", "section_return", "--to", str(out), *DAY) == {"report": str(out)}
    assert out.read_text("utf-8-sig").startswith("group,period_first,period_last,action,")


def test_a_dossier_without_a_case_asks_for_one(desk: Desk, sample: str, tmp_path: Path) -> None:
    desk("report", sample, "--kind", "dossier", "--to", str(tmp_path / "x.docx"), *DAY)
    assert (desk.status, "Choose the case first" in desk.trouble) == (1, True)
