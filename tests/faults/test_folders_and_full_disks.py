# SPDX-License-Identifier: GPL-3.0-or-later
"""No room, no right to write, no folder any more: a sentence, nothing half done, the file whole."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.support.builders import add, case, contents, letter, new_file, open_file

from amnesty_desktop.store import verify
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.errors import DiskFull, FileMissing, FolderReadOnly

_NO_LARGER_FILES = """
import resource, signal, sys
from pathlib import Path
from tests.support.builders import add, case, contents, letter, open_file
from amnesty_desktop.store import verify
from amnesty_desktop.store.errors import CaseFileError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path = Path(sys.argv[1])
file = open_file(path)
before = contents(file)
limit = path.stat().st_size + 6000
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
teacher = case("x" * 60_000)
try:
    add(file, teacher, *[letter(teacher, "y" * 9000) for _ in range(9)])
    print("written")
except CaseFileError as trouble:
    print(type(trouble).__name__)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
assert contents(file) == before
add(file, case("There is room again"))
assert verify.verify(file.engine).troubles == ()
file.close()
"""


@pytest.mark.parametrize("passphrase", [None, "kitchen table"])
def test_a_disk_full_at_any_page_rolls_back_and_says_so(tmp_path: Path, passphrase: str | None) -> None:
    file = new_file(tmp_path / "g.amnesty", passphrase)
    teacher = case("x" * 4000)
    add(file, teacher)
    before = contents(file)
    pages = int(file.engine.value("PRAGMA page_count"))
    refused = 0
    for room in range(50):
        file.engine.run(f"PRAGMA max_page_count = {pages + room}")
        try:
            add(file, replace(teacher, title="y" * 30_000), *[letter(teacher, "z" * 9_000) for _ in range(14)])
        except DiskFull:
            refused += 1
        else:
            file.undo()
        assert contents(file) == before
    assert refused >= 25
    file.engine.run("PRAGMA max_page_count = 1000000")
    add(file, replace(teacher, title="There is room again"))
    assert verify.verify(file.engine).troubles == ()
    file.close()


def test_an_operating_system_that_writes_no_more_leaves_the_file_whole(file: CaseFile) -> None:
    add(file, case())
    file.close()
    root = Path(__file__).parents[2]
    said = subprocess.run(
        [sys.executable, "-c", _NO_LARGER_FILES, str(file.path)],
        cwd=root,
        env=os.environ | {"PYTHONPATH": f"{root / 'src'}:{root}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.stdout in ("DiskFull\n", "FileMissing\n"), said.stderr
    assert said.returncode == 0, said.stderr
    again = open_file(file.path)
    assert verify.verify(again.engine).troubles == ()
    again.close()


def test_a_draft_that_finds_no_room_says_so_and_the_file_stays_whole(file: CaseFile) -> None:
    file.engine.run(f"PRAGMA max_page_count = {file.engine.value('PRAGMA page_count')}")
    with pytest.raises(DiskFull):
        file.keep_draft("letter:1", {"typed": "x" * 200_000})
    assert file.all_drafts() == []
    assert verify.verify(file.engine).troubles == ()


def test_a_folder_that_cannot_be_written_is_said_before_anything_is_tried(
    file: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.close()
    before = file.path.read_bytes()

    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as read_only:
        read_only.setattr(os, "open", refuse)
        with pytest.raises(FolderReadOnly, match="Nothing can be written"):
            open_file(file.path)
        with pytest.raises(FolderReadOnly, match="Nothing can be written"):
            new_file(file.path.with_name("new.amnesty"))
    assert file.path.read_bytes() == before
    assert [path.name for path in file.path.parent.iterdir()] == [file.path.name]


def test_a_file_that_may_not_be_read_is_said_so(file: CaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    file.close()

    def refuse(*_: object, **__: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FolderReadOnly, match="may not be read"):
        open_file(file.path)


def test_a_folder_that_goes_away_while_the_file_is_open_costs_no_word(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    file = new_file(folder / "g.amnesty")
    add(file, case())
    before = contents(file)
    folder.rename(tmp_path / "pulled out")
    for late in (lambda: add(file, case("Written too late")), lambda: file.keep_draft("new case", {})):
        with pytest.raises(FileMissing, match="no longer where it was opened"):
            late()
    (tmp_path / "pulled out").rename(folder)
    assert contents(file) == before
    add(file, case("The stick is back"))
    assert verify.verify(file.engine).troubles == ()
    file.close()


def test_a_file_that_somebody_exchanged_is_not_written_into(file: CaseFile, tmp_path: Path) -> None:
    add(file, case())
    other = new_file(tmp_path / "other.amnesty")
    other.close()
    other.path.replace(file.path)
    before = file.path.read_bytes()
    with pytest.raises(FileMissing, match="no longer where it was opened"):
        add(file, case("Into nowhere"))
    assert file.path.read_bytes() == before
