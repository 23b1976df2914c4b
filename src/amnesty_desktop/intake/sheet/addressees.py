# SPDX-License-Identifier: GPL-3.0-or-later
"""Who a sheet asks to write to: the blocks of its address parts, one addressee each, targets and copies."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ...domain.addressee import AddresseeRole
from .address import is_aside
from .contacts import begins_way, contacts_in, has_contact, has_way, says_salutation
from .countries import code_of
from .dates import dates_in
from .draft import DraftAddressee, Sureness
from .holder import name_and_office, unwrapped
from .labels import Part
from .offices import in_words, is_address, is_office, person_in
from .parts import SheetPart, is_greeting, is_prose, of_kind
from .reference import indexes_in, namings_in
from .text import SheetLine, folded, is_numbered, joined, paragraphs, places, without_number

_DIPLOMATS = re.compile(
    r"diplomatic rep|accredited to your country|representaci.n diplomatica|representantes diplomatic"
    r"|representants? diplomatiques"
    r"|przedstawiciel\w* dyplomatyczn"
)
_COPY_HINT = re.compile(r"\bcop(?:y|ies) to the (?:embassy|ambassador)|copias? a la embajada|copies? a l.ambassade")
_EMBASSY = re.compile(r"embassy|high commission|botschaft|ambassade|embajada|ambasada|ambassador")
_KIND_OF_BODY = re.compile(
    r"(?:the )?"
    r"(?:(?:local|national|leading|main|indigenous|women's|non-governmental|lawyers'|human rights) )*"
    r"(?:organi[sz]ations?|newspapers?|press|group|church|lawyers?|ngos?|trade unions?"
    r"|unions?)(?: in \w+)?(?: \((?:ngo|ong)\))? ?:?"
    r"|ongs?|periodicos?"
    r"|organizacion(?:es)? (?:no gubernamental(?:es)? )?(?:local |nacional )?de derechos humanos"
    r"|organisations? (?:non gouvernementales? )?(?:locales? )?de defense des droits (?:humains|de l'homme)"
    r"|(?:journal|journaux|zeitung|menschenrechtsorganisation(?:en)?|gazeta) ?:?"
)
# The section, the network and the list that passes a sheet on are never written to.
_OURS = re.compile(
    r"urgent action network|\baiusa\b|\buan@|\bua@|urgent-?action@|international secretariat"
    r"|peter benenson house|c/o amn(?:esty|ist)"
    r"|amnesty international(?: usa| uk|\b.{0,20}section)"
)
MOST_ADDRESSEES = 60
_ADDRESSED = frozenset({Part.TARGETS, Part.COPIES, Part.DIPLOMATS, Part.CONTACTS})
_LONGEST_OFFICE = 120


@dataclass(frozen=True, slots=True)
class _Block:
    role: AddresseeRole
    lines: tuple[SheetLine, ...]


def addressees_of(parts: Sequence[SheetPart], whole: str, people: Sequence[str] = ()) -> tuple[DraftAddressee, ...]:
    """Return everyone the sheet gives an address or an office of, in its order.

    people are the names of those the sheet is for: to them goes solidarity, and no appeal.
    """
    blocks = list(_labelled(parts))
    sureness = Sureness.SURE
    if not any(_is_someone(block.lines) for block in blocks):
        blocks = list(_unlabelled(parts, _COPY_HINT.search(folded(whole)) is not None))
        sureness = Sureness.UNSURE
    elif not any(block.role is AddresseeRole.TARGET and _is_someone(block.lines) for block in blocks):
        elsewhere = [part for part in parts if part.part not in _ADDRESSED]
        blocks = [*_unlabelled(elsewhere, False), *blocks]
    theirs = {folded(name) for name in people}
    if not blocks:
        blocks = list(_above_letter(parts))
    found = [
        each for block in blocks if (each := _addressee(block)) is not None and folded(each.name or "-") not in theirs
    ]
    done = [each if sureness is Sureness.SURE else replace(each, sureness=sureness) for each in found]
    return _with_letter_greeting(tuple(_merged(done)[:MOST_ADDRESSEES]), parts)


def _labelled(parts: Sequence[SheetPart]) -> Iterable[_Block]:
    for part in of_kind(parts, *_ADDRESSED):
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
    return not dates_or_small(text) and len(text) < 160 and not text.startswith("&") and not is_aside(text)


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
    for paragraph in _headed(_unspaced(paragraphs(lines))):
        is_told = is_prose(paragraph) and paragraph[-1].text.rstrip('"”)').endswith((".", "!", "?", ":", ";"))
        if is_told and not any(has_way(line.text) for line in paragraph):
            continue
        if _MENU.match(folded(paragraph[0].text)) and not any(has_way(line.text) for line in paragraph):
            continue
        if is_prose(paragraph) and _TO_READERS.match(folded(paragraph[0].text)):
            continue
        if len(paragraph) == 1 and not has_contact(paragraph[0].text) and re.search(r"\w: \w", paragraph[0].text):
            continue  # The heading of a page.
        yield from _split(paragraph)


def _headed(parted: list[list[SheetLine]]) -> list[list[SheetLine]]:
    """Paragraphs with the office that stands alone above one of them, and the ways to reach somebody below one."""
    done: list[list[SheetLine]] = []
    for paragraph in parted:
        is_headed = bool(done) and len(done[-1]) == 1 and done[-1][0].text.endswith(":") and is_office(done[-1][0].text)
        only_ways = bool(done) and all(begins_way(line.text) for line in paragraph)
        if is_headed or (only_ways and not any(says_salutation(line.text) for line in done[-1])):
            done[-1] = [*done[-1], *paragraph]
        else:
            done.append(paragraph)
    return done


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
    paragraph = _whole_greeting(_whole_brackets(paragraph))
    for line in paragraph:
        starts = is_numbered(line.text) and block and not is_address(without_number(line.text))
        if (
            is_done
            and not block[-1].text.rstrip().endswith(("/", ":"))
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


def _whole_brackets(paragraph: Sequence[SheetLine]) -> list[SheetLine]:
    """Lines of which one ends within brackets as one with the line that closes them."""
    done: list[SheetLine] = []
    for line in paragraph:
        before = done[-1].text if done else ""
        is_open = before.count("(") > before.count(")") and line.text.count(")") > line.text.count("(")
        if is_open and len(before) < 120:
            done[-1] = replace(done[-1], text=f"{before} {line.text}", end=line.end)
        else:
            done.append(line)
    return done


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


def _above_letter(parts: Sequence[SheetPart]) -> Iterable[_Block]:
    """The address that stands above the greeting of a letter, whatever empty lines part its own."""
    for before, letter in pairwise(parts):
        if letter.part is not Part.LETTER:
            continue
        block: list[SheetLine] = []
        for line in reversed(before.lines):
            if line.text and (len(line.text) > 60 or line.is_bullet or line.text.endswith((".", ":", "!", "?"))):
                break
            block = [line, *block] if line.text else block
        if 2 < len(block) < 10 and _is_someone(block):
            yield _Block(AddresseeRole.TARGET, tuple(block))


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
    said = [text for text in found.plain if not _is_remark(text)]
    found.plain = said[1:] if said and _is_kind(said[0]) else said
    if not found.plain or is_address(found.plain[0]):
        found.plain = said
    is_body = len(said) > len(found.plain) or any(_KIND_OF_BODY.fullmatch(folded(text).strip()) for text in texts)
    found.plain = unwrapped(found.plain)
    name, office = name_and_office(found.plain)
    if len(texts) == 1 and name and not office and not is_body:
        return None  # Somebody signs, or is to be told.
    if is_body and name and not office:
        name, office = "", found.plain[0]  # The line above says that a newspaper or a union follows.
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


def _is_kind(text: str) -> bool:
    """Whether a line says what kind of body follows: "Afro-Colombian organization", but no "Medical Association"."""
    words = text.strip(" :").split()
    return bool(_KIND_ALONE.fullmatch(folded(text).strip(" :"))) and (len(words) == 1 or words[-1][0].islower())


_KIND_ALONE = re.compile(
    r"(?:[a-z'-]+ ){1,3}(?:organi[sz]ation|newspaper|association|union)|(?:sindicato|albergue|periodico|diario"
    r"|organizacion|syndicat|association|gewerkschaft|zeitung|organizacja|gazeta)"
    r"(?: [a-z]+){0,2}"
)
"""What kind of body follows in the next line."""
_POSTAGE = re.compile(r"(?:international |airmail )?postage\b|porto\b|hinweis der post|affranchissement")
_SAYS = re.compile(r"\b(?:has|have|is|are|does|can|may) (?:no|not|a|only)\b.*\.$")


_TO_READERS = re.compile(r"(?:please|if you|let |tell |send us|thank you|you may|do not|an airmail|airmail)\b")
_MENU = re.compile(r"(?:find out more|read more|learn more|download|donate|share)\b")


def _is_remark(text: str) -> bool:
    """A hint in brackets, or a heading such as "The human rights organization:" that names nobody."""
    small = folded(text).strip()
    is_head = " | " in text or small.startswith(("date:", "date :", "distr"))
    if is_head or _POSTAGE.match(small) or _SAYS.search(small) or namings_in(text) or indexes_in(text):
        return True
    return (small.startswith("(") and small.endswith(")")) or bool(_KIND_OF_BODY.fullmatch(small))


def _is_for_diplomats(text: str) -> bool:
    return bool(_DIPLOMATS.search(folded(text))) and "@" not in text


def _is_heading_only(text: str) -> bool:
    """A country alone with a colon heads the addresses of one of two governments."""
    bare_text = re.sub(r"^[A-D][.)] ", "", text.rstrip(" :"))
    return (text.rstrip().endswith(":") or bare_text != text) and code_of(bare_text) is not None


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
