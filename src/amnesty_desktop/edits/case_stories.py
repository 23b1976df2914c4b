# SPDX-License-Identifier: GPL-3.0-or-later
"""Gathers what a report about one case is made from: for members, or for anybody without what is confidential."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from ..domain.addressee import Addressee, AddresseeRole
from ..domain.case import Case, Confidentiality
from ..domain.case_reports import CaseStory, Line
from ..domain.caution import Caution
from ..domain.countries import country_name
from ..domain.dates import PartialDate
from ..domain.goal import Goal
from ..domain.letter import SEALED, Letter, LetterKind
from ..domain.member import Member
from ..domain.outcome import Outcome
from ..domain.person import Person, Situation, SituationKind
from ..domain.please_mind import avoided_in, words_to_avoid
from ..domain.printed import paper, shown_name, who
from ..domain.public_names import pseudonym, public_paper, public_who
from ..domain.reply import Reply, ReplyKind, ReplyTask
from ..domain.report import Audience
from ..domain.spoken_dates import spoken
from ..domain.standing import StandingKind
from ..domain.vocabularies import label
from ..store.errors import CaseFileError
from ..store.reading import Reading
from ..store.rows import R
from .drafting import IN_ORDER, asks_of, facts_of
from .outcomes import words as outcome_words

_PRIVATE = frozenset({AddresseeRole.PRISONER, AddresseeRole.FAMILY})
_LEFT_OUT = "[left out]"
_ACTED_ON = frozenset({AddresseeRole.TARGET, AddresseeRole.INTERGOVERNMENTAL, AddresseeRole.PRISONER})


class MembersOnly(CaseFileError):
    """A case for members only cannot be written down for others."""

    def __init__(self) -> None:
        super().__init__(
            "This case is for members only.", "Make the dossier for members, or let the case be passed on first."
        )


def story_of(reading: Reading, case_id: str, audience: Audience) -> CaseStory:
    """All about one case. Raises MembersOnly where anybody is to read it and the case is not to be passed on."""
    case = reading.get(Case, case_id)
    if audience is Audience.ANYBODY and case.confidentiality is not Confidentiality.EXTERNAL:
        raise MembersOnly
    gathered = _Gathering(reading, case, audience)
    return gathered.story()


class _Gathering:
    """Reads one case for one audience."""

    def __init__(self, reading: Reading, case: Case, audience: Audience) -> None:
        self._reading = reading
        self._case = case
        self._is_inside = audience is Audience.MEMBERS
        self._people = reading.all(Person, case_id=case.id, order=IN_ORDER)
        self._group_id = str(reading.group().id)
        self._hidden = {person.id for person in self._people if person.withheld}
        self._replaced = [] if self._is_inside else list(_withheld(self._people, self._group_id))
        cautions = () if self._is_inside else self._all(Caution)
        self._avoided = [word for caution in cautions for word in words_to_avoid(caution)]

    def story(self) -> CaseStory:
        case, inside = self._case, self._is_inside
        return CaseStory(
            who=who(self._people, case) if inside else public_who(self._people, case),
            action=paper(case) if inside else public_paper(case),
            country=country_name(case.country) if case.country else "",
            owner=self._member(case.owner_id) if inside else "",
            situation=self._said(case.situation),
            background=self._said(case.background),
            next_step=case.next_step if inside else "",
            next_step_on=spoken(case.next_step_on) if inside and case.next_step_on else "",
            people=tuple(self._person(person) for person in self._people),
            log=self._log(),
            facts=self._facts(),
            asks=tuple(self._said(ask.text) for ask in asks_of(self._reading, case.id)),
            minds=self._minds() if inside else (),
            goals=tuple(goal.text for goal in self._all(Goal)) if inside else (),
            letters=self._letters(),
            replies=self._replies(),
            outcomes=self._outcomes(),
            promises=self._promises() if inside else (),
            write_to=self._write_to() if inside else (),
        )

    def _all(self, record: type[R]) -> list[R]:
        return self._reading.all(record, case_id=self._case.id, order=IN_ORDER)

    def _said(self, text: str) -> str:
        """A text as this audience may read it: withheld names are replaced and words to avoid left out everywhere."""
        for pattern, instead in self._replaced:
            text = pattern.sub(instead, text)
        for word in self._avoided:
            for start, end in reversed(list(avoided_in(text, word))):
                text = f"{text[:start]}{_LEFT_OUT}{text[end:]}"
        return text

    def _person(self, person: Person) -> str:
        name = shown_name(person) or (
            (person.name or person.own_script) if self._is_inside else pseudonym(self._group_id, person)
        )
        if person.withheld and not self._is_inside:
            # When somebody was born and what they do is often as good as a name.
            return name
        details = [person.own_script if person.own_script != name and not person.withheld else ""]
        details += [f"born {spoken(person.born)}" if person.born else "", self._said(person.work)]
        if self._is_inside and person.withheld:
            details.append("name withheld outside the group")
        return ", ".join(filter(None, (name or "without a name", *details)))

    def _log(self) -> tuple[Line, ...]:
        entries = self._reading.all(Situation, case_id=self._case.id, order="sort_on, key")
        return tuple(_line(entry.on, self._entry(entry)) for entry in entries)

    def _entry(self, entry: Situation) -> str:
        if not self._is_inside and entry.person_id in self._hidden:
            return label(entry.kind)
        kind = "" if entry.kind is SituationKind.OTHER and entry.text else label(entry.kind)
        return ": ".join(filter(None, (kind, self._said(", ".join(filter(None, (entry.place, entry.text)))))))

    def _facts(self) -> tuple[Line, ...]:
        shown = (
            fact
            for fact in facts_of(self._reading, self._case.id)
            if self._is_inside
            or (fact.claim.confidentiality is Confidentiality.EXTERNAL and fact.standing.kind is StandingKind.VERIFIED)
        )
        return tuple(_line(f.claim.on, self._said(f.claim.text), f.standing.brief) for f in shown)

    def _minds(self) -> tuple[str, ...]:
        notes = [caution.text for caution in self._all(Caution)]
        return tuple(filter(None, (self._case.no_contact, *notes, self._case.please_mind, self._case.consent)))

    def _letters(self) -> tuple[Line, ...]:
        sent = [letter for letter in self._reading.all(Letter, case_id=self._case.id) if letter.state in SEALED]
        lines = []
        for letter in sorted(sent, key=lambda letter: (letter.sent_on or date.max, letter.id)):
            to = letter.address.partition("\n")[0] if self._is_inside or self._is_office(letter) else ""
            by = self._member(letter.writer_id) if self._is_inside else ""
            words = f"{label(letter.kind)} to {to}" if to else label(letter.kind)
            on = PartialDate.of(letter.sent_on) if letter.sent_on else None
            lines.append(_line(on, f"{words}, by {by}" if by else self._said(words)))
        return tuple(lines)

    def _is_office(self, letter: Letter) -> bool:
        """Whether a letter went to an office; prisoners and families are named to nobody."""
        to = self._reading.find(Addressee, letter.addressee_id) if letter.addressee_id else None
        is_private = letter.kind is LetterKind.CARD or (to is not None and to.role in _PRIVATE)
        return to is not None and not is_private

    def _replies(self) -> tuple[Line, ...]:
        replies = self._reading.all(Reply, case_id=self._case.id, order="sort_on, key")
        lines = []
        for reply in replies:
            summary = reply.summary if self._is_inside else ""
            lines.append(_line(reply.received, ": ".join(filter(None, (label(reply.kind), summary)))))
        return tuple(lines)

    def _outcomes(self) -> tuple[Line, ...]:
        outcomes = self._reading.all(Outcome, case_id=self._case.id, order="sort_on, key")
        return tuple(
            _line(each.on, f"{label(each.direction)}: {outcome_words(self._reading, each)}{self._how(each)}")
            for each in outcomes
        )

    def _how(self, outcome: Outcome) -> str:
        return f" ({outcome.how_known})" if self._is_inside and outcome.how_known else ""

    def _promises(self) -> tuple[str, ...]:
        """What an office promised, and what the group still owes an answer."""
        found = []
        for reply in self._reading.all(Reply, case_id=self._case.id, order="sort_on, key"):
            if reply.kind is ReplyKind.COMMITMENT or reply.task is not ReplyTask.NOTHING:
                task = "" if reply.task is ReplyTask.NOTHING else f" ({label(reply.task).lower()})"
                found.append(f"{_when(reply.received)}: {reply.sender or 'an answer'}: {reply.summary}{task}")
        return tuple(found)

    def _write_to(self) -> tuple[str, ...]:
        found = [to for to in self._all(Addressee) if to.role in _ACTED_ON]
        return tuple(", ".join(filter(None, (to.name, to.office, to.salutation))) for to in found)

    def _member(self, member_id: str | None) -> str:
        member = self._reading.find(Member, member_id) if member_id else None
        return member.name if member else ""


def _withheld(people: Sequence[Person], group_id: str) -> Iterable[tuple[re.Pattern[str], str]]:
    """Every way a withheld name may stand in a text: whole first, then each part of it that is nobody else's."""
    open_parts = {part for person in people if not person.withheld for part in _parts(person)}
    for person in people:
        if person.withheld:
            instead = pseudonym(group_id, person)
            for name in sorted(_spellings(person), key=len, reverse=True):
                yield re.compile(re.escape(name), re.IGNORECASE), instead
            for part in sorted(_parts(person) - open_parts, key=len, reverse=True):
                # With its capital only: "may" and "rose" are words, "May" and "Rose" may be she.
                yield re.compile(rf"(?<!\w){re.escape(part)}(?!\w)"), instead


def _spellings(person: Person) -> set[str]:
    spelled = (person.name, person.own_script, person.in_letters, *person.other_names.split("\n"))
    return {each.strip() for each in spelled if each.strip()}


def _parts(person: Person) -> set[str]:
    """The words of a person's names that are no particles: of three letters at least, and not small."""
    words = (word.strip(".,") for name in _spellings(person) for word in name.split())
    return {word for word in words if len(word) > 2 and not word.islower()}


def _when(on: PartialDate | None) -> str:
    return spoken(on, short=True) if on is not None and on.is_known else "no date"


def _line(on: PartialDate | None, text: str, standing: str = "") -> Line:
    return Line(_when(on), text, on.edtf if on else "", standing)
