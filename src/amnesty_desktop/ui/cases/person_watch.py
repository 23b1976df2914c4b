# SPDX-License-Identifier: GPL-3.0-or-later
"""Says in the form of a new person, while one types, that this may be somebody who is in the file."""

from functools import partial

from PySide6.QtCore import QTimer

from ...edits.merging import tell_apart
from ..desk import Desk
from .already_there import AlreadyThere
from .person_form import PersonForm

_PAUSE_MS = 300
_TELLING = ("name", "own_script", "other_names", "born")
"""Fields by which somebody is recognised."""


class PersonWatch(AlreadyThere):
    """Stands in the form itself, above its buttons."""

    def __init__(self, desk: Desk, form: PersonForm) -> None:
        super().__init__(desk)
        self._form = form
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        for name in _TELLING:
            form.fields[name].edited.connect(lambda _name: self._pause.start())
        self.open_requested.connect(lambda case_id: desk.wishes.case_requested.emit(case_id, "people"))
        self.told_apart.connect(self._remember)
        form.put(self)

    def look(self) -> None:
        """Look for somebody like the person as typed."""
        if not self._desk.session.is_locked:
            self.look_for_person(self._form.value())

    def _remember(self, noun: str, other_id: str) -> None:
        edit = partial(tell_apart, noun=noun, one_id=self._form.record.id, other_id=other_id)
        self._desk.session.edit("Tell two people apart", edit, self)
