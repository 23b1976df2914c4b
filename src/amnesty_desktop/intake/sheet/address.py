# SPDX-License-Identifier: GPL-3.0-or-later
"""The printed block of an addressee, taken apart into the name line, the address and the country."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .countries import code_of
from .draft import DraftAddressee

_WAY = re.compile(
    r"[\s(\[]*(?:salutation|formule d.appel|tratamiento|(?:korrekte )?anrede|zwrot[\w ]*|encabezado|e-?mails?|courriel"
    r"|correo[\w-]*|fax(?:es)?|faks|tele ?fax|t[ée]l[ée]copie(?:ur)?s?|telex(?:es)?|cables?"
    r"|t[ée]l[ée]?(?:phone|fono|fon)?s?|phones?|mobile"
    r"|twitter|facebook|instagram|x|website|web(?: ?form)?|online form[\w ]*|contact form|t[ée]l[ée]gram\w*)"
    r"\s*(?:\([^)]*\)\s*|via [^:]{2,40})?[:.].*|(?:https?://|www\.)\S+",
    re.IGNORECASE,
)
_LABEL_BEHIND = re.compile(r"(?:^|\s)(?:tele?fax|tel ?/ ?fax|fax|tel(?:ephone)?|phone|e-?mail)[ :.]*$", re.IGNORECASE)
_LABEL_LEFT = re.compile(r"\s*(?:e-?mail|fax|tel(?:ephone)?|phone|salutation|courriel|correo)\s*[:.]\s*", re.IGNORECASE)
_TELEGRAM_BEHIND = re.compile(r"(?<=\w)[ ,;]+(?:telegram(?:s|me|mes|as|mi)?|telex(?:es)?|cables?)\s?:.*", re.IGNORECASE)
_TITLE_BEHIND = re.compile(r"(?: [^\W\d_]+){1,2}")
_TWO_MEANINGS = frozenset({"GE", "LU", "MX", "TD", "JO", "JE"})
"""Countries that share their name with a state, a city or a person."""


@dataclass(frozen=True, slots=True)
class PrintedAddress:
    """The name line and the lines of the address as printed; country as a code, empty where none is printed."""

    name: str
    address: str
    country: str


def printed_address(each: DraftAddressee, countries: Sequence[str]) -> PrintedAddress:
    """Take the block of an addressee apart; countries are those the sheet is about. No word is added."""
    name, lines, is_named = each.name, list[str](), False
    is_telegram = False
    for printed in each.lines:
        line = _TELEGRAM_BEHIND.sub("", printed)
        goes_on, is_telegram = is_telegram, line != printed and printed.endswith(",")
        if goes_on and code_of(printed.rpartition(",")[2].strip(" .")):
            continue  # The rest of the address of a telegram.
        rest = line
        before, found, after = _parted(line, each.name)
        if found and not is_named:
            is_named = True
            title = _without_office(before.strip(" ,:"), each.office)
            name, rest = f"{title} {found}".strip(), after
            if _TITLE_BEHIND.fullmatch(after):
                name, rest = f"{name}{after}", ""
        lines += _kept(rest, each)
    address, country = _without_country(lines, countries)
    return PrintedAddress(name, "\n".join(address), country)


def _parted(line: str, name: str) -> tuple[str, str, str]:
    at = line.casefold().find(name.casefold()) if name else -1
    return (line[:at], line[at : at + len(name)], line[at + len(name) :]) if at >= 0 else (line, "", "")


def is_aside(line: str) -> bool:
    """Whether a line is a remark in brackets, such as that faxes are hard to get through, which no envelope bears."""
    words = line.strip("( ").split()
    is_bracketed = line.startswith("(") and line.endswith(")")
    return is_bracketed and len(words) > 4 and sum(word[0].islower() for word in words) * 2 > len(words)


def _kept(line: str, each: DraftAddressee) -> Iterator[str]:
    ways = (*each.email, *each.fax, *each.phone)
    if (
        is_aside(line)
        or _WAY.fullmatch(line)
        or (each.salutation and each.salutation in line)
        or line.rstrip().endswith(":")
    ):
        return
    left = _without(_without_office(line.strip(" ,;"), each.office), ways)
    if any(way in line for way in ways):
        left = _LABEL_BEHIND.sub("", _LABEL_LEFT.sub(" ", f"{left} ").strip(" ,;/")).strip(" ,;/")
    if any(sign.isalnum() for sign in left):
        yield left


def _without_office(text: str, office: str) -> str:
    """A text that begins with the office, without it; an office within other words belongs to them."""
    if not office or not text.casefold().startswith(office.casefold()):
        return text
    behind = text[len(office) :]
    return text if re.match(r"['’-]?\s?\w", behind) and not re.match(r"\s\d", behind) else behind.strip(" ,;:")


def _without(line: str, parts: Sequence[str]) -> str:
    for part in filter(None, parts):
        at = line.casefold().find(part.casefold())
        if at >= 0:
            line = f"{line[:at]} {line[at + len(part) :]}"
    return " ".join(line.split()).strip(" ,;")


def _without_country(lines: list[str], countries: Sequence[str]) -> tuple[list[str], str]:
    if not lines:
        return lines, ""
    last = lines[-1]
    before, comma, behind = last.rpartition(",")
    for words, rest in ((last, ""), (behind, before.strip()) if comma else ("", "")):
        code = code_of(words.strip(" .,")) if words else None
        if code and (code in countries or (not rest and len(lines) > 1 and code not in _TWO_MEANINGS)):
            return [*lines[:-1], *filter(None, [rest])], code
    return lines, ""
