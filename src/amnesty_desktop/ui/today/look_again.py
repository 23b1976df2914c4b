# SPDX-License-Identifier: GPL-3.0-or-later
"""Which drafts need another look: found out in slices while the window is idle."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from ...domain.letter import Letter
from ...store import today as store_today
from ...store.case_file import CaseFile
from ..free_file import free_file
from ..lights import Light
from ..session import Session
from .lines import Act, TodayLine, about

_MOST = 60
_SLICE_SECONDS = 0.012
_REST_MS = 200
_FIRST_REST_MS = 500


class LookAgain(QObject):
    """Goes through the newest drafts. Signal: found() when it is through and something else came out than before."""

    found = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._to_check: list[str] = []
        self._so_far: list[TodayLine] = []
        self._has_begun = False
        self.lines: list[TodayLine] = []
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._check_some)

    def begin(self) -> None:
        """Go through the drafts anew; until that is done the lines stay as they were."""
        drafts = store_today.drafts_of_open_cases(self._session.file.engine)
        self._to_check = [letter_id for letter_id, _ in drafts[:_MOST]]
        self._so_far = []
        # The first sight of the window goes first.
        self._soon.start(0 if self._has_begun else _FIRST_REST_MS)
        self._has_begun = True

    def _check_some(self) -> None:
        if self._session.is_locked:
            return
        with free_file(self._session) as file:
            if file is None:
                self._soon.start(_REST_MS)
                return
            self._check_for(file, _SLICE_SECONDS)
        if self._to_check:
            self._soon.start(0)
        elif self._so_far != self.lines:
            self.lines = self._so_far
            self.found.emit()

    def _check_for(self, file: CaseFile, seconds: float) -> None:
        end = perf_counter() + seconds
        while self._to_check and perf_counter() < end:
            line = self._looked_at(file, self._to_check.pop(0))
            if line is not None:
                self._so_far.append(line)

    def _looked_at(self, file: CaseFile, letter_id: str) -> TodayLine | None:
        # What makes letters is not needed for the first sight of the window.
        from ...edits import export

        letter = file.find(Letter, letter_id)
        if letter is None:
            return None
        blocking = [one for one in export.findings(file, letter, self._session.today()) if one.blocks]
        if not blocking:
            return None
        case = store_today.case_words(file.engine, letter.case_id)
        word = blocking[0].word
        return TodayLine(
            key=f"again:{letter_id}",
            light=Light.LOOK_AGAIN,
            word="look again",
            who=case.who,
            who_own=case.who_own,
            about=about(case.country, case.reference, case.kind),
            what=word[:1].lower() + word[1:],
            act=Act.OPEN_DRAFT,
            case_id=letter.case_id,
            letter_ids=(letter_id,),
        )
