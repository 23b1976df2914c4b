# SPDX-License-Identifier: GPL-3.0-or-later
"""Small phrases around a letter: who gets a copy, how the group is named, a prisoner's number, the form of dates."""

from collections.abc import Sequence

from .addressee import Addressee
from .group import Group
from .letter_frames import FRAMES
from .letter_words import language_of


def copy_line(copies: Sequence[Addressee], language: str) -> str:
    """The line that names who gets a copy; empty for none."""
    named = [copy_name(addressee) for addressee in copies]
    frame = FRAMES[language_of(language) or "en"]
    return f"{frame.copies} {'; '.join(filter(None, named))}" if any(named) else ""


def copy_name(addressee: Addressee) -> str:
    """How a copy line names an addressee: name and office, once."""
    parts = (part.strip().replace("\n", ", ") for part in (addressee.name, addressee.office))
    return ", ".join(dict.fromkeys(filter(None, parts)))


def with_number(address: str, number: str) -> str:
    """An address with a prisoner's number below the name, once."""
    number = number.strip()
    name, _, rest = address.partition("\n")
    if not number or number in address or not name:
        return address
    return "\n".join(filter(None, (name, number, rest)))


def locale_of(language: str, country: str) -> str:
    """The locale dates are written in: English as in the group's own country, other languages as they are."""
    return "en_US" if language == "en" and country == "US" else {"en": "en_GB"}.get(language, language)


def group_phrase(group: Group, language: str) -> str:
    """The group's name inside a sentence; English puts the article before "... Group"."""
    name = group.name.strip()
    is_plain = language == "en" and name.lower().endswith("group") and not name.lower().startswith("the ")
    return f"the {name}" if is_plain else name
