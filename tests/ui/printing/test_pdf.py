# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters as PDF, read back as others would read it."""

from dataclasses import replace

import pypdfium2
import pytest
from tests.documents.word_files import LETTER, body
from tests.ui.printing.test_printed_pages import long_letter, pages_of

from amnesty_desktop.domain.group import Paper
from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.printing.pdf import pdf_of


def text_of(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    return [page.get_textpage().get_text_range() for page in document]


def test_the_words_of_a_letter_can_be_read_in_its_pdf(look: Look) -> None:
    (page,) = text_of(pdf_of([pages_of(LETTER)], "Letter", "Riverside Group"))
    for words in ("Riverside Group", LETTER.salutation, LETTER.close, LETTER.address.splitlines()[0]):
        assert words in page


def test_many_letters_are_one_document_in_their_order(look: Look) -> None:
    letters = [pages_of(replace(LETTER, body=body(f"Letter number {number}."))) for number in range(3)]
    pages = text_of(pdf_of(letters, "Letters", ""))
    assert [f"Letter number {number}." in page for number, page in enumerate(pages)] == [True] * 3


def test_later_pages_say_whose_letter_and_which_page_they_are(look: Look) -> None:
    pages = text_of(pdf_of([pages_of(long_letter(12))], "Letter", ""))
    assert pages[1].startswith("Riverside Group")
    assert "2" in pages[1].splitlines()[0] + pages[1].splitlines()[1]


@pytest.mark.parametrize(
    ("paper", "template", "size"), [(Paper.A4, "plain", (595, 842)), (Paper.LETTER, "card", (396, 612))]
)
def test_a_page_has_the_size_of_its_paper(look: Look, paper: Paper, template: str, size: tuple[int, int]) -> None:
    document = pypdfium2.PdfDocument(pdf_of([pages_of(replace(LETTER, template=template), paper)], "Letter", ""))
    assert document[0].get_size() == pytest.approx(size, abs=1)


def test_the_document_names_the_group_and_nobody_else(look: Look) -> None:
    document = pypdfium2.PdfDocument(pdf_of([pages_of(LETTER)], "Letter", "Riverside Group"))
    told = document.get_metadata_dict()
    assert (told["Title"], told["Author"], told["Creator"]) == ("Letter", "Riverside Group", "Amnesty Desktop")


def test_no_letters_make_no_document(look: Look) -> None:
    with pytest.raises(ValueError, match="needs a letter"):
        pdf_of([], "Letters", "")
