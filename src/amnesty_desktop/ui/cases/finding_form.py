# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of what Amnesty found about a person: the grounds, violence, and the document that says so."""

import json

from ...domain.assessment import Assessment, Ground, ViolenceFinding
from ...domain.conscience import is_amnestys
from ...domain.own_term import TermList
from ...domain.problems import Problem
from ...domain.source import Source
from ...domain.source_words import tags
from ...domain.vocabularies import label
from ...edits import people
from ...store.recorder import Transaction
from ..desk import Desk
from ..widgets.buttons import LinkButton
from ..widgets.form_field import FormField
from .fields import BlockField, ChoiceField, DateField, LineField, SideBySide
from .grounds_edit import GroundsEdit
from .kept_form import KeptForm, put_into_bin

_GROUNDS = "grounds"
_NO_DOCUMENT = Problem(
    "source_id",
    "The case has no document of Amnesty’s yet.",
    "Add it under Facts as a source: Amnesty’s research, or with its AI Index.",
)
_NOT_CITED = Problem("source_id", "The document that says so is missing.", "Without it the finding counts for nothing.")


class FindingForm(KeptForm[Assessment]):
    """Five things; the finding is Amnesty's, so only its own documents can be chosen."""

    noun = "assessment"
    labels = ("Record Amnesty’s finding", "Change Amnesty’s finding")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("finding_form")
        look = desk.look
        self.grounds = GroundsEdit(look)
        grounds = FormField(look, _GROUNDS, "Held for their …", self.grounds)
        findings = [(None, "not said"), *((each, label(each)) for each in ViolenceFinding)]
        violence = ChoiceField(look, "violence", "&Violence: Amnesty found", findings)
        self._source = ChoiceField(look, "source_id", "&Document that says so")
        by = LineField(look, "decided_by", "Decided &by", prompt="which team or section")
        on = DateField(look, "decided_on", "Decided &on", desk.session.today)
        note = BlockField(look, "note", "&Note", lines=1)
        self.add(violence, self._source, by, on, note)
        self.put(grounds, violence, self._source, SideBySide(look, by, on))
        self.put(note, folded=True)
        self.grounds.edited.connect(lambda: self.touch(_GROUNDS))
        self.bin_button = LinkButton(look, "Put into the bin")
        self.bin_button.setObjectName("bin_finding")
        self.bin_button.clicked.connect(self._put_into_bin)
        self.put_at_end(self.bin_button)

    def load(self, record: Assessment, *, is_new: bool = False) -> None:
        self._offer(record)
        super().load(record, is_new=is_new)
        self.bin_button.setVisible(not is_new)

    def reload(self, record: Assessment) -> None:
        super().reload(record)
        if _GROUNDS not in self._touched:
            self.grounds.show_terms(self._kept_grounds(record))

    def save(self, write: Transaction, value: Assessment) -> None:
        people.save_assessment(write, value, self.grounds.terms if _GROUNDS in self._touched else None)

    def is_worth_adding(self, value: Assessment) -> bool:
        said = value.violence or value.source_id or value.decided_by or value.decided_on or value.note
        return bool(said) or _GROUNDS in self._touched

    def problems(self, value: Assessment) -> list[Problem]:
        if value.violence is None or value.source_id is not None:
            return []
        return [_NOT_CITED if self._documents(value) else _NO_DOCUMENT]

    def focus_first(self) -> None:
        self.grounds.setFocus()

    def extra_words(self) -> dict[str, str]:
        return {_GROUNDS: json.dumps(self.grounds.terms)} if _GROUNDS in self._touched else {}

    def take_extra_words(self, words: dict[str, str]) -> None:
        if _GROUNDS in words:
            self.grounds.show_terms(json.loads(words[_GROUNDS]))
            self.touch(_GROUNDS)

    def _offer(self, record: Assessment) -> None:
        """The grounds that may be chosen with those that stand there already, and the documents of Amnesty's."""
        kept, vocabulary = self._kept_grounds(record), self._desk.session.vocabulary
        words = {term.code: term.label for term in vocabulary.offered(TermList.GROUND)}
        self.grounds.offer([*words.items(), *((code, vocabulary.label(code)) for code in kept if code not in words)])
        self.grounds.show_terms(kept)
        self._source.offer([(None, "none yet"), *tags(self._documents(record))])

    def _documents(self, record: Assessment) -> list[Source]:
        """What can be cited; a source cited already stays even where it is not Amnesty's."""
        found = self._desk.session.file.all(Source, case_id=record.case_id)
        return [source for source in found if is_amnestys(source) or source.id == record.source_id]

    def _kept_grounds(self, record: Assessment) -> list[str]:
        found = self._desk.session.file.all(Ground, person_id=record.person_id, order="position, key")
        return [self._desk.session.vocabulary.resolve(ground.term) for ground in found]

    def _put_into_bin(self) -> None:
        self.keeper.settle()
        put_into_bin(self._desk, self.record, "Put the finding into the bin", "The finding is in the bin.")
