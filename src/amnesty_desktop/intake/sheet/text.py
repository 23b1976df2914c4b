# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of a sheet made ready for reading: mail quoting, lost signs, page furniture and columns put right."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from ..page_text import Line, LineKind, PageText
from .draft import Place
from .lost_letters import restored

LONGEST_LINE = 8_000
"""Characters of one line that are looked at; no sheet has a longer paragraph."""
MOST_LINES = 3_000
MOST_CHARACTERS = 100_000
"""What is looked at of one text; the longest sheets have some hundred lines."""

_GONE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c"), None)
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"), " ")
_LIGATURES = {ord("ﬁ"): "fi", ord("ﬂ"): "fl", ord("ﬀ"): "ff", ord("ﬃ"): "ffi", ord("ﬄ"): "ffl"}
_PLAIN = {**_GONE, **_SPACES, **_LIGATURES}
_QUOTED = re.compile(r"(?:> ?){1,8}")
_BULLET = re.compile(
    r"(?:[-–—•*·▪■□●◦‣➢➤»§\u25a0-\u25ff\uf000-\uf0ff\ufffd]|\[(?:black square|cuadrado negro|carr[ée] noir"
    r"|schwarzes quadrat|bullet)\]|\?(?= [a-z])|>(?= \w)"
    r"|o(?= [A-Z]|\s{2,}\S| (?:urg|ask|call|express|seek|demand|request|stat|welcom|not|remind|explain)ing\b))\s*(?=\S)"
)
_LETTER_BULLET = re.compile(r"\s*[nlqvuwo\u00a7\u00d8\u00fc\u0178](?:\t|\s{3,})(?=\S)")
"""The letter a bullet of the fonts Wingdings and Symbol becomes where the font is lost."""
_NUMBERED = re.compile(r"\(?\d{1,2}(?:[.)]\s+|\)(?=[A-ZÀ-Þ])|\.(?=[A-ZÀ-Þ][a-zß-ÿ]))")
_RULE = re.compile(r"[\s*_=~\-–—.#+]*")
_OUR_MARK = re.compile(r"\[?(?:excerpt ends here|\.\.\.|…)\]?", re.IGNORECASE)
_FURNITURE = re.compile(
    r"(?:page|seite|página|pagina|strona)\s+\d{1,3}(?:\s*(?:of|/|von|de|sur|z)\s*\d{1,3})?|\d{1,2}\s*/\s*\d{1,2}"
    r"|hommes et femmes|hombres y mujeres|männer und frauen|mężczyźni i kobiety"
    r"|-\s*\d{1,2}\s*-|[-=\s]{3,}page\s+\d{1,3}[-=\s]{3,}",
    re.IGNORECASE,
)
_FOOT = re.compile(
    r"(?:(?:further information on )?(?:UA|AU|EXTRA|MA)\s*:?\s*\d{1,3}/\d{2,4}.{0,60}(?:issue date|fecha de publicaci"
    r"|date d.?.?mission)|amnesty international\s{2,}.{0,60}(?:AI )?index"
    r"|\d{1,3}\s{3,}(?:UA|AU|EXTRA)\s?\d{1,3}/\d{2}\b.{0,40}$|(?:UA|AU|EXTRA)\s?\d{1,3}/\d{2} .{2,40}\s{2,}\d{1,3}$"
    r"|(?:AI )?(?:index|índice).{1,40}amnesty international)",
    re.IGNORECASE,
)
_FOOT_AGAIN = re.compile(r"(?:AI )?Index(?: AI)?\s?:\s*[A-Z]{3} ?\d\d/\d{1,4}/\d{2,4}\s*$")
_RELIC = re.compile(r"^[£@¬^~](?=[A-Z]{3})")
"""A sign for bold print that a converter left before a heading."""
_TOP_LINES = 12
_ACROSS = 60
"""Characters from which a line with no gap in it is wider than a column of addresses."""
_FAR_RIGHT = 40
"""Characters from which a number alone is that of a page."""
_WRAPPED = 130
"""Characters from which a line is a whole paragraph: no typist breaks lines so late."""


class _Letters(dict[int, str]):
    """Each character without its accents and in small letters, one for one, so that places stay."""

    def __missing__(self, code: int) -> str:
        bare = unicodedata.normalize("NFKD", chr(code))[:1].lower()[:1] or " "
        self[code] = bare
        return bare


_LETTERS = _Letters({ord("ł"): "l", ord("Ł"): "l", ord("ø"): "o", ord("Ø"): "o", ord("ı"): "i", ord("’"): "'"})


