# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters that old files lost are understood in labels and dates, and stay lost in names."""

import pytest

from amnesty_desktop.intake.sheet.dates import first_date
from amnesty_desktop.intake.sheet.labels import Part, label_of
from amnesty_desktop.intake.sheet.lost_letters import restored


@pytest.mark.parametrize(
    ("lost", "whole"),
    [
        ("apr_s le 24 f_vrier", "apres le 24 fevrier"),
        ("appels _ :", "appels a :"),
        ("t_l_copie", "telecopie"),
        ("_ahin k_l_n_", "_ahin k_l_n_"),
        ("____ 12_ab", "____ 12_ab"),
    ],
)
def test_a_known_word_has_its_letters_again_and_any_other_keeps_its_signs(lost: str, whole: str) -> None:
    assert restored(lost) == whole


def test_a_label_and_a_date_with_lost_letters_are_understood() -> None:
    found, day = label_of("ACTION RECOMMAND_E : t_l_grammes"), first_date("le 24 F_VRIER 1997")
    assert found is not None
    assert found[0] is Part.ACTION
    assert day is not None
    assert day.on is not None
    assert day.on.edtf == "1997-02-24"


def test_a_long_run_of_lost_letters_takes_no_time() -> None:
    text = "a_" * 50_000
    assert restored(text) == text
