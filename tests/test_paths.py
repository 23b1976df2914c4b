# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the program's own folders."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop import paths

FOLDERS = (paths.data_folder, paths.config_folder, paths.logs_folder, paths.backups_folder)


def test_one_variable_puts_all_folders_in_one_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    assert {folder().relative_to(tmp_path).as_posix() for folder in FOLDERS} == {
        "data",
        "config",
        "logs",
        "data/backups",
    }


def test_folders_are_closed_to_other_users() -> None:
    before = os.umask(0)
    try:
        rights = {stat.S_IMODE(folder().stat().st_mode) for folder in FOLDERS}
    finally:
        os.umask(before)
    assert rights == {0o700}


def test_a_folder_left_open_is_closed() -> None:
    paths.config_folder().chmod(0o755)
    assert stat.S_IMODE(paths.config_folder().stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_still_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "file"))
    assert paths.config_folder() == tmp_path / "file" / "config"


def test_without_the_variable_the_folders_are_the_systems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    assert all(tmp_path in folder().parents and "amnesty-desktop" in folder().parts for folder in FOLDERS)


def test_copies_lie_in_a_folder_named_by_the_group() -> None:
    assert paths.copies_folder("0190f3a2-77aa-7c11").name == "0190f3a2-77aa-7c11"


@given(st.text() | st.sampled_from(["..", "../../etc", "C:\\x", "CON ", "a/b", ".", "x" * 300, "\ud800"]))
def test_no_group_id_leads_out_of_the_backups(group: str) -> None:
    assert paths.copies_folder(group).resolve().parent == paths.backups_folder().resolve()


def test_resources_are_found_in_a_checkout() -> None:
    assert paths.resource("icons", "app.svg").read_bytes().startswith(b"<svg")


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"icons/nothing\.svg"):
        paths.resource("icons", "nothing.svg")
