# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that matter in a letter, by language: what harms it, what asks, what hedges.

Each list is short on purpose and was read through by hand: a word stands here only if a careful writer
would hardly ever want it in a letter to an official. Patterns are regular expressions for whole words,
matched without regard to case; each tone pattern belongs to the reason shown beside it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

LANGUAGES = ("en", "fr", "es", "de")


@dataclass(frozen=True, slots=True)
class ToneWord:
    """A pattern that spoils the tone of a letter, and why, in one sentence."""

    pattern: re.Pattern[str]
    why: str


NAME_CALLING = "Calling somebody names closes the door: the reader should want to help."
THREAT = "A threat can be held against the person the letter is for."
COMMAND = "A request is heard sooner than an order."
PARTISAN = "The letter speaks for a person’s rights and takes no side in politics."
LOUD = "One full stop says it better."

_TONE: dict[str, tuple[tuple[str, str], ...]] = {
    "": ((r"!!+|\?!|!\?", LOUD),),
    "en": (
        (r"dictators?|dictatorships?|tyrants?|tyranny|despots?|thugs|barbarians?|barbaric", NAME_CALLING),
        (r"liars?|crooks?|you (?:murderers|criminals)", NAME_CALLING),
        (r"shame on you|shameless|you are (?:a )?(?:corrupt|criminal|evil|cruel)", NAME_CALLING),
        (r"you(?: will|['’]ll) (?:regret|pay for|be sorry)|you have been warned", THREAT),
        (r"we (?:will|shall) (?:make sure you|not rest until you|(?:call for a )?boycott)|boycott of your", THREAT),
        (r"(?:I|we) (?:demand|insist)|you must (?:release|free|stop|act|answer|obey)|you had better", COMMAND),
        (r"(?:your|the (?:current|present|ruling|brutal|fascist)) regime", PARTISAN),
        (r"fascists?|imperialists?|puppet government", PARTISAN),
    ),
    "fr": (
        (r"dictateurs?|dictatures?|tyrans?|tyrannie|despotes?|barbares?|menteurs?|menteuses?", NAME_CALLING),
        (r"honte à vous|vous devriez avoir honte|sans vergogne", NAME_CALLING),
        (r"vous (?:le )?(?:regretterez|paierez)|vous êtes prévenue?s?|boycott de votre", THREAT),
        (r"j[’']exige|nous exigeons|vous devez (?:libérer|cesser|agir|répondre|obéir)", COMMAND),
        (r"votre régime|le régime (?:actuel|en place|au pouvoir)", PARTISAN),
        (r"fascistes?|impérialistes?|gouvernement fantoche", PARTISAN),
    ),
    "es": (
        (r"dictador(?:es)?|dictaduras?|tiranos?|tiranía|déspotas?|bárbaros?|mentiros[oa]s?", NAME_CALLING),
        (r"debería darle vergüenza|sinvergüenzas?", NAME_CALLING),
        (r"(?:lo lamentará|se arrepentirá)n?|lo pagarán?|quedan? (?:usted(?:es)? )?advertid[oa]s?", THREAT),
        (r"exijo|exigimos|(?:usted )?debe (?:liberar|cesar|actuar|responder|obedecer)", COMMAND),
        (r"su régimen(?! de)|el régimen (?:actual|en el poder)", PARTISAN),
        (r"fascistas?|imperialistas?|gobierno títere", PARTISAN),
    ),
    "de": (
        (r"diktator(?:en)?|diktatur(?:en)?|tyrann(?:en)?|tyrannei|despot(?:en)?|barbar(?:en|isch\w*)?", NAME_CALLING),
        (r"lügner(?:in)?|schämen sie sich|sie sollten sich schämen", NAME_CALLING),
        (r"sie werden (?:es|das) (?:bereuen|büßen)|sie sind gewarnt|boykott ihre[rs]", THREAT),
        (r"ich verlange|wir verlangen|sie müssen (?:sofort |endlich )?(?:freilassen|aufhören|handeln)", COMMAND),
        (r"ihr regime|das (?:derzeitige|herrschende) regime", PARTISAN),
        (r"faschist(?:en|isch\w*)?|imperialist(?:en|isch\w*)?|marionettenregierung", PARTISAN),
    ),
}

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


def tone_words(language: str) -> tuple[ToneWord, ...]:
    """The patterns that spoil a letter in this language; punctuation counts in every language."""
    loud = tuple(ToneWord(re.compile(pattern), why) for pattern, why in _TONE[""])
    own = _TONE.get(language_of(language) or " ", ())
    return (*loud, *(ToneWord(_whole_words(pattern), why) for pattern, why in own))


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


def speaks_of_release(text: str) -> bool:
    """Whether a text in any of the four languages speaks of letting somebody go."""
    return any(release_words(language).search(text) for language in LANGUAGES)
