# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies that the system opens lie in a folder of their own and are gone when the file is closed."""

from amnesty_desktop.paths import opened_folder
from amnesty_desktop.ui.documents import opened_copies


def test_two_copies_of_one_name_do_not_meet() -> None:
    one, two = opened_copies.put("a.txt", b"1"), opened_copies.put("a.txt", b"2")
    assert (one.read_bytes(), two.read_bytes()) == (b"1", b"2")


def test_clearing_leaves_nothing() -> None:
    opened_copies.put("a.txt", b"1")
    opened_copies.clear()
    assert list(opened_folder().iterdir()) == []
