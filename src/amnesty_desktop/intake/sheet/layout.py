# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines as a typist meant them: run-together words, lost line breaks, doubled ones, and a body without space above it.

Sheets that were copied out of web pages, mail archives or PDF files lose what set their parts off from one another.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from .contacts import has_contact
from .countries import code_of
from .dates import MONTHS
from .labels import label_of
from .text import SheetLine, folded, joined

_DAY = rf"\d{{1,2}}(?:st|nd|rd|th|er|º|°)?\.?\s(?:de\s|of\s)?(?:{MONTHS})\b"
_GLUED_DAY = re.compile(rf"((?:UA|AU|EX|EXTRA|MA)\s?:?\s?\d{{1,3}}/\d{{2}})(?={_DAY})", re.IGNORECASE)
_GLUED_CONCERN = re.compile(r"((?:UA|AU|EX|EXTRA|MA)\s?:?\s?\d{1,3}/\d{2})(?=[A-Z][a-z])")
_GLUED_MARK = re.compile(r"(\baged \d{1,2}|\([mfkh]\))(?=[A-ZÀ-Þ][a-zß-ÿ])")
_GLUED_CLASS = re.compile(r"^((?:PUBLIC|EXTERNAL|INTERNAL|EXTERNE|EXTERNO)(?: \([\w ]{5,40}\))?)(?=(?:AI )?Index)")
_GLUED_REGION = re.compile(r"^([A-Z][A-Z ]{1,30}\s?\([A-Z][\w ]{2,20}\))(?=[A-Z][a-z])")
_GLUED_WORDS = re.compile(r"\b((?:[A-ZÀ-Þ'’-]+ ){0,3}[A-ZÀ-Þ]{3,})([A-ZÀ-Þ][a-zß-ÿ])")
_CLASSES = frozenset(
    {"publico", "public", "external", "externe", "externo", "interno", "interne", "internal", "extern"}
)
_GLUED_TITLE = re.compile(r"\b(Dr|Mr|Mrs|Ms|Prof|Sr|Sra|Lic|Ing|Gen|Col|Hon)\.(?=[A-ZÀ-Þ][a-zß-ÿ])")
_SPACED_OUT = re.compile(r"(?:\b[A-ZÀ-Þ]\b\s+){5,}[A-ZÀ-Þ]\b")
_UNROLLED_FROM = 240
"""Characters from which a line with labels inside it is more than one line of a sheet."""
_LABEL_INSIDE = re.compile(
    r"\s+(?=(?:Please write (?:immediately|urgently)|PLEASE (?:SEND|WRITE)|And copies to ?:|Also send copies to"
    r"|COPIES TO ?:|APPEALS TO ?:|ADDITIONAL INFORMATION\b|BACKGROUND INFORMATION\b|RECOMMENDED ACTION"
    r"|Please check with|Escriban inmediatamente|ENVÍEN LLAMAMIENTOS|Y copias a ?:|Envíen también copia"
    r"|INFORMACIÓN (?:COMPLEMENTARIA|GENERAL)|ACCIONES RECOMENDADAS|LLAMAMIENTOS A ?:|COPIAS? A ?:"
    r"|Schreiben Sie bitte|APPELLE AN\b|KOPIEN AN\b|HINTERGRUNDINFORMATION|URGENT ACTION (?!TITLE|TYPE|SUMM|LETT)"
    r"|ACCIÓN URGENTE\b|ACTION URGENTE\b|SAMPLE LETTER\b|Names?: [A-Z]|[■□•▪\uf0a7\uf0b7\uf06e] ?))"
)
_LABEL_ENDS = re.compile(
    r"(?:(?<=\bTO:)|(?<=\bto:)|(?<=\bA:)|(?<=language:)|(?<=idioma:)|(?<=SAMPLE LETTER)|(?<=URGENT ACTION)"
    r"|(?<=ACCIÓN URGENTE)|(?<=ACTION URGENTE)|(?<=INFORMATION))\s+(?=[A-ZÀ-Þ])"
)
_WAY_INSIDE = re.compile(
    r"\s+I\s+(?=(?:Fax|Phone|Email) ?:)"
    r"|[\s|,;]+(?=(?:Tele)?(?:Phone|Ph|Fax|E-?mail|Twitter|X|Facebook|Web ?site|Salutation|Tratamiento|Anrede|Tel"
    r"|Courriel|Correo-?e|Formule d.appel|Contact Form)\.? ?: ?)"
)
_BODY_INSIDE = re.compile(
    r"(?<=[\w.])(?<!Royal)\s+(?=(?:Permanent Mission|Embassy|Royal Embassy|Consulate|Royal Court"
    r"|Office of (?:the|His|Her)|Ministry of"
    r"|High Commission)\b)"
    r"|(?<=[a-z])\s+(?=\d{1,5},? [A-Z])"
)
_HEADLINE_INSIDE = re.compile(r"(?<=[A-ZÀ-Þ’'”\"]{3}) (?=[A-ZÀ-Þ][a-zß-ÿ])")
_OPENER = re.compile(
    r"(?:on|in|at|since|following|according|amnesty|the|a|an|those|these|this|after|as|it|over|more|two|three|four"
    r"|five|six|seven|some|all|early|late|there|according|when|while|reports?|he|she|they"
    r"|el|la|los|las|un|una|en|segun|desde|tras|amnistia|le|les|l'|des|depuis|selon|dans|der|die|das|am|im|seit|nach"
    r"|w|od|po|wedlug)\b"
)
_VERB = re.compile(
    r"\b(?:was|were|is|are|has|have|had|been|may|could|will|faces?|remains?|fears?|believes?|received|arrested"
    r"|detained|fue"
    r"|fueron|ha|han|esta|estan|siente|a ete|ont|est|sont|risque|craint|wurde|wurden|ist|sind|hat|haben|droht"
    r"|zostal|zostala|zostali|jest|sa)\b"
)
_UNFINISHED = re.compile(
    r"(?:[,&/-]|\b(?:and|of|the|for|with|in|at|by|from|to|near|since|de|del|la|y|en|por|et|dans|und"
    r"|oraz|i|des|du|von|der|in|im|am|mit|w|na))$"
)


