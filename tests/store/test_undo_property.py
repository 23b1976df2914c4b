# SPDX-License-Identifier: GPL-3.0-or-later
"""Two hundred random edits: undoing all of them gives the start, doing all again gives the end."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.builders import contents, frames, new_file, open_file
from tests.support.random_edits import RandomEdits

from amnesty_desktop.store import verify
from amnesty_desktop.store.case_file import CaseFile

_DERIVED = ("live", "who", "who_own", "last_event")


def _derived(file: CaseFile) -> dict[tuple[str, str], dict[str, object]]:
    """The derived columns of everything that is not deleted."""
    return {
        at: {name: value for name, value in row.items() if name in _DERIVED or name.startswith("sort_")}
        for at, row in frames(file).items()
        if not row["gone"]
    }


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.nightly) for seed in range(2, 60))])
def test_undoing_everything_gives_the_start_and_redoing_everything_the_end(tmp_path: Path, seed: int) -> None:
    file = new_file(tmp_path / "g.amnesty")
    start = contents(file)
    restless = RandomEdits(seed)
    for _ in range(200):
        restless.step(file)
    end, end_derived = contents(file), _derived(file)
    while file.undo():
        pass
    assert contents(file) == start
    file.close()
    file = open_file(tmp_path / "g.amnesty")
    while file.redo():
        pass
    assert contents(file) == end
    assert _derived(file) == end_derived
    assert verify.verify(file.engine).troubles == ()
    file.close()


@settings(max_examples=settings().max_examples // 4)
@given(seed=st.integers(0, 10**9), steps=st.integers(1, 25), back=st.integers(1, 30))
def test_any_number_of_steps_back_and_forth_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, seed: int, steps: int, back: int
) -> None:
    file = new_file(tmp_path_factory.mktemp("undo") / "g.amnesty")
    RandomEdits(seed).wander(file, steps)
    before = contents(file)
    taken = sum(1 for _ in range(back) if file.undo())
    for _ in range(taken):
        assert file.redo()
    assert contents(file) == before
    file.close()
