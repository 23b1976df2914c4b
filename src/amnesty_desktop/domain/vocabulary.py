# SPDX-License-Identifier: GPL-3.0-or-later
"""The lists as one group uses them: the shipped words with its own names, order, additions and merges."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from .at_stake import MATTERS
from .ids import new_id
from .names import sort_form
from .outcome import Direction, Outcome
from .own_term import OwnTerm, TermList
from .problems import Problem
from .situation_now import OUTCOMES_AS_SITUATIONS
from .udhr import ARTICLES
from .vocabularies import GROUNDS, ISSUES, MISSION_OUTCOMES, OUTCOMES, RISKS, Term

SHIPPED = {TermList.RISK: RISKS, TermList.ISSUE: ISSUES, TermList.OUTCOME: OUTCOMES, TermList.GROUND: GROUNDS}
KEPT_APART = frozenset({term.code for term in (*MISSION_OUTCOMES, *GROUNDS)} | set(OUTCOMES_AS_SITUATIONS))
"""Codes a rule of the program rests on: other words may be merged into them, they into none."""

_LAST = frozenset({"other_risk", "other_issue", "better_otherwise", "worse_otherwise", "unchanged_otherwise"})
_DIRECTIONS = (None, *Direction)
_LONGEST_CODE = 40
LONGEST_LABEL = 80
"""Characters of a word, so that it can stand on a button."""


@dataclass(frozen=True, slots=True)
class ListedTerm:
    """One word of one list as the group has it.

    own is the group's record about it, None where nothing was changed; shipped is the label it came with, empty
    for the group's own words. articles are numbers of the Universal Declaration, asks short names of requests
    (ask_texts), own_asks requests in the group's words.
    """

    part: TermList
    code: str
    label: str
    shipped: str = ""
    direction: Direction | None = None
    articles: tuple[int, ...] = ()
    asks: tuple[str, ...] = ()
    own_asks: tuple[str, ...] = ()
    own: OwnTerm | None = None
    position: int = 0

    @property
    def is_hidden(self) -> bool:
        """Whether it is offered no longer."""
        return self.own is not None and self.own.hidden

    @property
    def merged_into(self) -> str:
        """The code it means now, empty for its own meaning."""
        return self.own.merged_into if self.own is not None else ""

    @property
    def is_last(self) -> bool:
        """Whether it stands for anything else, and so at the end."""
        return self.code in _LAST


class Vocabulary:
    """All lists of one file; a value that never changes. Codes belong to one list each."""

    def __init__(self, own: Iterable[OwnTerm] = ()) -> None:
        # Two laptops may each have made a record about one code; the one made first speaks for it.
        records: dict[str, OwnTerm] = {}
        for term in own:
            records.setdefault(term.code, term)
        self._lists = {part: _listed(part, records) for part in TermList}
        self._by_code = {term.code: term for terms in self._lists.values() for term in terms}

    def terms(self, part: TermList) -> tuple[ListedTerm, ...]:
        """Every word of a list in its order, hidden and merged ones too."""
        return self._lists[part]

    def offered(self, part: TermList) -> tuple[ListedTerm, ...]:
        """The words somebody may choose."""
        return tuple(term for term in self._lists[part] if not term.is_hidden and not self._is_merged(term))

    def in_use(self, part: TermList) -> tuple[ListedTerm, ...]:
        """The words old records may be found by: those offered, and hidden ones too."""
        return tuple(term for term in self._lists[part] if not self._is_merged(term))

    def outcomes_of(self, direction: Direction) -> tuple[ListedTerm, ...]:
        """The kinds of outcome of one direction that may be chosen."""
        return tuple(term for term in self.offered(TermList.OUTCOME) if term.direction is direction)

    def find(self, code: str) -> ListedTerm | None:
        """The word a code stands for by now, None for a code of no list."""
        return self._by_code.get(self.resolve(code))

    def own_word(self, code: str) -> ListedTerm | None:
        """The word of this very code, even where it was merged into another."""
        return self._by_code.get(code)

    def label(self, code: str) -> str:
        """What to show for a code, readable even where no list has it."""
        found = self.find(code)
        return found.label if found else code.removeprefix("own_").replace("_", " ")

    def resolve(self, code: str) -> str:
        """Follow what was merged to where it ends; merges that lead round in a circle change nothing."""
        seen = [code]
        while (term := self._by_code.get(seen[-1])) is not None and term.merged_into:
            if term.merged_into in seen:
                return code
            seen.append(term.merged_into)
        return seen[-1]

    def meaning(self, code: str) -> frozenset[str]:
        """Every code that stands for the same word, itself included: what a filter has to look for."""
        end = self.resolve(code)
        return frozenset({code, end} | {other for other in self._by_code if self.resolve(other) == end})

    def resolved(self, outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
        """Outcomes with the kinds they mean by now, for the rules that go by kind."""
        return tuple(replace(each, kind=self.resolve(each.kind)) for each in outcomes)

    def _is_merged(self, term: ListedTerm) -> bool:
        return self.resolve(term.code) != term.code


def _listed(part: TermList, records: dict[str, OwnTerm]) -> tuple[ListedTerm, ...]:
    shipped = {term.code for term in SHIPPED[part]}
    made = [_shipped_term(part, term, records.get(term.code), place) for place, term in enumerate(SHIPPED[part])]
    made += [_own_term(term) for term in records.values() if term.part is part and term.code not in shipped]

    return tuple(sorted(made, key=lambda term: (_DIRECTIONS.index(term.direction), term.is_last, term.position)))


def _shipped_term(part: TermList, term: Term, own: OwnTerm | None, place: int) -> ListedTerm:
    matter = MATTERS.get(term.code)
    return ListedTerm(
        part=part,
        code=term.code,
        label=(own.label.strip() if own else "") or term.label,
        shipped=term.label,
        direction=term.direction,
        articles=_numbers(own.articles) if own and own.articles.strip() else matter.articles if matter else (),
        asks=matter.asks if matter else (),
        own_asks=_lines(own.asks) if own else (),
        own=own,
        position=own.position if own else place,
    )


def _own_term(own: OwnTerm) -> ListedTerm:
    direction = Direction(own.direction) if own.direction in set(Direction) else None
    if own.part is TermList.OUTCOME and direction is None:
        direction = Direction.UNCHANGED
    return ListedTerm(
        part=own.part,
        code=own.code,
        label=own.label.strip() or own.code.removeprefix("own_").replace("_", " "),
        direction=direction,
        articles=_numbers(own.articles),
        own_asks=_lines(own.asks),
        own=own,
        position=own.position,
    )


def _numbers(text: str) -> tuple[int, ...]:
    found = (int(number) for number in re.findall(r"[0-9]{1,3}", text))
    return tuple(dict.fromkeys(number for number in found if number in ARTICLES))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def code_for(part: TermList, label: str) -> str:
    """A code for a group's own word: the same for the same words on every laptop, so that they meet in a merge."""
    words = "_".join(re.findall(r"[a-z0-9]+", sort_form(label)))[:_LONGEST_CODE].strip("_")
    return f"own_{part}_{words or new_id()}"


