# SPDX-License-Identifier: GPL-3.0-or-later
"""What to mind in a case, from wherever it is kept: one list to read, who may not be written to, words to avoid.

A case keeps its general note and the reason why nobody at all may write in fields of its own; everything
narrower is a caution. Readers ask here, so that nobody has to look in two places.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from .addressee import Addressee, AddresseeRole
from .case import Case
from .caution import Caution, CautionKind
from .name_mentions import words_of

BARRED_SENTENCES = {
    CautionKind.NOT_TO_PRISON: "Do not write to the prison.",
    CautionKind.NOT_TO_FAMILY: "Do not write to the family.",
}
"""What a caution says that gives no reason of its own."""

_BARS = {AddresseeRole.PRISONER: CautionKind.NOT_TO_PRISON, AddresseeRole.FAMILY: CautionKind.NOT_TO_FAMILY}
_STEM = "*"


def barring_reason(case: Case, cautions: Iterable[Caution], addressee: Addressee | None = None) -> str:
    """Return why nobody may write, at all or to this addressee; empty where one may."""
    if reason := case.no_contact.strip():
        return reason
    caution = barring_caution(cautions, addressee)
    return said_of(caution) if caution is not None else ""


def barring_caution(cautions: Iterable[Caution], addressee: Addressee | None) -> Caution | None:
    """Return the first caution that forbids to write to this addressee, or None.

    One about a single person leaves those alone who are named as somebody else's; where nothing says whose an
    address is, it bars all prisoners or families of the case.
    """
    kind = _BARS.get(addressee.role) if addressee is not None else None
    if addressee is None or kind is None:
        return None
    return next((one for one in cautions if one.kind is kind and _is_about(one, addressee)), None)


def _is_about(caution: Caution, addressee: Addressee) -> bool:
    return not (caution.person_id and addressee.person_id) or caution.person_id == addressee.person_id


def said_of(caution: Caution) -> str:
    """Return a caution as one sentence, with its reason."""
    text = " ".join(caution.text.split())
    if caution.kind in BARRED_SENTENCES:
        plain = BARRED_SENTENCES[caution.kind]
        return f"{plain} {text}".strip()
    if caution.kind is CautionKind.WORDING and (words := words_to_avoid(caution)):
        quoted = ", ".join(f"“{word}”" for word in words)
        return f"Do not write {quoted}. {text}".strip()
    return text


def mind_lines(case: Case, cautions: Iterable[Caution]) -> list[str]:
    """Return all there is to mind in a letter, the strictest first; why nobody at all may write is said elsewhere."""
    order = [*BARRED_SENTENCES, CautionKind.WORDING, CautionKind.NOTE]
    lines = [said_of(each) for each in sorted(cautions, key=lambda caution: order.index(caution.kind))]
    notes = (line.strip() for line in case.please_mind.splitlines())
    return list(dict.fromkeys(filter(None, (*lines, *notes))))


def words_to_avoid(caution: Caution) -> tuple[str, ...]:
    """Return the words a caution keeps out of letters; "free*" stands for every word that begins so."""
    return tuple(dict.fromkeys(" ".join(line.split()) for line in caution.words.splitlines() if line.strip(" *")))


def avoided_in(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Yield where a text uses a word to avoid, as characters start to end; accents and case make no difference."""
    is_stem, plain = word.endswith(_STEM), word.strip().rstrip(_STEM)
    if _has_no_spaces(plain):
        yield from ((found.start(), found.end()) for found in re.finditer(re.escape(plain), text))
        return
    asked = [each.plain for each in words_of(plain)]
    words = words_of(text)
    for place in range(len(words) - len(asked) + 1 if asked else 0):
        here = words[place : place + len(asked)]
        said = [each.plain for each in here]
        if said == asked or (is_stem and said[:-1] == asked[:-1] and said[-1].startswith(asked[-1])):
            yield here[0].start, here[-1].end


def _has_no_spaces(text: str) -> bool:
    """Whether a text is in a script that puts no spaces between words, such as Chinese or Thai."""
    names = (unicodedata.name(letter, "") for letter in text if letter.isalpha())
    return any(name.startswith(("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")) for name in names)
