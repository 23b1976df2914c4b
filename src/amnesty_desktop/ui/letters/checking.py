# SPDX-License-Identifier: GPL-3.0-or-later
"""The letter check beside the paper: it looks a moment after the last key and remembers what may be left."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from ...domain.letter import Answer, Letter
from ...domain.letter_check import check
from ...domain.letter_findings import CheckMaterial, Finding, Rule
from ...edits import export
from ...store.changes import Changes
from ..session import Session

LOOKS_AFTER_MS = 250


class Checking(QObject):
    """Looks over one letter. letter gives it with its number of pages, None while there is none.

    Signal: found(tuple of Findings), blocking ones first.
    """

    found = Signal(object)

    def __init__(self, session: Session, letter: Callable[[], tuple[Letter, int] | None], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._letter = letter
        self._material: CheckMaterial | None = None
        self._left: set[str] = set()
        self._minds = True
        self.findings: tuple[Finding, ...] = ()
        self._soon = QTimer(self, interval=LOOKS_AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self.look)
        session.changed.connect(self._on_changed)

    def look_soon(self) -> None:
        """Something was typed."""
        self._soon.start()

    def begin(self) -> None:
        """Another letter lies on the desk: look at it now, with everything its case holds."""
        self._material = None
        self._left.clear()
        self.look()

    def rest(self) -> None:
        """No letter lies on the desk."""
        self._soon.stop()
        self._material = None
        self.findings = ()

    def leave(self, finding: Finding) -> None:
        """The writer has seen this and lets it be, as long as the letter lies on the desk."""
        self._left.add(finding.key)
        self.look()

    def say_mind(self, is_said: bool) -> None:
        """Whether to say here what to mind; while the facts stand beside the paper they say it."""
        if is_said != self._minds:
            self._minds = is_said
            self.look_soon()

    def look(self) -> None:
        """Look now."""
        self._soon.stop()
        looked_at = None if self._session.is_locked else self._letter()
        if looked_at is None:
            return
        letter, pages = looked_at
        if self._material is None:
            self._material = self._gathered(letter)
        addressee = next((a for a in self._material.addressees if a.id == letter.addressee_id), None)
        material = replace(self._material, pages=pages, addressee=addressee)
        found = (finding for finding in check(letter, material) if finding.key not in self._left)
        self.findings = tuple(f for f in found if self._minds or f.rule is not Rule.PLEASE_MIND)
        self.found.emit(self.findings)

    @property
    def material(self) -> CheckMaterial | None:
        """What the case holds, as far as it was asked for."""
        return self._material

    def _gathered(self, letter: Letter) -> CheckMaterial:
        file = self._session.file
        answered = frozenset(answer.subject_id for answer in file.all(Answer, letter_id=letter.id))
        return export.check_material(file, letter, self._session.today(), answered=answered)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if self._material is not None and self._material.case.id in changes.cases:
            self._material = None
            self._soon.start()
