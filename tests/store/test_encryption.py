# SPDX-License-Identifier: GPL-3.0-or-later
"""Of what a locked file holds, nothing can be read in any file on the disk."""

import base64
from collections import Counter
from math import log2
from pathlib import Path

import pytest
from tests.support.builders import add, case, letter, new_file, person

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.claim import Claim
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.source import Source

_CANARIES = [f"Kanarienvogel{number:02}" for number in range(12)]


@pytest.fixture
def everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """All files that using a locked file has left, its lock and its journal while open included."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("SQLITE_TMPDIR", str(temporary))
    monkeypatch.setenv("TMPDIR", str(temporary))
    file = new_file(tmp_path / "g.amnesty", _CANARIES[0])
    teacher = case(_CANARIES[1], situation=_CANARIES[2])
    add(file, teacher, person(teacher, _CANARIES[3]), letter(teacher, _CANARIES[4], subject=_CANARIES[5]))
    add(file, Claim(case_id=teacher.id, text=_CANARIES[6]), Source(case_id=teacher.id, person=_CANARIES[7]))
    add(file, Addressee(case_id=teacher.id, name=_CANARIES[8]), Member(name=_CANARIES[9]))
    file.keep_draft("letter:1", {"typed": {"subject": _CANARIES[10]}})
    file.edit("Keep", lambda write: write.keep_bytes(_CANARIES[11].encode()))
    file.search(_CANARIES[3])
    file.copy_to(tmp_path / "copies")
    found = [path for path in tmp_path.rglob("*") if path.is_file()]
    contents = {path: path.read_bytes() for path in found}
    file.close()
    for path, content in contents.items():
        path.with_name(f"{path.name}.seen").write_bytes(content)
    return [path for path in tmp_path.rglob("*") if path.is_file()]


def test_no_word_of_it_lies_open_in_any_file(everything: list[Path]) -> None:
    assert len(everything) >= 6
    for path in everything:
        content = path.read_bytes().lower()
        for canary in _CANARIES:
            for form in (canary.encode(), canary.encode("utf-16-le"), base64.b64encode(canary.encode())[:12]):
                assert form.lower() not in content, path.name


def test_locked_files_look_like_chance_from_the_first_byte(everything: list[Path]) -> None:
    locked = [path for path in everything if path.suffix == ".amnesty"]
    assert len(locked) == 2
    for path in locked:
        content = path.read_bytes()
        counts = Counter(content)
        assert not content.startswith(b"SQLite format 3")
        assert -sum(n / len(content) * log2(n / len(content)) for n in counts.values()) > 7.99
