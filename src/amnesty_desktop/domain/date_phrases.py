# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways of writing a date that say the same as a plainer one: "on or before", "2016 onwards", "last month"."""

import re
from datetime import date, timedelta

_NOT_KNOWN = "n/a|none|no date|not sure|not certain|don'?t know|dont know|nobody knows|[?]{2,}|-+"
_BEFORE = "on or before|(?:no|not) later than|not after|at the latest"
_AFTER = "on or after|(?:no|not) earlier than|not before|at the earliest"
_OR_LATER = " or later| ou plus tard| oder spater"
_PHRASES = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (rf"^(?:{_NOT_KNOWN})$", "unknown"),
        (r"\bon or (?=about|around)", ""),
        (r"\b(?:the )?night of\b|\bin der nacht (?:vom|zum)\b|\bdans la nuit du\b|\ben la noche del?\b", ""),
        (rf"^(?:{_BEFORE}) (.+)$", r"before \1"),
        (rf"^(?:{_AFTER}) (.+)$", r"after \1"),
        (r"^(.+?),? (?:at the latest|or earlier|or before)$", r"before \1"),
        (r"^(.+?),? (?:onwards?|at the earliest|or after)$", r"after \1"),
        (r"^([0-9]{4}) ?-$", r"after \1"),
        # "7-May-2019" and "7/May/2019" are one day, "May 5-7, 2019" are three.
        (r"(?<=[0-9])[-/](?=[a-z]{3,}[-/][0-9]{4})|(?<=[a-z])[-/](?=[0-9]{4}$)", " "),
        (r"^([a-z]{3,})\.? ([0-9]{1,2}) ?- ?([0-9]{1,2}),? ([0-9]{4})$", r"\2 - \3 \1 \4"),
        (r"^([0-9]{4}) ([0-9]{1,2}) ([0-9]{1,2})$", r"\1-\2-\3"),
        # Either of two is somewhere between them.
        (rf"^(?:either )?(?!.*(?:{_OR_LATER})$)(.+) (?:or|ou|oder) (.+)$", r"between \1 and \2"),
    )
)
_AGO = re.compile(r"([0-9]{1,3}|a|one|two|three) (day|week)s? ago")
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3}
_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}


def plainly(folded: str) -> str:
    """Return folded text with the phrases of this list said in plainer words; other text stays as it is."""
    for pattern, plain in _PHRASES:
        folded = pattern.sub(plain, folded).strip()
    return folded


def near(folded: str, today: date) -> str:
    """Return what "yesterday", "3 days ago", "last month" or "this year" mean on a day, as EDTF; or nothing."""
    if folded in _NEAR:
        return _shifted(today, _NEAR[folded])
    if ago := _AGO.fullmatch(folded):
        number = _NUMBERS.get(ago[1]) or int(ago[1])
        return _shifted(today, -number * (7 if ago[2] == "week" else 1))
    last_month = today.replace(day=1).toordinal() - 1
    before = date.fromordinal(max(last_month, 1))
    return {
        "this month": f"{today.year:04}-{today.month:02}",
        "last month": f"{before.year:04}-{before.month:02}",
        "this year": f"{today.year:04}",
        "last year": f"{max(today.year - 1, 1):04}",
    }.get(folded, "")


def _shifted(today: date, days: int) -> str:
    try:
        return (today + timedelta(days=days)).isoformat()
    except OverflowError:
        return ""
