# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the preferences."""

import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.paths import HOME_VARIABLE, settings_file
from amnesty_desktop.settings import Settings

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)
NAMES = st.sampled_from(list(Settings.__dataclass_fields__))


def test_the_first_start_makes_a_device_and_keeps_it() -> None:
    first = Settings.load()
    assert len(bytes.fromhex(first.device)) == 6
    assert Settings.load() == first


def test_what_is_saved_comes_back() -> None:
    wished = replace(Settings.load(), text_scale=150, theme="dark", splitters={"cases": [200, 400]}, user_name="Åsa Lý")
    wished.save()
    assert Settings.load() == wished


def test_after_a_restore_the_device_is_new_and_saved() -> None:
    before = Settings.load()
    after = before.with_new_device()
    assert after.device != before.device
    assert Settings.load() == after


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\x00\x01", "[" * 100_000])
def test_an_unreadable_file_gives_way_and_is_kept(text: str) -> None:
    settings_file().write_text(text, "utf-8")
    assert Settings.load().text_scale == 100
    assert settings_file().with_name("settings.json.bad").read_text("utf-8") == text


def test_a_file_that_is_not_text_gives_way_and_is_kept() -> None:
    settings_file().write_bytes(b"\xff\xfe\x80")
    assert Settings.load().theme == "system"
    assert settings_file().with_name("settings.json.bad").read_bytes() == b"\xff\xfe\x80"


def test_a_value_that_makes_no_sense_takes_its_default_alone() -> None:
    settings_file().write_text(json.dumps({"text_scale": 9000, "theme": "dark", "device": "0123456789ab"}), "utf-8")
    assert Settings.load() == Settings(theme="dark", device="0123456789ab")


@given(st.dictionaries(NAMES, JSON))
def test_no_file_stops_the_start(values: dict[str, object]) -> None:
    settings_file().write_text(json.dumps(values), "utf-8")
    loaded = Settings.load()
    assert loaded.save()
    assert Settings.load() == loaded


def test_only_the_owner_can_read_the_file() -> None:
    Settings.load()
    assert stat.S_IMODE(settings_file().stat().st_mode) == 0o600


def test_a_save_that_fails_halfway_leaves_the_former_file(monkeypatch: pytest.MonkeyPatch) -> None:
    former = Settings.load()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert not replace(former, theme="dark").save()
    assert Settings.load() == former
    assert [path.name for path in settings_file().parent.iterdir()] == ["settings.json"]


def test_a_folder_that_refuses_is_no_reason_to_stop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "file"))
    assert not Settings.load().save()
