# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening files of other versions: older ones grow up behind a checked copy, newer ones are left alone."""

import lzma
from hashlib import sha256
from pathlib import Path

import pytest
from tests.support.builders import add, case, contents, open_file
from tests.support.next_version import NEXT_STEP, with_next_version

from amnesty_desktop.domain.case import Ask, Case
from amnesty_desktop.domain.letter import Letter
from amnesty_desktop.store import migrations
from amnesty_desktop.store.backup import copies_in
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.errors import CaseFileError, NewerFile
from amnesty_desktop.store.verify import verify


def test_a_new_file_has_seen_all_steps(file: CaseFile) -> None:
    assert migrations.applied(file.engine) == set(migrations.STEPS)
    assert not migrations.is_pending(file.engine)


def test_a_newer_file_is_refused_and_left_untouched(file: CaseFile, tmp_path: Path) -> None:
    with file.engine.db.atomic():
        file.engine.run(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, '9999_of_the_future', '')",
            (migrations.SET_NAME,),
        )
    file.close()
    before = sha256(file.path.read_bytes()).digest()
    with pytest.raises(NewerFile, match="newer version"):
        open_file(file.path)
    assert sha256(file.path.read_bytes()).digest() == before
    assert [path.name for path in tmp_path.iterdir()] == [file.path.name]


def test_an_older_file_is_copied_checked_and_brought_up_to_date(
    file: CaseFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(file, case())
    before = contents(file)
    file.close()
    with_next_version(monkeypatch)
    newer = CaseFile.open(file.path, device="b" * 12, who="Ana", now=file._now, copies=tmp_path / "copies")
    assert contents(newer) == before
    assert migrations.applied(newer.engine) == set(migrations.STEPS)
    newer.close()
    (copy,) = copies_in(tmp_path / "copies")
    assert copy.cases == 1


def test_the_copy_made_before_a_migration_is_of_the_old_version(
    file: CaseFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.close()
    with monkeypatch.context() as later:
        with_next_version(later)
        CaseFile.open(file.path, device="b" * 12, who="Ana", now=file._now, copies=tmp_path / "copies").close()
    (copy,) = copies_in(tmp_path / "copies")
    opened = open_file(copy.path)
    assert NEXT_STEP not in migrations.applied(opened.engine)
    opened.close()


def test_a_migration_that_fails_leaves_the_old_version(
    file: CaseFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.close()
    with monkeypatch.context() as later:
        with_next_version(later, last_statement="CREATE TABLE cases (x)")
        with pytest.raises(Exception, match="already exists"):
            CaseFile.open(file.path, device="b" * 12, who="Ana", now=file._now, copies=tmp_path / "copies")
    opened = open_file(file.path)
    assert opened.engine.value("SELECT count(*) FROM sqlite_schema WHERE name = 'wishes'") == 0
    opened.close()


def test_without_a_copy_there_is_no_migration(file: CaseFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.close()
    (tmp_path / "copies").write_text("in the way")
    with monkeypatch.context() as later:
        with_next_version(later)
        with pytest.raises(CaseFileError, match="safe copies"):
            CaseFile.open(file.path, device="b" * 12, who="Ana", now=file._now, copies=tmp_path / "copies")
    opened = open_file(file.path)
    assert not migrations.is_pending(opened.engine)
    opened.close()


def test_undo_stops_at_a_migration(file: CaseFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(file, case("One"))
    add(file, case("Two"))
    file.undo()
    file.close()
    with_next_version(monkeypatch)
    newer = CaseFile.open(file.path, device="b" * 12, who="Ana", now=file._now, copies=tmp_path / "copies")
    assert (newer.undo(), newer.redo()) == (None, None)
    add(newer, case("Three"), label="Three")
    assert newer.undo_label == "Three"
    newer.close()


def test_a_file_of_the_first_schema_opens_with_all_it_held(tmp_path: Path) -> None:
    path = tmp_path / "old.amnesty"
    path.write_bytes(lzma.decompress((Path(__file__).parent / "files" / "0001_first_schema.xz").read_bytes()))
    opened = open_file(path)
    try:
        assert migrations.applied(opened.engine) == set(migrations.STEPS)
        assert (opened.count(Case), opened.count(Letter)) == (30, 104)
        assert all(ask.confirmed for ask in opened.all(Ask))
        assert opened.all(Case, title="A title changed since") != []
        assert verify(opened.engine).troubles == ()
    finally:
        opened.close()
