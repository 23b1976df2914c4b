# SPDX-License-Identifier: GPL-3.0-or-later
"""Templates the group made itself: looked over, kept in the case file, tried, renamed, put into the bin."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from ..documents.faults import DocumentFault
from ..documents.file_names import letter_file_name
from ..documents.letterhead import Letterhead
from ..documents.template import Template
from ..documents.template_doctor import TemplateReport, Trouble, examine
from ..documents.template_limits import LARGEST_FILE
from ..documents.worst_case import worst_case_document
from ..domain.own_template import OwnTemplate
from ..store.errors import CaseFileError
from ..store.recorder import Transaction
from . import bin as bin_edits
from .written_files import Document

_AS_DOCX = "In Word, choose Save As, Word Document (.docx), and choose that file."


@dataclass(frozen=True, slots=True)
class Offered:
    """A Word file somebody chose as a template: its name without the ending, its bytes, what the doctor says."""

    name: str
    content: bytes
    report: TemplateReport


def look_at(path: Path) -> Offered:
    """Read and examine a file. Raises CaseFileError only where it cannot be read at all."""
    if path.suffix.lower() in (".docm", ".dotm"):
        return Offered(path.stem, b"", _refused("The file may hold macros, and letters carry none.", _AS_DOCX))
    if path.suffix.lower() in (".dotx", ".doc", ".dot", ".odt", ".rtf"):
        return Offered(path.stem, b"", _refused("This is not a Word document (.docx).", _AS_DOCX))
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except OSError as trouble:
        message, way_out = f"“{path.name}” cannot be read.", "Is it still there, and open in no other program?"
        raise CaseFileError(message, way_out) from trouble
    return offered(path.stem, content)


def offered(name: str, content: bytes) -> Offered:
    """A template with what the doctor says of it."""
    return Offered(name, content, examine(content))


def _refused(message: str, way_out: str) -> TemplateReport:
    return TemplateReport(troubles=(Trouble(message, way_out),))


def add(write: Transaction, found: Offered, on: date) -> OwnTemplate:
    """Keep a template; raises CaseFileError while something is wrong with it."""
    if not found.report.is_usable:
        trouble = found.report.troubles[0]
        raise CaseFileError(trouble.message, trouble.way_out)
    made = OwnTemplate(
        name=found.name.strip() or "Own template",
        digest=write.keep_bytes(found.content),
        size=len(found.content),
        added=on,
        position=write.count(OwnTemplate),
    )
    write.save(made)
    return made


def exchange(write: Transaction, template_id: str, found: Offered, on: date) -> None:
    """Put a newer file in the place of a template; letters on it follow."""
    if not found.report.is_usable:
        trouble = found.report.troubles[0]
        raise CaseFileError(trouble.message, trouble.way_out)
    before = write.get(OwnTemplate, template_id)
    digest = write.keep_bytes(found.content)
    write.save(replace(before, digest=digest, size=len(found.content), added=on))


def rename(write: Transaction, template_id: str, name: str) -> None:
    """Call a template something else; an empty name changes nothing."""
    if name.strip():
        write.save(replace(write.get(OwnTemplate, template_id), name=name.strip()))


def put_away(write: Transaction, template_id: str) -> None:
    """Put a template into the bin; its letters go on the group's letterhead."""
    bin_edits.put(write, values=[write.get(OwnTemplate, template_id)], at=datetime.now(UTC))


def trial_letter(template: Template, name: str, head: Letterhead, today: date) -> Document:
    """Two invented letters that are hard to fit, poured into a template, to be looked at in Word."""
    try:
        content = worst_case_document(template, replace(head, sample=True))
    except DocumentFault as fault:
        raise CaseFileError(fault.message, fault.way_out) from fault
    return Document(letter_file_name("Test letter", "", name, today), content, is_only_one=False)
