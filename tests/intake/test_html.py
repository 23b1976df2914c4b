# SPDX-License-Identifier: GPL-3.0-or-later
"""A web page is read as words: its parts in order, nothing hidden, nothing run, nothing fetched."""

import time

import pytest

from amnesty_desktop.intake import html
from amnesty_desktop.intake.page_text import Line, LineKind


def lines(text: str) -> list[Line]:
    return [line for line in html.lines_of(text) if line.text]


def test_headings_bullets_and_cells_are_told_apart() -> None:
    page = "<h1>UA 60/16</h1><ul><li>Ask</li></ul><table><tr><td>Name<td>Ochoa</table>"
    assert lines(page) == [
        Line("UA 60/16", LineKind.HEADING),
        Line("Ask", LineKind.BULLET),
        Line("Name", LineKind.CELL),
        Line("Ochoa", LineKind.CELL, column=1),
    ]


def test_breaks_and_paragraphs_make_lines() -> None:
    assert [line.text for line in html.lines_of("<p>Minister<br>of Justice</p><p>Dear  \n Sir</p>")] == [
        "Minister",
        "of Justice",
        "",
        "Dear Sir",
    ]


def test_scripts_styles_and_hidden_parts_are_not_read() -> None:
    page = "<style>a{}</style><script>x()</script><div style='display:none'>no<div>no</div></div><p hidden>no</p>yes"
    assert [line.text for line in lines(page)] == ["yes"]


def test_signs_written_as_names_are_letters() -> None:
    assert lines("Jos&eacute; &amp; Mar&#237;a &lt;free&gt;")[0].text == "José & María <free>"


def test_the_encoding_is_the_one_the_page_names() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1250"><p>Łukasz'.encode("cp1250")
    assert html.read(page).text == "Łukasz"


def test_broken_html_is_read_as_far_as_it_goes() -> None:
    assert [line.text for line in lines("</p></table><b>one<p>two<![endif]--><!-- three")] == ["one", "two"]


@pytest.mark.parametrize("piece", ["<a ", "<!", "</", "<![x", "<?", "&#", "<!--", "<p x='", "<div>"])
def test_a_page_of_nothing_but_beginnings_is_read_at_once(piece: str) -> None:
    begin = time.perf_counter()
    html.lines_of(piece * 20_000)
    assert time.perf_counter() - begin < 2


def test_spaces_that_do_not_break_keep_columns_apart() -> None:
    page = "<p>Minister&nbsp;&nbsp;&nbsp;&nbsp;Governor<br>of&nbsp;Justice\n  and&nbsp; Peace</p>"
    assert [line.text for line in lines(page)] == ["Minister    Governor", "of Justice and Peace"]
