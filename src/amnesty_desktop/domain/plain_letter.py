# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter as plain text, to be pasted into an e-mail or a web form."""

from .letter import Letter, Paragraph, ParagraphKind


def for_email(letter: Letter) -> str:
    """Salutation, body, close and signature, a blank line between two parts; bullets begin with a dash."""
    parts = (letter.salutation.strip(), _body(letter), letter.close.strip(), letter.signature.strip())
    return "\n\n".join(filter(None, parts))


def _body(letter: Letter) -> str:
    written = ""
    before: Paragraph | None = None
    for paragraph in letter.body.paragraphs:
        if not paragraph.text.strip():
            continue
        is_bullet = paragraph.kind is ParagraphKind.BULLET
        if before is not None:
            written += "\n" if is_bullet and before.kind is ParagraphKind.BULLET else "\n\n"
        written += f"- {paragraph.text.strip()}" if is_bullet else paragraph.text.strip()
        before = paragraph
    return written
