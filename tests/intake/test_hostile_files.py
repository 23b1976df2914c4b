# SPDX-License-Identifier: GPL-3.0-or-later
"""Broken and hostile files end in text or in a sentence, never in a crash or a hang."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
KINDS = ["docx", "pdf", "mail", "html", "text", "csv", "xlsx", "ods"]
LONGEST = 3.0


def endings(kind: str, count: int, seed: int) -> list[tuple[str, float]]:
    ran = subprocess.run(
        [sys.executable, str(HOUSE / "tests/intake/mutants.py"), kind, str(count), str(seed)],
        capture_output=True,
        text=True,
        timeout=600,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (HOUSE / "src", HOUSE)))},
    )
    assert ran.returncode == 0, ran.stderr[-2_000:]
    return [(line.split()[0], float(line.split()[1])) for line in ran.stdout.splitlines()]


@pytest.mark.parametrize("kind", KINDS)
def test_two_hundred_mutants_of_each_kind_are_read_or_refused(kind: str) -> None:
    found = endings(kind, 200, seed=1)
    assert len(found) == 200
    assert {ending for ending, _ in found} <= {"read", "refused"}
    assert max(seconds for _, seconds in found) < LONGEST


@pytest.mark.nightly
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(2, 7))
def test_five_thousand_mutants_of_each_kind_are_read_or_refused(kind: str, seed: int) -> None:
    found = endings(kind, 1_000, seed)
    assert len(found) == 1_000
    assert {ending for ending, _ in found} <= {"read", "refused"}
    assert max(seconds for _, seconds in found) < LONGEST
