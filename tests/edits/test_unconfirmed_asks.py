# SPDX-License-Identifier: GPL-3.0-or-later
"""A request that nobody has confirmed reaches neither a draft nor the letter check."""

from datetime import date
from pathlib import Path

from tests.support.builders import add, case, new_file

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.case import Ask
from amnesty_desktop.domain.letter import Letter
from amnesty_desktop.edits.drafting import draft_letter
from amnesty_desktop.edits.export import check_material

DAY = date(2026, 11, 23)


def test_an_unconfirmed_request_reaches_no_draft_and_no_check(tmp_path: Path) -> None:
    file, of = new_file(tmp_path / "a.amnesty"), case()
    to = Addressee(case_id=of.id, office="Ministry")
    sheet = Ask(case_id=of.id, text="to protect her")
    proposed = Ask(case_id=of.id, text="to let a doctor see her", concern="health", confirmed=False, position=1)
    add(file, of, to, sheet, proposed)
    assert "doctor" not in draft_letter(file, of.id, to.id, None, DAY).body.text
    assert check_material(file, Letter(case_id=of.id), DAY).asks == (sheet,)
    file.close()
