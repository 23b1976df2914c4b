# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps of text size."""

from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.ui.text_size import STEPS, larger, nearest, smaller


@given(st.integers(min_value=-1000, max_value=1000))
def test_any_number_in_a_settings_file_becomes_a_step(size: int) -> None:
    assert nearest(size) in STEPS


@given(st.sampled_from(STEPS[:-1]))
def test_one_step_up_and_down_again_comes_back(size: int) -> None:
    assert smaller(larger(size)) == size


def test_the_ends_stay_where_they_are() -> None:
    assert (smaller(STEPS[0]), larger(STEPS[-1])) == (100, 200)
