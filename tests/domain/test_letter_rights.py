# SPDX-License-Identifier: GPL-3.0-or-later
"""The articles of the Universal Declaration in letters."""

import pytest

from amnesty_desktop.domain.at_stake import MATTERS
from amnesty_desktop.domain.letter_frames import FRAMES
from amnesty_desktop.domain.letter_rights import CLAUSES, rights_paragraph, rights_sentence
from amnesty_desktop.domain.udhr import ARTICLES

LANGUAGES = ["en", "fr", "es", "de"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_the_articles_concerns_touch(language: str) -> None:
    touched = {number for matter in MATTERS.values() for number in matter.articles}
    assert touched - CLAUSES[language].keys() <= {4}
    assert CLAUSES[language].keys() <= ARTICLES.keys()


def test_up_to_two_articles_are_named_in_one_sentence() -> None:
    assert rights_sentence((5,), "en") == (
        "The Universal Declaration of Human Rights says that nobody may be tortured or treated cruelly (Article 5)."
    )
    said = rights_sentence((5, 9, 19), "de")
    assert [f"Artikel {number}" in said for number in (5, 9, 19)] == [True, True, False]
    assert " und niemand willkürlich" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_is_known_to_be_at_stake_the_general_sentence_stays(language: str) -> None:
    assert rights_paragraph((), language, trusting=True) == FRAMES[language].rights
    assert rights_paragraph((4,), language, trusting=False) == FRAMES[language].rights_public


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_hope_in_the_office_follows_the_articles(language: str) -> None:
    said = rights_paragraph((19,), language, trusting=True)
    assert said.startswith(rights_sentence((19,), language))
    assert said.endswith(FRAMES[language].rights[-20:])
