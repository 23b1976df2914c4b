# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample group: thirty cases of invented people to look around in, with days counted from today.

What it holds stands in resources/sample; every letter goes the way a member's letter goes, through the
same edits, up to the seal of what was posted.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from ..domain.addressee import Addressee, AddresseeRole, Allowed, Takes
from ..domain.assessment import Assessment, ViolenceFinding
from ..domain.case import Ask, Case, CaseKind, Concern, ConcernList, Confidentiality
from ..domain.claim import Claim, Says, Stated, Support
from ..domain.compose import compose
from ..domain.group import Group
from ..domain.letter import Channel, Letter, LetterKind, LetterState
from ..domain.meeting import Meeting
from ..domain.member import Member
from ..domain.outcome import Outcome
from ..domain.person import Person, Relation, Sex, Situation, SituationKind
from ..domain.reply import Reply, ReplyKind, ReplyTask
from ..domain.saved_search import SavedSearch
from ..domain.source import Source, SourceKind
from ..domain.tally import Tally, TallyKind
from ..domain.vocabularies import term
from ..paths import resource
from ..store.case_file import CaseFile
from ..store.recorder import Transaction
from . import (
    addressees,
    attachments,
    cases,
    claims,
    export,
    letters,
    meetings,
    members,
    outcomes,
    people,
    replies,
    tallies,
)
from .drafting import for_kind, letter_material
from .merging import tell_apart
from .sample_facts import decided, described, fill_term
from .sample_parts import fields_of, fill_parts
from .sample_words import SampleDays
from .searches import save as keep_search

Sheet = Mapping[str, Any]
Printing = Callable[[Letter], bytes]
_GROUP = "group"
_RULES: dict[str, Any] = {
    "amnesty": Allowed,
    "sender_address": Allowed,
    "religion": Allowed,
    "takes": Takes,
    "number_needed": Allowed,
}
_OF_PEOPLE = (
    *("name", "own_script", "other_names", "in_letters", "say", "family_first", "work", "organisation"),
    *("age", "headcount", "illness", "prisoner_number", "wishes"),
)
"""Fields of a person that a sheet of the sample gives as they are."""
_ON_THE_WAY = (LetterState.READY, LetterState.EXPORTED, LetterState.SENT)


def sample_group() -> Group:
    """The group itself, as the sample begins with it."""
    return Group(**_read(_GROUP)["group"], sample=True)


def fill_sample(file: CaseFile, today: date) -> None:
    """Fill the new file of sample_group with its members, cases, letters and meetings, in one step."""
    file.set_up("Set up the sample group", partial(_fill, today=today))


def _read(name: str) -> Sheet:
    return tomllib.loads(resource("sample", f"{name}.toml").read_text("utf-8"))


def _sheet_names() -> list[str]:
    return sorted(path.stem for path in resource("sample").glob("[0-9]*.toml"))


def _fill(write: Transaction, *, today: date) -> None:
    group, days = _read(_GROUP), SampleDays(today)
    here = [Member(**words) for words in group["member"]]
    for member in here:
        members.save(write, member)
    for words in group["address"]:
        role = AddresseeRole(words["role"])
        addressees.save(write, Addressee(**(words | {"role": role, "checked_on": days.partial(words["checked_on"])})))
    for words in group["term"]:
        fill_term(write, words)
    for words in group["search"]:
        keep_search(write, SavedSearch(**words))
    printing = partial(export.posted_document, write)
    filled = {
        name.partition("-")[2]: _CaseFilling(write, _read(name), today, here, group["postage"], printing).fill()
        for name in _sheet_names()
    }
    for words in group["meeting"]:
        _fill_meeting(write, words, days, filled)


def _fill_meeting(write: Transaction, words: Sheet, days: SampleDays, filled: Mapping[str, Case]) -> None:
    texts = {name: days.words(words.get(name, "")) for name in ("begins", "place", "note")}
    meeting = Meeting(on=days.day(words["on"]), expected=words.get("expected", 0), **texts)
    meetings.save(write, meeting)
    meetings.lay_out(write, meeting.id, [filled[name].id for name in words.get("cases", ())])


