# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of one entry of what has happened: when, what, where, in a few words, and how it is known."""

from ...domain.person import Situation, SituationKind
from ...domain.problems import Problem
from ...domain.source import Source
from ...domain.source_words import tags
from ...domain.vocabularies import label
from ...edits import people
from ...store.recorder import Transaction
from ..desk import Desk
from ..widgets.buttons import LinkButton
from .fields import ChoiceField, DateField, LineField, SideBySide
from .kept_form import KeptForm, put_into_bin

_KINDS = tuple((kind, label(kind)) for kind in SituationKind)


class SituationForm(KeptForm[Situation]):
    """Four things, and the source it is known from; the date is taken as people know it."""

    noun = "situation"
    labels = ("Add to what has happened", "Change what has happened")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("situation_form")
        look = desk.look
        when = DateField(look, "on", "&When, as far as known", desk.session.today)
        kind = ChoiceField(look, "kind", "What &happened", _KINDS)
        text = LineField(look, "text", "In a few wor&ds", prompt="by whom, on what charge, for how long …")
        place = LineField(look, "place", "Whe&re", prompt="a prison, a court, a town …")
        self.source = ChoiceField(look, "source_id", "&Known from", hint="The sources stand under Facts.")
        self.add(when, kind, text, place, self.source)
        self.put(SideBySide(look, when, kind), SideBySide(look, text, place))
        self.put(self.source, folded=True)
        self.bin_button = LinkButton(look, "Put into the bin")
        self.bin_button.setObjectName("bin_situation")
        self.bin_button.clicked.connect(self._put_into_bin)
        self.put_at_end(self.bin_button)

    def load(self, record: Situation, *, is_new: bool = False) -> None:
        sources = self._desk.session.file.all(Source, case_id=record.case_id)
        self.source.offer([(None, "not said"), *tags(sources)])
        super().load(record, is_new=is_new)
        self.bin_button.setVisible(not is_new)

    def save(self, write: Transaction, value: Situation) -> None:
        people.save_situation(write, value)

    def is_worth_adding(self, value: Situation) -> bool:
        return value.on is not None or bool(value.text or value.place) or value.kind is not SituationKind.OTHER

    def problems(self, value: Situation) -> list[Problem]:
        on = value.on
        if on is None or not on.is_known or on.earliest <= self._desk.session.today():
            return []
        way_out = "Only what has happened stands here; correct the date."
        return [Problem("on", "The date lies in the future.", way_out)]

    def _put_into_bin(self) -> None:
        self.keeper.settle()
        bin_situation(self._desk, self.record)


def bin_situation(desk: Desk, entry: Situation) -> bool:
    """Put an entry into the bin, named by its words."""
    named = entry.text.strip().rstrip(".") or " ".join(
        part for part in (label(entry.kind), entry.place.strip()) if part
    )
    return put_into_bin(desk, entry, "Put what has happened into the bin", f"“{named}” is in the bin.")
