# SPDX-License-Identifier: GPL-3.0-or-later
"""Envelopes and address labels as Word documents."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..domain.letter import Body
from ..domain.stationery import EnvelopeSize, LabelSheet, PostalAddress
from .form import HEAD_FIELDS, LABEL_FIELDS, SAMPLE, FieldText, Filling
from .letter import SAMPLE_MARK
from .letterhead import Letterhead
from .pouring import DocumentWords, poured
from .scripts import is_right_to_left
from .stationery_layout import ENVELOPES, LABELS, fitting_points
from .template import Template
from .word_xml import cleaned

AIRMAIL = "PAR AVION / BY AIR MAIL"
"""French and English, as the Universal Postal Union has it."""
_EMPTY = FieldText()


@dataclass(frozen=True, slots=True)
class Envelope:
    """What is printed on one envelope. Nobody's name as sender where one could do harm."""

    address: PostalAddress
    letterhead: Letterhead
    by_air: bool = False


def envelopes_document(items: Sequence[Envelope], size: EnvelopeSize, template: Template) -> bytes:
    """The bytes of a .docx with one envelope a page, in their order; raises ValueError for none."""
    if not items:
        raise ValueError("A document needs an envelope.")
    fillings = [_envelope(item, size) for item in items]
    return poured(fillings, template, DocumentWords(items[0].letterhead.name, "Envelopes"))


def _envelope(item: Envelope, size: EnvelopeSize) -> Filling:
    layout, head = ENVELOPES[size], item.letterhead
    text = cleaned("\n".join(item.address.lines))
    points = fitting_points(cleaned(item.address.text), layout.address, layout.points)
    *sender, country = head.address_lines or ("",)
    texts = dict.fromkeys(HEAD_FIELDS, _EMPTY) | {
        "group_name": FieldText(cleaned(head.name)),
        "sender": FieldText(cleaned("\n".join((*sender, country.upper() if item.address.country else country)))),
        "airmail": FieldText(AIRMAIL if item.by_air and item.address.country else ""),
        "address": FieldText(text, points=points),
        # Below lines from right to left the country stands where they do.
        "country": FieldText(cleaned(item.address.country), "ar" if is_right_to_left(text) else "", points),
        SAMPLE: FieldText(SAMPLE_MARK if head.sample else ""),
    }
    return Filling(texts, Body(), "")


def labels_document(
    addresses: Sequence[PostalAddress], kind: LabelSheet, template: Template, head: Letterhead, *, first: int = 1
) -> bytes:
    """The bytes of a .docx with sheets of labels; first is the number of the first label still on the first sheet.

    Raises ValueError for no addresses.
    """
    if not addresses:
        raise ValueError("A document needs an address.")
    layout = LABELS[kind]
    room = next(iter(layout.boxes))
    blank = [_EMPTY] * (min(max(first, 1), layout.labels) - 1)
    texts = [cleaned(address.text) for address in addresses]
    printed = blank + [FieldText(text, points=fitting_points(text, room, layout.points)) for text in texts]
    mark = FieldText(SAMPLE_MARK if head.sample else "")
    none = dict.fromkeys(LABEL_FIELDS, _EMPTY) | {SAMPLE: mark}
    sheets = (printed[at : at + layout.labels] for at in range(0, len(printed), layout.labels))
    fillings = [Filling(none | dict(zip(LABEL_FIELDS, sheet, strict=False)), Body(), "") for sheet in sheets]
    return poured(fillings, template, DocumentWords(head.name, "Address labels"))
