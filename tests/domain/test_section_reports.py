# SPDX-License-Identifier: GPL-3.0-or-later
"""The return on its one page."""

from amnesty_desktop.domain.period import Period
from amnesty_desktop.domain.report import Table
from amnesty_desktop.domain.section_reports import ActionCount, section_return


def test_a_return_of_many_actions_is_set_smaller_to_stay_on_its_page() -> None:
    def is_dense(actions: int) -> bool:
        counts = [ActionCount(f"UA {number}/26", "urgent_action", "MX", "", letters=1) for number in range(actions)]
        table = section_return("Riverside Group", Period.of_year(2026), counts).blocks[0]
        assert isinstance(table, Table)
        return table.is_dense

    assert [is_dense(actions) for actions in (1, 28, 29, 40)] == [False, False, True, True]
