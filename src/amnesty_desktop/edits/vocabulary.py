# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of the lists a group picks from. No record of a case is touched: each keeps the code it was written with."""

from dataclasses import replace

from ..domain.own_term import OwnTerm, TermList
from ..domain.problems import Problem
from ..domain.vocabulary import ListedTerm, Vocabulary, code_for, label_problem, merge_problem
from ..store.recorder import Transaction
from ..store.term_uses import uses_of


class TermRefused(ValueError):
    """What was wanted would make the lists say something else than the records mean; problem says it in a sentence."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def add(write: Transaction, part: TermList, label: str, direction: str = "") -> str:
    """Add a word of the group's own to a list, before the one for anything else; returns its code.

    direction is better, worse or unchanged, for outcomes. Raises TermRefused for a word that is there already.
    """
    vocabulary = write.vocabulary()
    problem = label_problem(vocabulary, part, label)
    if problem is not None:
        raise TermRefused(problem)
    code = code_for(part, label)
    known = vocabulary.own_word(code)
    if known is not None:
        code = f"{code}_{len(vocabulary.terms(part))}"
    last = max((term.position for term in vocabulary.terms(part)), default=-1)
    write.save(OwnTerm(part=part, code=code, label=label.strip(), direction=direction, position=last + 1))
    return code


def save(write: Transaction, own: OwnTerm) -> None:
    """Change the label of a term, the articles it touches or what is asked because of it.

    Raises TermRefused where another word of the list is called so.
    """
    vocabulary = write.vocabulary()
    known = vocabulary.own_word(own.code)
    if known is not None and own.label.strip() in ("", known.shipped):
        own = replace(own, label="" if known.shipped else known.label)
    else:
        problem = label_problem(vocabulary, own.part, own.label, own.code)
        if problem is not None:
            raise TermRefused(problem)
    write.save(replace(own, label=own.label.strip()))


def record_of(term: ListedTerm) -> OwnTerm:
    """The group's record about a term, or a new one that changes nothing yet."""
    return term.own or OwnTerm(part=term.part, code=term.code, position=term.position)


def hide(write: Transaction, code: str) -> None:
    """Offer a term no longer; old records keep it."""
    write.save(replace(record_of(_term(write.vocabulary(), code)), hidden=True))


def show_again(write: Transaction, code: str) -> None:
    """Offer a hidden term again."""
    write.save(replace(record_of(_term(write.vocabulary(), code)), hidden=False))


def remove(write: Transaction, code: str) -> int:
    """Take a word out of a list; returns how many records use it.

    A word in use, and one that came with the program, is hidden instead: its records stay readable.
    """
    term = _term(write.vocabulary(), code)
    uses = uses_of(write.engine).get(code, 0)
    if uses or term.shipped or term.own is None:
        hide(write, code)
    else:
        write.bury(OwnTerm, term.own.id)
    return uses


def move(write: Transaction, code: str, by: int) -> None:
    """Move a term up (-1) or down (1) among those it stands with; at the end it stays where it is."""
    vocabulary = write.vocabulary()
    moved = _term(vocabulary, code)
    beside = [t for t in vocabulary.terms(moved.part) if t.direction is moved.direction and t.is_last is moved.is_last]
    at = beside.index(moved)
    to = max(0, min(len(beside) - 1, at + by))
    first = min(term.position for term in beside)
    beside.insert(to, beside.pop(at))
    for place, term in enumerate(beside, start=first):
        if term.position != place:
            write.save(replace(record_of(term), position=place))


def merge(write: Transaction, code: str, into: str) -> None:
    """Let a term mean another one from now on; its records keep their code and read, count and filter as the other.

    Raises TermRefused where the two must stay apart.
    """
    vocabulary = write.vocabulary()
    problem = merge_problem(vocabulary, code, into)
    if problem is not None:
        raise TermRefused(problem)
    write.save(replace(record_of(_term(vocabulary, code)), merged_into=into))


def part_again(write: Transaction, code: str) -> None:
    """Give a merged term its own meaning back."""
    write.save(replace(record_of(_term(write.vocabulary(), code)), merged_into=""))


def _term(vocabulary: Vocabulary, code: str) -> ListedTerm:
    term = vocabulary.own_word(code)
    if term is None:
        raise LookupError(f"no term {code!r} in any list")
    return term
