# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters looked at as they will be printed, and from there to the printer or into a PDF."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ..dialogs.frame import DialogFrame, Role
from ..look import Look
from ..showing import show_if
from ..texts import counted
from ..theme import Role as Colour
from ..theme import Use
from ..widgets.buttons import QuietButton
from ..widgets.paragraph import OneLine, Paragraph
from .page_area import PageArea, Zoom
from .printed_pages import PrintedPages

_ZOOMS = {Zoom.PAGE: "Whole page", Zoom.WIDTH: "Page width", Zoom.REAL: "Real size"}
_ABOUT = (
    "{} on a template of your own. The pages here show about how long that is; "
    "how it looks is for Word to say. Print from there."
)


class PrintPreview(DialogFrame):
    """The pages of letters. own says how many of the letters are on a template of the group's own.

    Signals: print_requested(); pdf_requested(); word_requested() where only Word can print what is shown.
    """

    print_requested = Signal()
    pdf_requested = Signal()
    word_requested = Signal()

    def __init__(self, look: Look, letters: Sequence[PrintedPages], own: int, parent: QWidget | None) -> None:
        title = "Print the letter" if len(letters) == 1 else f"Print {len(letters)} letters"
        super().__init__(look, title, parent, size=(900, 1000))
        self._letters = len(letters)
        self._own = own
        self.area = PageArea(look, self)
        self.page = OneLine(look, "", Use.CAPTION, Colour.SECONDARY)
        self.zoom = QComboBox()
        self.zoom.setAccessibleName("Size of the pages")
        self.back = QuietButton(look, "Page &before", small=True)
        self.on = QuietButton(look, "&Next page", small=True)
        for zoom, words in _ZOOMS.items():
            self.zoom.addItem(words, zoom)
        self._build()
        self.area.page_shown.connect(self._say_page)
        self.zoom.currentIndexChanged.connect(lambda _: self.area.set_zoom(self.zoom.currentData()))
        self.back.clicked.connect(lambda: self.area.go_to(self.area.shown - 1))
        self.on.clicked.connect(lambda: self.area.go_to(self.area.shown + 1))
        self.area.show_letters(letters)
        self.area.setFocus()

    def _build(self) -> None:
        if self._own:
            of_them = "It is" if self._letters == 1 else f"{counted(self._own, 'letter is', 'letters are')}"
            self.add(Paragraph(self.look, _ABOUT.format(of_them), Use.BODY, Colour.AMBER))
        row = QWidget()
        beside = QHBoxLayout(row)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.page, 1)
        for part in (self.back, self.on, self.zoom):
            beside.addWidget(part)
        self.add(row)
        self.content.addWidget(self.area, 1)
        self.add_close("&Leave it")
        if self._own:
            self.add_button("Open in &Word to print", Role.AcceptRole, primary=True).clicked.connect(
                self.word_requested
            )
            return
        self.add_button("Save as P&DF…", Role.ActionRole).clicked.connect(self.pdf_requested)
        self.add_button("&Print…", Role.AcceptRole, primary=True).clicked.connect(self.print_requested)

    def _say_page(self, number: int) -> None:
        count = self.area.count
        about = "About " if self._own else ""
        pages = f"{about}{counted(count, 'page', 'pages')}"
        self.page.setText(pages if count == 1 else f"{pages}, looking at page {number + 1}")
        for button in (self.back, self.on):
            show_if(button, count > 1)
        self.back.setEnabled(number > 0)
        self.on.setEnabled(number + 1 < count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages go from page to page wherever the focus is."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.area.keyPressEvent(event)
        else:
            super().keyPressEvent(event)
