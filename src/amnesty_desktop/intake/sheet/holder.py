# SPDX-License-Identifier: GPL-3.0-or-later
"""Who holds the office a block of an address names: the name and the office, from lines that print either first."""

import re
from collections.abc import Sequence

from .names import bare, is_name, tokens_of, without_titles
from .offices import in_words, is_address, is_office, names_holder, person_in
from .text import folded
from .words import word_set

_EMBASSY_LINE = re.compile(
    r"^(?P<name>.{3,90}?)\s+(?P<office>(?:royal |the )?(?:embassy|high commission)\b[^,\d]{0,60}?)(?=,|\d|$)",
    re.IGNORECASE,
)
_HALF_OFFICE = re.compile(r"\b(?:united|of|for|the|and|human|national|de|del|la|des|et|y|und|fur)$")


_OPEN_BODY = re.compile(
    r"\b(?:of|for) the (?:\w+ ){0,3}"
    r"(?!council|commission|committee|party|front|forces|police|army|ministry|republic)\w+$"
)
_BODY_ENDS = re.compile(r"(?:[\w'-]+ ){0,3}(?:council|commission|committee|party|front|forces|bureau|board|authority)")


_BODY = word_set(
    """commission committee comite comision organization organisation organizacion council consejo conseil
    association asociacion union centre center centro network institute newspaper diario gazette komisja comissao
    college colegio society
    sociedad federation academy"""
)
_ARTICLES = word_set("the la el los las le les")
_KIND_BEHIND = re.compile(
    r"\s*\((?:(?:wlasciwa|zustandig|local|national|leading|independent|human|daily|women|organi|association|newspaper|journal|ngo|ong|diario"
    r"|periodico|zeitung|gazeta|groupe|grupo|menschenrechts)[^()]*)\)$"
)


def unwrapped(plain: list[str]) -> list[str]:
    """Put together what was too long for its line: "Chairman of the National Human" "Rights Commission".

    A line of nothing but titles belongs to the name below it, one that begins small to the line above it.
    """
    plain = [_without_kind(text) for text in plain]
    for at in range(min(4, len(plain) - 1)):
        if at + 1 == len(plain):
            break
        is_title = _is_title_only(plain[at]) and not is_address(plain[at + 1])
        is_title = is_title or _is_half_name(plain[at], plain[at + 1])
        if is_title or _goes_on(plain[at], plain[at + 1]):
            plain = [*plain[:at], f"{plain[at]} {plain[at + 1]}", *plain[at + 2 :]]
    for at in range(min(3, len(plain) - 1)):
        small, below = folded(plain[at]), folded(plain[at + 1])
        is_half = _HALF_OFFICE.search(small) or (_OPEN_BODY.search(small) and _BODY_ENDS.fullmatch(below))
        if is_office(plain[at]) and is_half and is_office(plain[at + 1]):
            return [*plain[:at], f"{plain[at]} {plain[at + 1]}", *plain[at + 2 :]]
    return plain


def _without_kind(text: str) -> str:
    """A body without what it is in brackets behind it: "Comité de Familiares (human rights organization)"."""
    text = re.sub(r"\s*\[[^\[\]]*\]$", "", text) or text
    kind = _KIND_BEHIND.search(folded(text))
    return text[: kind.start()] if kind and kind.start() else text


def _is_title_only(text: str) -> bool:
    small = folded(text).strip(" .,:")
    return bool(_TITLE_ONLY.fullmatch(small))


_TITLE_ONLY = re.compile(
    r"(?:his|her|son|sa|su|seine|ihre|jego|jej) (?:royal )?(?:excellency|majesty|highness|excellence|excelencia"
    r"|exzellenz"
    r"|ekscelencja|eminence|honou?r)|(?:the )?(?:right )?hon(?:ourable|orable)?"
)


_COLUMN = 35
"""Characters from which a name with its titles may be too long for a column."""


def _is_half_name(above: str, below: str) -> bool:
    """Whether a line with titles ends after one name, and the other stands alone below: "General Adnan", "Chaarawi"."""
    name, titles = without_titles(above)
    one = " " not in below and titles != "" and (" " not in name or len(above) > _COLUMN)
    return one and is_name(name, 1) and is_name(below, 1) and not is_office(below) and not is_address(below)


def _goes_on(above: str, below: str) -> bool:
    return is_office(above) and bool(re.match(r"(?:of|for|de|del|des|du|d['’]|et|y|und|i|and)\b ?\S", below))


def name_and_office(plain: Sequence[str]) -> tuple[str, str]:
    """Return the name and the office a block prints, empty where it prints none; plain is without ways and greetings.

    Where the office stands in two languages, the first is taken.
    """
    embassy = _EMBASSY_LINE.match(plain[0]) if plain else None
    if embassy and (person := person_in(embassy["name"])):
        return person[0], embassy["office"].strip()
    name, own_office, at = "", "", -1
    for number, text in enumerate(plain[:5]):
        person = person_in(text)
        is_titled = person is not None and without_titles(text)[1] != ""
        if is_address(text) and number and not _starts_with_name(text) and not is_titled:
            break
        if person:
            if _is_office_above(plain, number) or (not is_titled and _is_native(plain, number)):
                continue
            name, own_office = person
            at = number
            break
    if not name:
        offices = [text for text in plain if is_office(text.split(",")[0])] or list(plain[:1])
        if len(plain) > 1 and _HOLDER_ALONE.fullmatch(folded(plain[0])) and _is_body_below(plain[1]):
            return "", f"{in_words(plain[0])}, {in_words(plain[1].split(',')[0])}"
        return "", in_words(_first_piece(offices[0])) if offices else ""
    return name, _office_near(plain, at, own_office)


