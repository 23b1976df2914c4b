# SPDX-License-Identifier: GPL-3.0-or-later
"""The evening as the window sees it: who is here, which cases lie on the table, and what was written."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from ...domain.addressee import Addressee
from ...domain.case import Case
from ...domain.caution import Caution
from ...domain.claim import Claim, Support
from ...domain.compose import NoContact
from ...domain.letter import Letter, LetterKind, LetterState
from ...domain.meeting import Meeting
from ...domain.member import Member
from ...domain.person import Person
from ...domain.printed import who_own
from ...domain.source import Source
from ...domain.standing import facts
from ...domain.tally import TallyKind
from ...domain.tonight import KEPT_INSIDE, LaidOut, laid_out, next_to, why_not_tonight
from ...edits import export, letters, meetings
from ...edits.drafting import IN_ORDER, asks_of
from ...store import tonight as store_tonight
from ...store.tonight import Written
from ..letters import framing
from ..session import Session
from ..texts import counted
from .at_the_table import AtTheTable, Writer

NOBODY_LEFT = "has written to everybody here. Choose another case."
NOBODY = "There is nobody to write to in this case yet."


class NobodyToWriteTo(Exception):
    """No letter can be begun; sentence says why, with nothing internal in it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Evening:
    """Asks and edits the file. table is who sits there."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.table = AtTheTable(session)
        self.written: list[Written] = []
        self.refresh()

    def refresh(self) -> None:
        """Ask what was written today."""
        if not self._session.is_locked:
            self.written = store_tonight.written_on(self._session.file.engine, self._session.today())

    # -- the cases

    def all_ids(self) -> list[str]:
        """Ids of what lies on the table, with the cases that cannot be shown here."""
        return store_tonight.cases_for(self._session.file, self._session.today())

    def cases(self) -> list[Case]:
        """The cases that lie on the table, as far as everybody may see them."""
        found = (self._session.file.find(Case, case_id) for case_id in self.all_ids())
        return [case for case in found if case is not None and not why_not_tonight(case)]

    def add_case(self, case_id: str) -> str:
        """Lay a case out; returns why that cannot be, or empty words."""
        case = self._session.file.find(Case, case_id)
        if case is None:
            return "This case is no longer in the file."
        if reason := why_not_tonight(case):
            return reason
        self._lay_out("Lay out a case for tonight", [*self._kept_ids(), case_id])
        return ""

    def remove_case(self, case_id: str) -> None:
        """Take a case off the table; it stays in the file."""
        self._lay_out("Take a case off the table", [one for one in self._kept_ids() if one != case_id])

    def _kept_ids(self) -> list[str]:
        """What stays laid out: cases that cannot be shown only where they are laid out for today already."""
        on, file = self._session.today(), self._session.file
        meeting = next(iter(file.all(Meeting, on=on.isoformat())), None)
        laid = set(store_tonight.laid_out_at(file, meeting)) if meeting is not None else set()
        shown = {case.id for case in self.cases()}
        return [one for one in self.all_ids() if one in shown or one in laid]

    def _lay_out(self, label: str, case_ids: Sequence[str]) -> None:
        self._session.edit(label, partial(meetings.lay_out_tonight, on=self._session.today(), case_ids=case_ids))

    def people(self, case_id: str) -> list[Person]:
        """The people of a case, in order."""
        return self._session.file.all(Person, case_id=case_id, order=IN_ORDER)

    def own_script(self, case_id: str) -> str:
        """The first name as its owner writes it, unless it is withheld."""
        return who_own(self.people(case_id))

    def shown(self, case: Case) -> LaidOut:
        """A case as everybody may read it."""
        file = self._session.file
        stated = facts(
            file.all(Claim, case_id=case.id, order=IN_ORDER),
            file.all(Support, case_id=case.id),
            file.all(Source, case_id=case.id),
        )
        cautions = file.all(Caution, case_id=case.id, order=IN_ORDER)
        language = self._session.group.language
        return laid_out(case, self.people(case.id), stated, asks_of(file, case.id), cautions, language)

    # -- what was written

    def of_case(self, case_id: str) -> tuple[int, int]:
        """How many letters and how many cards of a case are done; never added up."""
        done = [one for one in self.written if one.case_id == case_id and one.is_done]
        cards = sum(1 for one in done if one.kind is LetterKind.CARD)
        return len(done) - cards, cards

    def by_hand(self, case_id: str) -> str:
        """What was counted in a case today without being written here, each kind by itself: "4 letters counted"."""
        found = store_tonight.counted_on(self._session.file, self._session.today(), case_id)
        words = {TallyKind.LETTERS: "letter", TallyKind.CARDS: "card", TallyKind.SIGNATURES: "signature"}
        said = (counted(found[kind], one, f"{one}s") for kind, one in words.items() if found[kind])
        return ", ".join(f"{each} counted" for each in said)

    def of_writer(self, writer: Writer) -> int:
        """How many letters and cards somebody has finished."""
        return sum(1 for one in self.written if one.is_done and writer.wrote(one))

    def drafts(self) -> list[Written]:
        """What is begun and not finished."""
        return [one for one in self.written if not one.is_done]

    def counts(self) -> list[tuple[int, str, str]]:
        """Letters, cards, countries and signatures of today, each by itself, with its word for one and for many."""
        done = [one for one in self.written if one.is_done]
        cards = sum(1 for one in done if one.kind is LetterKind.CARD)
        tallied = store_tonight.counted_on(self._session.file, self._session.today())
        countries = len({one.country for one in done if one.country})
        signed = sum(one.signatures for one in done if one.signatures > 1)
        more = [
            (tallied[TallyKind.LETTERS], "letter counted", "letters counted"),
            (cards, "card", "cards"),
            (tallied[TallyKind.CARDS], "card counted", "cards counted"),
            (countries, "country", "countries"),
            (signed + tallied[TallyKind.SIGNATURES], "signature", "signatures"),
        ]
        return [(len(done) - cards, "letter", "letters"), *(count for count in more if count[0])]

    def ready_ids(self) -> list[str]:
        """The letters of tonight that wait to be printed."""
        return [one.letter_id for one in self.written if one.state is LetterState.READY]

    def begin(self, case_id: str, writer: Writer) -> str:
        """Begin a letter, or go on with the one somebody has begun; returns its id, empty when the disk refuses.

        Raises NobodyToWriteTo where there is nobody left, or nobody at all.
        """
        mine = [one for one in self.written if one.case_id == case_id and writer.wrote(one)]
        file = self._session.file
        if begun := self._begun(mine):
            return begun.letter_id
        case = file.get(Case, case_id)
        if reason := why_not_tonight(case):
            raise NobodyToWriteTo(reason)
        addressee, nobody = self.reader(case_id, writer)
        if addressee is None:
            raise NobodyToWriteTo(nobody)
        member = file.find(Member, writer.member_id)
        try:
            letter = framing.drafted(file, case_id, addressee, member, self._session.today())
        except NoContact:
            raise NobodyToWriteTo("Nobody may write here for now. Ask the secretary.") from None
        if member is None:
            letter = replace(letter, signature="\n".join(filter(None, (writer.name, letter.signature))))
        added = self._session.edit("Begin a letter", partial(letters.save, letter=letter))
        return letter.id if added is not None else ""

    def reader(self, case_id: str, writer: Writer | None) -> tuple[Addressee | None, str]:
        """Who gets the next letter of somebody, or of a first writer; with None a sentence that says why."""
        file, written = self._session.file, set[str | None]()
        if writer is not None:
            mine = [one for one in self.written if one.case_id == case_id and writer.wrote(one)]
            if begun := self._begun(mine):
                return file.find(Addressee, begun.addressee_id), ""
            written = {one.addressee_id for one in mine}
            if writer.member_id is not None:
                written |= {one.addressee_id for one in file.all(Letter, case_id=case_id, writer_id=writer.member_id)}
        before = frozenset(one for one in written if one)
        addressees = file.all(Addressee, case_id=case_id, order=IN_ORDER)
        found = next_to(addressees, file.all(Caution, case_id=case_id), before)
        if found is not None:
            return found, ""
        return None, f"{writer.name} {NOBODY_LEFT}" if writer is not None and before else NOBODY

    def _begun(self, mine: Sequence[Written]) -> Written | None:
        """The draft to go on with; one that holds what must stay inside is never laid open here."""
        return next((one for one in mine if not one.is_done and self.may_be_shown(one.letter_id)), None)

    def may_be_shown(self, letter_id: str) -> bool:
        """Whether everything that stands in a letter may be read by everybody."""
        file = self._session.file
        letter = file.find(Letter, letter_id)
        if letter is None or why_not_tonight(file.get(Case, letter.case_id)):
            return False
        found = export.findings(file, letter, self._session.today())
        return not any(finding.rule in KEPT_INSIDE for finding in found)

    def make_member(self, key: str) -> None:
        """A guest joins the group; the letters of tonight become the new member's."""
        guest = self.table.writer(key)
        if guest is not None and guest.member_id is None:
            mine = [one.letter_id for one in self.written if guest.wrote(one) and not one.is_sealed]
            self.table.make_member(guest, mine)

    def finish(self, letter_id: str) -> bool:
        """A letter is ready to be printed."""
        done = self._session.edit("The letter is ready", partial(letters.mark_ready, letter_id=letter_id))
        return done is not None
