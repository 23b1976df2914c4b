# SPDX-License-Identifier: GPL-3.0-or-later
"""The Reports view: what to report on one side, its pages on the other, and the way to Word."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ...domain.report import Report, ReportKind
from ...edits import reports
from ...edits.reports import Wanted
from ...store.changes import Changes
from ...store.errors import CaseFileError
from ...store.outcomes import outcome_years
from ..cases.panes import ListAndDetail
from ..desk import Desk
from ..jobs import Job, Step
from ..letters.done_bar import DoneBar
from ..showing import show_if
from ..widgets.buttons import PrimaryButton, QuietButton
from ..widgets.empty_state import EmptyState
from ..widgets.foot import Foot
from .chooser import Chooser
from .preview import ReportPreview

_PANES = "reports"
_CHOOSER = 400
"""Design px of what can be chosen, until somebody drags it."""
_INCOMPLETE = "Choose what is missing on the left; the report then stands here."


class ReportsView(QWidget):
    """Makes reports. choose_file and open_url can be exchanged in tests."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("reports")
        self._desk = desk
        self._wanted: Wanted | None = None
        self._is_stale = True
        self._job: Job | None = None
        self._written: Path | None = None
        self.choose_file: Callable[[str, str], str] = self._choose_file
        self.open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
        look = desk.look
        self.chooser = Chooser(desk, outcome_years(desk.session.file.engine))
        self.preview = ReportPreview(look)
        self.nothing = EmptyState(look, _INCOMPLETE)
        self.word = PrimaryButton(look, "Export to &Word")
        self.rows = QuietButton(look, "Export &numbers")
        self.done = DoneBar(look)
        self.foot = Foot(look)
        self._pages = QStackedWidget()
        self.back_button = QuietButton(look, "‹ &Reports")
        self._build()
        self._connect()

    # -- for the window

    def choose(self, kind: ReportKind, case_id: str = "") -> None:
        """Show one kind of report, of one case where it is about one."""
        if case_id:
            self.chooser.choose_case(case_id)
        self.chooser.choose_kind(kind)

    def place(self) -> dict[str, Any]:
        """Which report is chosen, as JSON."""
        return {"kind": str(self.chooser.kind)}

    def go_to(self, place: dict[str, Any]) -> None:
        """Return to a place."""
        if place.get("kind") in set(map(str, ReportKind)):
            self.chooser.choose_kind(ReportKind(place["kind"]))

    def export(self) -> None:
        """Take the report to Word."""
        self._export("docx")

    @property
    def report(self) -> Report | None:
        """The report that is shown."""
        return self.preview.report

    # -- building

    def _build(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        for page in (self.nothing, self.preview):
            self._pages.addWidget(page)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.rows, 0, Qt.AlignmentFlag.AlignVCenter)
        self._buttons.addWidget(self.word, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(self._buttons)
        for part in (self.done, self._pages, self.foot):
            column.addWidget(part, 1 if part is self._pages else 0)
        self.done.hide()
        self.foot.set_leading("What you see goes to Word as it stands; Word breaks it into pages")
        self._panes = ListAndDetail(self._desk, _PANES, self.chooser, side)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._panes)
        self._on_folded(self._panes.is_folded)
        self._desk.look.changed.connect(self._restyle)
        self._restyle()

    def _connect(self) -> None:
        self.chooser.wanted.connect(self._on_wanted)
        self.chooser.show_requested.connect(self._show_pages)
        self.back_button.clicked.connect(self.back)
        self._panes.folded.connect(self._on_folded)
        self.chooser.incomplete.connect(self._on_incomplete)
        self.word.clicked.connect(self.export)
        self.rows.clicked.connect(lambda: self._export("csv"))
        self.done.pressed.connect(self._open_written)
        self._desk.session.changed.connect(self._on_changed)

    # -- panes

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._desk.session.settings.splitters.get(_PANES):
            wanted = self._desk.look.px(_CHOOSER)
            self._panes.splitter.setSizes([wanted, max(self.width() - wanted, 1)])

    def back(self) -> None:
        """Back to what can be chosen."""
        self._panes.show_list()
        self.chooser.kinds.setFocus()

    def _show_pages(self) -> None:
        self._panes.show_detail()
        self.preview.setFocus()

    def _on_folded(self, is_folded: bool) -> None:
        show_if(self.back_button, is_folded)
        show_if(self.chooser.show_button, is_folded)

    # -- making

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.chooser.tell()

    def _on_wanted(self, wanted: Wanted) -> None:
        self._wanted = wanted
        if not self.isVisible():
            self._is_stale = True
            return
        self._is_stale = False
        if self._job is not None:
            self._job.cancel()
        file, today = self._desk.session.file, self._desk.session.today()

        def work(step: Step) -> Report:
            with file.turn:
                return reports.report(file, wanted, today, step)

        self._job = self._desk.jobs.start(
            "Writing the report",
            work,
            done=lambda made: self._show(wanted, made),
            failed=lambda error: self._on_failed(wanted, error),
        )

    def _show(self, wanted: Wanted, made: Report) -> None:
        if wanted != self._wanted or self._desk.session.is_locked:
            return
        self._job = None
        self.done.hide()
        self.preview.show_report(made)
        self._pages.setCurrentWidget(self.preview)
        self._enable(True)

    def _on_failed(self, wanted: Wanted, error: Exception) -> None:
        if not isinstance(error, CaseFileError):
            raise error
        if wanted == self._wanted:
            self._job = None
            self._say_instead(f"{error.message} {error.way_out}")

    def _on_incomplete(self) -> None:
        self._wanted = None
        self._say_instead(_INCOMPLETE)

    def _say_instead(self, sentence: str) -> None:
        self.nothing.say(sentence)
        self.preview.show_report(None)
        self._pages.setCurrentWidget(self.nothing)
        self._enable(False)

    def _enable(self, has_report: bool) -> None:
        self.word.setEnabled(has_report)
        self.rows.setEnabled(has_report)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        self._is_stale = True
        if self.isVisible():
            self.chooser.tell()

    # -- exporting

    def _export(self, ending: str) -> None:
        made = self.report
        if made is None:
            return
        chosen = self.choose_file(reports.suggested_name(made), ending)
        if not chosen:
            return
        session = self._desk.session
        try:
            self._written = reports.write(session.file, made, Path(chosen), session.today())
        except CaseFileError as trouble:
            session.trouble.emit(trouble)
            return
        self.done.say(f"The report is in {self._written.parent}, as “{self._written.name}”.", "&Open it")

    def _choose_file(self, name: str, ending: str) -> str:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(documents or Path.home())
        kind = "Word document (*.docx)" if ending == "docx" else "Numbers for a spreadsheet (*.csv)"
        start = str(folder / f"{name}.{ending}")
        return QFileDialog.getSaveFileName(self, "Where shall the report go?", start, kind)[0]

    def _open_written(self) -> None:
        if self._written is not None:
            self.open_url(QUrl.fromLocalFile(str(self._written)))

    def _restyle(self) -> None:
        px = self._desk.look.px
        self._buttons.setContentsMargins(px(24), px(14), px(24), px(14))
        self._buttons.setSpacing(px(8))
