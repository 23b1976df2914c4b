# SPDX-License-Identifier: GPL-3.0-or-later
"""The body of a letter in Qt's text document and back: text, bold, italic, bullets, language and claims, no more."""

from dataclasses import dataclass, replace

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextListFormat,
)

from ...domain.letter import Body, Paragraph, ParagraphKind, Run

CLAIMS = int(QTextFormat.Property.UserProperty) + 1
LANGUAGE = CLAIMS + 1
# What Qt writes for a line break inside a paragraph, and for an object that is no text.
_LINE_BREAK = "\u2028"
_OBJECT = "\ufffc"


@dataclass(frozen=True, slots=True)
class Setting:
    """How a page is set, in px of a screen at rest: space above a paragraph and above a bullet, indent, line height."""

    before: float = 0
    before_bullet: float = 0
    indent: float = 0
    line: float = 0


def char_format(run: Run) -> QTextCharFormat:
    """The look of a run, with its claims and its language as properties that printing ignores."""
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold if run.bold else QFont.Weight.Normal)
    look.setFontItalic(run.italic)
    if run.claims:
        look.setProperty(CLAIMS, " ".join(run.claims))
    if run.language:
        look.setProperty(LANGUAGE, run.language)
    return look


def claims_of(look: QTextFormat) -> tuple[str, ...]:
    """Ids of the claims a format carries."""
    return tuple((look.stringProperty(CLAIMS) or "").split())


def block_format(setting: Setting, kind: ParagraphKind = ParagraphKind.TEXT) -> QTextBlockFormat:
    """The look of a paragraph; bullets stand closer together."""
    look = QTextBlockFormat()
    look.setTopMargin(setting.before if kind is ParagraphKind.TEXT else setting.before_bullet)
    if setting.line:
        look.setLineHeight(setting.line, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    return look


def fill(document: QTextDocument, body: Body, setting: Setting) -> None:
    """Replace the whole text, without leaving a step to undo."""
    document.setUndoRedoEnabled(False)
    document.clear()
    document.setIndentWidth(setting.indent)
    insert(QTextCursor(document), body, setting, is_whole=True)
    document.setUndoRedoEnabled(True)


def change(document: QTextDocument, body: Body, setting: Setting) -> None:
    """Replace the whole text as one step that Ctrl+Z takes back."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    make_plain(cursor, setting)
    insert(cursor, body, setting, is_whole=True)
    cursor.endEditBlock()


def insert(cursor: QTextCursor, body: Body, setting: Setting, *, is_whole: bool = False) -> None:
    """Put a body in at the cursor. Unless it is the whole text, a first paragraph of plain text runs on in its line."""
    for number, paragraph in enumerate(body.paragraphs):
        is_bullet = paragraph.kind is ParagraphKind.BULLET
        if number or (is_bullet and not is_whole and not cursor.atBlockStart()):
            cursor.insertBlock(block_format(setting), QTextCharFormat())
        elif is_whole:
            cursor.setBlockFormat(block_format(setting))
        for run in paragraph.runs:
            text = run.text.replace("\r\n", "\n").replace("\n", _LINE_BREAK).replace(_OBJECT, "")
            cursor.insertText(text, char_format(run))
        if is_bullet:
            make_bullet(cursor, setting)


def make_bullet(cursor: QTextCursor, setting: Setting) -> None:
    """Turn the paragraphs under the cursor into bullets. The editor paints the signs where Word puts them."""
    look = QTextListFormat()
    look.setStyle(QTextListFormat.Style.ListStyleUndefined)
    look.setIndent(1)
    cursor.createList(look)
    cursor.mergeBlockFormat(block_format(setting, ParagraphKind.BULLET))


def make_plain(cursor: QTextCursor, setting: Setting) -> None:
    """Turn the bullets under the cursor back into paragraphs."""
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    while block.isValid():
        inside = QTextCursor(block)
        if (bullets := block.textList()) is not None:
            bullets.remove(block)
        inside.setBlockFormat(block_format(setting))
        if block == last:
            break
        block = block.next()


def read(document: QTextDocument) -> Body:
    """The body as it stands; empty paragraphs at the end are left out."""
    paragraphs = []
    block = document.begin()
    while block.isValid():
        paragraphs.append(_paragraph(block))
        block = block.next()
    while paragraphs and not paragraphs[-1].text.strip():
        paragraphs.pop()
    return Body(tuple(paragraphs))


def joined(body: Body) -> Body:
    """The same body with neighbouring runs of one look made one, as a text document gives it back."""
    return Body(tuple(replace(paragraph, runs=_joined(paragraph.runs)) for paragraph in body.paragraphs))


def _paragraph(block: QTextBlock) -> Paragraph:
    kind = ParagraphKind.BULLET if block.textList() is not None else ParagraphKind.TEXT
    runs: list[Run] = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        look = fragment.charFormat()
        text = fragment.text().replace(_LINE_BREAK, "\n").replace(_OBJECT, "")
        is_bold = look.fontWeight() > QFont.Weight.Medium
        runs.append(Run(text, is_bold, look.fontItalic(), look.stringProperty(LANGUAGE) or "", claims_of(look)))
        iterator += 1
    return Paragraph(_joined(runs), kind)


def _joined(runs: tuple[Run, ...] | list[Run]) -> tuple[Run, ...]:
    found: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if found and replace(found[-1], text="") == replace(run, text=""):
            found[-1] = replace(run, text=found[-1].text + run.text)
        else:
            found.append(run)
    return tuple(found)


def position_in(block: QTextBlock, characters: int) -> int:
    """Where a number of characters into a paragraph is in its document; Qt counts signs beyond 65,535 twice."""
    text = block.text().encode("utf-16-le")
    seen = text.decode("utf-16-le", "replace")[:characters]
    return int(block.position()) + len(seen.encode("utf-16-le", "replace")) // 2
