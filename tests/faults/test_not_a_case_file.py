# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever else is opened is refused with a sentence and stays as it was."""

import os
import random
import time
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver
from tests.support.builders import open_file

from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.errors import CaseFileError, FileMissing, NotACaseFile


def _docx(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>" * 2000)


def _other_database(path: Path) -> None:
    other = driver.connect(str(path))
    other.execute("CREATE TABLE notes (text)")
    other.close()


def _random_bytes(path: Path) -> None:
    path.write_bytes(random.Random(3).randbytes(9_000))


_OTHERS = {
    "docx": _docx,
    "pdf": lambda path: path.write_bytes(b"%PDF-1.7\n" + random.Random(4).randbytes(8192)),
    "sqlite": _other_database,
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("Dear Minister, the quick brown fox jumps over it. " * 200),
    "bin": _random_bytes,
    "folder": lambda path: path.mkdir(),
    "zeros": lambda path: path.write_bytes(bytes(8192)),
}


@pytest.mark.parametrize("kind", _OTHERS)
def test_another_kind_of_file_is_refused_and_left_as_it_was(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"something.{kind}"
    _OTHERS[kind](path)
    before = sha256(path.read_bytes()).digest() if path.is_file() else b""
    with pytest.raises(NotACaseFile) as refused:
        open_file(path, "kitchen table")
    assert path.name in refused.value.message
    assert "Error" not in str(refused.value)
    assert (sha256(path.read_bytes()).digest() if path.is_file() else b"") == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_ten_gigabytes_of_nothing_are_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "huge.amnesty"
    with path.open("wb") as stream:
        os.truncate(stream.fileno(), 10 * 2**30)
    begin = time.monotonic()
    with pytest.raises(NotACaseFile):
        open_file(path)
    assert time.monotonic() - begin < 2


def test_random_bytes_in_the_shape_of_a_locked_file_open_with_nothing(tmp_path: Path) -> None:
    path = tmp_path / "noise.amnesty"
    path.write_bytes(random.Random(5).randbytes(4096 * 4))
    before = path.read_bytes()
    with pytest.raises(CaseFileError, match="does not open"):
        open_file(path, "kitchen table")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "planted",
    [
        "CREATE TRIGGER evil AFTER INSERT ON cases BEGIN DELETE FROM cases; END",
        "CREATE VIEW evil AS SELECT load_extension('evil')",
    ],
)
def test_code_planted_in_a_plain_file_is_refused(file: CaseFile, planted: str) -> None:
    file.engine.run(planted)
    file.close()
    before = file.path.read_bytes()
    with pytest.raises(NotACaseFile, match="never holds"):
        open_file(file.path)
    assert file.path.read_bytes() == before


def test_a_file_that_was_taken_away_is_said_to_be_gone(file: CaseFile) -> None:
    file.close()
    file.path.unlink()
    with pytest.raises(FileMissing, match="any more"):
        open_file(file.path)
    assert list(file.path.parent.iterdir()) == []
