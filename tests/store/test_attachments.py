# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents are kept in pieces, come back whole, and are found by the words inside them."""

from hashlib import sha256

import pytest
from tests.support.builders import add
from tests.support.builders import case as a_case

from amnesty_desktop.domain.attachment import Attachment
from amnesty_desktop.domain.source import Source
from amnesty_desktop.store import attachments
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.errors import CaseFileError
from amnesty_desktop.store.verify import verify

SCAN = bytes(range(256)) * 3_000
DIGEST = sha256(SCAN).hexdigest()


@pytest.fixture
def document(file: CaseFile) -> Attachment:
    """A kept scan of one case."""
    case = a_case()
    document = Attachment(case_id=case.id, name="scan.png", digest=attachments.keep(file, SCAN), size=len(SCAN))
    add(file, case, document)
    return document


def test_bytes_come_back_whole_from_their_pieces(file: CaseFile, document: Attachment) -> None:
    assert attachments.content_of(file.engine, document) == SCAN
    assert file.bytes_of(DIGEST) == SCAN


def test_bytes_kept_within_an_edit_come_back_too(file: CaseFile) -> None:
    digest = file.edit("Add", lambda write: write.keep_bytes(b"small")).result
    assert b"".join(attachments.pieces(file.engine, digest)) == b"small"
    assert attachments.has_bytes(file.engine, digest, 5)


def test_keeping_the_same_bytes_again_writes_nothing(file: CaseFile, document: Attachment) -> None:
    told: list[int] = []
    attachments.keep(file, SCAN, lambda done, total: told.append(done))
    assert told == []


def test_giving_up_leaves_pieces_that_are_cleared_away(file: CaseFile) -> None:
    def give_up(done: int, total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        attachments.keep(file, SCAN, give_up)
    assert not attachments.has_bytes(file.engine, DIGEST, len(SCAN))
    attachments.clear_left_pieces(file)
    assert file.engine.value("SELECT count(*) FROM blob_pieces") == 0


def test_clearing_spares_what_undo_could_bring_back(file: CaseFile, document: Attachment) -> None:
    file.undo()
    attachments.clear_left_pieces(file)
    file.redo()
    assert attachments.content_of(file.engine, document) == SCAN


def test_a_changed_piece_is_noticed_by_reading_and_by_verifying(file: CaseFile, document: Attachment) -> None:
    assert verify(file.engine).troubles == ()
    file.engine.run("UPDATE blob_pieces SET bytes = x'00' WHERE number = 1")
    assert verify(file.engine).troubles == ("1 documents are not what was added, or are gone.",)
    with pytest.raises(CaseFileError, match="lost this document"):
        attachments.content_of(file.engine, document)


def test_a_document_is_found_by_the_words_inside_it(file: CaseFile, document: Attachment) -> None:
    assert [each.id for each in attachments.unread(file.engine, document.case_id)] == [document.id]
    attachments.keep_text(file, DIGEST, "El señor Ochoa fue detenido")
    assert [hit.row_id for hit in file.search("senor ochoa")] == [document.id]
    assert attachments.unread(file.engine, document.case_id) == []


def test_the_list_names_the_source_that_sent_a_document(file: CaseFile, document: Attachment) -> None:
    source = Source(case_id=document.case_id, title="The Riverside Mail", attachment_id=document.id)
    file.edit("Add", lambda write: write.save(source))
    (line,) = attachments.document_lines(file.engine, document.case_id)
    assert (line.attachment, line.source, line.is_read) == (document, "The Riverside Mail", False)


def test_a_safe_copy_holds_the_documents(file: CaseFile, document: Attachment, tmp_path: object) -> None:
    copy = file.copy_to(file.path.parent)
    assert copy.path.stat().st_size > len(SCAN)
