# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways to reach an addressee that a block of an address prints: fax, phone, e-mail, salutation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .text import folded

_LABELS = {
    "fax": r"telec|(?:tele)?fax(?:es|e|nummer|number|no)?|telecopi(?:e|eur)s?|telefaks|faks|tel ?/ ?fax|phone ?/ ?fax",
    "phone": r"tel(?:efono?n?|ephones?|eph|efony)?|phones?|telf|mobile|movil|handy",
    "email": r"e-?mails?(?: address)?|correos?(?:[- ]e(?:lectronicos?)?)?|courriels?|courriers? electroniques?"
    r"|adresse electronique|mail|e-?poczta|adres e-?mail",
    "salutation": r"(?:korrekte |correct )?(?:salutation|anrede|formule d'appel|tratamiento|saludo|encabezamiento"
    r"|zwrot(?: grzecznosciowy)?|formule de politesse|formula d'apertura|titre)",
    "other": r"telegrammi|telegrams?|telegrammes?|telegramas?|telegramme|telex(?:es)?|twitter|x|facebook"
    "|instagram|contact form"
    r"|web(?: ?site|form| form|seite)?|(?:online )?form(?: in \w+)?|formulario|sitio web|site (?:web|internet)|internet"
    r"|linkedin|youtube|telegram|whatsapp|strona",
}
_LABEL = re.compile(
    r"(?<![\w@./-])(?:"
    + "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _LABELS.items())
    + r")(?:\s?\([^()]{1,30}\)|\s(?:via|c/o|care of) [^:;]{2,40})?\s{0,14}(?:\.\s?)?:(?!//)\s*"
    + r"|(?<![\w@./-])(?P<dotfax>fax|telefax)\s?\.\s*(?=[+(\d])|(?<![\w@./-])(?P<dottel>tel|ph|telf)\s?\.\s*(?=[+(\d])"
    + r"|(?<![\w@./-])(?P<barefax>fax|telefax)\s+(?=[+(\d])|(?<![\w@./-])(?P<baretel>tel|phone)\.?\s+(?=[+(\d])"
)
_EMAIL = re.compile(r"[\w.+%'-]{1,80}@[\w-]{1,60}(?:\.[\w-]{1,40}){1,5}")
_NUMBER = re.compile(r"\+?\s?\(?\d[\d ()./–-]{3,40}\d")
_ONLY_NUMBER = re.compile(r"(?:or |and |/ ?)?(?:\+|\(?0)[ \d()/.-]{7,30}")
_SIGNS_OF_LINES = re.compile(r"\s+(?:/|or|ou|o|oder|lub|and|&)\s+|[,;]")
_BARE_GREETING = re.compile(
    r"[\[(](?:dear|your (?:excellency|majesty)|monsieur|madame|estimad[oa]|excelent|senora? |sehr geehrte)\b"
    r"[^()\[\]]{2,70}[\])]"
)
_TWO_NUMBERS = re.compile(r"(?<=\d)/(?=\d)")
_STRAY = re.compile(r"(?<=\w) @(?=[\w-]+\.[a-z])")
_BARE_PHONE = re.compile(r"(?:\+|\(?0)\d[\d ()/-]{6,24}\d")


@dataclass
class Contacts:
    """What a block prints, and the lines of it that are none of this."""

    email: list[str] = field(default_factory=list)
    fax: list[str] = field(default_factory=list)
    phone: list[str] = field(default_factory=list)
    salutation: str = ""
    plain: list[str] = field(default_factory=list)


def has_contact(text: str) -> bool:
    """Whether a line has a label of a fax, a salutation or the like, or an e-mail address."""
    return bool(_LABEL.search(folded(text)) or _EMAIL.search(text))


def begins_way(text: str) -> bool:
    """Whether a line begins with the label of a fax, a salutation or the like, or with an e-mail address."""
    small = folded(text).lstrip("[( ")
    return bool(_LABEL.match(small) or _EMAIL.match(small))


def has_way(text: str) -> bool:
    """Whether a line has a label of a fax, a salutation or the like, which no mere sentence has."""
    return bool(_LABEL.search(folded(text)))


def says_salutation(text: str) -> bool:
    """Whether a line gives the salutation."""
    found = _LABEL.search(folded(text))
    while found:
        if found["salutation"]:
            return True
        found = _LABEL.search(folded(text), found.end())
    return False


def contacts_in(lines: Sequence[str]) -> Contacts:
    """Sort the lines of an address block; a value may stand in the line after its label."""
    found = Contacts()
    waiting = before = ""
    for line in lines:
        if before and _ONLY_NUMBER.fullmatch(line.strip()):
            waiting = before  # The second number of a fax stands below the first, with no label.
        waiting = _sorted(line, found, waiting)
        before = _numbered_way(line) or (before if _ONLY_NUMBER.fullmatch(line.strip()) else "")
    found.email = list(dict.fromkeys(found.email))
    found.fax = list(dict.fromkeys(found.fax))
    return found


