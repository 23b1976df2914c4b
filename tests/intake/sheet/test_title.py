# SPDX-License-Identifier: GPL-3.0-or-later
"""The headline of a sheet, or its concern: never a line of the menu of a page, and no piece of a sentence."""

import pytest
from tests.support.sheet_scores import names, read_of

from amnesty_desktop.intake.plain_text import read
from amnesty_desktop.intake.sheet.reading import read_sheet


def title(text: str) -> str:
    """The title a text is given."""
    return read_sheet(read(text.encode())).title.value


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("own-2010s-vietnam-1b", "Viet Nam: environmental blogger faces up to 20 years in jail"),
        (
            "own-2020s-cameroon-1c",
            "Cameroun. Deux défenseures des droits humains menacées de mort doivent être protégées",
        ),
        ("own-2010s-ethiopia-2h", "Ethiopia: Bloggers' trial put off again, one denied treatment"),
        ("own-2020s-saudi-7g", "Arabia Saudyjska: nauczyciel skazany na śmierć za wpisy w sieci"),
        ("own-2010s-honduras-1b", "Radio journalist and daughter threatened"),
        ("own-2000s-nepal-38d", 'Incommunicado detention / fear of torture / possible "disappearance"'),
        ("own-1990s-turkey-10a", "Fear of Torture"),
        ("2000s-nepal-3", "Fear of torture / Fear for safety"),
    ],
)
def test_a_sheet_has_the_title_it_prints(name: str, words: str) -> None:
    assert read_of(name)["title"].startswith(words)


def test_no_title_is_a_menu_or_a_piece_of_a_sentence() -> None:
    titles = {name: read_of(name)["title"] or "" for own in (False, True) for name in names(own)}
    wrong = {
        name: words
        for name, words in titles.items()
        if " > " in words
        or " | " in words
        or "http" in words
        or words.startswith(("Skip", "Share", "Published", "To:"))
    }
    assert wrong == {}


def test_a_headline_in_capitals_is_written_as_the_text_writes_its_words() -> None:
    text = (
        "UA: 61/12 Index: AFR 54/012/2012 Sudan Date: 3 May 2012\n\nURGENT ACTION\n\nTEACHERS HELD, MORE AT RISK\n\n"
        "Two teachers are held in Khartoum and more of them are at risk. They must be released immediately.\n"
    )
    assert title(text) == "Teachers held, more at risk"


def test_a_sentence_that_begins_with_a_country_is_no_title() -> None:
    text = (
        "UA: 61/12 Index: AFR 54/012/2012 Sudan Date: 3 May 2012\n\nURGENT ACTION\nTEACHER HELD IN PRISON\n"
        "Hatim Alloub was arrested on 2 May near his home in the east of\n"
        "Sudan. He is accused of a crime that he says he has not committed.\n"
    )
    assert title(text) == "Teacher held in prison"
