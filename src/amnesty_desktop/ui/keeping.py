# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeping what is typed: within two seconds in the file as a draft, and one edit at the next good moment."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from .session import Session

DRAFT_AFTER_MS = 1_500
EDIT_AFTER_MS = 30_000


class Keeper(QObject):
    """Watches over one form.

    draft gives what is typed as JSON (see edits.bring_back: {"rows": [[table, row], ...], "typed": {field: text}});
    commit turns it into an edit. commit is called on settle(): leaving the form, export, lock, close,
    or after half a minute of rest.
    """

    def __init__(
        self,
        session: "Session",
        *,
        form: Callable[[], str],
        draft: Callable[[], dict[str, Any]],
        commit: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._form = form
        self._draft = draft
        self._commit = commit
        self._kept = ""
        self.dirty = False
        self._soon = QTimer(self, interval=DRAFT_AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self.keep)
        self._rest = QTimer(self, interval=EDIT_AFTER_MS, singleShot=True)
        self._rest.timeout.connect(self.settle)
        session.add_keeper(self)
        self.destroyed.connect(lambda: session.remove_keeper(self))

    def touched(self) -> None:
        """Something was typed."""
        self.dirty = True
        if not self._soon.isActive():
            self._soon.start()
        self._rest.start()

    def keep(self) -> bool:
        """Write the draft now; False when the disk did not take it."""
        if not self.dirty:
            return True
        if not self._session.keep_draft(self._form(), self._draft()):
            return False
        self._kept = self._form()
        return True

    def settle(self) -> bool:
        """Turn the typing into an edit; when that fails it stays typed and kept. False when the disk takes neither."""
        self._soon.stop()
        self._rest.stop()
        if not self.dirty:
            return True
        if not self._commit():
            return self.keep()
        self.dirty = False
        if self._kept and not self._session.is_locked:
            self._session.file.drop_draft(self._kept)
            self._kept = ""
        return True

    def typed(self) -> tuple[str, dict[str, Any]]:
        """The form and its typing as JSON, for whoever can keep them where the file cannot."""
        return self._form(), self._draft()

    def forget(self) -> None:
        """The form holds nothing unsaved any more (another record was loaded, or the typing was thrown away)."""
        self.dirty = False
        self._kept = ""
        self._soon.stop()
        self._rest.stop()
