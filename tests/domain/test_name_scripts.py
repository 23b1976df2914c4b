# SPDX-License-Identifier: GPL-3.0-or-later
"""The script of a name is said by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.name_scripts import script_of


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("Maribel Zúñiga", "Latin"),
        ("Людмила Звонарёва", "Cyrillic"),
        ("نوال الزيتاوي", "Arabic"),
        ("林若棠", "Chinese characters"),
        ("山田 はな", "Japanese"),
        ("김하늘", "Korean"),
        ("ዮናስ ገብረመስቀል", "Ethiopic"),
        ("သီဟလွင်", "Burmese"),
        ("Ελένη", "Greek"),
        ("Lin 林", "Latin"),
        ("17 (?)", ""),
        ("", ""),
    ],
)
def test_a_name_is_said_to_be_of_its_script(name: str, script: str) -> None:
    assert script_of(name) == script


@given(st.text(max_size=40))
def test_every_text_has_a_script_or_none(text: str) -> None:
    assert script_of(text) or not any(letter.isascii() and letter.isalpha() for letter in text)