def _numbered_way(line: str) -> str:
    """Which of fax and phone a line ends with, where it has a number of either."""
    labels = list(_LABEL.finditer(folded(line)))
    if not labels or not _NUMBER.search(line[labels[-1].end() :]):
        return ""
    kind = _plain_kind(labels[-1].lastgroup or "")
    return kind if kind in {"fax", "phone"} else ""


def _plain_kind(label: str) -> str:
    return {"barefax": "fax", "dotfax": "fax", "baretel": "phone", "dottel": "phone"}.get(label, label)


def _sorted(line: str, found: Contacts, waiting: str) -> str:
    """Take in one line; returns the label that still waits for its value."""
    line = _STRAY.sub("@", line)
    labels = list(_LABEL.finditer(folded(line)))
    before = line[: labels[0].start()] if labels else line
    before = before.strip(" ;,.[(") if labels else before.strip()
    if before:
        if waiting == "salutation" and (found.salutation.endswith("/") or not found.salutation):
            found.salutation = f"{found.salutation} {_salutation(before)}".strip()
            before = ""
        elif waiting in {"fax", "phone"} and _NUMBER.search(before) and not any(sign.isalpha() for sign in before[:3]):
            _keep(waiting, before, found)
            before = ""
        elif waiting in {"email"} and "@" in before:
            before = _without_emails(before, found)
            return "email" if not labels else ""
    if before:
        _plain(before, found, is_led=bool(labels))
    waiting = ""
    for at, label in enumerate(labels):
        end = labels[at + 1].start() if at + 1 < len(labels) else len(line)
        kind = _plain_kind(label.lastgroup or "")
        value = line[label.end() : end].strip()
        waiting = _keep(kind, value, found)
    return waiting


def _keep(kind: str, value: str, found: Contacts) -> str:
    """Keep one value; returns its kind where it may go on in the next line."""
    if kind == "salutation":
        found.salutation = found.salutation or _salutation(value)
        return "salutation" if not value or found.salutation.endswith("/") else ""
    if kind == "email":
        _without_emails(value, found)
        return "email" if not value or value.endswith((",", ";", "/")) else ""
    if kind in {"fax", "phone"}:
        numbers = getattr(found, kind)
        numbers += numbers_in(value)
        left = _without_emails(value, found)
        rest = _NUMBER.sub(" ", left).strip(" ,;.()/+")
        if kind == "fax" and rest and not numbers:
            return ""
        return kind if not value or value.endswith(("/", ",", ";", " or")) else ""
    _without_emails(value, found) if "@" in value and "." in value.rsplit("@", 1)[
        -1
    ] and " " not in value.strip() else None
    return ""


def _salutation(value: str) -> str:
    ends_short = _SHORT_TITLE.search(folded(value).rstrip(" )]"))
    stripped = value.strip().strip("[]") if "(" not in value else value.strip()
    return stripped.rstrip(",;)] " if ends_short else ",;.)] " if "(" not in value else ",;.] ").strip()


_SHORT_TITLE = re.compile(r"\b(?:dra?|sra?|mrs?|ms|mme|lic|ing|prof|gral)\.$")


def numbers_in(value: str) -> list[str]:
    """The numbers of a value as printed, parted where it gives more than one."""
    done = []
    for piece in _SIGNS_OF_LINES.split(re.sub(r"\s*\((?![\d +]{1,8}\)).{0,80}?(?:\)|$)", " ", value)):
        for half in _halves(piece):
            done += _number_in(half)
    return done


def _halves(piece: str) -> list[str]:
    """Two numbers with only a stroke between them: both are long enough to be one."""
    halves = _TWO_NUMBERS.split(piece)
    counts = [sum(sign.isdigit() for sign in half) for half in halves]
    return halves if len(halves) > 1 and counts[0] > 6 and min(counts) > 5 else [piece]


def _number_in(piece: str) -> list[str]:
    found = _NUMBER.search(piece)
    if not found or sum(sign.isdigit() for sign in found[0]) < 5:
        return []
    number = found[0].strip(" .,;/-")
    return [number if number.count("(") == number.count(")") else number.strip("() ")]


def _without_emails(text: str, found: Contacts) -> str:
    found.email += [each.rstrip(".") for each in _EMAIL.findall(text)]
    return _EMAIL.sub(" ", text).strip(" ;,<>")


def _plain(text: str, found: Contacts, is_led: bool) -> None:
    if not found.salutation and _BARE_GREETING.fullmatch(folded(text)):
        found.salutation = _salutation(text)
        return
    left = _without_emails(text, found).strip(" ;,") if "@" in text else text
    phone = _BARE_PHONE.search(left)
    if phone and (is_led or phone.end() == len(left) or left[phone.end() :].strip() in {"", "."}):
        found.phone.append(phone[0].strip())
        left = left[: phone.start()].strip(" ,;")
    if left and not re.fullmatch(r"\(?(?:https?://|www\.)\S+\)?", left):
        found.plain.append(left)
