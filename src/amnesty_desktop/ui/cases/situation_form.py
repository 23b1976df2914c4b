# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of one entry of what has happened: when, what, in a few words."""

from collections.abc import Iterable
from typing import Any

from ...domain.person import SituationKind
from ...domain.problems import Problem
from ...domain.vocabularies import label
from ...edits import people
from ...store.recorder import Transaction
from ..desk import Desk
from ..widgets.buttons import LinkButton
from .fields import ChoiceField, DateField, LineField, SideBySide
from .kept_form import KeptForm, put_into_bin

_KINDS = tuple((kind, label(kind)) for kind in SituationKind)


class SituationForm(KeptForm):
    """Three things; the date is taken as people know it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "situation", ("Add to what has happened", "Change what has happened"))
        self.setObjectName("situation_form")
        look = desk.look
        when = DateField(look, "on", "&When, as far as known", desk.session.today)
        kind = ChoiceField(look, "kind", "What &happened", _KINDS)
        text = LineField(look, "text", "In a few wor&ds", prompt="where, by whom, on what charge …")
        self.own(when, kind, text)
        self.add(SideBySide(look, when, kind), text)
        self._bin = LinkButton(look, "Put into the bin")
        self._bin.setObjectName("bin_situation")
        self._bin.clicked.connect(self._put_into_bin)
        self.add_trailing(self._bin)

    def load(self, *records: Any, is_new: bool = False) -> None:
        super().load(*records, is_new=is_new)
        self._bin.setVisible(not is_new)

    def write(self, write: Transaction, values: tuple[Any, ...]) -> None:
        people.save_situation(write, values[0])

    def problems(self, values: tuple[Any, ...]) -> Iterable[Problem]:
        on = values[0].on
        if on is not None and on.is_known and on.earliest > self.desk.session.today():
            yield Problem("on", "The date lies in the future.", "Only what has happened stands here; correct the date.")

    def _put_into_bin(self) -> None:
        self.keeper.settle()
        bin_situation(self.desk, self.record)


def bin_situation(desk: Desk, entry: Any) -> bool:
    """Put an entry into the bin, named by its words."""
    named = entry.text.strip().rstrip(".") or label(entry.kind)
    return put_into_bin(desk, entry, "Put what has happened into the bin", f"“{named}” is in the bin.")
