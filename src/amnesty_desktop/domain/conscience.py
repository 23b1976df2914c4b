# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may be called a prisoner of conscience: only on Amnesty's own finding, and the one sentence that says why not.

The rule: a ground, and a recorded finding that the person neither used nor advocated violence, citing the document
of Amnesty's that says so. Without it the program writes neither the term nor a demand for release of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from .assessment import Assessment, Ground, ViolenceFinding
from .letter_words import LANGUAGES, conscience_words
from .outcome import Outcome
from .person import Person
from .problems import Problem
from .references import read_index
from .source import Source, SourceKind
from .spoken_dates import spoken

RELEASED_OF_CONSCIENCE = "prisoner_of_conscience_released"
RELEASED_INSTEAD = "released"
"""Terms of vocabularies.OUTCOMES: what only the finding allows to be said, and what is said without it."""


class Lack(StrEnum):
    """What keeps the term from being used."""

    EVERYTHING = "everything"
    GROUND = "ground"
    FINDING = "finding"
    DOCUMENT = "document"
    NOT_AMNESTYS = "not_amnestys"
    WITHDRAWN = "withdrawn"
    NOT_ESTABLISHED = "not_established"
    VIOLENCE = "violence"
    TWO_FINDINGS = "two_findings"


_WHY = {
    Lack.EVERYTHING: "Amnesty’s own finding is missing, so no letter says it.",
    Lack.GROUND: "The ground is missing: say why the person is held.",
    Lack.FINDING: "The finding on violence is missing; only Amnesty’s own counts.",
    Lack.DOCUMENT: "The document of Amnesty’s that says so is missing. A group’s own opinion sets nothing.",
    Lack.NOT_AMNESTYS: "The finding cites a source that is not Amnesty’s. Cite the document of Amnesty’s that says so.",
    Lack.WITHDRAWN: "The document that the finding cites was withdrawn. Cite one that still stands.",
    Lack.NOT_ESTABLISHED: "Amnesty has not established whether violence was used or advocated.",
    Lack.VIOLENCE: "Amnesty found that violence was used or advocated, so the term is not used.",
    Lack.TWO_FINDINGS: "Two findings differ, and their dates do not show which is the later one.",
}


@dataclass(frozen=True, slots=True)
class Conscience:
    """Whether one person may be called so; why is one sentence: whose finding it is, or what is missing."""

    may_be_called: bool
    why: str
    lack: Lack | None = None

    @property
    def is_begun(self) -> bool:
        """Whether anything at all is recorded."""
        return self.lack is not Lack.EVERYTHING


def is_amnestys(source: Source) -> bool:
    """Whether a source is a document of Amnesty's: of the International Secretariat, or with an AI Index."""
    return source.kind is SourceKind.SECRETARIAT or read_index(source.ai_index) is not None


def may_be_called(
    person_id: str, assessments: Iterable[Assessment], grounds: Iterable[Ground], sources: Iterable[Source]
) -> Conscience:
    """Say whether a person may be called a prisoner of conscience.

    Findings that cite no document of Amnesty's count for nothing. Of those that do, a later one ends an earlier
    one; where they differ and the dates leave open which is later, the term is not used.
    """
    own = [each for each in assessments if each.person_id == person_id]
    has_ground = any(each.person_id == person_id and each.term for each in grounds)
    by_id = {source.id: source for source in sources}
    lacks = [(each, _lack(each, by_id)) for each in own]
    cited = [each for each, lack in lacks if lack is None]
    if not cited:
        return _refused(_first_lack([lack for _, lack in lacks if lack], has_ground=has_ground))
    standing = [each for each in cited if not any(_is_later(other, each) for other in cited)]
    if len({each.violence for each in standing}) > 1:
        return _refused(Lack.TWO_FINDINGS)
    if standing[0].violence is ViolenceFinding.USED_OR_ADVOCATED:
        return _refused(Lack.VIOLENCE)
    if standing[0].violence is ViolenceFinding.NOT_ESTABLISHED:
        return _refused(Lack.NOT_ESTABLISHED)
    return Conscience(True, _finding(standing[-1], by_id)) if has_ground else _refused(Lack.GROUND)


def called_so(
    people: Iterable[Person],
    assessments: Sequence[Assessment],
    grounds: Sequence[Ground],
    sources: Sequence[Source],
) -> frozenset[str]:
    """The ids of the people who may be called so."""
    return frozenset(p.id for p in people if may_be_called(p.id, assessments, grounds, sources).may_be_called)


def may_be_said_of(person_id: str | None, people: Sequence[Person], called: frozenset[str]) -> bool:
    """Whether the term may be said of a person, or with None of everybody of the case."""
    return person_id in called if person_id is not None else bool(people) and all(p.id in called for p in people)


def outcome_problem(outcome: Outcome, people: Sequence[Person], called: frozenset[str]) -> Problem | None:
    """What is wrong with recording the release of a prisoner of conscience where Amnesty never found one."""
    if outcome.kind != RELEASED_OF_CONSCIENCE or may_be_said_of(outcome.person_id, people, called):
        return None
    message = "The file holds no finding of Amnesty’s that this is a prisoner of conscience."
    return Problem("kind", message, "Record “released without conditions”, or the finding first, under People.")


def said_kind(outcome: Outcome, people: Sequence[Person], called: frozenset[str]) -> str:
    """The kind of an outcome as papers may call it: without the finding a release is a release."""
    return outcome.kind if outcome_problem(outcome, people, called) is None else RELEASED_INSTEAD


def says_the_term(text: str) -> bool:
    """Whether a text in any of the languages of letters says "prisoner of conscience"."""
    return any(conscience_words(language).search(text) for language in LANGUAGES)


def _refused(lack: Lack) -> Conscience:
    return Conscience(False, _WHY[lack], lack)


def _lack(assessment: Assessment, sources: Mapping[str, Source]) -> Lack | None:
    """What keeps a record from being a finding of Amnesty's; None for one that is, whatever it found."""
    if assessment.violence is None:
        return Lack.FINDING
    source = sources.get(assessment.source_id or "")
    if source is None:
        return Lack.DOCUMENT
    if not is_amnestys(source):
        return Lack.NOT_AMNESTYS
    return Lack.WITHDRAWN if source.withdrawn_on is not None else None


def _first_lack(lacks: Sequence[Lack], *, has_ground: bool) -> Lack:
    if not lacks:
        return Lack.FINDING if has_ground else Lack.EVERYTHING
    # The record that came furthest says what helps next.
    return min(lacks, key=lambda lack: (lack is Lack.FINDING, lack is Lack.DOCUMENT))


def _is_later(one: Assessment, other: Assessment) -> bool:
    """Whether one was certainly decided after the other."""
    after, before = one.decided_on, other.decided_on
    if after is None or before is None or not after.is_known or not before.is_known:
        return False
    return before.latest < after.earliest


def _finding(assessment: Assessment, sources: Mapping[str, Source]) -> str:
    """Whose finding it is; a document without an AI Index stays without its name."""
    source = sources[assessment.source_id or ""]
    index = read_index(source.ai_index)
    on = assessment.decided_on or source.dated
    day = f", {spoken(on)}" if on is not None and on.is_known else ""
    return f"Amnesty’s own finding: {index.printed if index else 'a document of the International Secretariat'}{day}."
