# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding a name in another romanisation: Hussein as Husayn, Tschaikowski as Chaykovsky, Khaled as خالد.

names.fold makes accents and scripts stop mattering; this goes on from there. Each word of a name has a sound,
written in a-z, that its usual romanisations share. The rules are careful ones: they join what is regularly written
in two ways (kh and h, ou and u, a doubled letter, the last vowel of Ahmed), and leave apart what tells names apart.
Arabic is written without its short vowels, so Arabic words stand in the index by their consonants, after a mark;
and romanised ones by what is left of theirs, after another, for those who search in Arabic.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from .names import fold, query_words, written_out

_MARK = "ŋ"
"""Begins the consonants of an Arabic word: a letter no romanised word has."""
_BARE_MARK = "ĸ"
"""Begins the consonants of any word without y and w, which Arabic writes for long vowels: only Arabic is sought so."""
_ARTICLES = frozenset({"al", "el", "ul"})
_SHORTEST = 4
"""Letters from which on a word has a sound of its own, and a sound is looked for as the beginning of one."""
_MOST_READINGS = 8

_SAME = {
    "abdul": "abd", "abdel": "abd", "abdal": "abd", "aicha": "aisha", "ayesha": "aisha", "aysha": "aisha",
    "gamal": "jamal", "othman": "osman", "uthman": "osman", "soliman": "suleiman", "soleiman": "suleiman",
    "yousef": "yusuf", "youssef": "yusuf", "yusef": "yusuf", "yousif": "yusuf", "yusif": "yusuf", "youcef": "yusuf",
}  # fmt: skip
"""Names whose spellings no rule joins without joining much else."""

