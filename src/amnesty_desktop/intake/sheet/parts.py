# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet taken apart at its labels: heading, actions, addresses, deadline, background, letter and the rest."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .contacts import has_contact
from .labels import Part, label_of
from .layout import is_wrapped
from .offices import is_office, person_in
from .text import SheetLine, folded, is_numbered, joined, without_number

_PROSE_STARTS = frozenset({Part.BACKGROUND, Part.SUMMARY, Part.EARLIER, Part.ASIDE})
# These labels are ordinary words too: they begin a part only where the line is short or in capitals.
_DEAR = re.compile(
    r"(?:dear|your (?:excellency|majesty|royal highness|honou?r|highness|worship|eminence)|honou?rable|mr\.? "
    r"|monsieur|madame"
    r"|excellence|estimad[oa]|senora? |excelent|excmo|distinguid|sehr geehrte|exzellenz|szanown|sir\b|su excelencia)"
)
_CLOSE = re.compile(
    r"(?:yours (?:sincerely|faithfully|truly|respectfully)|with (?:kind|best) regards|veuillez agreer"
    r"|(?:sincerely|respectfully|atentamente)(?: yours)?\W*(?:$|,.{0,40}$|\[)"
    r"|je vous prie(?:,| d'agreer| de (?:recevoir|croire|bien vouloir agreer))|le saluda"
    r"|hochachtungsvoll|mit freundlichen|z powazaniem|cordialement|kind regards)"
)


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One stretch of lines. label is the line that begins it, rest what stands in that line behind the label."""

    part: Part
    lines: tuple[SheetLine, ...]
    label: SheetLine | None = None
    rest: str = ""


def parts_of(lines: Sequence[SheetLine]) -> list[SheetPart]:
    """Return the parts of a sheet in their order; the first is its heading, with the body up to the first label."""
    done: list[SheetPart] = []
    part, label, rest = Part.HEAD, None, ""
    gathered: list[SheetLine] = []
    passed = 0
    for at, line in enumerate(lines):
        if line.is_furniture:
            continue
        found = _begins(line, part, gathered)
        if at < passed:
            continue
        if found and found[0] is Part.TARGETS and _asks_before(line.text) and _next_is_bullet(lines, at):
            found = Part.ACTION, found[1]
        elif found and found[0] is Part.ACTION and (count := _ends_with_to(lines[at : at + 4])):
            passed = at + count
            line = replace(line, text=joined(lines[at:passed]), end=lines[passed - 1].end)
            found = Part.TARGETS, len(line.text)
        if found is None and part in _ADDRESSES and _leaves_addresses(lines, at):
            found = (Part.LETTER, 0) if is_greeting(line.text) else (Part.ASIDE, len(line.text))
        if found is None and part in _LETTER_MAY_FOLLOW and _begins_letter(lines, at):
            found = Part.LETTER, 0
        if found is None and part is Part.LETTER and _is_below_letter(lines, at, gathered):
            found = Part.TARGETS, 0
        if found is None and part is Part.ACTION and _begins_address(lines, at, gathered):
            # The addresses follow the demands with no heading between them.
            done.append(SheetPart(part, tuple(gathered), label, rest))
            part, label, rest, gathered = Part.TARGETS, None, "", []
        if found is None:
            gathered.append(line)
            continue
        done.append(SheetPart(part, tuple(gathered), label, rest))
        goes_on = part in {Part.TARGETS, Part.COPIES} and _AND_TO.fullmatch(folded(line.text))
        part, label = part if goes_on else found[0], line
        rest = line.text[found[1] :].strip(" :")
        gathered = []
    done.append(SheetPart(part, tuple(gathered), label, rest))
    return list(_letters_apart(done))


_ADDRESSES = frozenset({Part.TARGETS, Part.COPIES, Part.DIPLOMATS, Part.CONTACTS})
_ENDS_COPIES = re.compile(r"\b(?:copies?|copias?|kopien?|kopie|kopia|copy) (?:to|a|an|do) ?:$")
_ONLY_TO = re.compile(r"(?:and )?to ?:")
_AND_TO = re.compile(r"and(?: also)? to ?:")
_HEADED_AGAIN = re.compile(r"urgent action|action urgente|accion urgente|pilna akcja|eilaktion")


def _leaves_addresses(lines: Sequence[SheetLine], at: int) -> bool:
    """Whether the letter begins here below the addresses, or the title of the sheet stands on its next page."""
    text = lines[at].text
    if _HEADED_AGAIN.fullmatch(folded(text)):
        return True
    if not is_greeting(text) or not at or lines[at - 1].text:
        return False
    after = next((line for line in lines[at + 1 : at + 4] if line.text), None)
    return after is not None and not has_contact(after.text) and (len(after.text) > 60 or is_prose([after]))


_LETTER_MAY_FOLLOW = frozenset({Part.HEAD, Part.ACTION, Part.DEADLINE, Part.SUMMARY})
_TO_READERS = re.compile(
    r"dear (?:all|friends?|colleagues?|members?|concerned|group|everyone|every|supporters?|reader|comrades"
    r"|letter|urgent|amnesty)"
)


def _begins_letter(lines: Sequence[SheetLine], at: int) -> bool:
    """Whether the greeting of a model letter stands here with no heading over it: prose follows, and a close."""
    small = folded(lines[at].text)
    if not small.startswith(("dear ", "your ", "monsieur ", "madame ", "estimad", "sehr geehrt", "szanown")):
        return False
    if _TO_READERS.match(small) or len(small) > 60 or small[-1] in ".;" or (at and lines[at - 1].text):
        return False
    below = [line for line in lines[at + 1 : at + 60] if line.text]
    if not below or has_contact(below[0].text) or not (is_prose(below[:1]) or is_wrapped(below[0].text)):
        return False
    above = [line.text for line in lines[max(0, at - 10) : at] if line.text]
    return any(is_close(line.text) for line in below) or any(is_office(text) and is_free(text) for text in above[-4:])


def is_free(text: str) -> bool:
    """Whether a line is short and ends no sentence, as the lines of an address do."""
    return len(text) < 60 and not text.endswith((".", "!", "?", ":"))


def _is_below_letter(lines: Sequence[SheetLine], at: int, gathered: Sequence[SheetLine]) -> bool:
    """Whether addresses stand below the close of a letter."""
    shown = [line for line in gathered if line.text]
    if not lines[at].text or len(lines[at].text) > 70 or lines[at - 1].text or lines[at].text.startswith(("[", "(")):
        return False
    if not any(is_close(line.text) for line in shown[-3:]):
        return False
    return any(has_contact(line.text) for line in lines[at + 1 : at + 9]) and (
        is_office(lines[at].text) or person_in(lines[at].text) is not None
    )


def _asks_before(text: str) -> bool:
    return bool(re.search(r"\b(?:urging|asking|calling|demanding|telling|ask|urge|tell|call)\b", folded(text)))


def _next_is_bullet(lines: Sequence[SheetLine], at: int) -> bool:
    return next((line.is_bullet for line in lines[at + 1 : at + 4] if line.text), False)


def _begins(line: SheetLine, part: Part, gathered: Sequence[SheetLine]) -> tuple[Part, int] | None:
    if not line.text or line.is_bullet:
        return None
    found = label_of(line.text)
    if found is None and len(line.text) < 120 and _ENDS_COPIES.search(folded(line.text)):
        return Part.COPIES, len(line.text)
    if found is None:
        return None
    kind = found[0]
    if kind is Part.FIELD and line.text[:1].islower():
        return None
    if (
        _ONLY_TO.fullmatch(folded(line.text))
        and part not in _ADDRESSES
        and not any(each.is_bullet for each in gathered)
    ):
        return None
    if kind is Part.EARLIER and part is Part.HEAD and not any(is_prose([each]) for each in gathered if each.text):
        return None  # The title of an update rather than a note at its foot.
    if part is Part.LETTER and kind not in _ENDS_LETTER:
        return None
    if kind is Part.ACTION and part is Part.ACTION and not any(each.is_bullet for each in gathered):
        return None
    is_loud = line.text[: found[1]].upper() == line.text[: found[1]]
    if kind in {Part.ACTION, Part.COPIES} and not is_loud and not is_free_standing(gathered):
        return None
    if kind is Part.COPIES and not line.text[found[1] :].strip(" :") and not _is_label_like(line.text):
        return None
    return found


def _begins_address(lines: Sequence[SheetLine], at: int, gathered: Sequence[SheetLine]) -> bool:
    """Whether an office or a name stands here, behind the demands, with a fax or a salutation soon below it."""
    line = lines[at]
    if not line.text or line.is_bullet or len(line.text) > 70 or not any(each.is_bullet for each in gathered):
        return False
    text = without_number(line.text)
    if text[:1].islower() or not text[:1].isalpha() or not (is_office(text) or person_in(text)):
        return False
    for each in lines[at + 1 : at + 10]:
        if not each.text or each.is_bullet:
            return False
        if has_contact(each.text):
            return True
    return False


_ENDS_LETTER = frozenset(
    {
        Part.BACKGROUND,
        Part.TARGETS,
        Part.LANGUAGES,
        Part.DEADLINE,
        Part.PEOPLE,
        Part.CONTACTS,
        Part.DIPLOMATS,
        Part.EARLIER,
        Part.COPIES,
        Part.ASIDE,
    }
)


_TO = re.compile(r"\b(?:to|a|an|do) ?:$")


def _ends_with_to(lines: Sequence[SheetLine]) -> int:
    """How many lines the sentence takes that begins here and ends with "to:", so that addresses follow it; else 0."""
    for count, line in enumerate(lines, start=1):
        if not line.text or (line.is_bullet and count > 1):
            return 0
        if line.text.endswith(":"):
            return count if _TO.search(folded(line.text)) else 0
    return 0


def is_free_standing(before: Sequence[SheetLine]) -> bool:
    """Whether a new line does not carry on the sentence of the line before it."""
    if not before or not before[-1].text:
        return True
    last = before[-1].text
    return before[-1].is_bullet or last[-1] in '.:;!?)]»”"' or len(last) < 60 or not last[-1].islower()


def _is_label_like(text: str) -> bool:
    return text.rstrip().endswith(":") or text.upper() == text or len(text) < 30


def _letters_apart(parts: Sequence[SheetPart]) -> Iterator[SheetPart]:
    """Part "use this model letter" into the addresses above the letter and the letter itself."""
    for each in parts:
        if each.part is not Part.USE_LETTER:
            yield each
            continue
        start = next((at for at, line in enumerate(each.lines) if is_greeting(line.text)), None)
        if start is None:
            yield replace(each, part=Part.TARGETS, rest="")
            continue
        yield replace(each, part=Part.TARGETS, lines=each.lines[:start], rest="")
        yield SheetPart(Part.LETTER, each.lines[start:], None, "")


def is_greeting(text: str) -> bool:
    """Whether a line is the greeting of a letter."""
    bare = text.strip()
    return 3 < len(bare) < 110 and bare[-1] in ",:;!" and bool(_DEAR.match(folded(bare)))


def is_close(text: str) -> bool:
    """Whether a line is the close of a letter."""
    return len(text) < 160 and bool(_CLOSE.match(folded(text.strip())))


def of_kind(parts: Sequence[SheetPart], *kinds: Part) -> list[SheetPart]:
    """Return the parts of these kinds in their order."""
    return [each for each in parts if each.part in kinds]


def is_prose(lines: Sequence[SheetLine]) -> bool:
    """Whether a paragraph is sentences rather than a heading, a list or an address."""
    words = [word for line in lines for word in line.text.split()]
    small = sum(word[0].islower() for word in words)
    if len(lines) == 1 and len(lines[0].text) < 90 and lines[0].text[-1] not in ".:;!?":
        return False
    if is_numbered(lines[0].text) and small >= 4:
        return True
    # Sentences full of names have few small words, but they end.
    is_whole = len(words) >= 12 and lines[-1].text.rstrip('"”»)] ').endswith(".")
    least = 0.3 if is_whole and all(len(line.text) > 60 and "  " not in line.text for line in lines[:-1]) else 0.5
    return len(words) >= 8 and small >= len(words) * least
