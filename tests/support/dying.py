# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that is killed in the midst of what it does: at its n-th statement or its n-th touch of a file.

Run as: python -m tests.support.dying. Each line of its input names what to do, a folder and n; it forks for
each, and prints "finished" when there were fewer than n moments to be killed at, or else "dead".
"""

import os
import signal
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from amnesty_desktop.edits import copies
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.engine import Engine

from .builders import THERE, Clock, add, case, new_file, open_file
from .next_version import with_next_version

_TOUCHES = frozenset({"open", "os.rename", "os.remove", "os.mkdir"})


def migrate(folder: Path) -> None:
    """Open a file with a program that is one step further."""
    with pytest.MonkeyPatch.context() as patch:
        with_next_version(patch)
        CaseFile.open(folder / "g.amnesty", device=THERE, who="Ana", now=Clock(), copies=folder / "copies").close()


def copy(folder: Path) -> None:
    """Make a safe copy."""
    with closing(open_file(folder / "g.amnesty")) as file:
        copies.make(file, folder / "copies")


def bring_back(folder: Path) -> None:
    """Bring back the oldest copy."""
    oldest = min((folder / "copies").glob("*.amnesty"))
    file = open_file(folder / "g.amnesty")
    copies.bring_back(file, oldest, folder / "copies", device=THERE, now=Clock(), label="Bring back").close()


def create(folder: Path) -> None:
    """Make a new file."""
    new_file(folder / "new.amnesty").close()


WAYS: dict[str, Callable[[Path], None]] = {
    "migrate": migrate,
    "copy": copy,
    "bring_back": bring_back,
    "create": create,
}


def _die_at(moment: int) -> None:
    """Arm this process: the moment counts statements of any connection and touches of files."""
    passed = 0

    def count(*_: Any) -> None:
        nonlocal passed
        passed += 1
        if passed > moment:
            os.kill(os.getpid(), signal.SIGKILL)

    connect = Engine.__init__

    def connect_and_count(self: Engine, *args: Any, **named: Any) -> None:
        connect(self, *args, **named)
        self.connection.set_trace_callback(count)

    Engine.__init__ = connect_and_count  # type: ignore[method-assign]
    sys.addaudithook(lambda event, _: count() if event in _TOUCHES else None)


def main() -> None:
    """Fork for each line read."""
    with tempfile.TemporaryDirectory() as folder, closing(new_file(Path(folder) / "warm.amnesty")) as warm:
        add(warm, case("warm"))
    for line in sys.stdin:
        way, folder, moment = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            _die_at(int(moment))
            WAYS[way](Path(folder))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print("finished" if status == 0 else "dead" if os.WIFSIGNALED(status) else "broken", flush=True)


if __name__ == "__main__":
    main()
