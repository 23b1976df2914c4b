# SPDX-License-Identifier: GPL-3.0-or-later
"""Mending a letter in one click: what each mend of the letter check does to the text."""

from dataclasses import replace
from typing import Any

from .letter import Body, Letter, Paragraph, Run
from .letter_findings import Finding, Mend, Span

TEXT_MENDS = frozenset(
    {
        Mend.TAKE_OUT,
        Mend.REPLACE,
        Mend.ADD_COPY,
        Mend.USE_SALUTATION,
        Mend.USE_ADDRESS,
        Mend.USE_SIGNATURE,
        Mend.NO_SENDER,
        Mend.PLAIN_PAPER,
    }
)
"""Mends that change the letter; the others change the file or show something."""


_PARTS = {Mend.USE_SALUTATION: "salutation", Mend.USE_ADDRESS: "address", Mend.USE_SIGNATURE: "signature"}


def mended(letter: Letter, finding: Finding, mend: Mend) -> Letter:
    """Return the letter with one finding mended; raises ValueError for a mend that is no change of the letter.

    A finding that no longer fits the text (it was typed over meanwhile) leaves the letter as it is.
    """
    if mend not in TEXT_MENDS:
        raise ValueError(f"{mend.value} does not change the letter")
    if mend in _PARTS:
        part: dict[str, Any] = {_PARTS[mend]: finding.instead}
        return replace(letter, **part)
    if mend is Mend.NO_SENDER:
        return replace(letter, own_address=False)
    if mend is Mend.PLAIN_PAPER:
        return replace(letter, template="plain")
    if mend is Mend.ADD_COPY:
        return replace(letter, copies="\n".join(filter(None, (letter.copies, finding.instead))))
    if mend is Mend.TAKE_OUT and finding.claim_id is not None:
        return replace(letter, body=without_claim(letter.body, finding.claim_id))
    if finding.span is None:
        return letter
    words = "" if mend is Mend.TAKE_OUT else finding.instead
    return replace(letter, body=with_words(letter.body, finding.span, words))


def without_claim(body: Body, claim_id: str) -> Body:
    """Take out every run that rests on a claim, and the paragraphs left empty by that."""
    paragraphs = []
    for paragraph in body.paragraphs:
        runs = tuple(run for run in paragraph.runs if claim_id not in run.claims)
        if runs == paragraph.runs or "".join(run.text for run in runs).strip():
            paragraphs.append(replace(paragraph, runs=runs))
    return Body(tuple(paragraphs))


def with_words(body: Body, span: Span, words: str) -> Body:
    """Put words where a span stands; taking out leaves no double space, and no empty paragraph."""
    if span.paragraph >= len(body.paragraphs) or span.end > len(body.paragraphs[span.paragraph].text):
        return body
    paragraphs = list(body.paragraphs)
    paragraph = paragraphs[span.paragraph]
    if not words:
        span = _with_space(paragraph.text, span)
    changed = replace(paragraph, runs=_cut(paragraph, span, words))
    paragraphs[span.paragraph : span.paragraph + 1] = [changed] if changed.text.strip() else []
    return Body(tuple(paragraphs))


def _with_space(text: str, span: Span) -> Span:
    """Take one neighbouring space along where a word goes out between two spaces or at an end."""
    if text[: span.start].endswith(" ") and (span.end == len(text) or text[span.end] in " .,;:"):
        return replace(span, start=span.start - 1)
    if span.start == 0 and text[span.end :].startswith(" "):
        return replace(span, end=span.end + 1)
    return span


def _cut(paragraph: Paragraph, span: Span, words: str) -> tuple[Run, ...]:
    runs: list[Run] = []
    place = 0
    for run in paragraph.runs:
        start, end = max(span.start - place, 0), max(span.end - place, 0)
        before, after = run.text[:start], run.text[end:]
        begins_here = 0 <= span.start - place < len(run.text)
        text = before + (words if begins_here else "") + after
        if text or not run.text:
            runs.append(replace(run, text=text))
        place += len(run.text)
    return tuple(runs)