class _CaseFilling:
    """Fills in one case; what its sheet names by short names is kept by them until the case is done."""

    def __init__(
        self,
        write: Transaction,
        sheet: Sheet,
        today: date,
        here: list[Member],
        postage: Mapping[str, int],
        printing: Printing,
    ) -> None:
        issued = SampleDays(today).partial(sheet.get("issued", sheet.get("taken_up")))
        self.write = write
        self.sheet = sheet
        self.days = SampleDays(today, issued.earliest if issued else None)
        self.members = {member.name: member for member in here}
        self.postage = postage
        self.printing = printing
        self.case = self._case()
        self.people: dict[str, Person] = {}
        self.claims: dict[str, str] = {}
        self.sources: dict[str, Source] = {}
        self.addressees: dict[str, Addressee] = {}
        self.letters: dict[str, Letter] = {}

    def fill(self) -> Case:
        """Write the case and everything in it; returns it."""
        self.people = {words.get("key", "one"): self._person(words) for words in self._rows("person")}
        self.addressees = {words["key"]: self._addressee(words) for words in self._rows("addressee")}
        asks, concerns = list(self._asks()), list(self._concerns())
        cases.add(self.write, self.case, [*self.people.values()], asks, [*self.addressees.values()], concerns)
        fill_parts(self.write, self.case, self.sheet, self.days, self.members)
        self._fill_facts()
        for words in self._rows("document"):
            self._fill_document(words)
        for words in self._rows("relation"):
            people.save_relation(self.write, self._relation(words))
        for words in self._rows("apart"):
            one, other = (self.people[words[name]].id for name in ("one", "other"))
            tell_apart(self.write, "people", one, other)
        for words in self._rows("assessment"):
            people.save_assessment(self.write, self._assessment(words), words.get("grounds", ()))
        for words in self._rows("log"):
            people.save_situation(self.write, self._situation(words))
        for words in self._rows("outcome"):
            outcomes.record(self.write, self._outcome(words))
        for words in self._rows("letter"):
            self._fill_letter(words)
        for words in self._rows("tally"):
            tallies.record(self.write, self._tally(words))
        for words in self._rows("reply"):
            replies.record(self.write, self._reply(words))
        self._end()
        return self.case

    def _rows(self, name: str) -> Iterator[Sheet]:
        yield from self.sheet.get(name, ())

    def _said(self, words: Sheet, *names: str) -> dict[str, Any]:
        return {name: self.days.words(words[name], words.get("language", "en")) for name in names if name in words}

    def _case(self) -> Case:
        sheet, days = self.sheet, self.days
        dates: dict[str, Any] = {name: days.partial(sheet.get(name)) for name in ("issued", "appeal_by", "taken_up")}
        texts = ("reference", "ai_index", "title", "situation", "background", "please_mind", "next_step")
        return Case(
            kind=CaseKind(sheet["kind"]),
            country=sheet["country"],
            confidentiality=Confidentiality(sheet.get("confidentiality", "internal")),
            owner_id=self.members[sheet["owner"]].id if "owner" in sheet else None,
            **self._said(sheet, *texts),
            **dates,
            **fields_of(sheet, days, self.members),
        )

    def _person(self, words: Sheet) -> Person:
        return Person(
            case_id=self.case.id,
            sex=Sex(words["sex"]) if "sex" in words else None,
            born=self.days.partial(words.get("born")),
            withheld=words.get("withheld", False),
            position=len(self.people),
            **{name: words[name] for name in _OF_PEOPLE if name in words},
        )

    def _relation(self, words: Sheet) -> Relation:
        other = self.people[words["to"]].id if "to" in words else None
        person_id = self._person_id(words)
        assert person_id is not None
        return Relation(case_id=self.case.id, person_id=person_id, words=words["words"], other_id=other)

    def _person_id(self, words: Sheet) -> str | None:
        """The person named, the only one there is, or nobody: then it is about all of them."""
        if "person" in words:
            return self.people[words["person"]].id if words["person"] else None
        return next(iter(self.people.values())).id if len(self.people) == 1 else None

    def _addressee(self, words: Sheet) -> Addressee:
        plain = ("name", "office", "country", "salutation", "close", "language", "email", "fax", "phone")
        return Addressee(
            case_id=self.case.id,
            role=AddresseeRole(words.get("role", "target")),
            address=self.days.lines(words.get("address", "")),
            checked_on=self.days.partial(words.get("checked")),
            rules_on=self.days.partial(words.get("rules_on")),
            position=len(self.addressees),
            **{name: words[name] for name in plain if name in words},
            **{name: kind(words[name]) for name, kind in _RULES.items() if name in words},
        )

    def _asks(self) -> Iterator[Ask]:
        texts = ((language, text) for language, asks in self.sheet.get("asks", {}).items() for text in asks)
        for position, (language, text) in enumerate(texts):
            said = self.days.words(text, language)
            yield Ask(case_id=self.case.id, text=said, language=language, position=position)

    def _concerns(self) -> Iterator[Concern]:
        for part, codes in self.sheet.get("concerns", {}).items():
            for position, code in enumerate(codes):
                assert self.write.vocabulary().own_word(code) is not None, code
                yield Concern(case_id=self.case.id, part=ConcernList(part), term=code, position=position)

    def _fill_facts(self) -> None:
        sources = self.sources
        for words in self._rows("source"):
            sources[words["key"]] = self._source(words, sources)
            claims.save_source(self.write, sources[words["key"]])
        for position, words in enumerate(self._rows("claim")):
            claim = self._claim(words, position)
            self.claims[words["key"]] = claim.id
            claims.save(self.write, claim)
            for says, named in ((Says.SUPPORTS, words.get("by", ())), (Says.CONTRADICTS, words.get("against", ()))):
                for name, _, note in (each.partition(": ") for each in named):
                    source = sources[name]
                    support = Support(
                        case_id=self.case.id, claim_id=claim.id, source_id=source.id, says=says, note=note
                    )
                    claims.save_source(self.write, source, (decided(support, words, self.days),))

    def _source(self, words: Sheet, known: Mapping[str, Source]) -> Source:
        relayed = known[words["relayed_from"]].id if "relayed_from" in words else None
        plain = Source(
            case_id=self.case.id,
            kind=SourceKind(words["kind"]),
            origin_known=words.get("origin_known", True),
            relayed_from=relayed,
            dated=self.days.partial(words.get("dated")),
            **self._said(words, "title", "person", "publisher", "ai_index", "origin"),
        )
        return described(plain, words, self.days)

    def _claim(self, words: Sheet, position: int) -> Claim:
        return Claim(
            case_id=self.case.id,
            person_id=self._person_id(words),
            language=words.get("language", "en"),
            stated=Stated(words.get("stated", "reported")),
            on=self.days.partial(words.get("on")),
            confidentiality=Confidentiality(words.get("confidentiality", "external")),
            position=position,
            **self._said(words, "text"),
        )

    def _fill_document(self, words: Sheet) -> None:
        content = resource("sample", "documents", words["file"]).read_bytes()
        incoming = attachments.Incoming(words["file"], content)
        document = attachments.add_small(self.write, self.case.id, incoming, self.days.day(words["added"]))
        who = Confidentiality(words.get("confidentiality", "internal"))
        attachments.save(self.write, replace(document, confidentiality=who, **self._said(words, "note")))
        if "source" in words:
            attachments.link_source(self.write, document, self.sources[words["source"]].id)

    def _assessment(self, words: Sheet) -> Assessment:
        person_id = self._person_id(words)
        assert person_id is not None
        return Assessment(
            case_id=self.case.id,
            person_id=person_id,
            violence=ViolenceFinding(words["violence"]) if "violence" in words else None,
            source_id=self.sources[words["source"]].id if "source" in words else None,
            decided_on=self.days.partial(words.get("decided")),
            **self._said(words, "decided_by", "note"),
        )

    def _situation(self, words: Sheet) -> Situation:
        return Situation(
            case_id=self.case.id,
            person_id=self._person_id(words),
            on=self.days.partial(words.get("on")),
            kind=SituationKind(words["kind"]),
            source_id=self.sources[words["source"]].id if "source" in words else None,
            **self._said(words, "text", "place"),
        )

    def _fill_letter(self, words: Sheet) -> None:
        letter = self._letter(words)
        self.letters[words.get("key", "")] = letter
        letters.save(self.write, letter)
        state = LetterState(words.get("state", "draft"))
        if state not in _ON_THE_WAY:
            return
        letters.mark_ready(self.write, letter.id)
        if state is LetterState.READY:
            return
        letters.mark_exported(self.write, [letter.id], self.days.day(words.get("exported", words["dated"])))
        if state is LetterState.SENT:
            self._post(letter, words)

    def _letter(self, words: Sheet) -> Letter:
        """The letter as its writer left it: composed from the facts named, or in the writer's own words."""
        write, kind, dated = self.write, LetterKind(words.get("kind", "appeal")), self.days.day(words["dated"])
        writer = self.members[words["from"]]
        material = for_kind(
            write, letter_material(write, self.case.id, self.addressees[words["to"]].id, writer.id, dated), kind
        )
        named = {self.claims[name] for name in words.get("facts", self.claims)}
        material = replace(
            material,
            facts=tuple(fact for fact in material.facts if fact.claim.id in named),
            asks=tuple(ask for ask in material.asks if ask.position in words.get("asks", range(99))),
        )
        letter = compose(material, kind, language=words.get("language", ""))
        own = self._said({"language": letter.language} | dict(words), "subject", "enclosures", "copies")
        if "body" in words:
            letter = replace(letter, body=self.days.body(words["body"], self.claims, letter.language))
        own_address = words.get("own_address", False)
        return replace(letter, own_address=own_address, template="plain" if own_address else letter.template, **own)

    def _post(self, letter: Letter, words: Sheet) -> None:
        channel = Channel(words.get("channel", "airmail"))
        letters.mark_sent(
            self.write,
            letter.id,
            on=self.days.day(words.get("sent", words["dated"])),
            channel=channel,
            postage=words.get("postage", self.postage.get(channel)),
            signatures=words.get("signatures", 1),
            document=self.printing(letter),
        )

    def _reply(self, words: Sheet) -> Reply:
        return Reply(
            case_id=self.case.id,
            letter_id=self.letters[words["letter"]].id if "letter" in words else None,
            received=self.days.partial(words["received"]),
            kind=ReplyKind(words["kind"]),
            task=ReplyTask(words.get("task", "nothing")),
            **self._said(words, "sender", "summary"),
        )

    def _outcome(self, words: Sheet) -> Outcome:
        known = term(words["kind"])
        assert known.direction is not None
        return Outcome(
            case_id=self.case.id,
            person_id=self._person_id(words),
            on=self.days.partial(words.get("on")),
            direction=known.direction,
            kind=known.code,
            **self._said(words, "how_known", "note"),
        )

    def _tally(self, words: Sheet) -> Tally:
        on = self.days.partial(words["on"])
        texts, way = self._said(words, "event"), Channel(words["channel"]) if "channel" in words else None
        kind = TallyKind(words["kind"])
        return Tally(case_id=self.case.id, kind=kind, count=words["count"], on=on, channel=way, **texts)

    def _end(self) -> None:
        """What came last: facts no longer true, the wish that nobody writes any more, and the closing of the case."""
        for words in self._rows("claim"):
            if "overtaken" in words:
                claim = self.write.get(Claim, self.claims[words["key"]])
                since, why = self.days.partial(words["overtaken"]), self.days.words(words["overtaken_why"])
                claims.save(self.write, replace(claim, overtaken_on=since, overtaken_why=why))
        if reason := self.sheet.get("no_contact"):
            self.case = replace(self.case, no_contact=self.days.words(reason))
            cases.change(self.write, self.case)
        if "closed" in self.sheet:
            cases.close(self.write, self.case.id, self.days.day(self.sheet["closed"]))
