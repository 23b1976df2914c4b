# SPDX-License-Identifier: GPL-3.0-or-later
"""Files become documents of a case: as what their bytes are, several at once, and never at the cost of the others."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.intake.outside_files import column, paragraph, pdf_file, word_file
from tests.support.builders import add
from tests.support.builders import case as a_case

from amnesty_desktop.domain import attachment as rules
from amnesty_desktop.domain.attachment import Attachment
from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.source import Source
from amnesty_desktop.edits import attachments as edits
from amnesty_desktop.store import attachments
from amnesty_desktop.store.case_file import CaseFile

TODAY = date(2026, 11, 26)


@pytest.fixture
def case(file: CaseFile) -> Case:
    """A case in the file."""
    case = a_case()
    file.edit("Add", lambda write: write.save(case))
    return case


def gathered(file: CaseFile, case: Case, *paths: Path) -> edits.Gathered:
    return edits.gather(file, case.id, paths, TODAY, lambda done, total: None)


def added(file: CaseFile, case: Case, path: Path) -> Attachment:
    found = gathered(file, case, path)
    file.edit("Add", lambda write: edits.add(write, found.documents))
    return file.all(Attachment, case_id=case.id)[-1]


def test_a_file_becomes_a_document_and_undo_takes_it_away(file: CaseFile, case: Case, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(pdf_file(column(60, 700, ["Fear"])))
    document = added(file, case, path)
    assert (document.name, document.media_type) == ("sheet.pdf", "application/pdf")
    file.undo()
    assert file.count(Attachment, case_id=case.id) == 0


def test_one_bad_file_does_not_stop_the_others(file: CaseFile, case: Case, tmp_path: Path) -> None:
    good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text("Fear of torture")
    empty.touch()
    found = gathered(file, case, empty, tmp_path / "gone.txt", tmp_path, good)
    assert [document.name for document in found.documents] == ["good.txt"]
    assert [notice.split("”")[1][:15] for notice in found.notices] == [
        " is empty. Ask ",
        " cannot be read",
        " is a folder. A",
    ]


def test_a_file_that_is_too_large_says_what_to_do(
    file: CaseFile, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edits, "LARGEST_ATTACHMENT", 10)
    path = tmp_path / "scan.txt"
    path.write_text("more than ten letters")
    assert "Scan it in grey" in gathered(file, case, path).notices[0]


def test_a_file_that_is_not_what_its_name_says_is_kept_as_what_it_is(
    file: CaseFile, case: Case, tmp_path: Path
) -> None:
    path = tmp_path / "picture.jpg"
    path.write_bytes(pdf_file([]))
    found = gathered(file, case, path)
    assert found.documents[0].media_type == "application/pdf"
    assert found.notices == ("“picture.jpg” is called .jpg and is a PDF. It is kept as what it is.",)


def test_the_same_file_again_is_named_and_not_added(file: CaseFile, case: Case, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("Fear")
    added(file, case, path)
    (tmp_path / "two.txt").write_text("Fear")
    found = gathered(file, case, tmp_path / "two.txt")
    assert (found.documents, found.notices) == ((), ("“two.txt” is here already, as “one.txt”.",))


def test_the_words_of_a_document_are_read_in_a_child_and_found(file: CaseFile, case: Case, tmp_path: Path) -> None:
    path = tmp_path / "sheet.docx"
    path.write_bytes(word_file(paragraph("Maribel Ochoa was detained in Comayagua")))
    document = added(file, case, path)
    assert edits.read_all_words(file, case.id, lambda done, total: None) == 1
    assert [hit.row_id for hit in file.search("comayagua")] == [document.id]


def test_a_document_that_cannot_be_read_keeps_the_sentence(file: CaseFile, case: Case, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"%PDF-1.4 broken")
    document = added(file, case, path)
    edits.read_words(file, document)
    kept = attachments.text_of(file.engine, document.digest)
    assert kept is not None
    assert kept.trouble == "The PDF is damaged. Ask for it again, or for another format."


def test_a_picture_is_not_read_and_not_asked_again(file: CaseFile, case: Case, tmp_path: Path) -> None:
    path = tmp_path / "scan.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    edits.read_words(file, added(file, case, path))
    assert attachments.unread(file.engine, case.id) == []


def test_a_document_is_what_one_source_sent(file: CaseFile, case: Case, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Fear")
    document = added(file, case, path)
    one, two = Source(case_id=case.id, title="One", attachment_id=document.id), Source(case_id=case.id, title="Two")
    add(file, one, two)
    file.edit("Link", lambda write: edits.link_source(write, document, two.id))
    assert (file.get(Source, one.id).attachment_id, file.get(Source, two.id).attachment_id) == (None, document.id)


def test_a_small_file_is_added_within_another_edit(file: CaseFile, case: Case) -> None:
    incoming = edits.Incoming("sheet.txt", b"UA 60/16")
    file.edit("Add sheet", lambda write: edits.add_small(write, case.id, incoming, TODAY))
    (document,) = file.all(Attachment, case_id=case.id)
    assert attachments.content_of(file.engine, document) == b"UA 60/16"


def test_a_changed_note_can_be_undone(file: CaseFile, case: Case) -> None:
    file.edit("Add", lambda write: edits.add_small(write, case.id, edits.Incoming("a.txt", b"x"), TODAY))
    (document,) = file.all(Attachment, case_id=case.id)
    file.edit("Note", lambda write: edits.save(write, replace(document, note="from the family")))
    file.undo()
    assert file.get(Attachment, document.id).note == ""


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\scans\\Überfall.pdf", "Überfall.pdf"),
        ("con.txt", "document con.txt"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("رسالة.pdf", "رسالة.pdf"),
        ("a" * 10_000 + ".pdf", "a" * 116 + ".pdf"),
        ("...", "document"),
        ("a\0b?.txt", "ab-.txt"),
    ],
)
def test_a_name_is_one_that_every_system_accepts(name: str, plain: str) -> None:
    assert rules.plain_name(name) == plain


def test_sizes_are_said_as_people_read_them() -> None:
    assert [rules.size_words(size) for size in (12, 340_200, 1_200_000)] == ["1 KB", "340 KB", "1.2 MB"]
