# SPDX-License-Identifier: GPL-3.0-or-later
"""What not to do or say in a case, kind by kind; letters are held to it."""

from collections.abc import Sequence

from ....domain.caution import Caution, CautionKind
from ....domain.person import Person
from ....domain.please_mind import said_of
from ....domain.printed import WITHHELD, shown_name
from ....domain.problems import Problem
from ....domain.vocabularies import label
from ....edits import case_parts
from ....store.recorder import Transaction
from ...desk import Desk
from ...showing import show_if
from ...theme import Role
from ...widgets.paragraph import Run
from ..fields import BlockField, ChoiceField, LineField, SideBySide
from ..kept_form import KeptForm
from .record_list import ListWords, RecordList

WORDS = ListWords("Not to do or say", "caution", "Add what not to do or say", "Put a caution into the bin")
_KINDS = (CautionKind.WORDING, CautionKind.NOT_TO_PRISON, CautionKind.NOT_TO_FAMILY)


class CautionForm(KeptForm[Caution]):
    """What it forbids, the words to avoid, the reason, and whom it is about where the case has several people."""

    noun = "caution"
    labels = ("Add a caution", "Change a caution")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("caution_form")
        look = desk.look
        kind = ChoiceField(look, "kind", "What not to do", [(each, label(each)) for each in _KINDS])
        person = ChoiceField(look, "person_id", "About")
        hint = "One word or phrase a line; free* stands for freed and freedom too"
        words = BlockField(look, "words", "Words to avoid", lines=2, hint=hint)
        text = LineField(look, "text", "Why", prompt="who asks for it, and since when")
        self.add(kind, person, words, text)
        self.put(SideBySide(look, kind, person), words, text)
        kind.edited.connect(lambda _name: self._show_words())

    def load(self, record: Caution, *, is_new: bool = False) -> None:
        people = self._desk.session.file.all(Person, case_id=record.case_id, order="position, key")
        who = self.fields["person_id"]
        if isinstance(who, ChoiceField):
            who.offer([(None, "the whole case"), *((one.id, shown_name(one) or WITHHELD) for one in people)])
        super().load(record, is_new=is_new)
        show_if(who, len(people) > 1 or record.person_id is not None)
        self._show_words()

    def _show_words(self) -> None:
        show_if(self.fields["words"], self.fields["kind"].value() is CautionKind.WORDING)

    def save(self, write: Transaction, value: Caution) -> None:
        case_parts.save_caution(write, value)

    def is_worth_adding(self, value: Caution) -> bool:
        return bool(value.text or value.words) or value.kind not in (CautionKind.WORDING, CautionKind.NOTE)

    def problems(self, value: Caution) -> list[Problem]:
        if value.kind is not CautionKind.WORDING or value.words.strip() or not value.text.strip():
            return []
        return [Problem("words", "No word is named.", "Write the words down, one a line, so that letters are checked.")]


class CautionList(RecordList[Caution]):
    """The cautions of one case."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, WORDS)

    def records(self, case_id: str) -> list[Caution]:
        return self._desk.session.file.all(Caution, case_id=case_id, order="position, key")

    def new_record(self, case_id: str, place: int) -> Caution:
        return Caution(case_id=case_id, kind=CautionKind.WORDING, position=place)

    def new_form(self) -> CautionForm:
        return CautionForm(self._desk)

    def runs(self, record: Caution) -> Sequence[Run]:
        person = self._desk.session.file.find(Person, record.person_id)
        about = (shown_name(person) or WITHHELD) if person is not None else ""
        return (Run(said_of(record) or label(record.kind)), *([Run(f"  {about}", Role.SECONDARY)] if about else ()))
