# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that edits one file without rest and says so after each edit, until somebody kills it.

Run as: python -m tests.support.stream_of_edits. On each line of its input stand the path of a file, the number
to begin with and the key in hex or nothing; it forks for each, and prints the number of every edit that was saved.
"""

import os
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.keys import FileKey

from .builders import add, case, letter, new_file, open_file, person


def stream(file: CaseFile, number: int) -> None:
    """Number every edit; each is a case with a person and a letter, and now and then something else."""
    while True:
        made = case(f"Number {number:06}", situation="river " * 200)
        add(file, made, person(made, f"Name {number:06}"), letter(made, "harbour " * 100), label=f"{number}")
        if number % 5 == 0:
            file.keep_draft("letter:1", {"typed": {"subject": "x" * 3000}})
        if number % 7 == 0:
            file.undo()
            file.redo()
        # In one write: killed between two, it would leave a number without its end of line.
        os.write(1, f"{number}\n".encode())
        number += 1


def _key(text: str) -> FileKey | None:
    return FileKey(bytes.fromhex(text[:64]), bytes.fromhex(text[64:])) if text else None


def main() -> None:
    """Fork for each line read, so that nobody waits for Python to start a hundred times."""
    with tempfile.TemporaryDirectory() as folder, closing(new_file(Path(folder) / "warm.amnesty")) as warm:
        add(warm, case("warm"))
    for line in sys.stdin:
        path, number, key = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            stream(open_file(Path(path), _key(key)), int(number))
        print(f"child {child}", flush=True)
        os.waitpid(child, 0)
        print("dead", flush=True)


if __name__ == "__main__":
    main()
