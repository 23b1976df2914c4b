# SPDX-License-Identifier: GPL-3.0-or-later
"""The tab with the documents of a case: adding, showing, describing, opening, and taking back."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from tests.intake.outside_files import column, pdf_file
from tests.support.builders import add
from tests.support.builders import case as a_case

from amnesty_desktop.domain.attachment import Attachment
from amnesty_desktop.domain.case import Case, Confidentiality
from amnesty_desktop.domain.source import Source
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.documents.tab import DocumentsTab


@pytest.fixture
def case(desk: Desk) -> Case:
    """A case in the file."""
    case = a_case()
    add(desk.session.file, case)
    return case


@pytest.fixture
def tab(desk: Desk, case: Case, shown: Callable[[QWidget], QMainWindow]) -> DocumentsTab:
    """The tab of the case, in a window."""
    made = DocumentsTab(desk)
    desk.session.changed.connect(made.refresh)
    shown(made)
    made.load(case.id)
    return made


@pytest.fixture
def put(tab: DocumentsTab, desk: Desk, tmp_path: Path, qtbot: QtBot) -> Callable[[str, bytes], Attachment]:
    """Add a file to the case, wait for it, and return the document."""

    def put(name: str, content: bytes) -> Attachment:
        path = tmp_path / name
        path.write_bytes(content)
        tab.adding.choose_files = lambda: [str(path)]
        tab.add()
        qtbot.waitUntil(lambda: not desk.jobs.under_way, timeout=20_000)
        return desk.session.file.all(Attachment)[-1]

    return put


def opened_by(tab: DocumentsTab) -> list[str]:
    """The paths the system is asked to open."""
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    tab.handing_out.open_url = open_url
    return opened


def test_without_documents_it_invites_to_add_some(tab: DocumentsTab) -> None:
    assert tab.empty.isVisible()
    assert tab.empty.sentence.startswith("No documents yet.")


def test_an_added_file_stands_in_the_list_and_is_chosen(
    tab: DocumentsTab, put: Callable[[str, bytes], Attachment]
) -> None:
    document = put("cutting.txt", b"Teacher threatened")
    assert tab.model.rowCount() == 1
    assert tab.form.record == document
    assert tab.preview.shown.lines == ("Teacher threatened",)


def test_the_first_document_is_chosen_when_a_case_is_shown(
    tab: DocumentsTab, case: Case, put: Callable[[str, bytes], Attachment]
) -> None:
    first = put("one.txt", b"one")
    put("two.txt", b"two")
    tab.table.choose(None)
    tab.load(case.id)
    assert tab.form.record.id == first.id


def test_the_list_keeps_the_rules_of_models(tab: DocumentsTab, put: Callable[[str, bytes], Attachment]) -> None:
    QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    put("one.txt", b"one")
    put("two.txt", b"two")
    assert tab.model.rowCount() == 2


def test_the_first_page_of_a_pdf_is_drawn(tab: DocumentsTab, put: Callable[[str, bytes], Attachment]) -> None:
    put("sheet.pdf", pdf_file(column(60, 700, ["Fear"])))
    image = tab.preview.shown.image
    assert image is not None
    assert image.width() == 480


def test_a_picture_is_scaled_down(tab: DocumentsTab, put: Callable[[str, bytes], Attachment], tmp_path: Path) -> None:
    QImage(2_000, 1_000, QImage.Format.Format_RGB32).save(str(tmp_path / "made.png"))
    put("scan.png", (tmp_path / "made.png").read_bytes())
    image = tab.preview.shown.image
    assert image is not None
    assert (image.width(), image.height()) == (480, 240)


def test_a_broken_picture_says_so(tab: DocumentsTab, put: Callable[[str, bytes], Attachment]) -> None:
    put("scan.png", b"\x89PNG\r\n\x1a\n" + bytes(50))
    assert tab.preview.shown.sentence == "This picture cannot be shown here."


def test_a_file_that_is_not_what_its_name_says_gets_its_sentence(
    tab: DocumentsTab, put: Callable[[str, bytes], Attachment]
) -> None:
    put("sheet.docx", b"Only text")
    assert tab.bar.sentence == "“sheet.docx” is called .docx and is a text. It is kept as what it is."
    assert tab.model.rowCount() == 1


def test_a_damaged_document_says_why_its_words_are_not_found(
    tab: DocumentsTab, put: Callable[[str, bytes], Attachment]
) -> None:
    put("sheet.pdf", b"%PDF-1.4 broken")
    assert tab.trouble.text() == "The PDF is damaged. Ask for it again, or for another format."


def test_dropped_files_are_added(tab: DocumentsTab, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "dropped.txt"
    path.write_text("Fear")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)), QUrl("https://example.org/picture.png")])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    tab.dropEvent(event)
    qtbot.waitUntil(lambda: not desk.jobs.under_way, timeout=20_000)
    assert [document.name for document in desk.session.file.all(Attachment)] == ["dropped.txt"]


def test_what_is_typed_is_kept_and_can_be_undone(
    tab: DocumentsTab, desk: Desk, put: Callable[[str, bytes], Attachment]
) -> None:
    document = put("cutting.txt", b"Fear")
    tab.form.fields["note"].type_words("From the family")
    tab.form.fields["confidentiality"].type_words("May be passed on")
    tab.form.keeper.settle()
    kept = desk.session.file.get(Attachment, document.id)
    assert (kept.note, kept.confidentiality) == ("From the family", Confidentiality.EXTERNAL)
    desk.session.undo()
    assert tab.form.fields["note"].words() == ""


def test_the_source_that_sent_it_is_chosen_from_those_of_the_case(
    tab: DocumentsTab, desk: Desk, case: Case, put: Callable[[str, bytes], Attachment]
) -> None:
    document = put("cutting.txt", b"Fear")
    source = Source(case_id=case.id, person="Somebody secret", publisher="Riverside Mail")
    desk.session.edit("Add", lambda write: write.save(source))
    words = [tab.form.source.box.itemText(at) for at in range(tab.form.source.box.count())]
    assert words == ["none named", "Other source"]
    tab.form.source.box.setCurrentIndex(1)
    assert desk.session.file.get(Source, source.id).attachment_id == document.id


def test_enter_opens_a_private_copy_named_after_its_bytes(
    tab: DocumentsTab, desk: Desk, put: Callable[[str, bytes], Attachment], qtbot: QtBot
) -> None:
    put("sheet.exe", pdf_file([]))
    opened = opened_by(tab)
    tab.table.setFocus()
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not desk.jobs.under_way, timeout=20_000)
    path = Path(opened[0])
    assert path.name == "sheet.exe.pdf"
    assert path.stat().st_mode & 0o177 == 0 or os.name == "nt"


def test_what_could_start_a_program_is_not_opened(tab: DocumentsTab, put: Callable[[str, bytes], Attachment]) -> None:
    put("page.html", b"<!DOCTYPE html><script>x()</script>")
    tab.open()
    assert "is not opened from here" in tab.bar.sentence


def test_an_unknown_kind_is_asked_about_once(
    tab: DocumentsTab, desk: Desk, put: Callable[[str, bytes], Attachment], qtbot: QtBot
) -> None:
    put("thing.xyz", bytes(range(256)))
    opened = opened_by(tab)
    tab.open()
    assert "only if you know where it comes from" in tab.bar.sentence
    tab.bar.mend_requested.emit()
    qtbot.waitUntil(lambda: not desk.jobs.under_way, timeout=20_000)
    assert len(opened) == 1


def test_a_copy_is_saved_where_one_says(
    tab: DocumentsTab, desk: Desk, put: Callable[[str, bytes], Attachment], tmp_path: Path, qtbot: QtBot
) -> None:
    put("cutting.txt", b"Fear")
    tab.handing_out.choose_place = lambda name: str(tmp_path / f"copy of {name}")
    tab.save_button.click()
    qtbot.waitUntil(lambda: not desk.jobs.under_way, timeout=20_000)
    assert (tmp_path / "copy of cutting.txt").read_bytes() == b"Fear"


def test_delete_puts_a_document_into_the_bin_and_undo_brings_it_back(
    tab: DocumentsTab, desk: Desk, put: Callable[[str, bytes], Attachment]
) -> None:
    put("cutting.txt", b"Fear")
    tab.table.setFocus()
    QTest.keyClick(tab.table, Qt.Key.Key_Delete)
    assert tab.empty.isVisible()
    desk.session.undo()
    assert tab.model.rowCount() == 1


def test_a_document_that_was_found_is_the_one_chosen(
    tab: DocumentsTab, put: Callable[[str, bytes], Attachment]
) -> None:
    first, _ = put("one.txt", b"one"), put("two.txt", b"two")
    tab.show_row(first.id)
    assert tab.form.record is not None
    assert tab.form.record.id == first.id