def folded(text: str) -> str:
    """Small letters without accents, as many characters as text has; letters lost in known words are there again."""
    small = text.translate(_LETTERS)
    return restored(small) if "_" in small else small


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line: text without the signs around it, indent in characters, and its characters in the whole text."""

    text: str
    begin: int
    end: int
    indent: int = 0
    is_bullet: bool = False
    is_heading: bool = False
    is_furniture: bool = False

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.begin, self.end)


def sheet_lines(page: PageText) -> list[SheetLine]:
    """Return the lines of page in the order they are to be read, columns of addresses one below the other."""
    lines: list[SheetLine] = []
    begin = 0
    letter = _lettered_bullet(page)
    for number, line in enumerate(page.lines[:MOST_LINES]):
        end = begin + len(line.text)
        if end > MOST_CHARACTERS and number:
            break
        raw = line.text[:LONGEST_LINE]
        if letter and raw.startswith(f"{letter} "):
            raw = f"\u2022 {raw[2:]}"
        if lines and _is_value(page.lines[number - 1], line):
            # The value of a label that stands in the cell beside it, such as "Fax:" and the number.
            lines[-1] = replace(
                lines[-1], text=f"{lines[-1].text} {_line(raw, line.kind, begin, end, number).text}", end=end
            )
        else:
            lines.append(_line(raw, line.kind, begin, end, number))
        begin = end + 1
    return _columns_apart(_sentences_apart(lines))


def _is_value(label: Line, line: Line) -> bool:
    is_beside = label.kind is line.kind is LineKind.CELL and line.column == label.column + 1 and line.page == label.page
    return is_beside and len(label.text) < 30 and bool(_BARE_LABEL.fullmatch(label.text.strip()))


def _lettered_bullet(page: PageText) -> str:
    """The letter that stands for a bullet with one space behind it: it begins several lines before a capital."""
    counts = Counter(
        line.text[0]
        for line in page.lines[:MOST_LINES]
        if re.match(r"[nlqu\u00a7\u00d8] {1,2}[A-ZÀ-Þa-zà-ÿ]", line.text[:4])
    )
    letter, count = next(iter(counts.most_common(1)), ("", 0))
    return letter if count > 1 else ""


def _sentences_apart(lines: list[SheetLine]) -> list[SheetLine]:
    """Set paragraphs apart with empty lines where each is one line, as in Word, and nothing else parts them."""
    if all(len(line.text) < _WRAPPED for line in lines):
        return lines
    done: list[SheetLine] = []
    for line in lines:
        is_apart = not line.is_bullet and not line.is_furniture and is_sentence(line.text)
        if is_apart:
            done.append(SheetLine("", line.begin, line.begin))
        done.append(line)
        if is_apart:
            done.append(SheetLine("", line.end, line.end))
    return done


def is_sentence(text: str) -> bool:
    """Whether a line is a whole sentence or more: mostly small words, and an end."""
    words = text.split()
    if len(words) < 8 or text.rstrip("\"'”»)] ")[-1:] not in {".", "!", "?"} or "   " in text:
        return False
    return sum(word[0].islower() for word in words) * 2 >= len(words)


def is_too_long(page: PageText) -> bool:
    """Whether only the beginning of a text is looked at."""
    return len(page.lines) > MOST_LINES or sum(len(line.text) + 1 for line in page.lines) > MOST_CHARACTERS


def _line(raw: str, kind: LineKind, begin: int, end: int, number: int) -> SheetLine:
    lettered = _LETTER_BULLET.match(raw)
    raw = f"\u2022 {raw[lettered.end() :]}" if lettered else raw
    text = raw.translate(_PLAIN).expandtabs(8).rstrip()
    if text.startswith(">") and (quoted := _QUOTED.match(text)):
        text = text[quoted.end() :]
    indent = len(text) - len(text.lstrip())
    text = text.strip().replace("**", "").lstrip("#").lstrip()
    text = _RELIC.sub("", text)
    if _RULE.fullmatch(text) or _OUR_MARK.fullmatch(text):
        return SheetLine("", begin, end)
    if _is_furniture(text, number) or kind is LineKind.FOOTER:
        return SheetLine(text, begin, end, is_furniture=True)
    if kind is LineKind.BULLET and re.fullmatch(r"\d{1,3}\s?[-–]", text):
        return SheetLine(text, begin, end, is_furniture=True)  # "- 2 -", of which a reader took the dash for a bullet.
    if indent > _FAR_RIGHT and re.fullmatch(r"\d{1,2}", text):
        return SheetLine(text, begin, end, is_furniture=True)
    sign = _BULLET.match(text)
    if sign and text[sign.end() :]:
        text = text[sign.end() :]
    is_bullet = bool(sign) or kind is LineKind.BULLET
    return SheetLine(text, begin, end, indent, is_bullet, kind is LineKind.HEADING)


def _is_furniture(text: str, number: int) -> bool:
    if len(text) > 160:
        return False
    if _FURNITURE.fullmatch(text) or _FOOT.match(text):
        return number >= _TOP_LINES
    return number >= _TOP_LINES and bool(_FOOT_AGAIN.match(text))


def joined(lines: Iterable[SheetLine] | Iterable[str]) -> str:
    """Return lines as one paragraph; a word broken with a hyphen is put together."""
    whole = ""
    for line in lines:
        text = " ".join((line if isinstance(line, str) else line.text).split())
        if whole.endswith("-") and text[:1].islower() and whole[-2:-1].isalpha():
            whole = whole[:-1] + text
        elif whole.endswith("-") and not whole.endswith(" -"):
            whole += text
        else:
            whole = f"{whole} {text}" if whole and text else whole or text
    return whole


def paragraphs(lines: Sequence[SheetLine]) -> list[list[SheetLine]]:
    """Return lines parted at empty ones; page furniture is passed over."""
    found: list[list[SheetLine]] = [[]]
    for line in lines:
        if line.is_furniture:
            continue
        if line.text:
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [part for part in found if part]


def places(lines: Iterable[SheetLine]) -> tuple[Place, ...]:
    """Where lines stand, as few stretches as they make."""
    found: list[Place] = []
    for line in sorted(lines, key=lambda line: line.begin):
        if found and line.begin <= found[-1].end + 1:
            found[-1] = Place(found[-1].begin, max(line.end, found[-1].end))
        else:
            found.append(line.place)
    return tuple(found)


def is_numbered(text: str) -> bool:
    """Whether a line begins with a number of a list, such as 1. or 2)."""
    return bool(_NUMBERED.match(text))


def without_number(text: str) -> str:
    """The line without the number of a list before it."""
    number = _NUMBERED.match(text)
    return text[number.end() :] if number else text


_CELL = re.compile(r"\S+(?: \S+)*")
_CONTACT = re.compile(
    r"\b(?:fax|e-?mail|tel|telephone|phone|salutation|correo|courriel|anrede|tratamiento|twitter)\w{0,8}\s?:"
)
_WAY_BESIDE = re.compile(r"\S {3,}(?:telegram\w*|telex\w*|cables?|fax\w*|tel\w*|phones?|e-?mail)\s?:")
_GREETS = re.compile(r"(?:salutation|tratamiento|anrede|formule d.appel)\s?:")
_BARE_LABEL = re.compile(r"[\w.-]+(?: \w+)?\s?:")


def _columns_apart(lines: list[SheetLine]) -> list[SheetLine]:
    """Put addresses that stand side by side one below the other."""
    done: list[SheetLine] = []
    at = 0
    while at < len(lines):
        if lines[at].text and "   " in lines[at].text:
            end = at
            while end < len(lines) and lines[end].text and end - at < 40:
                end += 1
            below = next((each for each in range(at, end) if _is_across(lines[each])), end)
            end = next((each for each in (end, below) if _is_side_by_side(lines[at:each])), end)
            run = lines[at:end]
            done += _apart(run) if _is_side_by_side(run) else run
            at = end
        else:
            done.append(lines[at])
            at += 1
    return done


def _is_across(line: SheetLine) -> bool:
    """Whether a line goes over the whole width: text that stands right below the columns, with no empty line."""
    return len(line.text) > _ACROSS and "  " not in line.text


def _is_side_by_side(run: Sequence[SheetLine]) -> bool:
    if len(run) < 3 or any(line.is_bullet for line in run):
        return False
    if _WAY_BESIDE.search(folded(run[0].text)):
        return False  # What stands beside the last line of an address is how to reach the same office.
    return sum(len(_CONTACT.findall(folded(line.text))) for line in run) >= 2 and len(_gutters(run)) > 1


def _gutters(run: Sequence[SheetLine]) -> list[int]:
    """Where columns begin: at places where every line is blank just before, and two lines begin."""
    whole = [" " * line.indent + line.text for line in run]
    starts: dict[int, int] = {}
    for text in whole:
        for cell in _CELL.finditer(text):
            starts[cell.start()] = starts.get(cell.start(), 0) + 1
            if cell.start() <= run[0].indent and _BARE_LABEL.fullmatch(cell[0]) and cell.end() < len(text):
                return []
    return [at for at, count in sorted(starts.items()) if count >= 2 and _is_gutter(whole, at)]


def _is_gutter(whole: Sequence[str], at: int) -> bool:
    """Whether every line is blank just before a column; one may leave a single space there."""
    narrow = sum(len(text) > at and bool(text[max(0, at - 2) : at].strip()) for text in whole)
    return narrow <= (len(whole) > 5) and all(len(text) <= at or not text[at - 1 : at].strip() for text in whole)


def _apart(run: Sequence[SheetLine]) -> list[SheetLine]:
    gutters = _gutters(run)
    edges = [0, *gutters[1:], LONGEST_LINE]
    done: list[SheetLine] = []
    for left, right in pairwise(edges):
        greets = False
        for line in run:
            text = (" " * line.indent + line.text)[left:right].strip()
            if text and greets and not _CONTACT.search(folded(text)):
                # A long salutation goes on below itself, as the column is narrow.
                done[-1] = replace(done[-1], text=f"{done[-1].text} {text}", end=line.end)
            elif text:
                done.append(replace(line, text=text, indent=0))
                greets = bool(_GREETS.match(folded(text)))
        done.append(SheetLine("", run[-1].end, run[-1].end))
    return done


def followed(lines: Sequence[SheetLine]) -> Iterator[tuple[SheetLine, SheetLine | None]]:
    """Each line with the one after it, the last with None."""
    return zip_longest(lines, lines[1:])
