# SPDX-License-Identifier: GPL-3.0-or-later
"""What `make run` does without a display."""

import subprocess
import sys
from pathlib import Path

import pytest

DEMO = Path(__file__).parents[1] / "packaging" / "demo.py"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The folder it leaves, and the lines it printed; without the pictures, which take seconds."""
    folder = tmp_path_factory.mktemp("demo") / "build of #1"
    words = [sys.executable, str(DEMO), "--to", str(folder), "--without-pictures"]
    found = subprocess.run(words, check=True, capture_output=True, text=True, encoding="utf-8")
    return folder, found.stdout.splitlines()


def test_it_says_each_step_in_a_line(shown: tuple[Path, list[str]]) -> None:
    starts = [line.partition(":")[0] for line in shown[1][:-1]]
    assert starts == [
        "Sample group",
        "New case",
        "Letter drafted",
        "Letter check",
        "Exported",
        "Outcome recorded",
        "Undone",
        "Done again",
        "Verified",
    ]


def test_the_new_letter_stands_on_verified_facts_and_is_found_clean(shown: tuple[Path, list[str]]) -> None:
    assert "on 2 verified facts" in shown[1][2]
    assert shown[1][3] == "Letter check: Nothing found. Read it once more."


def test_it_leaves_a_page_that_leads_to_every_letter(shown: tuple[Path, list[str]]) -> None:
    folder, _ = shown
    page = (folder / "index.html").read_text(encoding="utf-8")
    letters = list((folder / "letters").glob("*.docx"))
    assert len(letters) == 5
    assert all(f"letters/{letter.name}" in page for letter in letters)


def test_it_leaves_a_file_in_order_and_nothing_outside_its_folder(shown: tuple[Path, list[str]]) -> None:
    folder, lines = shown
    assert lines[-2].endswith("all in order.")
    assert {path.name for path in folder.iterdir()} <= {"Sample group.amnesty", "home", "index.html", "letters"}
