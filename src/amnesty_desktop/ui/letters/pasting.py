# SPDX-License-Identifier: GPL-3.0-or-later
"""What may come into a letter from outside: words, bold, italic and bullets; no colours, pictures or links."""

import json
from typing import Any

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument, QTextDocumentFragment

from ...domain.letter import Body, Paragraph, Run
from ...store.rows import body_from_json, body_to_json
from .body_document import read

BODY_TYPE = "application/x-amnesty-letter-body"
FACT_TYPE = "application/x-amnesty-facts"
_MOST_MARKUP = 400_000


class _Unreached(QTextDocument):
    """A document that fetches nothing it names."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return b""


def pasted(source: QMimeData) -> Body:
    """What the clipboard or a drop holds, cleaned to what a letter can have; empty for nothing usable."""
    if source.hasFormat(BODY_TYPE):
        try:
            return body_from_json(bytes(source.data(BODY_TYPE).data()).decode())
        except (ValueError, KeyError, TypeError):
            return Body()
    markup = source.html() if source.hasHtml() else ""
    if markup and len(markup) <= _MOST_MARKUP:
        document = _Unreached()
        document.setHtml(markup)
        return read(document)
    return plain_body(source.text())


def plain_body(text: str) -> Body:
    """A body of plain paragraphs; a blank line or a single line end parts them."""
    lines = [line.strip("\ufeff") for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    while lines and not lines[-1].strip():
        lines.pop()
    kept = [line for line in lines if line.strip()] if len(lines) > 1 else lines
    return Body(tuple(Paragraph((Run(line),)) for line in kept))


def carried(selection: QTextDocumentFragment) -> QMimeData:
    """What is copied out of a letter: its words for others, and with their facts for letters."""
    document = QTextDocument()
    QTextCursor(document).insertFragment(selection)
    mime = QMimeData()
    mime.setText(selection.toPlainText())
    mime.setData(BODY_TYPE, body_to_json(read(document)).encode())
    return mime


def facts_in(source: QMimeData) -> list[str]:
    """Ids of the facts, and words of the requests, that are dragged over."""
    if not source.hasFormat(FACT_TYPE):
        return []
    found = json.loads(bytes(source.data(FACT_TYPE).data()).decode())
    return [str(one) for one in found]


def carrying(keys: list[str]) -> QMimeData:
    """Facts and requests on their way to the paper."""
    mime = QMimeData()
    mime.setData(FACT_TYPE, json.dumps(keys).encode())
    return mime
