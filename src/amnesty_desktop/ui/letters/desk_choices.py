# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be chosen above the paper: writers, addressees, languages and papers, as pairs of value and words."""

from ...domain.addressee import Addressee
from ...domain.compose import copy_name
from ...domain.letter import Letter
from ...domain.letter_words import LANGUAGES
from ...domain.member import Member
from ...domain.own_template import OwnTemplate
from ...domain.vocabularies import label
from ...edits.drafting import IN_ORDER
from ...store.reading import Reading
from .desk_bar import Choices
from .framing import kinds_for
from .words import language_name

_SHORT = {"letterhead": "Letterhead", "plain": "Plain", "card": "Card"}


def writers(reading: Reading, letter: Letter) -> Choices:
    """The active members, whoever wrote the letter, and the group itself for nobody named."""
    members = reading.all(Member, order="active DESC, key")
    shown = [(member.id, member.name) for member in members if member.active or member.id == letter.writer_id]
    return [*shown, ("", reading.group().name)]


def addressees(reading: Reading, letter: Letter) -> Choices:
    """Everybody the case writes to."""
    found = reading.all(Addressee, case_id=letter.case_id, order=IN_ORDER)
    return [(one.id, copy_name(one) or one.address.partition("\n")[0]) for one in found]


def kinds(reading: Reading, letter: Letter) -> Choices:
    """What the letter can be."""
    return [(str(kind), label(kind)) for kind in kinds_for(reading, letter)]


def languages(letter: Letter) -> Choices:
    """The languages there are sentences in, and the letter's own."""
    codes = dict.fromkeys((*LANGUAGES, letter.language))
    return [(code, language_name(code)) for code in codes]


def papers(reading: Reading, letter: Letter) -> Choices:
    """The papers, the group's own templates among them; one's own address only for a writer who has one."""
    own = [(one.id, one.name) for one in reading.all(OwnTemplate, order="position, key")]
    shown = [("letterhead", "Group letterhead"), ("plain", "Plain paper"), ("card", "Card, half a sheet"), *own]
    writer = reading.find(Member, letter.writer_id)
    if not letter.own_address and (writer is None or not writer.address.strip()):
        return shown
    with_address = [(f"{value}:own", f"{_SHORT.get(value, words)}, own address") for value, words in shown]
    kept = {"plain:own", f"{letter.template}:own" if letter.own_address else ""}
    return [*shown, *(choice for choice in with_address if choice[0] in kept)]
