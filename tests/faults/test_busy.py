# SPDX-License-Identifier: GPL-3.0-or-later
"""Two programs and one file: one works, the other is told who, and the dead hold nothing."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver
from tests.support.builders import add, case, contents, open_file

from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.errors import FileBusy
from amnesty_desktop.store.lock import FileLock

_HOLD = """
import sys
from tests.support.builders import open_file
file = open_file(__import__("pathlib").Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def _holder(path: Path) -> "subprocess.Popen[str]":
    """Another program that has the file open until it is killed."""
    root = Path(__file__).parents[2]
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)],
        cwd=root,
        env={"PYTHONPATH": f"{root / 'src'}:{root}", "PATH": "/usr/bin:/bin", "USER": "bruno", "LOGNAME": "bruno"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    return holder


def test_a_second_program_is_told_who_has_the_file_and_gets_it_when_that_one_is_killed(file: CaseFile) -> None:
    add(file, case())
    before = contents(file)
    file.close()
    with _holder(file.path) as holder:
        with pytest.raises(FileBusy, match=r"bruno on the computer .+ has this file open since 20\d\d-"):
            open_file(file.path)
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        again = open_file(file.path)
        assert contents(again) == before
        again.close()


def test_another_program_can_neither_read_nor_write_an_open_file(file: CaseFile) -> None:
    add(file, case())
    code = (
        "import sys; from sqlcipher3 import dbapi2 as d; c = d.connect(sys.argv[1], timeout=0)\n"
        "for s in ('SELECT count(*) FROM cases', 'DELETE FROM drafts'):\n"
        "    try: c.execute(s).fetchall(); print('did it')\n"
        "    except d.OperationalError as e: print(e)\n"
    )
    said = subprocess.run([sys.executable, "-c", code, str(file.path)], capture_output=True, text=True, check=True)
    assert said.stdout.split("\n")[:2] == ["database is locked"] * 2


def test_opening_the_same_file_twice_in_one_program_is_refused_and_the_lock_stays(file: CaseFile) -> None:
    for _ in range(3):
        with pytest.raises(FileBusy):
            open_file(file.path)
    test_another_program_can_neither_read_nor_write_an_open_file(file)


def test_without_a_lock_file_the_lock_of_the_database_still_holds(
    file: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.close()
    with _holder(file.path) as holder:
        monkeypatch.setattr(FileLock, "take", lambda *_: None)
        with pytest.raises(FileBusy, match="Another program"):
            open_file(file.path)
        holder.send_signal(signal.SIGKILL)


def test_all_files_go_through_one_driver() -> None:
    assert sys.modules["pysqlite3"].dbapi2 is driver
