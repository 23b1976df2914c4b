# SPDX-License-Identifier: GPL-3.0-or-later
"""Who a sheet asks to write to: the blocks of its address parts, one addressee each, targets and copies."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..domain.addressee import AddresseeRole
from .sheet_contacts import contacts_in, has_contact, says_salutation
from .sheet_countries import code_of
from .sheet_dates import dates_in
from .sheet_draft import DraftAddressee, Sureness
from .sheet_labels import Part
from .sheet_names import without_titles
from .sheet_offices import in_words, is_address, is_office, person_in
from .sheet_parts import SheetPart, is_greeting, is_prose, of_kind
from .sheet_text import SheetLine, folded, is_numbered, joined, paragraphs, places, without_number

_DIPLOMATS = re.compile(
    r"diplomatic rep|accredited to your country|representaci.n diplomatica|representantes diplomatic"
    r"|representants? diplomatiques"
    r"|przedstawiciel\w* dyplomatyczn"
)
_EMBASSY_LINE = re.compile(
    r"^(?P<name>.{3,90}?)\s+(?P<office>(?:royal |the )?(?:embassy|high commission)\b[^,\d]{0,60}?)(?=,|\d|$)",
    re.IGNORECASE,
)
_COPY_HINT = re.compile(r"\bcop(?:y|ies) to the (?:embassy|ambassador)|copias? a la embajada|copies? a l.ambassade")
_EMBASSY = re.compile(r"embassy|high commission|botschaft|ambassade|embajada|ambasada|ambassador")
_KIND_OF_BODY = re.compile(
    r"(?:the )?"
    r"(?:(?:local|national|leading|main|indigenous|women's|non-governmental|lawyers'|human rights) )*"
    r"(?:organi[sz]ations?|newspapers?|press|group|church|lawyers?|ngos?)(?: in \w+)?(?: \((?:ngo|ong)\))? ?:?"
    r"|ongs?|periodicos?"
    r"|organizacion(?:es)? (?:no gubernamental(?:es)? )?(?:local |nacional )?de derechos humanos"
    r"|organisations? (?:non gouvernementales? )?(?:locales? )?de defense des droits (?:humains|de l'homme)"
    r"|(?:journal|journaux|zeitung|menschenrechtsorganisation(?:en)?|gazeta) ?:?"
)
# The section, the network and the list that passes a sheet on are never written to.
_OURS = re.compile(
    r"urgent action network|\baiusa\b|\buan@|\bua@|urgent-?action@|amnesty international(?: usa| uk|\b.{0,20}section)"
)
MOST_ADDRESSEES = 60
_LONGEST_OFFICE = 120


@dataclass(frozen=True, slots=True)
class _Block:
    role: AddresseeRole
    lines: tuple[SheetLine, ...]


def addressees_of(parts: Sequence[SheetPart], whole: str) -> tuple[DraftAddressee, ...]:
    """Return everyone the sheet gives an address or an office of, in its order."""
    blocks = list(_labelled(parts))
    sureness = Sureness.SURE
    if not any(_is_someone(block.lines) for block in blocks):
        blocks = list(_unlabelled(parts, _COPY_HINT.search(folded(whole)) is not None))
        sureness = Sureness.UNSURE
    found = [each for block in blocks if (each := _addressee(block)) is not None]
    done = [each if sureness is Sureness.SURE else replace(each, sureness=sureness) for each in found]
    return _with_letter_greeting(tuple(_merged(done)[:MOST_ADDRESSEES]), parts)


def _labelled(parts: Sequence[SheetPart]) -> Iterable[_Block]:
    for part in of_kind(parts, Part.TARGETS, Part.COPIES, Part.DIPLOMATS, Part.CONTACTS):
        role = AddresseeRole.COPY if part.part in {Part.COPIES, Part.DIPLOMATS} else AddresseeRole.TARGET
        lines = list(part.lines)
        if part.part is Part.DIPLOMATS:
            lines = _behind_sentence(lines)
        elif part.rest and part.label and not _DIPLOMATS.search(folded(part.rest)) and _stands_for_itself(part.rest):
            lines = [replace(part.label, text=part.rest), *lines]
        elif part.rest and _DIPLOMATS.search(folded(part.rest)):
            lines = _behind_sentence(lines)
        for block in _blocks(lines):
            yield _Block(role, tuple(block))


def _stands_for_itself(text: str) -> bool:
    return not dates_or_small(text) and len(text) < 160


def dates_or_small(text: str) -> bool:
    """Whether the rest of a label line goes on with its sentence rather than naming somebody."""
    words = text.split()
    return (
        not words
        or folded(words[0]) in {"you", "please", "if"}
        or bool(dates_in(text))
        or words[0][:1].islower()
        or words[0][:1].isdigit()
        or text.endswith(":")
    )


def _behind_sentence(lines: Sequence[SheetLine]) -> list[SheetLine]:
    """Drop the rest of the sentence on diplomatic representatives: what stands before a name or an embassy."""
    kept = list(lines)
    while kept and kept[0].text and not (_EMBASSY.search(folded(kept[0].text)) or person_in(kept[0].text)):
        kept.pop(0)
    return kept


def _blocks(lines: Sequence[SheetLine]) -> Iterable[list[SheetLine]]:
    for paragraph in _unspaced(paragraphs(lines)):
        if is_prose(paragraph) and not any(has_contact(line.text) for line in paragraph):
            continue
        yield from _split(paragraph)


def _unspaced(parted: list[list[SheetLine]]) -> list[list[SheetLine]]:
    """Paragraphs as they are, or all as one where an empty line stands between any two lines of the addresses."""
    alone = sum(len(paragraph) == 1 for paragraph in parted)
    whole = [line for paragraph in parted for line in paragraph]
    if len(parted) < 4 or alone * 5 < len(parted) * 4 or not any(has_contact(line.text) for line in whole):
        return parted
    return [whole]


def _split(paragraph: Sequence[SheetLine]) -> Iterable[list[SheetLine]]:
    """Part addresses that follow one another without an empty line between them."""
    block: list[SheetLine] = []
    is_done = False
    paragraph = _whole_greeting(paragraph)
    for line in paragraph:
        starts = is_numbered(line.text) and block and not is_address(without_number(line.text))
        if (
            is_done
            and not has_contact(line.text)
            and not line.text.startswith(("(", "["))
            and (person_in(line.text) or is_office(line.text))
        ) or starts:
            yield block
            block, is_done = [], False
        block.append(line)
        is_done = is_done or says_salutation(line.text) or (has_contact(line.text) and _ends_block(line.text))
    if block:
        yield block


def _whole_greeting(paragraph: Sequence[SheetLine]) -> Sequence[SheetLine]:
    """The salutation at the end of a block as one line, where it was too long for its own or for a column."""
    at = max((at for at, line in enumerate(paragraph) if says_salutation(line.text)), default=0)
    below = paragraph[at + 1 :]
    if (
        not at
        or not 1 <= len(below) <= 4
        or any(has_contact(line.text) or len(line.text.split()) > 4 for line in below)
    ):
        return paragraph
    whole = " ".join(line.text for line in (paragraph[at], *below))
    unfinished = _UNFINISHED_GREETING.search(folded(paragraph[at].text))
    if not unfinished and ("/" not in whole or (len(below) > 1 and "/" not in paragraph[at].text)):
        return paragraph
    return [*paragraph[:at], replace(paragraph[at], text=whole, end=below[-1].end)]


_UNFINISHED_GREETING = re.compile(
    r"(?:dear|your|estimad[oa]|senora?|excmo|sr|sra|monsieur|madame|le|la|mr|mrs|ms|geehrter?"
    r"|frau|herr|pan[ie]e?|/|: ?)[. ]*$"
)


def _ends_block(text: str) -> bool:
    return bool(re.match(r"(?:fax|telefax|e-?mail|correo|courriel)", folded(text)))


def _unlabelled(parts: Sequence[SheetPart], embassy_gets_copy: bool) -> Iterable[_Block]:
    """Blocks that look like addresses in a text without labels for them."""
    for part in parts:
        if part.part in {Part.BACKGROUND, Part.LETTER, Part.PEOPLE, Part.EARLIER}:
            continue
        for paragraph in paragraphs(part.lines):
            is_embassy = _EMBASSY.search(folded(joined(paragraph)))
            contacts = sum(has_contact(line.text) for line in paragraph)
            if len(paragraph) < 3 or not (contacts or is_embassy or _ends_in_country(paragraph)):
                continue
            if "amnesty" in folded(joined(paragraph)):
                continue
            if any(line.is_bullet for line in paragraph) or is_prose(paragraph) or _is_mail_head(paragraph):
                continue
            if not _is_someone(paragraph):
                continue
            for block in _split(paragraph):
                is_copy = embassy_gets_copy and _EMBASSY.search(folded(joined(block)))
                yield _Block(AddresseeRole.COPY if is_copy else AddresseeRole.TARGET, tuple(block))


def _is_mail_head(paragraph: Sequence[SheetLine]) -> bool:
    return any(re.match(r"(?:from|subject|von|betreff|de|asunto|objet) ?:", folded(line.text)) for line in paragraph)


def _ends_in_country(paragraph: Sequence[SheetLine]) -> bool:
    return code_of(paragraph[-1].text.rsplit(",", 1)[-1].strip(" .")) is not None


def _is_someone(lines: Sequence[SheetLine]) -> bool:
    return any(person_in(line.text) or is_office(line.text) for line in lines)


def _addressee(block: _Block) -> DraftAddressee | None:
    lines = [line for line in block.lines if not _is_heading_only(line.text) and not _is_for_diplomats(line.text)]
    texts = [without_number(line.text) if at == 0 else line.text for at, line in enumerate(lines)]
    if not texts:
        return None
    found = contacts_in(texts)
    if _OURS.search(folded(" ".join(texts))):
        return None
    found.plain = [text for text in found.plain if not _is_remark(text)]
    found.plain = _unwrapped(found.plain)
    name, office = _name_and_office(found.plain)
    if not name and not office:
        if not (found.email or found.fax):
            return None
        office = in_words(found.plain[0]) if found.plain and not is_address(found.plain[0]) else ""
        if not office:
            return None
    # What is far too long is a whole address in one line, of which nothing can be told.
    is_clear = len(office) <= _LONGEST_OFFICE and len(found.salutation) <= _LONGEST_OFFICE
    return DraftAddressee(
        block.role,
        name,
        office,
        tuple(" ".join(text.split()) for text in texts),
        found.salutation if len(found.salutation) <= _LONGEST_OFFICE else "",
        tuple(found.email),
        tuple(found.fax),
        tuple(found.phone),
        Sureness.SURE if (name or office) and is_clear else Sureness.UNSURE,
        places(lines),
    )


_HALF_OFFICE = re.compile(r"\b(?:of|for|the|and|human|national|de|del|la|des|et|y|und|fur)$")


_OPEN_BODY = re.compile(
    r"\b(?:of|for) the (?:\w+ ){0,3}"
    r"(?!council|commission|committee|party|front|forces|police|army|ministry|republic)\w+$"
)
_BODY_ENDS = re.compile(r"(?:[\w'-]+ ){0,3}(?:council|commission|committee|party|front|forces|bureau|board|authority)")


def _unwrapped(plain: list[str]) -> list[str]:
    """Put an office together that was too long for its line: "Chairman of the National Human" "Rights Commission"."""
    for at in range(min(3, len(plain) - 1)):
        small, below = folded(plain[at]), folded(plain[at + 1])
        is_half = _HALF_OFFICE.search(small) or (_OPEN_BODY.search(small) and _BODY_ENDS.fullmatch(below))
        if is_office(plain[at]) and is_half and is_office(plain[at + 1]):
            return [*plain[:at], f"{plain[at]} {plain[at + 1]}", *plain[at + 2 :]]
    return plain


def _is_remark(text: str) -> bool:
    """A hint in brackets, or a heading such as "The human rights organization:" that names nobody."""
    small = folded(text).strip()
    return (small.startswith("(") and small.endswith(")")) or bool(_KIND_OF_BODY.fullmatch(small))


def _is_for_diplomats(text: str) -> bool:
    return bool(_DIPLOMATS.search(folded(text))) and "@" not in text


def _is_heading_only(text: str) -> bool:
    """A country alone with a colon heads the addresses of one of two governments."""
    return text.rstrip().endswith(":") and code_of(text.rstrip(" :")) is not None


def _name_and_office(plain: Sequence[str]) -> tuple[str, str]:
    embassy = _EMBASSY_LINE.match(plain[0]) if plain else None
    if embassy and (person := person_in(embassy["name"])):
        return person[0], embassy["office"].strip()
    name, own_office, at = "", "", -1
    for number, text in enumerate(plain[:5]):
        if is_address(text) and number and not _starts_with_name(text):
            break
        person = person_in(text)
        if person:
            if _is_office_above(plain, number):
                continue
            name, own_office = person
            at = number
            break
    if not name:
        offices = [text for text in plain if is_office(text.split(",")[0])] or list(plain[:1])
        return "", in_words(_first_piece(offices[0])) if offices else ""
    return name, _office_near(plain, at, own_office)


def _is_office_above(plain: Sequence[str], number: int) -> bool:
    """Whether a line that could be a name stands in capitals above one with a title, and is the office."""
    if number or len(plain) < 2 or plain[0].upper() != plain[0]:
        return False
    below = person_in(plain[1])
    return below is not None and plain[1].upper() != plain[1] and without_titles(plain[1])[1] != ""


def _starts_with_name(text: str) -> bool:
    return "," in text and person_in(text) is not None


def _first_piece(text: str) -> str:
    pieces = text.split(",")
    return pieces[0] if len(pieces) > 1 and (is_address(pieces[1]) or len(text) > 70) else text


_RANKED = re.compile(r"(?:First |Second )?(?:Secretary|Deputy Secretary|Vice-?President|Vice-?Chairman) (?:\d|I{1,3})")


def _office_near(plain: Sequence[str], at: int, own: str) -> str:
    before = [text for text in plain[:at] if is_office(text) or not is_address(text)]
    after = plain[at + 1] if at + 1 < len(plain) else ""
    if before and folded(before[-1]).startswith("the ") and len(before[-1].split()) < 4 and is_office(after):
        before = []
    if before:
        return in_words(before[-1])
    if own and folded(own).split()[-1] not in {"ambassador"}:
        following = folded(after)
        if (
            is_office(after)
            and not is_address(after.split(",")[0])
            and following.startswith(("presidency of", "office of his", "office of her"))
        ):
            return in_words(_first_piece(after))
        return in_words(own)
    rest = [piece.strip() for piece in plain[at].split(",")[1:]]
    if rest and is_office(rest[0]) and not is_address(rest[0]):
        return in_words(rest[0])
    if after and is_office(after.split(",")[0]) and (not is_address(after.split(",")[0]) or _RANKED.fullmatch(after)):
        return in_words(_first_piece(after))
    return in_words(own)


def _merged(found: Sequence[DraftAddressee]) -> list[DraftAddressee]:
    """Leave out an addressee that is printed twice."""
    done: list[DraftAddressee] = []
    for each in found:
        key = (each.name, each.office, each.fax, each.email)
        if any((other.name, other.office, other.fax, other.email) == key for other in done):
            continue
        done.append(each)
    return done


def _with_letter_greeting(found: tuple[DraftAddressee, ...], parts: Sequence[SheetPart]) -> tuple[DraftAddressee, ...]:
    """Take the greeting of a model letter for the only addressee where the sheet has no other block than the letter."""
    targets = [each for each in found if each.role is AddresseeRole.TARGET]
    if len(targets) != 1 or targets[0].salutation:
        return found
    at = next((at for at, part in enumerate(parts) if part.part is Part.LETTER), None)
    if at is None or not at or parts[at - 1].part is not Part.TARGETS or parts[at].label is not None:
        return found
    greeting = next((line.text for line in parts[at].lines if is_greeting(line.text)), "")
    return tuple(replace(each, salutation=greeting.rstrip(" ,:;!")) if each is targets[0] else each for each in found)
