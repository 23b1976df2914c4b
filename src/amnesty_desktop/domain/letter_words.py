# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that matter in a letter, by language: what harms it, what asks, what hedges.

Patterns are regular expressions for whole words, matched without regard to case. The longer lists, of words that
spoil the tone, lie in resources/words and are handed in.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

LANGUAGES = ("en", "fr", "es", "de")


class WordKind(StrEnum):
    """What is wrong with a word: how it sounds, that outsiders do not know it, or that it speaks of faith."""

    TONE = "tone"
    JARGON = "jargon"
    FAITH = "faith"


@dataclass(frozen=True, slots=True)
class ToneWord:
    """A pattern that spoils a letter, why, in one sentence, and what to write instead where that is plain."""

    pattern: re.Pattern[str]
    why: str
    instead: str = ""
    kind: WordKind = WordKind.TONE


WordLists = Mapping[str, tuple[ToneWord, ...]]
"""By language, the words a letter in it does better without; the lists lie in resources/words."""

LOUD = ToneWord(re.compile(r"!!+|\?!|!\?"), "One full stop says it better.")

_REQUEST = {
    "en": r"ask(?:ing)?|request(?:ing)?|urge|urging|appeal(?:ing)? to you|call(?:ing)? (?:up)?on you|please|would you"
    r"|beg|implore|I hope (?:that )?you|grateful if",
    "fr": r"demande(?:r|ons)?|prie(?:r|ons)?|veuillez (?!agréer|recevoir|croire)|sollicite(?:r|ons)?|invite(?:r|ons)?"
    r"|appelle|appelons|exhorte|serais reconnaissant\w*|voudriez-vous",
    "es": r"pid[oe]|pedimos|pedirle|solicit[oa]|solicitamos|solicitarle|ruego|rogamos|rogarle|insto|instamos|instarle"
    r"|le agradecería|apelo",
    "de": r"bitten?|ersuchen?|appelliere?n?|fordere?n?|wäre (?:ich )?ihnen (?:sehr )?dankbar|würden sie",
}

_RELEASE = {
    "en": r"(?<!press )releas(?:e|ed|ing)|set(?:ting)? (?:him |her |them |\w+ )?free|free (?:him|her|them)"
    r"|(?:to|please) free|liberat(?:e|ed|ion)|freed",
    "fr": r"libér(?:er|é|ée|és|ées|ation)|(?:re)?mise? en liberté|remettre en liberté|relâch\w+",
    "es": r"liberar(?:l[oa]s?)?|liberad[oa]s?|liberación|(?:puest[oa]s?|poner|pongan?|dej\w+) en libertad|excarcel\w+",
    "de": r"freilass(?:en|ung)|freizulassen|freigelassen|haftentlassung|(?:aus der haft )(?:zu )?entlassen",
}

_CONSCIENCE = {
    "en": r"prisoners? of conscience",
    "fr": r"prisonni(?:er|ère)s? d[’']opinion",
    "es": r"pres[oa]s? de conciencia",
    "de": r"gewaltlose\w* politische\w* gefangene\w*|gewissensgefangene\w*",
}

# What nobody should ask for unless the sheet does, by what is asked: each in the four languages.
_DEMANDS = {
    "a pardon": r"pardon(?:ed)?|amnesty for|clemency|gracier|grâce présidentielle|indult\w+|begnadig\w+",
    "somebody to resign": r"resign(?:ation)?|step down|démission\w*|dimit\w+|dimisión|rücktritt|zurücktreten",
    "sanctions": r"sanctions? against|sanctions contre|sanciones contra|sanktionen gegen",
    "the death penalty to be abolished": r"abolish\w*|abolition|abolir|abolici[oó]n|abgeschafft|abschaff\w+",
    "punishment": r"punish(?:ed|ment)?|puni(?:r|e?s?)|châtiment|castig(?:o|ar|uen?)|bestraf\w+",
    "compensation": r"compensation|compensate|indemnis\w+|indemniz\w+|entschädig\w+",
}