_HOLDER_ALONE = re.compile(
    r"(?:the )?(?:president|chair|chairman|chairperson|chairwoman|director|secretary|secretary[- ]general|editor|chief"
    r"|redacteur en chef|redactor jefe|chefredakteur|redaktor naczelny|editor[- ]in[- ]chief|head|commander"
    r"|general secretary|presidente?|secretario general|vorsitzender?)"
)


def _is_body_below(text: str) -> bool:
    first = text.split(",")[0]
    return is_office(first) and not is_address(first) and not names_holder(first)


def _is_native(plain: Sequence[str], number: int) -> bool:
    """Whether what looks like a name repeats the office above it in the language of the country, or is a body.

    "Governor of Sirnak" above "Sirnak Valisi", "National Commission" above "Komnas HAM", "La Voz del Cerro".
    """
    words = [bare(word) for word in tokens_of(plain[number])]
    if not number:
        return words[0] in _ARTICLES
    above = [bare(word) for word in tokens_of(plain[number - 1])]
    is_body = any(word in _BODY for word in above) and not names_holder(plain[number - 1])
    if is_body or {word for word in words if len(word) > 3} & set(above):
        return True
    return number > 1 and is_office(plain[0]) and not is_office(plain[number - 1])


def _is_office_above(plain: Sequence[str], number: int) -> bool:
    """Whether a line that could be a name stands in capitals above one with a title, and is the office."""
    if number or len(plain) < 2 or plain[0].upper() != plain[0]:
        return False
    below = person_in(plain[1])
    return below is not None and plain[1].upper() != plain[1] and without_titles(plain[1])[1] != ""


def _starts_with_name(text: str) -> bool:
    return "," in text and person_in(text) is not None


def _first_piece(text: str) -> str:
    if text.endswith(":"):
        return text
    pieces = text.split(",")
    if len(pieces) > 1 and folded(pieces[0]) in {"the editor", "editor", "letters to the editor", "el director"}:
        return ",".join(pieces[:2])  # "Editor" alone says of no newspaper which.
    is_cut = len(pieces) > 1 and (is_address(pieces[1]) or len(text) > 70)
    if is_cut and _HOLDER_ALONE.fullmatch(folded(pieces[0])) and _is_body_below(pieces[1].strip()):
        return ",".join(pieces[:2])
    return pieces[0] if len(pieces) > 1 and (is_address(pieces[1]) or len(text) > 70) else text


_RANKED = re.compile(r"(?:First |Second )?(?:Secretary|Deputy Secretary|Vice-?President|Vice-?Chairman) (?:\d|I{1,3})")


def _office_near(plain: Sequence[str], at: int, own: str) -> str:
    before = [text for text in plain[:at] if is_office(text) or not is_address(text)]
    after = plain[at + 1] if at + 1 < len(plain) else ""
    if before and folded(before[-1]).startswith("the ") and len(before[-1].split()) < 4 and is_office(after):
        before = []
    if before:
        is_native = is_office(before[0]) and without_titles(before[-1])[1]
        return in_words(before[0] if is_native else before[-1])
    if own and folded(own).split()[-1] not in {"ambassador", "attorney"}:
        following = folded(after)
        if is_office(after) and not is_address(after.split(",")[0]) and _says_more(folded(own), following):
            return in_words(_same_office(after))
        beside = plain[at].split(",")[1].strip() if "," in plain[at] else ""
        return in_words(beside if beside and _says_more(folded(own), folded(beside)) else own)
    if after and is_office(after.split(",")[0]) and _same_office(after) != after:
        return in_words(_same_office(after))
    rest = [piece.strip() for piece in plain[at].split(",")[1:]]
    if rest and is_office(rest[0]) and not is_address(rest[0]):
        return in_words(rest[0])
    if after and is_office(after.split(",")[0]) and (not is_address(after.split(",")[0]) or _RANKED.fullmatch(after)):
        return in_words(_first_piece(after))
    return in_words(own)


def _says_more(own: str, following: str) -> bool:
    """Whether the line below says the office before the name in full: "President" and "Presidency of the Republic"."""
    if own.endswith("general") and following.startswith(("chief", "commander", "head of")):
        return True
    if following.startswith(("kancelaria", "presidency of", "office of his", "office of her")):
        return True
    return following.startswith(f"office of the {own}") or (following.startswith(f"{own} ") and len(own.split()) == 1)


def _same_office(text: str) -> str:
    """The first of two pieces that name one office: "Fiscal General de la Nación, Fiscalía General de la Nación"."""
    first, comma, second = text.partition(",")
    pieces = folded(first).split(), folded(second).split()
    if comma and all(pieces) and pieces[0][0][:5] == pieces[1][0][:5]:
        return first
    return _first_piece(text)
