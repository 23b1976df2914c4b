# SPDX-License-Identifier: GPL-3.0-or-later
"""Places in a text, as Python and as Qt count them."""

from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.intake.sheet.draft import Place
from amnesty_desktop.ui.intake.marks import Columns, joined
from amnesty_desktop.ui.intake.sheet_pane import in_short_lines


@given(st.text(alphabet="aé😀中𝒜", max_size=20), st.data())
def test_there_and_back_is_the_same_place(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    columns = Columns(text)
    assert columns.to_qt(at) == len(text[:at].encode("utf-16-le")) // 2
    assert columns.from_qt(columns.to_qt(at)) == at


def test_places_that_touch_become_one() -> None:
    assert joined([Place(4, 6), Place(0, 2), Place(2, 5), Place(9, 9)]) == (Place(0, 6),)


@given(st.integers(1, 30), st.integers(1, 400))
def test_long_lines_are_broken_and_every_place_stays(words: int, length: int) -> None:
    text = " ".join(["a" * length] * words)
    broken = in_short_lines(text)
    assert broken.replace("\n", " ") == text
    assert max(map(len, broken.split("\n"))) <= 2_000
