# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters laid out on pages: what stands where, and where one page ends."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtWidgets import QApplication
from tests.documents.word_files import BULLET, HEAD, LETTER, body, paragraph

from amnesty_desktop.documents.letter import PrintedLetter
from amnesty_desktop.domain.group import Paper
from amnesty_desktop.domain.letter import Body, Letter
from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.printing.printed_pages import PlacedLine, PrintedPages
from amnesty_desktop.ui.printing.set_lines import PRINT

SENTENCE = "On 9 October two men on a motorcycle followed her from the studio to her home."
FAMILIES = ("Cambria", "Caladea", "Noto Serif", "DejaVu Serif")


def pages_of(letter: Letter, paper: Paper = Paper.A4) -> PrintedPages:
    return PrintedPages(PrintedLetter(letter, replace(HEAD, paper=paper), "23 November 2026"), FAMILIES)


def long_letter(paragraphs: int, sentences: int = 4) -> Letter:
    return replace(LETTER, body=body(*[" ".join([SENTENCE] * sentences)] * paragraphs))


def lines_with(pages: PrintedPages, words: str, page: int = 0) -> list[PlacedLine]:
    lines = zip(pages.words[page].splitlines(), pages.pages[page], strict=True)
    return [line for text, line in lines if words in text]


def test_a_short_letter_takes_one_page_with_all_its_words(look: Look) -> None:
    pages = pages_of(LETTER)
    assert len(pages.pages) == 1
    for words in (LETTER.subject, LETTER.salutation, LETTER.close, "23 November 2026"):
        assert words in pages.words[0]


def test_the_address_begins_where_the_window_of_the_envelope_shows_it(look: Look) -> None:
    pages = pages_of(LETTER)
    line = lines_with(pages, LETTER.address.splitlines()[0])[0]
    assert [line.left, line.top] == pytest.approx([PRINT.exact_px(25), PRINT.exact_px(62.7)])


def test_no_line_stands_below_the_margin(look: Look) -> None:
    pages = pages_of(long_letter(20))
    lowest = PRINT.exact_px(pages.page.height - pages.page.bottom_margin + 0.2)
    assert len(pages.pages) > 2
    for page in pages.pages:
        assert max(line.top + line.paragraph.heights[line.number] for line in page) <= lowest


def test_no_line_of_a_paragraph_stands_alone_on_a_page(look: Look) -> None:
    for paragraphs in range(8, 16):
        for page in pages_of(long_letter(paragraphs, sentences=5)).pages:
            for line in page:
                if len(line.paragraph.heights) > 3:
                    together = sum(other.paragraph is line.paragraph for other in page)
                    assert together >= 2


def test_the_close_never_begins_a_page(look: Look) -> None:
    for paragraphs in range(6, 40):
        pages = pages_of(replace(LETTER, body=body(*[SENTENCE] * paragraphs)))
        assert not any(page.startswith(LETTER.close) for page in pages.words[1:])


def test_a_bullet_is_indented_and_has_its_sign(look: Look) -> None:
    pages = pages_of(replace(LETTER, body=Body((paragraph("to tell us where she is", kind=BULLET),))))
    (line,) = lines_with(pages, "where she is")
    assert line.paragraph.sign is not None
    assert line.paragraph.layout.lineAt(0).x() > 0


def test_an_arabic_letter_runs_from_the_right(look: Look) -> None:
    pages = pages_of(replace(LETTER, language="ar", body=body("أكتب إليكم بشأن ليلى، وهي صحفية.")))
    (line,) = lines_with(pages, "ليلى")
    assert line.paragraph.is_mirrored
    # Its words end at the right margin.
    set_line = line.paragraph.layout.lineAt(0)
    assert set_line.naturalTextRect().right() == pytest.approx(line.paragraph.width, abs=PRINT.exact_px(1))


def test_a_card_begins_its_later_pages_where_the_first_one_does(look: Look) -> None:
    pages = pages_of(replace(long_letter(9), template="card"))
    top = min(line.top for line in pages.pages[1])
    assert top == pytest.approx(PRINT.exact_px(pages.page.subject), abs=PRINT.exact_px(3))


def test_a_letter_without_words_is_one_page(look: Look) -> None:
    empty = Letter(case_id="", template="plain")
    assert len(pages_of(empty).pages) == 1


@given(
    words=some.lists(some.text(max_size=400), max_size=6),
    template=some.sampled_from(["letterhead", "plain", "card"]),
    language=some.sampled_from(["en", "ar", "he", ""]),
)
def test_any_words_at_all_are_laid_out_once(qapp: QApplication, words: list[str], template: str, language: str) -> None:
    letter = replace(LETTER, body=body(*words), template=template, language=language)
    pages = pages_of(letter)
    lines = [(id(line.paragraph), line.number) for page in pages.pages for line in page]
    assert len(lines) == len(set(lines))


def test_a_word_of_ten_thousand_letters_goes_on_over_pages(look: Look) -> None:
    pages = pages_of(replace(LETTER, body=body("x" * 10_000)))
    assert sum(page.count("x" * 20) > 0 for page in pages.words) > 2
