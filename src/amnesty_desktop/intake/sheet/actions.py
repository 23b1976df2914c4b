# SPDX-License-Identifier: GPL-3.0-or-later
"""What a sheet asks for: the recommended actions, point by point, and the model letter."""

import re
from collections.abc import Sequence
from dataclasses import replace

from .draft import DraftText, Found, Sureness
from .labels import Part
from .parts import SheetPart, is_close, is_greeting, of_kind
from .passages import language_of
from .text import SheetLine, folded, is_numbered, joined, places, without_number

_TO_THE_READER = re.compile(
    r"(?:please )?(?:act|take action) as soon|this urgent action expires|(?:please )?write (?:a letter "
    r"|an? )?(?:in your own|from the sample|to one)|click here|report (?:the|your)"
    r"|write a letter|write in your|send (?:a copy|your)|let us know|use the sample|(?:please )?take action"
    r"|show (?:your )?solidarity|tell (?:them|him|her) (?:something|a little) about yourself|start with (?:dear|your)"
    r"|share|tweet|follow|download|find out"
)
_DEMANDS = re.compile(
    r"(?:please )?(?:urg(?:e|ing)\b|call(?:ing)? (?:on|for|upon)|express|ask(?:ing)? |seek|demand|request|appeal|welcom"
    r"|remind|insist|stress|explain|point|not(?:e|ing) that"
    r"|acknowledg|convey|encourag|thank|inquir|enquir|press(?:ing)? for|emphasi|remark|commend|say(?:ing)? that"
    r"|instando|pidiendo|expresando|exigiendo|solicitando|demandez|exhortez|priez|appelez|engagez|faites"
    r"|(?:bitte )?(?:lassen|sorgen|gewahren|stellen|heben|geben|leiten|veranlassen|beenden|untersuchen|setzen|nehmen"
    r"|gewahrleisten|fuhren|erlauben|informieren) sie\b|ich (?:bitte|fordere) sie"
    r"|declarez|wyraza|wzywa|apeluj|domaga)"
)


def asks_of(parts: Sequence[SheetPart]) -> tuple[DraftText, ...]:
    """Return the recommended actions as printed, one for each point of the list."""
    found: list[list[SheetLine]] = []
    language = ""
    for part in of_kind(parts, Part.ACTION):
        points = _points(part.lines) or ([] if found else _unsigned(part.lines))
        said_in = language_of(joined(line for point in points for line in point)) if points else ""
        if language and said_in and said_in != language:
            continue  # The same demands once more, in English below the German ones.
        found += points
        language = language or said_in
    if not found:
        for part in of_kind(parts, Part.LETTER):
            found += _points(part.lines, only_bullets=True)
    if not found:
        for part in parts:
            if part.part in {Part.HEAD, Part.TARGETS, Part.DEADLINE, Part.SUMMARY}:
                found += [point for point in _points(part.lines, True) if _DEMANDS.match(folded(point[0].text))]
    return tuple(
        DraftText(text, places(point))
        for point in found
        if (text := joined(without_number(line.text) for line in point))
    )


def _points(lines: Sequence[SheetLine], only_bullets: bool = False) -> list[list[SheetLine]]:
    points: list[list[SheetLine]] = []
    is_open = False
    for line in lines:
        if line.is_furniture:
            continue
        if not line.text:
            is_open = is_open and bool(points) and not points[-1][-1].text.rstrip().endswith((".", ";"))
            continue
        bare_text = without_number(line.text)
        is_heading = bare_text.upper() == bare_text
        starts = line.is_bullet or (not only_bullets and is_numbered(line.text) and not is_heading)
        if starts and not _is_to_reader(line.text):
            points.append([line])
            is_open = True
        elif starts:
            is_open = False
        elif is_open and _goes_on(points[-1], line):
            points[-1].append(line)
        else:
            is_open = False
    return points


def _unsigned(lines: Sequence[SheetLine]) -> list[list[SheetLine]]:
    """Points whose signs are lost: lines that begin with what is demanded."""
    points: list[list[SheetLine]] = []
    for line in lines:
        goes_on = not points or points[-1][-1].text.rstrip().endswith((";", ".", ",")) or line.text[:1].isupper()
        if goes_on and _DEMANDS.match(folded(line.text)) and not _is_to_reader(line.text):
            points.append([line])
        elif points and line.text and _goes_on(points[-1], line):
            points[-1].append(line)
        elif points and not line.text:
            continue
        elif points:
            break
    return points


def _goes_on(point: Sequence[SheetLine], line: SheetLine) -> bool:
    last = point[-1].text.rstrip()
    return not last.endswith((".", ";", ".]", ";]")) or line.text[:1].islower() or line.indent > point[0].indent


def _is_to_reader(text: str) -> bool:
    return bool(_TO_THE_READER.match(folded(without_number(text)).lstrip("[ ")))


def _is_close_broken(lines: Sequence[SheetLine]) -> bool:
    """Whether the close goes on in the line below it, as long French ones do."""
    return len(lines) == 2 and lines[0].text[-1:].isalpha() and len(lines[0].text) > 50 and bool(lines[1].text)


def letter_of(parts: Sequence[SheetPart]) -> Found[str]:
    """Return the model letter, from its greeting to its close; empty where it is only mentioned."""
    for part in of_kind(parts, Part.LETTER):
        lines = list(part.lines)
        if part.rest and part.label:
            lines = [replace(part.label, text=part.rest), *lines]
        start = next((at for at, line in enumerate(lines) if is_greeting(line.text)), None)
        kept = lines[start or 0 :]
        end = next((at for at, line in enumerate(kept) if at and is_close(line.text)), len(kept) - 1)
        kept = kept[: end + 1 + _is_close_broken(kept[end : end + 2])]
        text = "\n".join(line.text for line in kept if not line.is_furniture).strip()
        if text and (start is not None or len(text) > 80):
            return Found(
                text,
                Sureness.SURE if start is not None else Sureness.UNSURE,
                places(line for line in kept if line.text),
            )
    for part in of_kind(parts, Part.ACTION):
        greeting = next((at for at, line in enumerate(part.lines) if is_greeting(line.text)), None)
        close = next((at for at, line in enumerate(part.lines) if is_close(line.text)), None)
        if greeting is not None and close is not None and greeting < close:
            kept = list(part.lines[greeting : close + 1])
            return Found("\n".join(line.text for line in kept), Sureness.UNSURE, places(kept))
    return Found("")
