# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands above a sheet and is none of it: the heads of mails, notices of a list, the title of a web page."""

import re
from collections.abc import Sequence

from .heading import EXTERNAL, INTERNAL, is_mail_header
from .labels import Part, label_of
from .lists import is_country_led
from .parts import is_prose
from .reference import indexes_in, is_later, namings_in
from .text import SheetLine, folded

_BODY_LABELS = frozenset({Part.ACTION, Part.TARGETS, Part.COPIES, Part.BACKGROUND, Part.LETTER, Part.SUMMARY})
_LONGEST = 90
"""Lines in which the heading of a sheet is looked for."""
_PASSED_ON = re.compile(
    r"-{2,}\s?(?:original message|forwarded|urspr|weitergeleitet|message (?:transfer|d.origine)"
    r"|mensaje (?:original|reenviado)|wiadomosc)|begin forwarded message"
)
_NOTICE = re.compile(
    r"urgent action (?:network|bulletin|appeal)|amnesty international usa|newsletter|permission|redistribut|repost"
    r"|electronic distribution|unsubscribe|bulletin expires|this (?:month|message)|print-friendly|/\* written"
    r"|^(?:from|subject|date) ?:|index number ?:|n° d.index|^document - |campa(?:igns|gnes)$|document$"
    r"|^skip to (?:main )?content|^home (?:>|/|»)|^print this page|^send to a friend"
    r"|^, .{4,40}: ?[a-z]{3} \d\d/\d{1,4}/\d{4}"
)


def apart(lines: Sequence[SheetLine]) -> tuple[list[SheetLine], list[SheetLine]]:
    """Return what stands above the sheet, and the sheet with the heads of the mail it came in."""
    kept = _without_mail(list(lines))
    at = _heading_at(kept)
    if at is None:
        return [], kept
    return kept[:at], [each for each in kept[:at] if is_mail_header(each.text)] + kept[at:]


def _without_mail(lines: list[SheetLine]) -> list[SheetLine]:
    """Leave out what somebody wrote above a sheet they pass on."""
    for at, line in enumerate(lines[:60]):
        if _PASSED_ON.match(folded(line.text)):
            return [each for each in lines[: at + 1] if is_mail_header(each.text)] + lines[at + 1 :]
    return lines


def _heading_at(lines: Sequence[SheetLine]) -> int | None:
    """Where the heading of the sheet itself begins, if notices or the title of a page stand above it."""
    if any(_is_classed(line.text) for line in [line for line in lines if line.text][:1]):
        return None
    for at, line in enumerate(lines[:_LONGEST]):
        if (found := label_of(line.text)) and found[0] in _BODY_LABELS:
            if not _is_menu(lines, at):
                return None
            continue
        if not at or line.is_furniture or not line.text or is_mail_header(line.text):
            continue
        if not (_is_classed(line.text) or _is_numbered(lines, at)):
            continue
        at = _with_day(lines, at)
        above = [each.text for each in lines[:at] if each.text]
        return at if any(_NOTICE.search(folded(text)) for text in above) else None
    return None


def _is_menu(lines: Sequence[SheetLine], at: int) -> bool:
    """Whether a label is an entry of the menu of a page: short lines stand above and below it."""
    near = [line.text for line in lines[max(0, at - 2) : at + 3] if line.text]
    return len(near) > 3 and all(len(text) < 26 and text[-1] not in ".:;" for text in near)


def _is_classed(text: str) -> bool:
    small = folded(text)
    return bool((EXTERNAL.match(small) or INTERNAL.match(small)) and indexes_in(text))


def _is_numbered(lines: Sequence[SheetLine], at: int) -> bool:
    """Whether a line begins with the number, and the country or people follow it rather than sentences."""
    text = lines[at].text
    named = namings_in(text)
    if not named or is_prose([lines[at]]) or named[0].begin > 60:
        return False
    before = text[: named[0].begin]
    if before.strip() and not is_later(before) and not is_later(text):
        return False
    following = [each.text for each in lines[at + 1 : at + 9] if each.text]
    if any(indexes_in(each) and folded(each).startswith(("ai index", "index", "indice")) for each in following[:3]):
        return True
    return any(is_country_led(each) or re.search(r"\((?:m|f|male|female|k|h)\)", each) for each in following)


def _with_day(lines: Sequence[SheetLine], at: int) -> int:
    """Take in the class, the index and the day of issue that stand in lines of their own right above the number."""
    first = at
    for back in range(at - 1, max(at - 10, -1), -1):
        text = lines[back].text
        small = folded(text)
        is_day = re.fullmatch(r"\d{1,2}\.? \w+ \d{4}", text)
        is_index = indexes_in(text) and re.match(r"(?:ai )?(?:index|indice)\b(?! number)", small)
        if text and not (is_day or is_index or EXTERNAL.fullmatch(small) or small.startswith("distr")):
            break
        first = back if text else first
    return first
