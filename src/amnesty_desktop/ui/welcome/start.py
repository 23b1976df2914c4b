# SPDX-License-Identifier: GPL-3.0-or-later
"""The second page of starting a group: a passphrase, or none, and where the file will lie."""

import re
import unicodedata
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...domain.group import Group
from ...paths import data_folder
from ...store.engine import SUFFIX
from ..look import Look
from ..theme import Role, Use
from ..widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ..widgets.captioned_value import CaptionedValue
from ..widgets.paragraph import Paragraph
from ..widgets.section_head import SectionHead
from .leaf import Leaf
from .new_passphrase import NewPassphrase

_WIDEST = 720
_LONGEST_NAME = 60
_REFUSED = re.compile(r'[<>:"/\\|?*.]')
# Windows keeps these names for devices.
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])")


class StartPage(Leaf):
    """Signals: created(Group, passphrase or None, path of the file to make), back_requested()."""

    created = Signal(object, object, object)
    back_requested = Signal()

    def __init__(self, look: Look, group: Group, parent: QWidget | None = None) -> None:
        words = (
            "With a passphrase nobody who finds or takes this computer can read the names in your file. You type it"
            " whenever you open the file."
        )
        super().__init__(look, "A passphrase?", words, widest=_WIDEST, parent=parent)
        self._group = group
        self._path = file_for(group, data_folder())
        self.new = NewPassphrase(look)
        self.new.entered.connect(self._on_start)
        self._build()
        self.restyle()
        self.setFocusProxy(self.new)

    def _build(self) -> None:
        start = PrimaryButton(self.look, "&Start with this passphrase")
        start.setObjectName("start")
        start.clicked.connect(self._on_start)
        back = LinkButton(self.look, "&Back")
        back.setObjectName("back")
        back.clicked.connect(self.back_requested)
        row = QHBoxLayout()
        row.setSpacing(self.look.px(24))
        row.addWidget(start)
        row.addWidget(back)
        row.addStretch(1)
        sheet = (
            "Next you can print a recovery sheet, for the day the passphrase is forgotten. Nobody else can help then."
        )
        self.page.addSpacing(self.look.px(8))
        self.page.addWidget(self.new)
        self.page.addWidget(Paragraph(self.look, sheet, Use.CAPTION, Role.SECONDARY))
        self.page.addLayout(row)
        self.page.addSpacing(self.look.px(16))
        self.page.addWidget(SectionHead(self.look, "Rather not"))
        without = "Then anybody who uses this computer, or finds it, can read the file. You can set one later."
        self.page.addWidget(Paragraph(self.look, without))
        skip = QuietButton(self.look, "Start &without a passphrase")
        skip.setObjectName("skip")
        skip.clicked.connect(lambda: self.created.emit(self._group, None, self._path))
        self.page.addWidget(skip, 0, Qt.AlignmentFlag.AlignLeft)
        self.page.addStretch(1)
        self.page.addWidget(CaptionedValue(self.look, "The file will be", str(self._path), Use.TABLE))

    def _on_start(self) -> None:
        words = self.new.take()
        if words is not None:
            self.created.emit(self._group, words, self._path)


def file_for(group: Group, folder: Path) -> Path:
    """Where the file of a new group goes: named after the group in signs every system takes, beside what is there."""
    stem = _file_stem(group.name)
    path, number = folder / f"{stem}{SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{stem} {number}{SUFFIX}", number + 1
    return path


def _file_stem(name: str) -> str:
    spaced = _REFUSED.sub(" ", unicodedata.normalize("NFC", name))
    seen = "".join(sign for sign in spaced if sign == " " or not unicodedata.category(sign).startswith(("C", "Z")))
    stem = " ".join(seen.split())
    while len(stem) > _LONGEST_NAME or len(stem.encode()) > 2 * _LONGEST_NAME:
        stem = stem[:-1]
    stem = stem.strip(" -")
    return f"Group {stem}" if _DEVICES.fullmatch(stem) else stem or "Our group"
