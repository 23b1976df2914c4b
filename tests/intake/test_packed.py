# SPDX-License-Identifier: GPL-3.0-or-later
"""Packed files are unpacked only as far as documents go; bombs, secrets and doubles are refused with a sentence."""

import io
import struct
import time
import warnings
import zipfile

import pytest
from tests.intake.outside_files import zipped

from amnesty_desktop.intake.packed import Packed
from amnesty_desktop.intake.page_text import Unreadable


def test_a_part_is_found_whatever_its_capitals() -> None:
    assert Packed(zipped([("Word/Document.xml", b"here")])).part("word/document.xml") == b"here"


def test_a_part_that_is_not_there_is_empty() -> None:
    assert Packed(zipped([("a", b"b")])).part("word/document.xml") == b""


def test_a_bomb_is_refused_at_once() -> None:
    bomb = zipped([("word/document.xml", b"0" * 40_000_000)])
    begin = time.perf_counter()
    with pytest.raises(Unreadable, match="unpacks to far more"):
        Packed(bomb)
    assert time.perf_counter() - begin < 1


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    bomb = bytearray(zipped([("word/document.xml", b"0" * 40_000_000)]))
    at = bomb.rfind(b"PK\x01\x02")
    bomb[at + 24 : at + 28] = struct.pack("<I", 100)
    with pytest.raises(Unreadable):
        Packed(bytes(bomb)).part("word/document.xml")


def test_a_hundred_thousand_entries_are_refused_before_they_are_read() -> None:
    many = zipped([(str(number), b"") for number in range(3_000)])
    with pytest.raises(Unreadable, match="not packed as Word"):
        Packed(many)


def test_two_entries_of_one_name_are_refused() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        doubled = zipped([("word/document.xml", b"one"), ("WORD/document.xml", b"two")])
    with pytest.raises(Unreadable, match="not packed as Word"):
        Packed(doubled)


def test_an_archive_within_is_refused() -> None:
    with pytest.raises(Unreadable, match="another packed file"):
        Packed(zipped([("more.zip", b"")]))


def test_a_locked_entry_says_password() -> None:
    locked = bytearray(zipped([("word/document.xml", b"x")]))
    locked[locked.rfind(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Unreadable, match="password"):
        Packed(bytes(locked))


def test_what_is_no_packed_file_is_damaged() -> None:
    with pytest.raises(Unreadable, match="damaged"):
        Packed(b"PK\x03\x04 and nothing else")


def test_a_whole_file_too_large_in_sum_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a", b"x")
    content = bytearray(packed.getvalue())
    at = content.rfind(b"PK\x01\x02")
    content[at + 20 : at + 28] = struct.pack("<II", 60_000_000, 60_000_000)
    with pytest.raises(Unreadable):
        Packed(bytes(content))