_RULES = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        ("schtsch|shtch|stsch|shch|szcz", "sh"),
        ("tsch|tch|cz", "ch"),
        ("sch|sz", "sh"),
        ("dzh|dsch|dj", "j"),
        ("ck|q|c(?=[aoulrtkm]|$)", "k"),
        ("ph", "f"),
        ("kh(?=.{3})|(?<=.{3})kh", "h"),
        ("([dtg])h", r"\1"),
        ("w", "v"),
        ("x", "ks"),
        ("(?<=[oe])ff$", "v"),
        (r"([b-df-hj-np-tv-z])\1+", r"\1"),
        ("^ye|(?<=[aeiou])ye", "e"),
        ("(?<=[aeiou])j(?![aeiou])|[iy][jy]$", "i"),
        ("[ae][iy](?![aeou])", "ai"),
        ("(?<=[^aeiou])yo", "e"),
        ("ou|oo|uu|oy(?![aeiou])", "u"),
        ("ee|ii|yy|ie(?![aeiou])", "i"),
        ("aa|ae(?=[^aeiou])", "a"),
        ("(?<![qg])ue(?=[^aeiou])", "u"),
        ("oe(?=[^aeiou])", "o"),
        ("y(?![aeiou])|(?<=[^aeiou])y", "i"),
        ("iya", "ia"),
        ("ii", "i"),
        ("o", "u"),
        ("uu", "u"),
        ("ah$", "a"),
        ("z$", "s"),
        # Ahmad and Ahmed, Khalid and Khaled: the last vowel, after another one.
        ("(?<=[aeiu])([^aeiu]+)[ei](?=[^aeiu]$)", r"\1a"),
    )
)
_LETTERS = re.compile("[a-z]+")
_SERVANT = re.compile("abd[aeu](?:l|r(?=r)|s(?=s)|n(?=n))([a-z]{4,})")
"""Abdulrahman, written in one word."""
_ARABIC = re.compile("[\u0620-\u064a\u0660-\u06d3\u06fa-\u06ff]+")
_ARABIC_ARTICLE = "\u0627\u0644"
_CONSONANTS = (
    ("sh|ch", "c"),
    ("kh", "x"),
    ("gh", "9"),
    ("([dt])h", r"\1"),
    ("q", "k"),
    ("g", "j"),
    ("9", "g"),
)
_SOUNDED = re.compile("[aeiou]+|[^aeiou]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the index that is looked for, or the beginning of one."""

    text: str
    is_beginning: bool = True

    def finds(self, word: str) -> bool:
        """Whether a word of the index is meant."""
        return word.startswith(self.text) if self.is_beginning else word == self.text


Ways = tuple[tuple[Token, ...], ...]
"""The ways to find one word of a query: any of them is enough, and all tokens of it are needed."""


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """Return how a folded word sounds, in a-z; words of three letters and those with figures stay as they are."""
    if len(word) < _SHORTEST or not _LETTERS.fullmatch(word):
        return word
    word = _SAME.get(word, word)
    for pattern, put in _RULES:
        word = pattern.sub(put, word)
    return word


def sounds(text: str) -> str:
    """Return the further words under which the names in text are found, for the index; they follow fold(text)."""
    words = set(fold(text).split())
    found = {form for word in words for form in _sounds_of(word)} - words
    latin = set(fold(_ARABIC.sub(" ", text)).split())
    latin |= {form for word in latin for form in _sounds_of(word)}
    bare = {_BARE_MARK + bones for word in latin for bones in _bare(word)}
    return " ".join(sorted(found | bare | {_MARK + bones for bones in _arabic(text)}))


def asked(query: str) -> tuple[Ways, ...]:
    """Return what is looked for: the ways of each word of a query, all of which are to be found."""
    words = query_words(query)
    bones: dict[str, list[str]] = {}
    for arabic, found_bones in _arabic_words(query):
        for folded in query_words(arabic)[:1]:
            bones.setdefault(folded, []).append(found_bones)
    spelt = _spelt(query)
    found: list[Ways] = []
    article = ""
    for place, word in enumerate(words):
        if word in _ARTICLES and place + 1 < len(words):
            article = word
            continue
        ways = [*_ways(word), *((Token(other),) for other in spelt.get(word, ()))]
        for each in bones.get(word, ()):
            ways.append((Token(_MARK + each),))
            if bare := _without_long_vowels(each):
                ways.append((Token(_BARE_MARK + bare, is_beginning=False),))
        if article:
            ways += _ways(article + word)
        article = ""
        found.append(tuple(dict.fromkeys(ways)))
    return tuple(found)


def finds(query: str, text: str) -> bool:
    """Say whether a query finds a name, however either is spelled; an empty query finds nothing."""
    words, wanted = f"{fold(text)} {sounds(text)}".split(), asked(query)
    return bool(wanted) and all(any(_is_there(way, words) for way in ways) for ways in wanted)


def marked(query: str, text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges (begin, end) of the words of text that another spelling in query finds, in order."""
    wanted = asked(query)
    found = []
    for word in re.finditer(r"[^\s,;:()\[\]\"“”«»]+", text):
        forms = f"{fold(word[0])} {sounds(word[0])}".split()
        tokens = (token for ways in wanted for way in ways for token in way)
        if any(token.finds(form) for token in tokens for form in forms):
            found.append((word.start(), word.start() + len(word[0].rstrip(".!?…'’"))))
    return tuple(found)


def _is_there(way: tuple[Token, ...], words: list[str]) -> bool:
    return all(any(token.finds(word) for word in words) for token in way)


def _ways(word: str) -> Iterator[tuple[Token, ...]]:
    yield (Token(word),)
    heard = sound(word)
    if heard != word and len(heard) >= _SHORTEST - 1:
        yield (Token(heard, is_beginning=len(heard) >= _SHORTEST),)
    servant = _SERVANT.fullmatch(word)
    if servant:
        yield (Token("abd"), Token(sound(servant[1])))
    if len(word) >= _SHORTEST + 3 and word[:2] in _ARTICLES:
        yield (Token(sound(word[2:])),)
    for bones in _readings(word):
        yield (Token(_MARK + bones, is_beginning=len(bones) >= 3),)


def _sounds_of(word: str) -> Iterator[str]:
    yield sound(word)
    servant = _SERVANT.fullmatch(word)
    if servant:
        yield from ("abd", servant[1], sound(servant[1]))


def _spelt(query: str) -> dict[str, tuple[str, ...]]:
    """The other spellings of words with letters such as š and ä, by the folded word."""
    if (written := written_out(query)) == query:
        return {}
    pairs = zip(re.split(r"[\s-]+", query), re.split(r"[\s-]+", written), strict=True)
    words = ((query_words(piece), query_words(other)) for piece, other in pairs)
    return {first[0]: other for first, other in words if first and first != other}


def _arabic(text: str) -> Iterator[str]:
    return (bones for _, bones in _arabic_words(text))


def _arabic_words(text: str) -> Iterator[tuple[str, str]]:
    """Yield the Arabic words of text with their consonants; the servant of somebody also joined to him."""
    if text.isascii():
        return
    from anyascii import anyascii

    bare = "".join(letter for letter in text if unicodedata.category(letter) != "Mn").replace("\u0640", "")
    before = ""
    for found in _ARABIC.finditer(bare):
        word = found[0]
        own = word.removeprefix(_ARABIC_ARTICLE) if len(word) > 4 else word
        bones = _bones("".join("y" if letter == "\u0626" else anyascii(letter) for letter in own))
        if len(bones) >= 2:
            yield word, bones
            if before == "bd":
                yield word, _bones(f"{before}{bones}")
        before = bones


@lru_cache(maxsize=65_536)
def _bare(word: str) -> tuple[str, ...]:
    """What is left of a romanised word when vowels and what may be written for them are gone, if it still says much."""
    if len(word) < 3 or not _LETTERS.fullmatch(word):
        return ()
    parts = (word, word[2:]) if len(word) >= _SHORTEST + 2 and word[:2] in _ARTICLES else (word,)
    return tuple(bare for part in parts if (bare := _without_long_vowels(_bones(part))))


def _without_long_vowels(bones: str) -> str:
    bare = re.sub("[yw]", "", bones)
    return bare if len(bare) >= 2 else ""


def _bones(roman: str) -> str:
    """The consonants of a word romanised letter by letter."""
    kept = re.sub("[^b-df-hj-np-tv-z]", "", _consonants(roman.lower()))
    kept = re.sub(r"(.)\1+", r"\1", kept)
    return kept.removesuffix("h") if len(kept) > 2 else kept


@lru_cache(maxsize=1024)
def _readings(word: str) -> tuple[str, ...]:
    """How a romanised word may be written in Arabic, by its consonants; none for one too short to say."""
    if len(word) < 3 or not _LETTERS.fullmatch(word):
        return ()
    parts = _SOUNDED.findall(_consonants(word))
    last = len(parts) - 1
    choices = [_written(part, is_first=place == 0, is_last=place == last) for place, part in enumerate(parts)]
    # A long word has more readings than anybody could count.
    found = (_bones("".join(reading)) for reading in islice(product(*choices), 2 * _MOST_READINGS))
    return tuple(bones for bones in dict.fromkeys(found) if len(bones) >= 2)[:_MOST_READINGS]


def _written(part: str, *, is_first: bool, is_last: bool) -> tuple[str, ...]:
    """How one run of vowels, or of consonants, may stand in Arabic."""
    if part[0] not in "aeiou":
        return (part,)
    if part in ("ee", "ii", "ie", "ei", "ai", "ia"):
        return ("y", "") if is_first else ("y",)
    if part in ("ou", "oo", "au", "ao"):
        return ("w", "") if is_first else ("w",)
    if part == "i":
        return ("",) if is_first else ("y",) if is_last else ("", "y")
    if part in ("u", "o"):
        return ("",) if is_first else ("", "w")
    return ("",)


def _consonants(roman: str) -> str:
    for pattern, put in _CONSONANTS:
        roman = re.sub(pattern, put, roman)
    return roman


def shared_words(one: str, other: str) -> tuple[int, int, int]:
    """Count the words of two names that are the same in some spelling, whole words only, and the words of each."""
    wanted, known = asked(one), asked(other)
    # From Latin into Arabic letters there are several ways, back there is none.
    same = max(_same_words(wanted, other), _same_words(known, one))
    return min(same, len(wanted), len(known)), len(wanted), len(known)


def _same_words(wanted: tuple[Ways, ...], name: str) -> int:
    words = f"{fold(name)} {sounds(name)}".split()
    heard = {*words, *map(sound, words)}
    # Without long vowels Hasan and Husayn are one: enough to find somebody, not to say that two are the same.
    heard = {word for word in heard if not word.startswith(_BARE_MARK)}
    return sum(any(all(token.text in heard for token in way) for way in ways) for ways in wanted)
