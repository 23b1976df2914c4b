# SPDX-License-Identifier: GPL-3.0-or-later
"""A file from outside is read in a child process that ends whatever the file does to it."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import IO

import pytest
from tests.intake.outside_files import column, pdf_file

from amnesty_desktop.__main__ import _READ_FROM_OUTSIDE
from amnesty_desktop.intake import isolated
from amnesty_desktop.intake.page_text import AttachedFile, Line, LineKind, PageText, Unreadable


@pytest.fixture
def child_does(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let the child run other code than the program."""

    def run(code: str) -> None:
        monkeypatch.setattr(isolated, "command", lambda: [sys.executable, "-c", code])

    return run


def test_the_program_knows_its_hidden_verb() -> None:
    assert isolated.VERB == _READ_FROM_OUTSIDE


def test_a_file_is_read_in_a_child() -> None:
    page = isolated.read_file("sheet.pdf", pdf_file(column(60, 700, ["Fear of torture"])))
    assert (page.text, page.format) == ("Fear of torture", "pdf")


def test_what_cannot_be_read_comes_back_as_its_sentence() -> None:
    with pytest.raises(Unreadable, match=r"Nothing stands in sheet\.txt\."):
        isolated.read_file("sheet.txt", b"")


def test_a_page_comes_as_a_picture() -> None:
    assert isolated.picture_of("sheet.pdf", pdf_file(column(60, 700, ["x"])), 100).startswith(b"\x89PNG")


def test_a_child_that_hangs_is_stopped(child_does: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    child_does("import time; time.sleep(60)")
    monkeypatch.setattr(isolated, "LONGEST_TIME", 0.2)
    with pytest.raises(Unreadable, match="took longer"):
        isolated.read_file("sheet.pdf", b"x" * 1_000_000)


@pytest.mark.parametrize("code", ["import os; os.abort()", "print('[1]')", "print('no JSON')", "print('{}')"])
def test_a_child_that_breaks_off_or_talks_nonsense_is_a_sentence(child_does: Callable[[str], None], code: str) -> None:
    child_does(code)
    with pytest.raises(Unreadable, match=r"sheet\.pdf needed too much memory, or broke off"):
        isolated.read_file("sheet.pdf", b"x")


def test_a_child_that_never_stops_talking_is_stopped(
    child_does: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    child_does("while True: print('x' * 1000000)")
    monkeypatch.setattr(isolated, "LARGEST_ANSWER", 3_000_000)
    with pytest.raises(Unreadable, match="holds too much"):
        isolated.read_file("sheet.pdf", b"x")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere memory is limited in other ways")
def test_a_child_that_wants_too_much_memory_gets_none(child_does: Callable[[str], None]) -> None:
    child_does("from amnesty_desktop.intake.process_limits import confine_self; confine_self(); x = bytes(600_000_000)")
    with pytest.raises(Unreadable, match="too much memory"):
        isolated.read_file("sheet.pdf", b"x")


def test_giving_up_ends_the_child(child_does: Callable[[str], None]) -> None:
    child_does("import time; time.sleep(60)")
    begin = time.perf_counter()

    def give_up() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        isolated.read_file("sheet.pdf", b"x", wait=give_up)
    assert time.perf_counter() - begin < 5


def test_who_gives_up_closes_no_pipe_that_is_still_read(
    child_does: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    child_does("while True: print('x' * 100_000, flush=True)")
    first, ended = threading.Event(), []

    def read_slowly(pipe: IO[bytes], pieces: list[bytes]) -> None:
        while pipe.read(1):
            first.set()
        ended.append(True)

    def give_up() -> None:
        first.wait()
        raise InterruptedError

    monkeypatch.setattr(isolated, "_receive", read_slowly)
    with pytest.raises(InterruptedError):
        isolated.read_file("sheet.pdf", b"x", wait=give_up)
    assert ended


def test_what_was_read_goes_through_the_pipe_and_back() -> None:
    page = PageText(
        (Line("a\u2028", LineKind.CELL, 2, 1),),
        "mail",
        2,
        ("t",),
        (2,),
        (("To", "x"),),
        (AttachedFile("f", b"\0\xff"),),
    )
    assert isolated.page_text(isolated.as_json(page)) == page


def test_the_child_gets_no_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AMNESTY_PASSPHRASE", "canary")
    assert "canary" not in str(isolated._environment())


def test_the_child_loads_no_window_and_no_database() -> None:
    code = "import sys, amnesty_desktop.intake.child; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = ("PySide6", "sqlcipher3", "sqlite", "docx", "lxml", "pypdfium2", "charset_normalizer", "babel")
    assert [name for name in ran.stdout.split() if name.startswith(heavy)] == []
