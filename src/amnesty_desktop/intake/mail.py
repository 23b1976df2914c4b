# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail (.eml) as lines: who, when and what about, its text or else its HTML, and the files that came with it."""

from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from typing import Any

from . import html, plain_text
from .page_text import AttachedFile, Line, PageText, Unreadable

_HEADERS = ("From", "To", "Cc", "Date", "Subject")
MOST_ATTACHED = 50
LONGEST_HEADER = 1_000
_LEAST_TEXT = 4
"""The text of a mail is read where it has at least one in so many of the letters of its HTML."""
_LONG_PAGE = 400


def read(content: bytes) -> PageText:
    """The lines of a mail. Raises Unreadable."""
    message = BytesParser(policy=policy.default).parsebytes(content.lstrip(b"\xef\xbb\xbf\r\n \t"))
    parts = _leaves(message)
    texts = [part for part in parts if _is_text(part, "plain")]
    pages = [part for part in parts if _is_text(part, "html")]
    lines = [line for part in texts for line in plain_text.lines_of(_text(part))]
    shown = [line for part in pages for line in html.lines_of(_text(part))]
    if _letters(lines) * _LEAST_TEXT < _letters(shown) and (_letters(shown) > _LONG_PAGE or not _letters(lines)):
        lines = shown  # The text says no more than that the mail is to be seen in a browser.
    attached = [*_attached(message)]
    troubles = ("More than 50 files came with the mail; the others were left out.",) * (len(attached) > MOST_ATTACHED)
    if not lines and not attached:
        raise Unreadable("Nothing stands in this mail.", "Ask for it to be sent again.")
    return PageText(
        tuple(lines), "mail", troubles=troubles, headers=_headers(message), attached=tuple(attached[:MOST_ATTACHED])
    )


def _letters(lines: list[Line]) -> int:
    return sum(len(line.text.strip()) for line in lines)


def _is_text(part: "Message[str, str]", subtype: str) -> bool:
    return part.get_content_type() == f"text/{subtype}" and part.get_content_disposition() != "attachment"


def _text(part: "Message[str, str]") -> str:
    content = _bytes(part)
    named = part.get_content_charset("") or ""
    encoding = "cp1252" if named in ("iso-8859-1", "us-ascii", "ascii") else named
    try:
        return content.decode(encoding) if encoding else plain_text.decoded(content)
    except (LookupError, UnicodeError, ValueError):
        return plain_text.decoded(content)


def _bytes(part: "Message[str, str]") -> bytes:
    content: Any = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _headers(message: EmailMessage) -> tuple[tuple[str, str], ...]:
    found = []
    for name in _HEADERS:
        try:
            value = str(message[name] or "")
        except Exception:  # The library trips over some broken headers; such a header is left out.
            value = ""
        if value.strip():
            found.append((name, " ".join(value.split())[:LONGEST_HEADER]))
    return tuple(found)


def _attached(message: EmailMessage) -> list[AttachedFile]:
    found = []
    for number, part in enumerate(_leaves(message), 1):
        name = _name(part)
        if part.get_content_type() == "message/rfc822":
            inner: Any = part.get_payload()
            content = inner[0].as_bytes(policy=policy.compat32) if isinstance(inner, list) and inner else b""
            found.append(AttachedFile(name or f"mail-{number}.eml", content))
        elif part.get_content_disposition() == "attachment" or (name and not _is_text(part, "plain")):
            found.append(AttachedFile(name or f"file-{number}", _bytes(part)))
    return found


def _leaves(message: "Message[str, str]") -> "list[Message[str, str]]":
    """The parts that hold something themselves; a mail within the mail is one of them."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        return [message]
    return [leaf for part in message.iter_parts() for leaf in _leaves(part)]  # type: ignore[attr-defined]


def _name(part: "Message[str, str]") -> str:
    try:
        return " ".join((part.get_filename() or "").split())[:200]
    except Exception:  # As with headers: a name that cannot be read is none.
        return ""


def header_lines(page: PageText) -> tuple[Line, ...]:
    """The headers of a mail as lines to show above its text."""
    return tuple(Line(f"{name}: {value}") for name, value in page.headers)
