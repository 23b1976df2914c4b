# SPDX-License-Identifier: GPL-3.0-or-later
"""Killed while migrating, copying, bringing back or making a file: always a whole file, and a checked copy."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from tests.support.builders import contents, new_file, open_file
from tests.support.next_version import NEXT_STEP, with_next_version
from tests.support.random_edits import RandomEdits

from amnesty_desktop.edits import copies
from amnesty_desktop.store import backup, migrations, verify
from amnesty_desktop.store.errors import NewerFile

_ROOT = Path(__file__).parents[2]
_Contents = dict[Any, Any]


class _Before:
    """A folder with a file and an older copy of it, to begin each death with."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with closing(new_file(folder / "g.amnesty")) as file:
            restless = RandomEdits(5)
            for _ in range(15):
                restless.step(file)
            copies.make(file, folder / "copies")
            self.copied = contents(file)
            for _ in range(15):
                restless.step(file)
            self.held = contents(file)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> _Before:
    return _Before(tmp_path_factory.mktemp("before"))


@pytest.fixture(scope="module")
def dying() -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.support.dying"],
        cwd=_ROOT,
        env=os.environ | {"PYTHONPATH": f"{_ROOT / 'src'}:{_ROOT}"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        yield program
        assert program.stdin is not None
        program.stdin.close()


def _die(
    dying: "subprocess.Popen[str]", before: _Before, folder: Path, way: str, check: Callable[[Path], None], stride: int
) -> int:
    """Be killed at every stride-th moment until the work is finished first; returns how often that was."""
    assert dying.stdin is not None
    assert dying.stdout is not None
    for moment in count(0, stride):
        here = folder / str(moment)
        shutil.copytree(before.folder, here)
        dying.stdin.write(f"{way}\t{here}\t{moment}\n")
        dying.stdin.flush()
        said = dying.stdout.readline()
        assert said in ("dead\n", "finished\n"), (way, moment)
        check(here)
        _check_copies(here / "copies")
        shutil.rmtree(here)
        if said == "finished\n":
            return moment // stride
    raise AssertionError("it never finished")


def _check_copies(folder: Path) -> None:
    """At least one copy, and every one that counts can be relied on."""
    found = backup.copies_in(folder)
    assert found
    for copy in found:
        backup.check(copy.path, None)


def _read(path: Path) -> _Contents:
    with closing(open_file(path)) as file:
        assert verify.verify(file.engine).troubles == ()
        return contents(file)


@pytest.fixture(
    params=[pytest.param(1, marks=pytest.mark.nightly), 11], ids=["at every moment", "at every eleventh moment"]
)
def stride(request: pytest.FixtureRequest) -> int:
    found: int = request.param
    return found


def test_killed_while_migrating_it_is_the_old_version_or_the_new(
    dying: "subprocess.Popen[str]", before: _Before, tmp_path: Path, stride: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(folder: Path) -> None:
        try:
            assert _read(folder / "g.amnesty") == before.held
        except NewerFile:
            with monkeypatch.context() as later:
                with_next_version(later)
                assert NEXT_STEP in migrations.STEPS
                assert _read(folder / "g.amnesty") == before.held
            assert len(backup.copies_in(folder / "copies")) == 2

    assert _die(dying, before, tmp_path, "migrate", check, stride) > 8


def test_killed_while_copying_no_unchecked_copy_counts(
    dying: "subprocess.Popen[str]", before: _Before, tmp_path: Path, stride: int
) -> None:
    def check(folder: Path) -> None:
        assert _read(folder / "g.amnesty") == before.held

    assert _die(dying, before, tmp_path, "copy", check, stride) > 8


def test_killed_while_bringing_back_it_is_the_file_or_the_copy(
    dying: "subprocess.Popen[str]", before: _Before, tmp_path: Path, stride: int
) -> None:
    def check(folder: Path) -> None:
        read = _read(folder / "g.amnesty")
        assert read in (before.held, before.copied)
        if read == before.copied:
            newest = backup.copies_in(folder / "copies")[0]
            assert _read(newest.path) == before.held

    assert _die(dying, before, tmp_path, "bring_back", check, stride) > 8


def test_killed_while_making_a_file_there_is_none_or_a_whole_one(
    dying: "subprocess.Popen[str]", before: _Before, tmp_path: Path, stride: int
) -> None:
    def check(folder: Path) -> None:
        path = folder / "new.amnesty"
        if path.exists():
            assert len(_read(path)) == 1
        else:
            new_file(path).close()

    assert _die(dying, before, tmp_path, "create", check, stride) > 8
