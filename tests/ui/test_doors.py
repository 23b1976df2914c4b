# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in the way of opening a file: each a sentence with the way out, the file untouched, the window alive."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support.builders import add, case, new_file
from tests.support.next_version import with_next_version
from tests.support.windows import file_of, open_window, page_of, sample_path, workplace_of

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.group import Group
from amnesty_desktop.settings import Settings
from amnesty_desktop.store.errors import DiskFull
from amnesty_desktop.store.lock import FileLock
from amnesty_desktop.ui.main_window import MainWindow
from amnesty_desktop.ui.welcome.page import WelcomePage

ROOT = Path(__file__).parents[2]
_HOLD = """
import sys
from pathlib import Path
from tests.support.builders import open_file
file = open_file(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""

_READ = """
import sys
from sqlcipher3 import dbapi2
dbapi2.connect(sys.argv[1], timeout=0).execute("SELECT * FROM cases")
"""


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    made = open_window(qtbot, qapp)
    yield made
    made.close()


@dataclass(frozen=True)
class Trouble:
    """A file that does not open: how it is made, and what the window says of it."""

    make: Callable[[Path], object]
    says: str
    way_out: str


def _closed_file(path: Path) -> None:
    file = new_file(path)
    add(file, case("x" * 20_000))
    file.close()


def _newer_file(path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        with_next_version(patch)
        _closed_file(path)


def _half_file(path: Path) -> None:
    _closed_file(path)
    path.write_bytes(path.read_bytes()[:-5000])


def _spoilt_file(path: Path) -> None:
    _closed_file(path)
    content = bytearray(path.read_bytes())
    content[100:4000] = b"\xff" * 3900
    path.write_bytes(content)


TROUBLES = {
    "text": Trouble(lambda path: path.write_text("Dear Minister, " * 900), "is not a group's file", ".amnesty"),
    "folder": Trouble(lambda path: path.mkdir(), "is a folder", ".amnesty"),
    "newer": Trouble(_newer_file, "newer version", "newer version"),
    "half": Trouble(_half_file, "damaged or incomplete", "safe copy"),
    "spoilt": Trouble(_spoilt_file, "damaged or incomplete", "safe copy"),
    "gone": Trouble(lambda _path: None, "There is no file", "put the stick in"),
}


def _bytes(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _welcome(window: MainWindow) -> WelcomePage:
    page = page_of(window)
    assert isinstance(page, WelcomePage)
    return page


@pytest.mark.parametrize("kind", TROUBLES)
def test_a_file_that_does_not_open_is_said_on_the_first_page_and_left_alone(
    window: MainWindow, tmp_path: Path, kind: str
) -> None:
    path, trouble = tmp_path / "group.amnesty", TROUBLES[kind]
    trouble.make(path)
    before = _bytes(path)
    window.doors.begin(path)
    said = _welcome(window).bar.sentence
    assert trouble.says in said
    assert trouble.way_out in said
    assert _bytes(path) == before
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("kind", TROUBLES)
def test_choosing_such_a_file_leaves_the_open_one_open(window: MainWindow, tmp_path: Path, kind: str) -> None:
    good, path = tmp_path / "good.amnesty", tmp_path / "group.amnesty"
    _closed_file(good)
    window.doors.open_path(good)
    TROUBLES[kind].make(path)
    window.doors.choose_file = lambda: str(path)
    window.menu["open_file"].trigger()
    assert TROUBLES[kind].says in workplace_of(window).trouble.sentence
    assert file_of(window).path == good
    assert file_of(window).count(Case) == 1


def test_a_file_that_another_program_has_open_names_who_has_it(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "group.amnesty"
    _closed_file(path)
    environment = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "LOGNAME": "bruno"}
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"open"
        window.doors.begin(path)
        said = _welcome(window).bar.sentence
        holder.kill()
    assert "bruno on the computer" in said
    assert "safe copy" in said
    window.doors.open_path(path)
    assert file_of(window).count(Case) == 1


def test_choosing_the_file_that_is_open_keeps_it_open_and_its_lock(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "group.amnesty"
    _closed_file(path)
    window.doors.open_path(path)
    place = workplace_of(window)
    window.doors.open_path(tmp_path / "." / "group.amnesty")
    assert workplace_of(window) is place
    tried = subprocess.run([sys.executable, "-c", _READ, str(path)], capture_output=True, text=True, check=False)
    assert "database is locked" in tried.stderr


def test_a_folder_that_cannot_be_written_is_said_with_the_way_out(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "group.amnesty"
    _closed_file(path)
    before = _bytes(path)
    usual = os.open

    def refuse(name: object, *rest: object, **more: object) -> int:
        if str(name).endswith(".lock"):
            raise PermissionError(13, "Permission denied")
        return usual(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", refuse)
    window.doors.begin(path)
    assert "Nothing can be written into the folder" in _welcome(window).bar.sentence
    assert _bytes(path) == before


def test_a_folder_that_can_no_longer_be_made_is_said_and_the_typing_kept(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "in the way").touch()
    window.doors.create(Group(name="Hillside Group", country="GB"), None, tmp_path / "in the way" / "g.amnesty")
    assert "Nothing can be written" in _welcome(window).bar.sentence
    assert _welcome(window).name.text() == "Hillside Group"


def test_the_file_of_last_time_opens_by_itself(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "group.amnesty"
    _closed_file(path)
    first = open_window(qtbot, qapp)
    first.doors.begin(path)
    first.close()
    again = open_window(qtbot, qapp)
    again.doors.begin(None)
    assert file_of(again).path == path
    again.close()


def test_when_last_time_s_file_is_gone_the_first_page_says_so(window: MainWindow, tmp_path: Path) -> None:
    window.preferences.change(last_file=str(tmp_path / "pulled out" / "group.amnesty"))
    window.doors.begin(None)
    said = _welcome(window).bar.sentence
    assert "There is no file “group.amnesty”" in said
    assert "stick" in said


def test_the_first_start_says_nothing_and_invites(window: MainWindow) -> None:
    window.doors.begin(None)
    assert _welcome(window).bar.sentence == ""


def test_half_a_sample_is_not_kept(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_: object) -> None:
        raise DiskFull("There is no room left on the disk, so nothing was changed.", "Make some room.")

    with monkeypatch.context() as full:
        full.setattr("amnesty_desktop.edits.sample.fill_sample", no_room)
        window.doors.open_sample()
    assert "no room" in _welcome(window).bar.sentence
    window.doors.open_sample()
    assert file_of(window).count(Case) >= 30


def test_a_sample_that_is_held_by_another_is_said(window: MainWindow) -> None:
    window.doors.open_sample()
    path = file_of(window).path
    window.doors.show_welcome()
    lock = FileLock(path)
    lock.take(datetime.now(UTC))
    window.doors.open_sample()
    lock.release()
    assert "has this file open" in _welcome(window).bar.sentence


def test_opening_another_file_lets_the_first_one_go(window: MainWindow, tmp_path: Path) -> None:
    first, second = tmp_path / "first.amnesty", tmp_path / "second.amnesty"
    for path in (first, second):
        _closed_file(path)
    window.doors.open_path(first)
    window.doors.open_path(second)
    assert file_of(window).path == second
    window.doors.open_path(first)
    assert file_of(window).path == first
    assert Settings.load().last_file == str(first)


def test_closing_makes_a_safe_copy_of_what_was_changed_and_only_then(window: MainWindow, tmp_path: Path) -> None:
    window.doors.open_path(sample_path(tmp_path))
    copies = workplace_of(window).desk.session.copies
    add(file_of(window), case("One more"))
    window.doors.show_welcome()
    assert len(list(copies.glob("*.amnesty"))) == 1
    window.doors.open_path(tmp_path / "sample.amnesty")
    window.close()
    assert len(list(copies.glob("*.amnesty"))) == 1
