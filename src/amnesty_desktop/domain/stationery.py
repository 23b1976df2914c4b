# SPDX-License-Identifier: GPL-3.0-or-later
"""Envelopes and sheets of labels, and the lines that go on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from .addressee import Addressee, AddresseeRole
from .countries import country_code
from .group import Paper
from .letter import Letter
from .name_mentions import mentions
from .names import sort_form
from .person import Person


class EnvelopeSize(StrEnum):
    """The envelopes there is a template for."""

    DL = "dl"
    C6 = "c6"
    NO_10 = "no10"


class LabelSheet(StrEnum):
    """The sheets of labels there is a template for: 24 on A4, 30 on US Letter."""

    A4_24 = "a4-24"
    US_5160 = "us-5160"


ENVELOPE_OF_PAPER = {Paper.A4: EnvelopeSize.DL, Paper.LETTER: EnvelopeSize.NO_10}
LABELS_OF_PAPER = {Paper.A4: LabelSheet.A4_24, Paper.LETTER: LabelSheet.US_5160}
"""What a group that prints on this paper most likely has."""

# There the name at the end of an address may be the town's.
_TOWN_AND_COUNTRY = frozenset({"DJ", "DZ", "GI", "GT", "KW", "LU", "MC", "MX", "PA", "SG", "SM", "TN", "VA"})


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """An address as it goes on an envelope; country is its last line in capitals, empty for one at home."""

    lines: tuple[str, ...] = ()
    country: str = ""

    @property
    def text(self) -> str:
        """All lines."""
        return "\n".join((*self.lines, *filter(None, (self.country,))))


def postal_address(address: str, own_country: str) -> PostalAddress:
    """Lay an address out for the post: its lines as they were typed, the country in capitals as the last one.

    The group's own country (ISO code) is left out, as the post of a country asks at home.
    """
    lines = tuple(filter(None, (" ".join(line.split()) for line in address.splitlines())))
    code = country_code(lines[-1]) if len(lines) > 1 else None
    if code is None:
        return PostalAddress(lines)
    if code == own_country:
        return PostalAddress(lines if code in _TOWN_AND_COUNTRY else lines[:-1])
    return PostalAddress(lines[:-1], lines[-1].upper())


def envelope_address(letter: Letter, addressee: Addressee | None, people: Sequence[Person], own_country: str) -> str:
    """The lines of a letter's address for its envelope; to a prisoner the number goes below the name.

    Without it post to a prison comes back. It goes in only where it is sure whose number it is.
    """
    number = _number_of(addressee, people) if addressee is not None else ""
    lines = postal_address(letter.address, own_country).text.splitlines()
    if number and lines and sort_form(number) not in sort_form(letter.address):
        lines.insert(1, f"No. {number}" if number[0].isdigit() else number)
    return "\n".join(lines)


def _number_of(addressee: Addressee, people: Sequence[Person]) -> str:
    if addressee.role is not AddresseeRole.PRISONER:
        return ""
    named = [person for person in people if not person.withheld and mentions(addressee.name, person)]
    meant = named or [person for person in people if len(people) == 1 and not person.withheld]
    return meant[0].prisoner_number.strip() if len(meant) == 1 else ""
