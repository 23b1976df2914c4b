# SPDX-License-Identifier: GPL-3.0-or-later
"""How near the reading of a sheet comes to what was worked out by hand: each field counts one."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from amnesty_desktop.domain.names import sort_form
from amnesty_desktop.intake.opening import read_file
from amnesty_desktop.intake.plain_text import read
from amnesty_desktop.intake.sheet.json_form import as_json
from amnesty_desktop.intake.sheet.reading import read_sheet

SHEETS = Path(__file__).parents[1] / "intake" / "sheets"
_ALONE = ("kind", "number", "year", "update", "closing", "index", "class", "country", "issued", "appeal_by")
Value = dict[str, Any]


def names(own: bool) -> list[str]:
    """The names of our own sheets, or of those that were given."""
    return sorted(path.stem for path in SHEETS.glob("*.txt") if path.stem.startswith("own-") is own)


def truth_of(name: str) -> Value:
    """What a sheet says, worked out by hand."""
    found: Value = json.loads((SHEETS / "truth" / f"{name}.json").read_text("utf-8"))
    return found


def read_of(name: str) -> Value:
    """What the program reads."""
    return as_json(read_sheet(read((SHEETS / f"{name}.txt").read_bytes())))


def compared(name: str, as_file: Callable[[str], tuple[str, bytes]] | None = None) -> list[tuple[str, bool, Any, Any]]:
    """Each field of a sheet: its name, whether it is right, the truth, what was read.

    as_file makes another file of its text: a name, and what stands in it.
    """
    if as_file is None:
        return list(_compared(truth_of(name), read_of(name)))
    words = (SHEETS / f"{name}.txt").read_text("utf-8")
    return list(_compared(truth_of(name), as_json(read_sheet(read_file(*as_file(words))))))


def _compared(truth: Value, found: Value) -> Iterator[tuple[str, bool, Any, Any]]:
    lenient = truth.get("lenient", {})
    for field in _ALONE:
        right = [truth[field], *lenient.get(field, [])]
        yield field, found[field] in right, truth[field], found[field]
    languages = [truth["languages"], *lenient.get("languages", [])]
    yield "languages", found["languages"] in languages, truth["languages"], found["languages"]
    count = len(found["recommended_actions"])
    counts = [truth["recommended_actions"], *lenient.get("recommended_actions", [])]
    yield "recommended_actions", count in counts, truth["recommended_actions"], found["recommended_actions"]
    yield (
        "model_letter",
        bool(found["model_letter"]) == truth["model_letter"],
        truth["model_letter"],
        found["model_letter"],
    )
    yield from _people(truth["people"], found["people"], lenient)
    yield from _addressees(truth["addressees"], found["addressees"], lenient)


def _people(truth: list[Value], found: list[Value], lenient: Value) -> Iterator[tuple[str, bool, Any, Any]]:
    left = list(found)
    sexes = lenient.get("sex", [])
    for person in truth:
        same = next((each for each in left if sort_form(each["name"]) == sort_form(person["name"])), None)
        if same is None:
            yield "person", False, person, [each["name"] for each in found]
            continue
        left.remove(same)
        allowed = [person["sex"], *(each["sex"] for each in sexes if each["name"] == person["name"])]
        yield "person", same["sex"] in allowed and same["age"] == person["age"], person, same
    also = {sort_form(each["name"]) for each in lenient.get("people", [])}
    for each in left:
        if sort_form(each["name"]) not in also:
            yield "person", False, None, each


def _addressees(truth: list[Value], found: list[Value], lenient: Value) -> Iterator[tuple[str, bool, Any, Any]]:
    left = list(found)
    for each in truth:
        same = max(left, key=lambda other: _likeness(each, other), default=None)
        if same is None or not _likeness(each, same):
            yield "addressee", False, each, found
            continue
        left.remove(same)
        allowed = [each["salutation"]]
        allowed += [one["salutation"] for one in lenient.get("salutation", []) if one["name"] == each["name"]]
        yield "addressee.salutation", same["salutation"] in allowed, each["salutation"], same["salutation"]
        for field in ("role", "name", "office", "email", "fax"):
            yield f"addressee.{field}", _plain(same[field]) == _plain(each[field]), each[field], same[field]
    also = lenient.get("addressees", [])
    for each in left:
        if not any(_likeness(other, each) for other in also):
            yield "addressee", False, None, each


def _likeness(one: Value, other: Value) -> int:
    same_office = int(one["office"] == other["office"])
    if one["name"] and other["name"]:
        return 3 * int(sort_form(one["name"]) == sort_form(other["name"])) + same_office
    return 2 * same_office + sum(bool(one[way] and one[way] == other[way]) for way in ("email", "fax"))


def _plain(value: Any) -> Any:
    return sort_form(value) if isinstance(value, str) else value
