# SPDX-License-Identifier: GPL-3.0-or-later
"""A field of a form: label above, editor, and one line below that says what is wrong with it or what it wants."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ...domain.problems import Problem
from ..look import Look
from ..showing import show_if
from ..theme import Role, Use
from .paragraph import NARROW, Paragraph, Run


class FormField(QWidget):
    """Label, editor and problem line. name is the field's name in the domain's problems."""

    def __init__(
        self, look: Look, name: str, label: str, editor: QWidget, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.name = name
        self.editor = editor
        self._hint = hint
        self._problem: Problem | None = None
        self._label = QLabel(label)
        self._label.setBuddy(editor)
        self._below = Paragraph(look, "", Use.CAPTION, Role.SECONDARY, line_height=NARROW)
        if not editor.accessibleName():
            editor.setAccessibleName(label.replace("&", ""))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._label, editor, self._below):
            self._column.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._restyle)
        self._restyle()
        self.clear_problem()

    @property
    def problem(self) -> Problem | None:
        """The problem shown."""
        return self._problem

    def set_label(self, label: str) -> None:
        """Ask for something else in the same field."""
        self._label.setText(label)
        self.editor.setAccessibleName(label.replace("&", ""))

    def set_hint(self, hint: str) -> None:
        """Say something else below the editor while nothing is wrong."""
        self._hint = hint
        if self._problem is None:
            self.clear_problem()

    def show_problem(self, problem: Problem) -> None:
        """Say below the editor what is wrong and the way out."""
        self._problem = problem
        self._below.set_runs(Run(problem.message, Role.RED, strong=True), Run(f" {problem.way_out}", Role.TEXT))
        show_if(self._below, True)
        self.editor.setAccessibleDescription(f"{problem.message} {problem.way_out}")

    def clear_problem(self) -> None:
        """Nothing is wrong; the hint, if there is one, stands there again."""
        self._problem = None
        self._below.setText(self._hint)
        show_if(self._below, bool(self._hint))
        self.editor.setAccessibleDescription(self._hint)

    def show_doubt(self, words: str) -> None:
        """Say below the editor that somebody has to look at the value; empty words take it back."""
        if self._problem is not None:
            return
        if not words:
            self.clear_problem()
            return
        self._below.set_runs(Run(words, Role.AMBER, strong=True))
        show_if(self._below, True)
        self.editor.setAccessibleDescription(words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        """Let the label begin where the editor begins; left to itself it goes by the script of its words."""
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        self._label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def _restyle(self) -> None:
        self._label.setFont(self._look.font(Use.CAPTION))
        self._column.setSpacing(self._look.px(4))
        self._align()