def unglued(text: str) -> str:
    """Return a line with the spaces that were lost between number, date, country and words."""
    if not text:
        return text
    if _SPACED_OUT.match(text):
        text = " ".join(re.sub(r"\b(\w) (?=\w\b)", r"\1", text).split())
    text = _GLUED_CLASS.sub(r"\1  ", text)
    text = _GLUED_MARK.sub(r"\1  ", text)
    text = _GLUED_REGION.sub(r"\1  ", _GLUED_CONCERN.sub(r"\1  ", text))
    text = _GLUED_TITLE.sub(r"\1. ", _GLUED_DAY.sub(r"\1 ", text))
    return _GLUED_WORDS.sub(_parted, text)


def _parted(words: re.Match[str]) -> str:
    for at in range(words[1].count(" ") + 1):
        name = words[1].split(" ", at)[-1]
        if folded(name) in _CLASSES or code_of(name):
            return f"{words[1]} {words[2]}"
    return words[0]


def laid_out(lines: list[SheetLine]) -> list[SheetLine]:
    """Return the lines of a text broken as they were before they were copied."""
    return _slashed(
        _countries_whole(_single_spaced([piece for line in lines for piece in _unrolled(_unglued_line(line))]))
    )


def _unglued_line(line: SheetLine) -> SheetLine:
    text = unglued(line.text)
    return line if text == line.text else replace(line, text=text)


def _unrolled(line: SheetLine) -> Iterator[SheetLine]:
    """A line that holds a stretch of a sheet, broken before and behind the labels in it."""
    text = line.text
    ways = len(_WAY_INSIDE.findall(text)) if len(text) > 90 else 0
    labels = len(_LABEL_INSIDE.findall(text)) if len(text) > _UNROLLED_FROM else 0
    if line.is_furniture or (ways < 2 and labels < 2):
        yield line
        return
    cuts = {0, len(text)}
    patterns = [_WAY_INSIDE] if ways >= 2 else []
    if labels >= 2:
        patterns += [_LABEL_INSIDE, _LABEL_ENDS, _HEADLINE_INSIDE]
    for pattern in patterns:
        cuts |= {found.end() for found in pattern.finditer(text)}
    first_way = next((found.start() for found in _WAY_INSIDE.finditer(text)), 0) if ways >= 2 and labels < 2 else 0
    cuts |= {found.end() for found in _BODY_INSIDE.finditer(text, 0, first_way)}
    ordered = sorted(cuts)
    is_exact = line.end - line.begin == len(text)
    for begin, end in pairwise(ordered):
        yield from _piece(line, begin, end, is_exact)
    yield SheetLine("", line.end, line.end)


def _piece(line: SheetLine, begin: int, end: int, is_exact: bool) -> Iterator[SheetLine]:
    raw = line.text[begin:end].strip(" |") if begin else line.text[:end].strip()
    raw = raw.removesuffix(" I") if has_contact(raw) else raw
    text = raw.lstrip("■□•▪\uf0a7\uf0b7\uf06e ")
    if not text:
        return
    place = (line.begin + begin, line.begin + end) if is_exact else (line.begin, line.end)
    if label_of(text) and begin:
        yield SheetLine("", place[0], place[0])
    yield replace(
        line, text=text, begin=place[0], end=place[1], is_bullet=raw != text or (line.is_bullet and not begin)
    )


def _countries_whole(lines: list[SheetLine]) -> list[SheetLine]:
    """A country that was too long for the column before the names, as one: "DEMOCRATIC   Ana", "REPUBLIC OF ..."."""
    done = list(lines)
    for at in range(min(len(done), _LONGEST_HEAD)):
        cells = [_FIRST_CELL.match(line.text) for line in done[at : at + 3]]
        for count in (3, 2):
            names = [cell[1] for cell in cells[:count] if cell]
            whole = " ".join(names).rstrip(" :")
            if len(names) < count or whole.upper() != whole or code_of(whole) is None or code_of(names[0]):
                continue
            for number in range(count):
                rest = done[at + number].text[len(names[number]) :].strip()
                text = f"{whole}    {rest}" if number == 0 else rest
                done[at + number] = replace(done[at + number], text=text)
            return done
    return done