def label_problem(vocabulary: Vocabulary, part: TermList, label: str, code: str = "") -> Problem | None:
    """Why a word cannot be added to a list, or a term be called so; None where it can."""
    wanted = sort_form(label).strip()
    if not wanted:
        return Problem("label", "The word is missing.", "Write it as it should stand in the list.")
    if len(wanted) > LONGEST_LABEL:
        return Problem("label", "The word is too long for a list.", f"Keep it to {LONGEST_LABEL} letters.")
    for term in vocabulary.terms(part):
        if term.code != code and not term.merged_into and sort_form(term.label).strip() == wanted:
            where = "hidden in the list; show it again" if term.is_hidden else "on the list; choose another word"
            return Problem("label", f"“{term.label}” is {where}.", "")
    return None


def merge_problem(vocabulary: Vocabulary, code: str, into: str) -> Problem | None:
    """Why one term cannot be merged into another; None where it can."""
    one, other = vocabulary.own_word(code), vocabulary.own_word(into)
    if one is None or other is None or one.part is not other.part or vocabulary.resolve(into) == code or code == into:
        return Problem("merged_into", "These two cannot become one.", "Choose another word of the same list.")
    if code in KEPT_APART:
        wish = "Hide it instead, or merge the other one into it."
        return Problem("merged_into", f"“{one.label}” has a meaning of its own for letters and figures.", wish)
    if one.direction is not other.direction:
        wish = "Choose one that points the same way."
        return Problem("merged_into", "One is better, the other is not: merging them would change the figures.", wish)
    return None
