# SPDX-License-Identifier: GPL-3.0-or-later
"""Who stands as the sender on a letter, its envelope and its sheets."""

from ..documents.letterhead import Letterhead
from ..domain.addressee import Addressee
from ..domain.countries import country_name
from ..domain.group import Group
from ..domain.letter import Letter, LetterKind
from ..domain.member import Member
from ..store.reading import Reading


def letterhead_of(group: Group) -> Letterhead:
    """The group as sender, with its country printed in its own language."""
    return _letterhead(group, group.name, group.line, group.address, group.email)


def sender_of(reading: Reading, letter: Letter, group: Group) -> Letterhead:
    """Who stands as the sender on a letter and its envelope; nobody on a card."""
    writer, addressee = reading.find(Member, letter.writer_id), reading.find(Addressee, letter.addressee_id)
    is_inland = addressee is not None and bool(group.country) and addressee.country == group.country
    if letter.own_address and writer is not None and writer.address.strip():
        return _letterhead(group, writer.name, "", writer.address, writer.email, is_inland)
    if letter.kind is LetterKind.CARD:
        return Letterhead(paper=group.paper, sample=group.sample)
    return _letterhead(group, group.name, group.line, group.address, group.email, is_inland)


def _letterhead(group: Group, name: str, line: str, address: str, email: str, is_inland: bool = False) -> Letterhead:
    country = country_name(group.country, group.language) if group.country else ""
    street = tuple(filter(None, map(str.strip, address.splitlines())))
    lines = (*street, country) if country else street
    return Letterhead(
        name=name,
        line=line,
        address_lines=lines,
        email=email,
        paper=group.paper,
        sample=group.sample,
        return_line=", ".join(filter(None, (name, *(street if is_inland else lines)))),
    )
