# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 at any moment: what the program called saved is there, and nothing is half done."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.support.builders import new_file, open_file

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.letter import Letter
from amnesty_desktop.domain.person import Person
from amnesty_desktop.store import verify
from amnesty_desktop.store.keys import FileKey

_ROOT = Path(__file__).parents[2]
_KILLS_A_FILE = 25


@contextmanager
def _streamer() -> Iterator["subprocess.Popen[str]"]:
    streamer = subprocess.Popen(
        [sys.executable, "-m", "tests.support.stream_of_edits"],
        cwd=_ROOT,
        env=os.environ | {"PYTHONPATH": f"{_ROOT / 'src'}:{_ROOT}"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with streamer:
        yield streamer
        assert streamer.stdin is not None
        streamer.stdin.close()


def _acknowledged(streamer: "subprocess.Popen[str]", order: str, chance: random.Random) -> list[int]:
    """Let it edit for some time, kill it, and return the numbers it had called saved.

    One in four is killed while it opens the file or makes its first edit, the others after their first.
    """
    assert streamer.stdin is not None
    assert streamer.stdout is not None
    streamer.stdin.write(order)
    streamer.stdin.flush()
    saved: list[int] = []
    at_once, child = chance.random() < 0.25, 0
    for line in streamer.stdout:
        if line.startswith("dead"):
            return saved
        if line.startswith("child"):
            child = int(line.split()[1])
        else:
            saved.append(int(line))
        if child and (at_once or saved):
            time.sleep(chance.uniform(0, 0.02))
            os.kill(child, signal.SIGKILL)
            child = 0
    raise AssertionError("the program is gone")


def _check(path: Path, key: FileKey | None, saved: list[int]) -> int:
    """Everything saved is there, whole and found; returns the number to go on with."""
    file = open_file(path, key)
    present = {int(case.title[-6:]) for case in file.all(Case)}
    assert present >= set(saved)
    assert len(present) == file.count(Person) == file.count(Letter) == file.count(Case)
    assert verify.verify(file.engine).troubles == ()
    for number in saved[-1:]:
        assert {hit.table for hit in file.search(f"{number:06}")} == {"cases", "people"}
    file.close()
    # An emptied journal may lie beside it until the next edit.
    assert {each.name for each in path.parent.iterdir()} <= {path.name, f"{path.name}-journal"}
    return max(present, default=0) + 1


def _kill(folder: Path, kills: int, passphrase: str | None, seed: int) -> int:
    """Kill so many times; returns how many edits were saved in between."""
    chance, saved_in_all = random.Random(seed), 0
    with _streamer() as streamer:
        for kill in range(kills):
            if kill % _KILLS_A_FILE == 0:
                path = folder / f"{kill}" / "g.amnesty"
                path.parent.mkdir()
                file = new_file(path, passphrase)
                key, number = file.key, 1
                file.close()
            words = key.key.hex() + key.salt.hex() if key else ""
            saved = _acknowledged(streamer, f"{path}\t{number}\t{words}\n", chance)
            number = _check(path, key, saved)
            saved_in_all += len(saved)
    return saved_in_all


@pytest.mark.parametrize("passphrase", [None, "kitchen table"])
def test_fifty_kills_lose_nothing_that_was_saved(tmp_path: Path, passphrase: str | None) -> None:
    assert _kill(tmp_path, 50, passphrase, seed=1) >= 25


@pytest.mark.nightly
@pytest.mark.parametrize("passphrase", [None, "kitchen table"])
def test_five_hundred_kills_lose_nothing_that_was_saved(tmp_path: Path, passphrase: str | None) -> None:
    assert _kill(tmp_path, 500, passphrase, seed=2) >= 250
