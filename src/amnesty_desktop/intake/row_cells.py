# SPDX-License-Identifier: GPL-3.0-or-later
"""The cells of one row of a spreadsheet, asked for by what they are; what cannot be told is a trouble of its row."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from ..domain.case import ConcernList
from ..domain.countries import country_code
from ..domain.dates import PartialDate, UnreadableDate
from ..domain.names import sort_form
from ..domain.own_term import TermList
from ..domain.vocabulary import Vocabulary
from .cell_dates import date_in

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Known:
    """What a group's file already knows: its lists, and the ids of its members by their folded names."""

    vocabulary: Vocabulary
    members: Mapping[str, str] = field(default_factory=dict)

    @staticmethod
    def folded(name: str) -> str:
        """A name as members are known by it."""
        return " ".join(sort_form(name).split())


class TroubledRow(Exception):
    """A row that stays out; column is the name of a ColumnField, empty for the row as a whole."""

    def __init__(self, column: str, sentence: str) -> None:
        super().__init__(sentence)
        self.column = column
        self.sentence = sentence


@dataclass(slots=True)
class Cells:
    """The cells of one row by what they are; texts without our own marks, empty where nothing stands."""

    texts: dict[str, list[str]]
    day_first: bool | None

    def text(self, name: str, joint: str = " ") -> str:
        """The text of a field; several columns are put together."""
        return joint.join(self.texts.get(name, ()))

    def day(self, name: str) -> PartialDate | None:
        """A date, None where nothing stands; raises TroubledRow."""
        text = self.text(name)
        try:
            return date_in(text, self.day_first) if text else None
        except UnreadableDate as trouble:
            raise TroubledRow(name, f"{trouble.message} {trouble.way_out}") from None

    def country(self) -> str:
        """The code of the country, empty where nothing stands; raises TroubledRow."""
        text = self.text("country")
        code = _country(text) if text else ""
        if code is None:
            raise TroubledRow("country", f"“{shortened(text)}” is no country the program knows. Write its usual name.")
        return code

    def meaning(self, name: str, reader: Callable[[str], Any], sentence: str) -> Any:
        """What a word means, None where nothing stands; raises TroubledRow for a word nobody knows."""
        text = self.text(name)
        found = reader(text) if text else None
        if text and found is None:
            raise TroubledRow(name, f"“{shortened(text)}” {sentence}")
        return found


def shortened(text: str) -> str:
    """The beginning of a cell, for a sentence about it."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def pieces(text: str, signs: str = ";\n") -> list[str]:
    """The parts of a cell that holds several things."""
    return [part.strip() for part in re.split(f"[{signs}]", text) if part.strip()]


def concerns_in(text: str, part: ConcernList, known: Known) -> tuple[list[tuple[ConcernList, str]], list[str]]:
    """The codes of what a cell names, and the words that no list has. Labels may hold commas themselves."""
    found: list[tuple[ConcernList, str]] = []
    unknown: list[str] = []
    for words in pieces(text):
        whole = _term(words, part, known.vocabulary)
        split = [words] if whole else pieces(words, ",")
        for piece in split:
            term = whole or _term(piece, part, known.vocabulary)
            if term is None:
                unknown.append(piece)
            elif term not in found:
                found.append(term)
    return found, unknown


def _term(words: str, part: ConcernList, vocabulary: Vocabulary) -> tuple[ConcernList, str] | None:
    wanted = " ".join(sort_form(words).split())
    other = ConcernList.ISSUE if part is ConcernList.RISK else ConcernList.RISK
    for each in (part, other):
        code = _labels(vocabulary, TermList(str(each))).get(wanted)
        if code is not None:
            return each, code
    return None


@lru_cache(maxsize=8)
def _labels(vocabulary: Vocabulary, part: TermList) -> dict[str, str]:
    found: dict[str, str] = {}
    for term in vocabulary.in_use(part):
        for label in (term.label, term.shipped, term.code.replace("_", " ")):
            if label:
                found.setdefault(" ".join(sort_form(label).split()), term.code)
    return found


@lru_cache(maxsize=2048)
def _country(text: str) -> str | None:
    return country_code(text) or (country_code(text.upper()) if len(text) in (2, 3) else None)
