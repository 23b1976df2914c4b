# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters printed and kept as PDF from the window."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.support.builders import add

from amnesty_desktop.domain.group import Paper
from amnesty_desktop.domain.letter import Body, Letter, LetterState, Paragraph, Run
from amnesty_desktop.domain.own_template import OwnTemplate
from amnesty_desktop.edits import own_templates
from amnesty_desktop.edits.templates import LETTERHEAD, shipped_template
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.letters.exporting import Exporting
from amnesty_desktop.ui.letters.view import LettersView
from amnesty_desktop.ui.printing.preview import PrintPreview
from amnesty_desktop.ui.printing.printing import Printing


@pytest.fixture
def printing(desk: Desk) -> Printing:
    return Printing(desk, Exporting(desk))


def looked_at(qtbot: QtBot, printing: Printing, letters: list[Letter]) -> PrintPreview:
    printing.preview([letter.id for letter in letters], None)
    qtbot.waitUntil(lambda: printing.dialog is not None)
    assert printing.dialog is not None
    return printing.dialog


def press(dialog: PrintPreview, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    button.click()


def test_a_letter_is_shown_before_it_is_printed(qtbot: QtBot, printing: Printing, letter: Letter) -> None:
    dialog = looked_at(qtbot, printing, [letter])
    assert dialog.windowTitle() == "Print the letter"
    assert dialog.page.text() == "1 page"
    dialog.reject()


def test_a_pdf_is_written_and_the_letter_counts_as_exported(
    qtbot: QtBot, printing: Printing, desk: Desk, letter: Letter, tmp_path: Path
) -> None:
    offered: list[str] = []

    def choose(name: str) -> str:
        offered.append(name)
        return str(tmp_path / "ours.pdf")

    printing.choose_file = choose
    dialog = looked_at(qtbot, printing, [letter])
    with qtbot.waitSignal(printing._exporting.done) as told:
        press(dialog, "Save as PDF")
    assert offered[0].endswith(".pdf")
    assert "as “ours.pdf”" in told.args[0].sentence
    assert letter.salutation in pypdfium2.PdfDocument(tmp_path / "ours.pdf")[0].get_textpage().get_text_range()
    assert desk.session.file.get(Letter, letter.id).state is LetterState.EXPORTED


def test_a_name_without_its_ending_gets_it_and_takes_no_other_file_s_place(
    qtbot: QtBot, printing: Printing, letter: Letter, tmp_path: Path
) -> None:
    (tmp_path / "Letters 1.12.2026.pdf").write_bytes(b"somebody else's")
    printing.choose_file = lambda _name: str(tmp_path / "Letters 1.12.2026")
    dialog = looked_at(qtbot, printing, [letter])
    with qtbot.waitSignal(printing._exporting.done) as told:
        press(dialog, "Save as PDF")
    assert (tmp_path / "Letters 1.12.2026.pdf").read_bytes() == b"somebody else's"
    assert told.args[0].paths == (tmp_path / "Letters 1.12.2026 (2).pdf",)


def test_who_chooses_no_file_is_back_at_the_pages(qtbot: QtBot, printing: Printing, desk: Desk, letter: Letter) -> None:
    printing.choose_file = lambda _name: ""
    dialog = looked_at(qtbot, printing, [letter])
    press(dialog, "Save as PDF")
    assert printing.dialog is dialog
    assert desk.session.file.get(Letter, letter.id).state is not LetterState.EXPORTED
    dialog.reject()


def test_letters_go_to_the_printer_one_after_the_other(
    qtbot: QtBot, printing: Printing, desk: Desk, letter: Letter, tmp_path: Path
) -> None:
    second = replace(letter, id="second", subject="The second letter")
    add(desk.session.file, second)
    out = tmp_path / "printed.pdf"

    def ask(use: object) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        printer.setFullPage(True)
        assert callable(use)
        use(printer)

    printing.ask_printer = ask
    dialog = looked_at(qtbot, printing, [letter, second])
    with qtbot.waitSignal(printing.printed) as told:
        press(dialog, "Print")
    assert told.args == [2]
    pages = pypdfium2.PdfDocument(out)
    assert len(pages) == 2
    assert "The second letter" in pages[1].get_textpage().get_text_range()
    assert desk.session.file.get(Letter, "second").state is LetterState.EXPORTED


def test_a_letter_that_may_not_leave_is_not_shown(qtbot: QtBot, printing: Printing, desk: Desk, letter: Letter) -> None:
    gap = replace(letter, id="gap", body=Body((Paragraph((Run("I write about {name}."),)),)))
    add(desk.session.file, gap)
    with qtbot.waitSignal(printing._exporting.refused) as told:
        printing.preview(["gap"], None)
    assert told.args[0].letter_id == "gap"
    assert printing.dialog is None


def test_a_letter_on_a_template_of_our_own_is_left_to_word(
    qtbot: QtBot, printing: Printing, desk: Desk, letter: Letter
) -> None:
    content = shipped_template(LETTERHEAD, Paper.A4)
    found = own_templates.offered("Ours", content)
    session = desk.session
    session.edit("Add template", lambda write: own_templates.add(write, found, session.today()))
    own = session.file.all(OwnTemplate)[0]
    add(session.file, replace(letter, id="own", template=own.id))
    dialog = looked_at(qtbot, printing, [session.file.get(Letter, "own")])
    assert dialog.page.text().startswith("About 1 page")
    assert dialog.findChild(QPushButton, "Print") is None
    assert dialog.findChild(QPushButton, "Open in Word to print") is not None
    dialog.reject()


def test_the_menu_of_the_letters_leads_to_the_pages(qtbot: QtBot, view: LettersView, letter: Letter) -> None:
    view.open_letter(letter.id)
    view.paper.print_or_pdf()
    qtbot.waitUntil(lambda: view.paper.printing is not None and view.paper.printing.dialog is not None)
    assert view.paper.printing is not None
    assert view.paper.printing.dialog is not None
    view.paper.printing.dialog.reject()
