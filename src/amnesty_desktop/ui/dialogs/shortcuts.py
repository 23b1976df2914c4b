# SPDX-License-Identifier: GPL-3.0-or-later
"""All keyboard shortcuts, from the same list the menus are made of."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from ..actions import MENUS, keys_of
from ..look import Look
from ..texts import left_to_right, shortcut_text
from ..theme import Role, Use
from ..widgets.paragraph import OneLine
from ..widgets.section_head import SectionHead
from .frame import DialogFrame

_ELSEWHERE = (
    ("Open what is chosen in a list", "Enter"),
    ("Do what the button of a line says (Today)", "Ctrl+Enter"),
    ("Change what is shown", "F2"),
    ("Put what is chosen into the bin", "Del"),
    ("Leave a form or a search", "Esc"),
    ("To the next and the last part of the window", "Tab, Shift+Tab"),
)


class Shortcuts(DialogFrame):
    """Every action with its keys, by menu."""

    def __init__(self, look: Look, parent: QWidget | None) -> None:
        super().__init__(look, "Keyboard shortcuts", parent, size=(600, 620))
        for title, entries in MENUS:
            rows = [
                (entry.words.replace("&", "").rstrip("…"), _spelled(keys_of(entry)))
                for entry in entries
                if entry is not None and entry.shortcuts
            ]
            if rows:
                self._section(title.replace("&", ""), rows)
        self._section("In lists and forms", list(_ELSEWHERE))
        self.content.addStretch(1)
        self.add_close()

    def _section(self, title: str, rows: list[tuple[str, str]]) -> None:
        self.add(SectionHead(self.look, title))
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.look.px(24))
        grid.setColumnStretch(0, 1)
        for number, (words, keys) in enumerate(rows):
            grid.addWidget(OneLine(self.look, words), number, 0)
            shown = OneLine(self.look, left_to_right(keys), Use.TABLE, Role.SECONDARY)
            grid.addWidget(shown, number, 1, Qt.AlignmentFlag.AlignTrailing)
        self.content.addLayout(grid)


def _spelled(keys: list[QKeySequence]) -> str:
    """The usual keys, and a second way where it is one with Ctrl; media keys and the like are left out."""
    usual = [shortcut_text(key) for key in keys]
    others = [key for key in usual[1:2] if key.startswith(("Ctrl+", "⌘"))]
    return ", ".join(dict.fromkeys(usual[:1] + others))
