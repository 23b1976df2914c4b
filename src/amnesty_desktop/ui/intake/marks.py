# SPDX-License-Identifier: GPL-3.0-or-later
"""Where each field of a draft stands in the text of its sheet."""

from collections.abc import Mapping, Sequence

from ...intake.sheet.draft import Place, SheetDraft

Places = Mapping[str, tuple[Place, ...]]


def places_of(draft: SheetDraft) -> dict[str, tuple[Place, ...]]:
    """Return the places of every field by its name on the form; people and addressees as "people 0", "addressees 1"."""
    found = {
        "kind": draft.kind.places,
        "reference": draft.number.places,
        "update": draft.update.places or draft.earlier.places,
        "ai_index": draft.index.places,
        "confidentiality": draft.confidentiality.places,
        "country": draft.countries.places,
        "issued": draft.issued.places,
        "appeal_by": draft.appeal_by.places,
        "title": draft.title.places,
        "concerns": draft.concerns.places,
        "situation": draft.summary.places,
        "asks": tuple(place for ask in draft.asks for place in ask.places),
        "background": draft.background.places,
        "languages": draft.languages.places,
        "model_letter": draft.model_letter.places,
        "notes": tuple(place for note in draft.notes for place in note.places),
    }
    found |= {f"people {number}": person.places for number, person in enumerate(draft.people)}
    found |= {f"addressees {number}": each.places for number, each in enumerate(draft.addressees)}
    return found


class Columns:
    """Turns places of a Python text into those Qt counts: letters beyond the first 65,536 take two."""

    def __init__(self, text: str) -> None:
        self._wide = [at for at, sign in enumerate(text) if ord(sign) > 0xFFFF]

    def to_qt(self, at: int) -> int:
        """Where Qt has a place of Python's."""
        return at + sum(1 for wide in self._wide if wide < at)

    def from_qt(self, at: int) -> int:
        """Where Python has a place of Qt's."""
        for wide in self._wide:
            if wide < at - 1:
                at -= 1
            elif wide < at:
                return wide
        return at


def joined(places: Sequence[Place]) -> tuple[Place, ...]:
    """The same places in order, those that touch or overlap as one."""
    found: list[Place] = []
    for place in sorted(places, key=lambda each: (each.begin, each.end)):
        if found and place.begin <= found[-1].end:
            found[-1] = Place(found[-1].begin, max(found[-1].end, place.end))
        elif place.end > place.begin:
            found.append(place)
    return tuple(found)
