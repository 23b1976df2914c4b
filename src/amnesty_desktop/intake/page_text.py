# SPDX-License-Identifier: GPL-3.0-or-later
"""What was read out of a file: its lines in reading order, each with its kind and its place."""

from dataclasses import dataclass
from enum import StrEnum


class LineKind(StrEnum):
    """What a line is on the page it stands on."""

    TEXT = "text"
    HEADING = "heading"
    BULLET = "bullet"
    CELL = "cell"
    HEADER = "header"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, or one paragraph where the file says where paragraphs end (Word, HTML).

    text has no line break and no sign of a bullet; an empty text is an empty line. page counts from 1. column
    counts from 0: the column of a table, or that of a page set in columns.
    """

    text: str
    kind: LineKind = LineKind.TEXT
    page: int = 1
    column: int = 0


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that came inside a mail, under the name the mail gives it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class PageText:
    """All that was read of one file.

    format is what its bytes are: "text", "html", "docx", "pdf" or "mail". troubles are sentences on what could not
    be read. scanned_pages are pages that are pictures without text. headers are those of a mail (From, To, Date,
    Subject, as printed), attached the files that came with it; they are not read here.
    """

    lines: tuple[Line, ...]
    format: str
    pages: int = 1
    troubles: tuple[str, ...] = ()
    scanned_pages: tuple[int, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    attached: tuple[AttachedFile, ...] = ()

    @property
    def text(self) -> str:
        """All lines, one below the other."""
        return "\n".join(line.text for line in self.lines)


class Unreadable(Exception):
    """The file cannot be read: sentence says why, way_out what to do."""

    def __init__(self, sentence: str, way_out: str) -> None:
        super().__init__(f"{sentence} {way_out}")
        self.sentence = sentence
        self.way_out = way_out
