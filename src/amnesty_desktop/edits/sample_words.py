# SPDX-License-Identifier: GPL-3.0-or-later
"""How the sample group's texts are written: days counted from today, and bodies of letters with their facts marked.

A day is a number of days from today (-40). As text it may say less: "-40 month", "-900 year about",
"before -200 month", "unknown"; anything else is a date as it stands ("1979"). In running text {-40} becomes
the date in words, {-40 short} the same without its year, {yy} and {yyyy} the year the case was issued.
In a body, [words](fact) rest on a fact, and a line that begins with a hyphen is a bullet.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ..domain.compose import locale_of
from ..domain.dates import PartialDate
from ..domain.letter import Body, Paragraph, ParagraphKind, Run
from ..domain.spoken_dates import spoken

Mark = int | str | None
_MARK = re.compile(r"(?:(before|since) )?([+-]\d+)(?: (month|year))?(?: (about|doubt))?")
_IN_TEXT = re.compile(r"\{((?:before |since )?[+-]\d+[a-z ]*|yy|yyyy)\}")
_RESTING = re.compile(r"\[([^\]]+)\]\(([\w, -]+)\)")
_ENDS = {"about": "~", "doubt": "?", None: ""}
_FORMS = {"month": "%Y-%m", "year": "%Y", None: "%Y-%m-%d"}


@dataclass(frozen=True, slots=True)
class SampleDays:
    """Turns marks into dates; issued is the day the case was issued, for {yy}."""

    today: date
    issued: date | None = None

    def day(self, offset: int) -> date:
        """The day so many days from today."""
        return self.today + timedelta(days=offset)

    def partial(self, mark: Mark) -> PartialDate | None:
        """The date a mark stands for; raises UnreadableDate for text that is none."""
        if mark is None:
            return None
        if isinstance(mark, int):
            return PartialDate.of(self.day(mark))
        if mark == "unknown":
            return PartialDate("XXXX")
        found = _MARK.fullmatch(mark)
        if found is None:
            return PartialDate(mark)
        side, offset, form, end = found.groups()
        text = self.day(int(offset)).strftime(_FORMS[form]) + _ENDS[end]
        return PartialDate({"before": f"../{text}", "since": f"{text}/..", None: text}[side])

    def words(self, text: str, language: str = "en") -> str:
        """A text with its marks said in a language, and lines broken for the file joined again."""
        paragraphs = (" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))
        return _IN_TEXT.sub(lambda found: self._said(found[1], language), "\n\n".join(paragraphs))

    def _said(self, mark: str, language: str) -> str:
        if mark.startswith("y"):
            return f"{self.issued or self.today:%Y}"[-len(mark) :]
        plain, short, _ = mark.partition(" short")
        said = spoken(self.partial(plain) or self.today, locale_of(language, "GB"))
        said = re.sub(r"^1 ", "1er ", said) if language == "fr" else said
        return re.sub(r"\W*(?:de )?\d{4}$", "", said) if short else said

    def lines(self, text: str) -> str:
        """A text whose lines stay as they are, such as an address."""
        return "\n".join(line.strip() for line in text.strip().splitlines())

    def body(self, text: str, claims: Mapping[str, str], language: str = "en") -> Body:
        """The body of a letter; claims are the ids of the facts by their names in the text."""
        return Body(tuple(self._paragraphs(text, claims, language)))

    def _paragraphs(self, text: str, claims: Mapping[str, str], language: str) -> Iterator[Paragraph]:
        for block in text.strip().split("\n\n"):
            bullets = re.split(r"^- ", block.strip(), flags=re.MULTILINE)
            if bullets[0].strip():
                yield Paragraph(tuple(_runs(self.words(bullets[0], language), claims)))
            for bullet in bullets[1:]:
                yield Paragraph(tuple(_runs(self.words(bullet, language), claims)), ParagraphKind.BULLET)


def _runs(text: str, claims: Mapping[str, str]) -> Iterator[Run]:
    place = 0
    for found in _RESTING.finditer(text):
        if before := text[place : found.start()]:
            yield Run(before)
        yield Run(found[1], claims=tuple(claims[name.strip()] for name in found[2].split(",")))
        place = found.end()
    if rest := text[place:]:
        yield Run(rest)