_FIRST_CELL = re.compile(r"([A-ZÀ-Þ][A-ZÀ-Þ' :-]{2,30}?)(?=\s{3,}\S)")
_SLASHED_TO = re.compile(r"\bto:? (?=[A-Z])")


def _slashed(lines: list[SheetLine]) -> list[SheetLine]:
    """Addresses whose lines are parted by strokes within a sentence, as newsletters print them, one line for each."""
    done: list[SheetLine] = []
    for at, line in enumerate(lines):
        run = [each for each in done[-4:] if each.text] if " / " in line.text else []
        text = joined([*run, line])
        found = next(iter(_SLASHED_TO.finditer(text[: text.find(" / ")] if " / " in text else "")), None)
        ends = at + 1 == len(lines) or not lines[at + 1].text
        if found is None or not ends or text.count(" / ") < 3:
            done.append(line)
            continue
        first = run[0] if run else line
        del done[len(done) - len(run) :]
        done.append(replace(first, text=text[: found.end()].rstrip(" :") + ":", end=line.end))
        done.append(SheetLine("", line.begin, line.begin))
        done += [replace(line, text=piece.strip(" ."), is_bullet=False) for piece in text[found.end() :].split(" / ")]
    return done


def _single_spaced(lines: list[SheetLine]) -> list[SheetLine]:
    """Take out the empty line between any two lines of a text that has one everywhere, even within sentences."""
    shown = [at for at, line in enumerate(lines) if line.text]
    broken = parted = 0
    for at, after in pairwise(shown):
        parted += after - at > 1
        broken += after - at == 2 and lines[after].text[0].islower() and lines[at].text[-1] not in ".;:"
    if len(shown) < 8 or broken < 3 or parted < 0.8 * len(shown):
        return lines
    done: list[SheetLine] = []
    for at, line in enumerate(lines):
        is_alone = not line.text and at and lines[at - 1].text and at + 1 < len(lines) and lines[at + 1].text
        if not is_alone:
            done.append(line)
    return done


def bodies_apart(lines: list[SheetLine]) -> list[SheetLine]:
    """Set an empty line above the first sentence where names or a heading stand right above it."""
    done: list[SheetLine] = []
    run = 0
    is_head = True
    for at, line in enumerate(lines):
        if not line.text or line.is_furniture:
            run = 0
        else:
            is_head = is_head and not (run and label_of(line.text))
            is_above = is_head and run and at < _LONGEST_HEAD and not _is_under_way(lines[at - run : at])
            if is_above and _begins_body(lines, at):
                done.append(SheetLine("", line.begin, line.begin))
                run = 0
            run += 1
        done.append(line)
    return done


_LONGEST_HEAD = 120
"""Lines in which the body of a sheet is looked for; no list of people is longer."""


def _is_under_way(run: Sequence[SheetLine]) -> bool:
    """Whether lines are sentences already, of which the last goes on below."""
    if len(run[-1].text) < 45 or run[-1].text.rstrip("\"'”»)")[-1:] in {".", "!", "?", ":", ";"}:
        return False
    return any(
        len(line.text) > 60
        and "   " not in line.text
        and _OPENER.match(folded(line.text))
        and _VERB.search(folded(line.text))
        for line in run
    )


def _begins_body(lines: Sequence[SheetLine], at: int) -> bool:
    line, before = lines[at], lines[at - 1]
    text = line.text
    after = " ".join(_rest_of(lines, at))
    if len(text) < 45 or line.is_bullet or before.is_bullet or not text[:1].isupper() or "   " in text:
        return False
    if _UNFINISHED.search(folded(before.text)) or is_wrapped(before.text) or has_contact(text):
        return False
    if len(before.text) > 60 and before.text[-1] not in ".:;!?" and _OPENER.match(folded(before.text)):
        return False
    both = folded(f"{text} {after}")
    small = sum(word[0].islower() for word in text.split())
    if small * 5 < len(text.split()) * 2 and not _OPENER.match(both):
        return False
    says = _VERB.search(both) or re.match(r"(?:on|el|le|am|w dniu) \d{1,2}\.? \w+", both)
    is_long = len(text) > 60 or text.rstrip().endswith(".") or (bool(_OPENER.match(both)) and is_wrapped(text))
    return bool(says) and is_long and (bool(after) or text.endswith("."))


def _rest_of(lines: Sequence[SheetLine], at: int) -> Iterator[str]:
    for line in lines[at + 1 : at + 5]:
        if not line.text:
            return
        yield line.text


def is_wrapped(text: str) -> bool:
    """Whether a line is one of running text that goes on below: mostly small words, and no end."""
    words = text.split()
    return (
        len(words) > 6
        and not (text.endswith(")") and "(" in text)
        and sum(word[0].islower() for word in words) * 2 >= len(words)
        and text.rstrip("\"'”»)")[-1:] not in {".", "!", "?"}
    )
