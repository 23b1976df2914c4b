# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of a sheet that has no list of them are found in its sentences, and marked as unsure."""

import pytest

from amnesty_desktop.intake.plain_text import read
from amnesty_desktop.intake.sheet.draft import Sureness
from amnesty_desktop.intake.sheet.reading import read_sheet

_HEAD = "URGENT ACTION\n\nUA: 61/12 Index: AFR 54/012/2012 Sudan Date: 3 May 2012\n\n"
_ASKS = "\n\nPlease write immediately in English:\n- calling on the authorities to release {};\n- urging them to act.\n"


def people(text: str) -> list[str]:
    """The names a sheet gives."""
    found = read_sheet(read(text.encode())).people
    assert all(person.sureness is Sureness.UNSURE for person in found)
    return [person.name for person in found]


def test_whoever_a_demand_names_is_one_of_them() -> None:
    told = "Staff of a training centre have been arrested in Khartoum and were not allowed to see a lawyer since then."
    assert people(_HEAD + told + _ASKS.format("Hatim Alloub, Rania Deng and Musa Kori")) == [
        "Hatim Alloub",
        "Rania Deng",
        "Musa Kori",
    ]


def test_whoever_is_said_to_be_arrested_in_a_later_paragraph_is_one_of_them() -> None:
    told = (
        "Hatim Alloub was taken to a hospital earlier this month after an interrogation of many hours.\n\n"
        "Another teacher, Rania Deng, was reportedly arrested at her home, and nothing is known of her since.\n\n"
        "The head of the centre, Yusuf Amin, told a newspaper that he had asked for news of both of them in vain."
    )
    assert people(_HEAD + told) == ["Hatim Alloub", "Rania Deng"]


@pytest.mark.parametrize("greeting", ["Dear Governor Bashir,", "Your Majesty,"])
def test_a_greeting_is_nobody(greeting: str) -> None:
    told = "Hatim Alloub was arrested on 2 May at his home and is held without charge in a prison of the capital."
    assert people(f"{_HEAD}{told}\n\n{greeting}\n\nI am writing to you about him.\n\nYours sincerely,") == [
        "Hatim Alloub"
    ]


def test_a_law_or_a_place_among_the_demands_is_nobody() -> None:
    told = "Hatim Alloub was arrested on 2 May at his home and is held without charge in a prison of the capital."
    assert people(_HEAD + told + _ASKS.format("him as the Wadi Salim Principles demand")) == ["Hatim Alloub"]


def test_the_title_of_a_library_page_names_them() -> None:
    text = (
        "UA 86/94 - Sudan: death threats: Hatim Alloub, Rania Deng and Musa Kori\n\nIndex number: AFR 54/034/1994\n\n"
        "There have been reports that the people listed above have been threatened if they do not leave the town.\n"
    )
    assert people(text) == ["Hatim Alloub", "Rania Deng", "Musa Kori"]
