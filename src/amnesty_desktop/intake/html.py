# SPDX-License-Identifier: GPL-3.0-or-later
"""A web page or the HTML of a mail as lines: words only, no pictures, no scripts, nothing fetched."""

import re
from html.parser import HTMLParser

from . import plain_text
from .page_text import Line, LineKind, PageText, Unreadable

_LARGEST = 10_000_000
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption"}
    | {"figure", "footer", "form", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "table"}
    | {"tbody", "td", "tfoot", "th", "thead", "tr", "ul", *_HEADINGS}
)
_PARAGRAPHS = frozenset({"p", "blockquote", "ul", "ol", "table", "pre", "dl", *_HEADINGS})
_UNSEEN = frozenset(
    {"script", "style", "head", "template", "noscript", "svg", "object", "iframe", "select", "textarea"}
)
_WITHOUT_END = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_NOTES = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NEVER_CLOSED = re.compile(r"<(?=[^<>]*(?:<|\Z))")
_CONDITIONS = re.compile(r"<!\[[^<>]*>")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_TWO_SPACES = re.compile(r"(?<! ) {2}(?! )")


def read(content: bytes) -> PageText:
    """The lines of an HTML file. Raises Unreadable for one that is too long."""
    return PageText(lines_of(_decoded(content)), "html")


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of HTML text, with an empty one between paragraphs."""
    if len(text) > _LARGEST:
        raise Unreadable("The page is longer than ten books.", "Copy the part you need into a text file.")
    reading = _Reading()
    # A sign that begins no tag would make the parser look for its end again and again.
    closed = _NEVER_CLOSED.sub("&lt;", _NOTES.sub("", text))
    reading.feed(_CONDITIONS.sub("", closed))
    reading.close()
    return reading.finished()


def _decoded(content: bytes) -> str:
    named = _CHARSET.search(content[:4_000])
    if named and not content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        encoding = named[1].decode("ascii", "replace").lower()
        # Browsers read these two as what was really meant by them.
        encoding = "cp1252" if encoding in ("iso-8859-1", "us-ascii") else encoding
        try:
            return content.decode(encoding)
        except (LookupError, UnicodeError, ValueError):
            pass
    return plain_text.decoded(content)


def _spaced(words: str) -> str:
    """Words as a page shows them: spaces that do not break keep columns apart, any others are one."""
    kept = _SPACES.sub(" ", words).replace("\xa0", " ").strip()
    return _TWO_SPACES.sub(" ", kept)


class _Reading(HTMLParser):
    """Gathers the lines; whatever it does not know is passed over, its words kept."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[Line] = []
        self._words: list[str] = []
        self._hidden: list[str] = []
        self._kind = LineKind.TEXT
        self._column = 0
        self._in_table = 0
        self._preformatted = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.append(tag)
            return
        named = dict(attrs)
        if tag in _UNSEEN or "hidden" in named or _HIDDEN.search(named.get("style") or ""):
            if tag not in _WITHOUT_END:
                self._flush()
                self._hidden.append(tag)
            return
        if tag == "br":
            self._break()
        elif tag in _BLOCKS:
            self._begin(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br" and not self._hidden:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.pop()
            return
        if tag in _BLOCKS:
            self._end(tag)

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if not self._preformatted:
            self._words.append(data)
            return
        for number, line in enumerate(data.split("\n")):
            if number:
                self._break()
            self._words.append(line)

    def finished(self) -> tuple[Line, ...]:
        """All lines, without empty ones at the edges."""
        self._flush()
        while self._lines and not self._lines[-1].text:
            self._lines.pop()
        return tuple(self._lines)

    def _begin(self, tag: str) -> None:
        self._flush()
        if tag in _PARAGRAPHS and not self._in_table:
            self._gap()
        if tag in _HEADINGS:
            self._kind = LineKind.HEADING
        elif tag == "li":
            self._kind = LineKind.BULLET
        elif tag == "table":
            self._in_table += 1
        elif tag == "tr":
            self._column = -1
        elif tag in ("td", "th"):
            self._column += 1
        elif tag == "pre":
            self._preformatted += 1

    def _end(self, tag: str) -> None:
        self._flush()
        if tag in _PARAGRAPHS and not self._in_table:
            self._gap()
        if tag in _HEADINGS or tag in ("li", "ul", "ol"):
            self._kind = LineKind.TEXT
        elif tag == "table":
            self._in_table = max(0, self._in_table - 1)
            self._column = 0
        elif tag == "pre":
            self._preformatted = max(0, self._preformatted - 1)

    def _break(self) -> None:
        if not self._flush() and not self._in_table:
            self._gap()

    def _flush(self) -> bool:
        """Turn the words so far into a line; False where there are none."""
        joined = "".join(self._words)
        self._words.clear()
        text = joined.rstrip() if self._preformatted else _spaced(joined)
        if not text:
            return False
        plain = plain_text.lines_of(text)[0] if plain_text.lines_of(text) else Line("")
        kind = self._kind if self._kind is not LineKind.TEXT else plain.kind
        kind = LineKind.CELL if self._in_table and kind is LineKind.TEXT else kind
        self._lines.append(Line(plain.text, kind, 1, max(0, self._column) if self._in_table else 0))
        return True

    def _gap(self) -> None:
        if self._lines and self._lines[-1].text:
            self._lines.append(Line(""))
