# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading a file from outside in a child process that can be killed and can take only so much.

The child is the program itself with a hidden verb, so that the packaged program works alike. What goes in is
one line of JSON and the bytes; what comes out is one JSON value. Whatever the file does to the child, the
window only ever sees that value, or a sentence.
"""

import base64
import binascii
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import IO, Any

from .page_text import AttachedFile, Line, LineKind, PageText, Unreadable
from .process_limits import confine_child
from .table import Table, table_from

VERB = "--read-file-from-outside"
"""The hidden verb of the program that makes it such a child."""
LONGEST_TIME = 20.0
"""Seconds a reading may take."""
LARGEST_ANSWER = 100_000_000
"""Bytes a child may answer: a mail with its attached files."""
_PAUSE = 0.05
_KEPT_VARIABLES = ("SYSTEMROOT", "WINDIR", "TEMP", "TMP", "TMPDIR", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "HOME")


def read_file(name: str, content: bytes, *, wait: Callable[[], None] = lambda: None) -> PageText:
    """intake.opening.read_file in a child process. Raises Unreadable.

    wait is called some twenty times a second and may raise to give up; the child is then gone, too.
    """
    answer = _asked({"task": "text", "name": name}, name, content, wait)
    try:
        return page_text(answer["page"])
    except (KeyError, TypeError, ValueError, binascii.Error):
        raise _broken(name) from None


def read_table(name: str, content: bytes, *, wait: Callable[[], None] = lambda: None) -> Table:
    """intake.table_file.read_table in a child process. Raises Unreadable."""
    answer = _asked({"task": "table", "name": name}, name, content, wait)
    try:
        return table_from(answer["table"])
    except (KeyError, TypeError, ValueError):
        raise _broken(name) from None


def picture_of(name: str, content: bytes, width: int, *, wait: Callable[[], None] = lambda: None) -> bytes:
    """The first page of a PDF as a PNG of this width in pixels, at most 2,000. Raises Unreadable."""
    answer = _asked({"task": "picture", "name": name, "width": width}, name, content, wait)
    try:
        return base64.b64decode(answer["png"], validate=True)
    except (KeyError, TypeError, ValueError, binascii.Error):
        raise _broken(name) from None


def command() -> list[str]:
    """How the program starts itself as such a child."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", "amnesty_desktop", VERB]
    # On Windows only the program for the command line has pipes.
    beside = Path(sys.executable).with_name("amnesty-desktop-cli.exe")
    return [str(beside) if sys.platform == "win32" and beside.exists() else sys.executable, VERB]


def as_json(page: PageText) -> dict[str, Any]:
    """What was read, as a value that goes through a pipe."""
    return {
        "lines": [[line.text, str(line.kind), line.page, line.column] for line in page.lines],
        "format": page.format,
        "pages": page.pages,
        "troubles": list(page.troubles),
        "scanned": list(page.scanned_pages),
        "headers": [list(header) for header in page.headers],
        "attached": [[each.name, base64.b64encode(each.content).decode("ascii")] for each in page.attached],
    }


def page_text(value: dict[str, Any]) -> PageText:
    """as_json read back; raises ValueError, TypeError or KeyError for anything else."""
    return PageText(
        tuple(Line(str(text), LineKind(kind), int(page), int(column)) for text, kind, page, column in value["lines"]),
        str(value["format"]),
        int(value["pages"]),
        tuple(map(str, value["troubles"])),
        tuple(map(int, value["scanned"])),
        tuple((str(name), str(words)) for name, words in value["headers"]),
        tuple(AttachedFile(str(name), base64.b64decode(content, validate=True)) for name, content in value["attached"]),
    )


# -- this side


def _asked(question: dict[str, Any], name: str, content: bytes, wait: Callable[[], None]) -> dict[str, Any]:
    process = subprocess.Popen(
        command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        with confine_child(process):
            raw = _exchange(process, json.dumps(question).encode() + b"\n" + content, name, wait)
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            _close(pipe)
    return _answer(raw, name)


def _environment() -> dict[str, str]:
    """What the child needs to start, and nothing else: a passphrase may stand in the environment."""
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    folders = [str(Path(__file__).resolve().parents[2]), *sys.path]
    return kept | {"PYTHONPATH": os.pathsep.join(filter(None, folders)), "PYTHONUTF8": "1"}


def _exchange(process: "subprocess.Popen[bytes]", sent: bytes, name: str, wait: Callable[[], None]) -> bytes:
    pieces: list[bytes] = []
    threads = [
        threading.Thread(target=_send, args=(process.stdin, sent), daemon=True),
        threading.Thread(target=_receive, args=(process.stdout, pieces), daemon=True),
    ]
    for thread in threads:
        thread.start()
    try:
        _await(threads[1], name, wait)
    finally:
        # Nobody may close the pipes under the threads: they end as soon as the child is gone.
        process.kill()
        for thread in threads:
            thread.join()
    return b"".join(pieces)


def _await(receiving: threading.Thread, name: str, wait: Callable[[], None]) -> None:
    """Until the child has answered. Raises what wait raises, and Unreadable when it takes too long."""
    until = monotonic() + LONGEST_TIME
    while receiving.is_alive():
        wait()
        if monotonic() > until:
            raise Unreadable(
                f"Reading {name} took longer than {LONGEST_TIME:.0f} seconds and was stopped.",
                "Save the pages you need alone, and try again.",
            )
        receiving.join(_PAUSE)


def _send(pipe: IO[bytes], content: bytes) -> None:
    try:
        pipe.write(content)
        pipe.close()
    except OSError:
        # The child has given up before it read everything; what it says comes the other way.
        pass


def _receive(pipe: IO[bytes], pieces: list[bytes]) -> None:
    size = 0
    while size <= LARGEST_ANSWER and (piece := pipe.read(1 << 20)):
        pieces.append(piece)
        size += len(piece)


def _close(pipe: IO[bytes] | None) -> None:
    try:
        if pipe is not None:
            pipe.close()
    except OSError:
        pass


def _answer(raw: bytes, name: str) -> dict[str, Any]:
    if len(raw) > LARGEST_ANSWER:
        raise Unreadable(f"{name} holds too much to be read.", "Save the pages you need alone, and try again.")
    try:
        answer = json.loads(raw)
        refused = answer.get("unreadable")
    except (ValueError, AttributeError, RecursionError):
        raise _broken(name) from None
    if refused:
        raise Unreadable(*map(str, refused[:2]))
    return answer  # type: ignore[no-any-return]


def _broken(name: str) -> Unreadable:
    return Unreadable(
        f"Reading {name} needed too much memory, or broke off.", "Ask for the file again, or for another format."
    )
