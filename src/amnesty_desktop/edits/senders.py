# SPDX-License-Identifier: GPL-3.0-or-later
"""Who stands as the sender on a letter, its envelope and its sheets."""

from ..documents.letterhead import Letterhead
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
    writer = reading.find(Member, letter.writer_id)
    if letter.own_address and writer is not None and writer.address.strip():
        return _letterhead(group, writer.name, "", writer.address, writer.email)
    if letter.kind is LetterKind.CARD:
        return Letterhead(paper=group.paper, sample=group.sample)
    return letterhead_of(group)


def _letterhead(group: Group, name: str, line: str, address: str, email: str) -> Letterhead:
    country = country_name(group.country, group.language) if group.country else ""
    lines = tuple(filter(None, (*map(str.strip, address.splitlines()), country)))
    return Letterhead(
        name=name,
        line=line,
        address_lines=lines,
        email=email,
        paper=group.paper,
        sample=group.sample,
        return_line=", ".join(filter(None, (name, *lines))),
    )
