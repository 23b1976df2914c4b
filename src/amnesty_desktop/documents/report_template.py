# SPDX-License-Identifier: GPL-3.0-or-later
"""The Word template of a report, taken apart: what comes before the pages, what comes after, and the rest."""

from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from .faults import TemplateFault
from .properties import TYPES, package_relations

_DOCUMENT, _TYPES, _RELATIONS = "word/document.xml", "[Content_Types].xml", "_rels/.rels"
_FIELD = "{report}"
_LARGEST = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class ReportTemplate:
    """head and foot are the document before and after the pages; parts are all others, by name, as text."""

    head: str
    foot: str
    parts: tuple[tuple[str, str], ...]


def read_report_template(content: bytes) -> ReportTemplate:
    """Take a template of ours apart; raises TemplateFault where it is none."""
    try:
        with ZipFile(BytesIO(content)) as zipped:
            if sum(entry.file_size for entry in zipped.infolist()) > _LARGEST:
                raise _no_template()
            parts = {name: zipped.read(name).decode("utf-8") for name in zipped.namelist()}
        document, types = parts.pop(_DOCUMENT), parts.pop(_TYPES)
        parts.pop(_RELATIONS)
        place = document.index(_FIELD)
        begin, end = document.rindex("<w:p>", 0, place), document.index("</w:p>", place) + len("</w:p>")
    except (BadZipFile, KeyError, ValueError) as wrong:
        raise _no_template() from wrong
    own = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in TYPES)
    parts |= {_TYPES: types.replace("</Types>", f"{own}</Types>"), _RELATIONS: package_relations(_DOCUMENT)}
    return ReportTemplate(document[:begin], document[end:], tuple(parts.items()))


def _no_template() -> TemplateFault:
    return TemplateFault("The template of reports is damaged.", "Install the program again, or put its template back.")
