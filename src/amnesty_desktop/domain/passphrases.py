# SPDX-License-Identifier: GPL-3.0-or-later
"""Passphrases: how hard one is to guess, and six words that are.

The measure is bits: each doubles the guesses. The store makes every guess expensive (256,000 rounds), so a rack of
machines tries some millions a second; at 50 bits they need years on average. Estimates here are on the low side,
since people choose words and years, not letters by chance (after the reasoning of NIST SP 800-63B and of Diceware).
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence
from enum import StrEnum
from math import log2

from .problems import Problem

FEWEST_SIGNS = 8
SUGGESTED_WORDS = 6
_FAIR, _STRONG = 30.0, 50.0
_LETTER_BY_CHANCE, _LETTER_IN_A_WORD, _DIGIT, _SIGN = log2(26), 2.0, log2(10), 3.0
_REPEATED, _WELL_KNOWN = 1.0, 7.0
_RUNS = re.compile(r"[^\W\d_]+|\d+|[\W_]", re.UNICODE)
_ROWS = "01234567890 09876543210 abcdefghijklmnopqrstuvwxyz qwertyuiop asdfghjkl zxcvbnm azertyuiop qwertzuiop"


class Strength(StrEnum):
    """How hard a passphrase is to guess."""

    TOO_SHORT = "too short"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def strength(passphrase: str, words: Collection[str]) -> Strength:
    """Judge a passphrase; words are those the program suggests from, in small letters."""
    if len(unicodedata.normalize("NFC", passphrase).strip()) < FEWEST_SIGNS:
        return Strength.TOO_SHORT
    found = bits(passphrase, words)
    return Strength.STRONG if found >= _STRONG else Strength.FAIR if found >= _FAIR else Strength.WEAK


def bits(passphrase: str, words: Collection[str]) -> float:
    """Return how many bits a guesser has to get right, estimated low."""
    total, seen = 0.0, set[str]()
    for run in _RUNS.findall(unicodedata.normalize("NFC", passphrase)):
        key = run.casefold()
        if run.isspace() or key in "-.,":
            continue
        total += _REPEATED if key in seen else _bits_of_run(run, words)
        seen.add(key)
    return total


def suggest(words: Sequence[str], choose: Callable[[Sequence[str]], str]) -> str:
    """Return six words with spaces between them; choose picks one by true chance (secrets.choice)."""
    return " ".join(choose(words) for _ in range(SUGGESTED_WORDS))


def passphrase_problems(passphrase: str, again: str) -> list[Problem]:
    """What keeps a passphrase from being taken: too short, or not the same twice."""
    found = []
    if strength(passphrase, ()) is Strength.TOO_SHORT:
        way_out = "Take four words or more, or let the program suggest six."
        found.append(Problem("passphrase", f"This has fewer than {FEWEST_SIGNS} letters.", way_out))
    elif unicodedata.normalize("NFC", passphrase) != unicodedata.normalize("NFC", again):
        found.append(Problem("again", "The two are not the same.", "Type it once more, or show what is typed."))
    return found


def _bits_of_run(run: str, words: Collection[str]) -> float:
    """The bits of one stretch of letters, of digits, or one other sign."""
    key = run.casefold()
    if len(set(key)) == 1 and len(key) > 1:
        return _SIGN + _REPEATED
    if len(key) > 2 and key in _ROWS:
        return _WELL_KNOWN
    if run.isdigit():
        is_year = len(run) == 4 and run[:2] in ("19", "20")
        return _WELL_KNOWN if is_year else len(run) * _DIGIT
    if not run.isalpha():
        return _SIGN
    if key in words:
        return log2(len(words))
    # Three letters on their own are a syllable; fewer, between digits and signs, came by chance.
    case = _REPEATED * (len(run) > 1 and not (run.islower() or run.isupper() or run.istitle()))
    return len(run) * (_LETTER_IN_A_WORD if len(run) > 2 else _LETTER_BY_CHANCE) + case
