# SPDX-License-Identifier: GPL-3.0-or-later
"""The thirty articles are all there."""

import pytest

from amnesty_desktop.domain.udhr import ARTICLES, article


def test_there_are_thirty_articles_in_order() -> None:
    assert list(ARTICLES) == list(range(1, 31))
    assert len(set(ARTICLES.values())) == 30


def test_article_five_is_about_torture() -> None:
    assert "tortured" in article(5)


@pytest.mark.parametrize("number", [0, 31])
def test_there_is_no_article_outside_the_thirty(number: int) -> None:
    with pytest.raises(LookupError, match="1 to 30"):
        article(number)
