# SPDX-License-Identifier: GPL-3.0-or-later
"""Ages printed in sentences reach the person they are of, and nobody else."""

import pytest

from amnesty_desktop.intake.sheet.ages import with_ages
from amnesty_desktop.intake.sheet.draft import DraftPerson


def ages(text: str, *names: str) -> list[int | None]:
    """The ages a text gives people of these names."""
    return [person.age for person in with_ages([DraftPerson(name) for name in names], text)]


@pytest.mark.parametrize(
    "text",
    [
        "Nadia Belhouari, 34, was arrested.",
        "Nadia Belhouari (34) was arrested.",
        "Nadia Belhouari, aged 34, was arrested.",
        "NADIA BELHOUARI (f), 34, teacher",
        "Nadia Belhouari, a law student aged 34 from Oran, was arrested.",
        "Nadia Belhouari is a 34-year-old nurse.",
        "Nadia Belhouari, who is 34 years old, was arrested.",
        "The 34-year-old nurse Nadia Belhouari was arrested.",
        "Belhouari, a retired postal worker of 34, was arrested.",
        "Nadia is 34 years old.",
        "Nadia Belhouari, 34 ans, a été arrêtée.",
        "Nadia Belhouari, de 34 años, fue detenida.",
        "Die 34-jährige Lehrerin Nadia Belhouari wurde festgenommen.",
        "Nadia Belhouari (34) wurde festgenommen.",
        "34-letnia nauczycielka Nadia Belhouari została zatrzymana.",
        "Nadia Belhouari, lat 34, została zatrzymana.",
        "Nadia Belhouari: This 34-year-old nurse is held in Oran.",
    ],
)
def test_an_age_is_found_however_it_is_said(text: str) -> None:
    assert ages(text, "Nadia Belhouari") == [34]


@pytest.mark.parametrize(
    "text",
    [
        "Nadia Belhouari, 34 others and a lawyer were arrested.",
        "On 3 May Nadia Belhouari, 28 days later, was freed.",
        "Nadia Belhouari was 19 at the time.",
        "Nadia Belhouari worked there when she was 27.",
        "Karim Belhouari, 30, is her brother.",
        "Her colleague, aged 51, saw Nadia Belhouari fall.",
        "Nadia Belhouari, 250, was arrested.",
    ],
)
def test_what_is_no_age_of_hers_now_is_left_alone(text: str) -> None:
    assert ages(text, "Nadia Belhouari") == [None]


@pytest.mark.parametrize("text", ["She is now 34.", "The 34-year-old teacher was taken away.", "Elle a 34 ans."])
def test_the_only_person_of_a_sheet_may_be_meant_without_a_name(text: str) -> None:
    assert ages(f"Nadia Belhouari was arrested. {text}", "Nadia Belhouari") == [34]
    assert ages(f"Both were arrested. {text}", "Nadia Belhouari", "Karim Lahlou") == [None, None]


def test_two_ages_without_a_name_are_nobodys() -> None:
    assert ages("The 34-year-old nurse and the 50-year-old guard spoke.", "Nadia Belhouari") == [None]


def test_a_family_name_of_two_people_says_nobodys_age() -> None:
    assert ages("Belhouari, 34, was arrested.", "Nadia Belhouari", "Karim Belhouari") == [None, None]


def test_an_age_that_the_list_gives_stays() -> None:
    assert with_ages([DraftPerson("Nadia Belhouari", age=20)], "Nadia Belhouari, 34, was arrested.")[0].age == 20