_CUSTODY = {
    "en": r"held|prison|jail|cells?|detained|detention|custody|imprisoned",
    "fr": r"détenue?s?|détention|prison|cellule|incarcéré\w*|emprisonné\w*",
    "es": r"detenid[oa]s?|detención|prisión|cárcel|celda|encarcelad[oa]s?|recluid[oa]s?",
    "de": r"haft|gefängnis\w*|inhaftiert\w*|festgehalten|zelle|gefangen\w*",
}

_HEDGE = {
    "en": r"fear\w*|afraid|may|might|could|risk|danger|reportedly|allegedly|said to|believed to|worried|concerned",
    "fr": r"crai(?:nt|gnent|ndre|ns|gnons)|crainte|peut|peuvent|pourrai(?:t|ent)|risqu\w+|danger|semble\w*",
    "es": r"tem(?:e|en|o|emos|or|er)|puede[n]?|podría[n]?|riesgo|peligro|parece|al parecer",
    "de": r"befürcht\w+|fürcht\w+|könnte[n]?|möglicherweise|gefahr|droht|drohen|angeblich|soll|sollen",
}

NEVER_NAMES = (
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "Human Rights Universal Declaration Article Amnesty International Minister Ministry President Director "
    "General Justice Court Prison Embassy Ambassador Government Republic Nations",
)
"""Capitalised words of any letter, which are no misspelt names."""


def language_of(code: str) -> str:
    """The language whose lists are used for a language tag: its main part, or nothing where there is no list."""
    main = code.replace("_", "-").split("-")[0].lower()
    return main if main in LANGUAGES else ""


@lru_cache(maxsize=64)
def _whole_words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


def tone_word(kind: str, why: str, pattern: str, instead: str = "") -> ToneWord:
    """A word of a list as it is written down: a pattern for whole words, in capitals or not."""
    # Capitals tell an abbreviation from a word that happens to have the same letters.
    flags = re.NOFLAG if kind == WordKind.JARGON else re.IGNORECASE
    return ToneWord(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", flags), why, instead, WordKind(kind))


def tone_words(language: str, lists: WordLists, *kinds: WordKind) -> tuple[ToneWord, ...]:
    """The patterns of some kinds for a language; loud punctuation is a matter of tone in every language."""
    loud = (LOUD,) if WordKind.TONE in kinds else ()
    return (*loud, *(word for word in lists.get(language_of(language), ()) if word.kind in kinds))


def _of(lists: dict[str, str], language: str) -> re.Pattern[str]:
    """The pattern for one language; for a language without a list, one that never matches."""
    return _whole_words(lists.get(language_of(language), r"(?!)"))


def request_words(language: str) -> re.Pattern[str]:
    """Words by which a sentence asks for something."""
    return _of(_REQUEST, language)


def release_words(language: str) -> re.Pattern[str]:
    """Words for letting somebody go."""
    return _of(_RELEASE, language)


def conscience_words(language: str) -> re.Pattern[str]:
    """The term prisoner of conscience."""
    return _of(_CONSCIENCE, language)


def custody_words(language: str) -> re.Pattern[str]:
    """Words that place somebody in detention."""
    return _of(_CUSTODY, language)


def hedge_words(language: str) -> re.Pattern[str]:
    """Words that keep a fear a fear."""
    return _of(_HEDGE, language)


@lru_cache(maxsize=1)
def demands() -> Mapping[str, re.Pattern[str]]:
    """Things letters ask for that do harm where no sheet asks for them: in words -> how they are said."""
    return {what: _whole_words(pattern) for what, pattern in _DEMANDS.items()}


def speaks_of_release(text: str) -> bool:
    """Whether a text in any of the four languages speaks of letting somebody go."""
    return any(release_words(language).search(text) for language in LANGUAGES)
