# SPDX-License-Identifier: GPL-3.0-or-later
"""A file is opened by what its bytes are, whatever it is called."""

import pytest

from amnesty_desktop.intake.opening import read_file
from amnesty_desktop.intake.page_text import Unreadable


def test_text_is_read_under_any_name() -> None:
    assert read_file("sheet.exe", b"UA 60/16").format == "text"


@pytest.mark.parametrize("content", [b"", b" \r\n", b"\0\0\0"])
def test_an_empty_file_says_that_it_is_empty(content: bytes) -> None:
    with pytest.raises(Unreadable, match=r"Nothing stands in sheet\.txt\."):
        read_file("sheet.txt", content)


def test_bytes_that_are_no_text_are_not_shown_as_text() -> None:
    with pytest.raises(Unreadable, match="does not know"):
        read_file("sheet.txt", bytes(range(32)) * 100)
