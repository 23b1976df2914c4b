# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of what a group did."""

from amnesty_desktop.cli_words import activity_words
from amnesty_desktop.domain.activity import Activity
from amnesty_desktop.domain.letter import LetterKind
from amnesty_desktop.domain.period import Period
from amnesty_desktop.ui.outcomes.period_words import done_rows

YEAR = Period.of_year(2026)


def test_the_united_nations_keep_their_capitals_inside_a_line() -> None:
    did = Activity(YEAR, letters={LetterKind.APPEAL: 3, LetterKind.REPRESENTATION: 1})
    words = [row.name for row in done_rows(did)]
    assert "… letter to the UN or a similar body" in words


def test_the_command_line_says_how_many_counts_have_no_clear_day() -> None:
    assert "1 count of a stall or an evening." in activity_words(Activity(YEAR, tallies_undated=1))
    assert "Not counted" not in activity_words(Activity(YEAR))
