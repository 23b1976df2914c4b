# SPDX-License-Identifier: GPL-3.0-or-later
"""From a spreadsheet on the disk to its page: chosen or dropped, and read away from the window's thread."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ...edits import spreadsheets
from ...intake.page_text import Unreadable
from ...intake.table import Table
from ..jobs import Step
from .page import BringIn

if TYPE_CHECKING:
    from ..main_window import MainWindow

_FILTER = "Spreadsheets (*.csv *.tsv *.txt *.xlsx *.ods);;All files (*)"


class Beginning(QObject):
    """Begins with spreadsheets in one window. choose_file can be exchanged in tests."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.choose_file: Callable[[], str] = self._choose_file

    def choose(self) -> None:
        """Ask for a spreadsheet, and show its page."""
        if self._window.workplace is not None and (chosen := self.choose_file()):
            self.begin(Path(chosen))

    def begin(self, path: Path) -> None:
        """Read a spreadsheet and show its page; what cannot be read is said."""
        workplace = self._window.workplace
        if workplace is None:
            return

        def work(step: Step) -> Table:
            return spreadsheets.read(path, lambda: step(0, 0))

        desk = workplace.desk
        desk.jobs.start(
            f"Reading “{path.name}”", work, done=lambda table: self._show(path.name, table), failed=self._on_failed
        )

    def _show(self, name: str, table: Table) -> None:
        workplace = self._window.workplace
        if workplace is None or workplace.desk.session.is_locked:
            return
        page = BringIn(workplace.desk, name, table, self._window)
        page.brought_in.connect(lambda sentence: workplace.tell(sentence, True))
        self._window.papers.show(page)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Unreadable):
            raise error
        if self._window.workplace is not None:
            self._window.workplace.tell(f"{error.sentence} {error.way_out}", False)

    def _choose_file(self) -> str:
        return QFileDialog.getOpenFileName(self._window, "Bring in a spreadsheet", str(Path.home()), _FILTER)[0]
