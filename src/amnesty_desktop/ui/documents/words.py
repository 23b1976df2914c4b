# SPDX-License-Identifier: GPL-3.0-or-later
"""The words for documents in the window."""

from collections.abc import Callable
from datetime import date

from ...domain.attachment import Attachment, size_words
from ...domain.case import Confidentiality
from ...domain.spoken_dates import spoken
from ...domain.vocabularies import label
from ...intake import kinds
from ...store.attachments import DocumentLine
from ..models.paged_table import Column
from ..texts import counted

CLASSES = tuple((each, label(each).capitalize()) for each in Confidentiality)


def kind_words(document: Attachment) -> str:
    """What a document is, as a word to stand alone: "PDF", "Picture"."""
    words = kinds.kind_named(document.media_type).word.removeprefix("a ").removeprefix("an ")
    return words[0].upper() + words[1:] if words != "file of a kind the program does not know" else "Other file"


def added_words(number: int) -> str:
    """What the menu calls the adding of so many documents."""
    return "Add a document" if number == 1 else f"Add {counted(number, 'document', 'documents')}"


def columns(today: Callable[[], date]) -> tuple[Column[DocumentLine], ...]:
    """The columns of the list of documents."""
    return (
        Column("Document", lambda line: line.attachment.name, second=lambda line: line.attachment.note, is_strong=True),
        Column("Kind", lambda line: kind_words(line.attachment), sample="Word document", folds=2),
        Column(
            "Size", lambda line: size_words(line.attachment.size), is_quiet=True, is_trailing=True, sample="24.9 MB"
        ),
        Column(
            "Added",
            lambda line: (
                spoken(line.attachment.added, short=True, today=today()) if line.attachment.added else "no date"
            ),
            is_trailing=True,
            sample="23 Nov 2025",
            folds=1,
        ),
    )
