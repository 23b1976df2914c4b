# SPDX-License-Identifier: GPL-3.0-or-later
"""The sender in one line over the address: as large as it can be on one line, and never too small to be read."""

import pytest

from amnesty_desktop.documents.letterhead import Letterhead


@pytest.mark.parametrize(
    ("line", "points"),
    [
        ("", 7.5),
        ("Riverside Group, 2 Quay Lane, Samplow", 7.5),
        ("Riverside Group, 2 Quay Lane, Samplow ZZ1 0ZZ, United Kingdom", 7.0),
        ("Riverside Group, " * 20, 6.0),
    ],
)
def test_a_long_sender_is_set_smaller(line: str, points: float) -> None:
    assert Letterhead(return_line=line).return_points(80) == points
