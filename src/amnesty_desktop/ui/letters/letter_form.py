# SPDX-License-Identifier: GPL-3.0-or-later
"""The letter that is being written: loaded, kept while it is typed, mended and saved."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from ...domain.addressee import Addressee
from ...domain.asks import said_in
from ...domain.case import Ask, Confidentiality
from ...domain.claim import Claim
from ...domain.letter import SEALED, Letter, LetterKind, LetterState, Seal
from ...domain.letter_findings import Finding, Mend
from ...domain.letter_mend import TEXT_MENDS, mended
from ...edits import addressees, claims, export, letters
from ...edits.bring_back import draft_of
from ...store.changes import Changes
from ...store.letters import seal_of
from ..desk import Desk
from ..keeping import Keeper
from . import framing
from .paper_sheet import PaperSheet
from .sealed import posted

_MEND_LABELS = {
    Mend.TAKE_OUT: "Take words out of the letter",
    Mend.REPLACE: "Put words of the letter right",
    Mend.ADD_COPY: "Add the copy",
    Mend.USE_SALUTATION: "Use the salutation given",
    Mend.USE_ADDRESS: "Use the address",
    Mend.USE_SIGNATURE: "Change the signature",
    Mend.NO_SENDER: "Leave the return address off",
    Mend.PLAIN_PAPER: "Use plain paper",
}
WRITE = "Write the letter"
_PAPER_MENDS = frozenset({Mend.NO_SENDER, Mend.PLAIN_PAPER})


class LetterForm(QObject):
    """One letter at a time. Signals: loaded() when another one or another state of it is shown; typed(); gone() when
    the letter is no longer in the file; changed_elsewhere() while there is unsaved typing."""

    loaded = Signal()
    typed = Signal()
    gone = Signal()
    changed_elsewhere = Signal()

    def __init__(self, desk: Desk, sheet: PaperSheet, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = desk.session
        self._sheet = sheet
        self._letter: Letter | None = None
        self._keeper = Keeper(desk.session, form=self._form, draft=self._draft, commit=self._commit, parent=self)
        self._label = WRITE
        sheet.day.today = desk.session.today
        sheet.edited.connect(self._on_edited)
        desk.session.changed.connect(self._on_changed)

    # -- the letter

    @property
    def letter(self) -> Letter | None:
        """The letter as the file holds it; None while none is open."""
        return self._letter

    @property
    def is_sealed(self) -> bool:
        """Whether it was sent and can only be read."""
        return self._letter is not None and self._letter.state in SEALED

    def value(self) -> Letter:
        """The letter as it stands on the paper."""
        assert self._letter is not None
        return self._letter if self.is_sealed else self._sheet.written(self._letter)

    def load(self, letter_id: str) -> bool:
        """Show a letter, after what was typed into the one before was saved; False where it is no longer there."""
        self.settle()
        found = self._session.file.find(Letter, letter_id)
        if found is None:
            return False
        self._show(found)
        return True

    def settle(self) -> None:
        """What is typed becomes an edit."""
        self._keeper.settle()

    def put_away(self) -> None:
        """Leave the letter."""
        self.settle()
        self._letter = None

    def _show(self, letter: Letter) -> None:
        self._keeper.forget()
        self._letter = letter
        seal: Seal | None = seal_of(self._session.file, letter.id) if letter.state in SEALED else None
        shown = posted(letter, seal)
        self._sheet.show_letter(export.printed_letter(self._session.file, shown))
        self.loaded.emit()

    # -- typing

    def _form(self) -> str:
        return f"letter:{self._letter.id}" if self._letter else "letter:"

    def _draft(self) -> dict[str, Any]:
        return draft_of(self._typed())

    def _typed(self) -> Letter:
        """The letter as it will be saved: one that was exported has to go out to Word once more."""
        value = self.value()
        if value != self._letter and value.state is LetterState.EXPORTED:
            return replace(value, state=LetterState.READY, exported_on=None)
        return value

    def _on_edited(self) -> None:
        if self._letter is not None and not self.is_sealed:
            self._keeper.touched()
            self.typed.emit()

    def _commit(self) -> bool:
        label, self._label = self._label, WRITE
        if self._letter is None or self._session.is_locked:
            return True
        value = self._typed()
        if value == self._letter:
            return True
        if self._session.edit(label, partial(letters.save, letter=value), self) is None:
            return False
        moved_on = value.state is not self._letter.state
        self._letter = value
        if moved_on:
            self.loaded.emit()
        return True

    def _on_changed(self, changes: Changes, origin: object) -> None:
        if self._letter is None or origin is self:
            return
        if self._letter.id in changes.ids("letters"):
            if self._keeper.dirty:
                self.changed_elsewhere.emit()
            else:
                self.reload()
        elif changes.touches("groups", "members", "addressees"):
            self._refresh_sender()

    def reload(self) -> None:
        """Show the letter as the file holds it now; typing that is not saved goes."""
        if self._letter is None:
            return
        found = self._session.file.find(Letter, self._letter.id)
        if found is None or not self._session.file.count(Letter, id=self._letter.id):
            self._keeper.forget()
            self._letter = None
            self.gone.emit()
        else:
            self._show(found)

    def _refresh_sender(self) -> None:
        """The group or a member has changed: what is printed of them follows, what is typed stays."""
        if self._letter is not None and not self.is_sealed:
            self._sheet.show_letter(export.printed_letter(self._session.file, self.value()))

    # -- whom it is from and to

    def pick(self, field: str, value: str) -> None:
        """Change whom the letter is from ("from") or to ("to"), its kind ("as"), language ("in") or paper ("on")."""
        if self._letter is None or self.is_sealed:
            return
        self.settle()
        changed = self._picked(field, value, self._letter)
        labels = {"from": "Change the writer", "to": "Change the addressee", "in": "Change the language"}
        labels["as"] = "Change the kind of letter"
        self._change(labels.get(field, "Change the paper"), changed)

    def _picked(self, field: str, value: str, letter: Letter) -> Letter:
        file = self._session.file
        if field == "from":
            return framing.written_by(file, letter, value or None)
        if field == "to":
            return framing.readdressed(file, letter, file.get(Addressee, value))
        if field == "as":
            return framing.of_kind(file, letter, LetterKind(value))
        if field == "in":
            return framing.in_language(file, letter, value)
        paper, _, own = value.partition(":")
        return replace(letter, template=paper, own_address=bool(own))

    def _change(self, label: str, changed: Letter) -> None:
        """Save a changed letter at once, under its own name in the Edit menu, and show it."""
        if changed == self._letter:
            return
        if changed.state is LetterState.EXPORTED:
            changed = replace(changed, state=LetterState.READY, exported_on=None)
        if self._session.edit(label, partial(letters.save, letter=changed), self) is not None:
            self._letter = changed
            self._sheet.show_letter(export.printed_letter(self._session.file, changed))
            self.loaded.emit()

    # -- facts, requests and mends

    def put_in(self, key: str) -> None:
        """Put a fact, or with "ask:" before its id a request of the sheet, in at the caret."""
        if self._letter is None or self.is_sealed:
            return
        file, body = self._session.file, self._sheet.body
        if key.startswith("ask:"):
            ask = file.find(Ask, key.removeprefix("ask:"))
            if ask is not None and ask.confirmed:
                body.put_in_bullet(" ".join(said_in(ask, self._letter.language).text.split()))
        elif (claim := file.find(Claim, key)) is not None:
            language = self._letter.language
            foreign = claim.language if claim.language != language else ""
            body.put_in(framing.fact_sentence(claim, language), claim.id, foreign)
        body.setFocus()

    def put_in_all(self, keys: list[str]) -> None:
        """Put in what was dropped on the letter."""
        for key in keys:
            self.put_in(key)

    def mend(self, finding: Finding, mend: Mend) -> None:
        """Do what one button of the check says."""
        if self._letter is None:
            return
        if mend in TEXT_MENDS:
            self.settle()
            self._mend_text(finding, mend)
        elif mend is Mend.MAKE_EXTERNAL and finding.claim_id:
            self._make_external(finding.claim_id)
        elif mend is Mend.ANSWER and finding.subject_id:
            answer = partial(letters.answer, letter_id=self._letter.id, subject_id=finding.subject_id)
            self._run("Say that the letter is right", answer)
        elif mend is Mend.ADDRESS_CHECKED and finding.subject_id:
            checked = partial(addressees.checked, addressee_id=finding.subject_id, on=self._session.today())
            self._run("Note that the address was checked", checked)
        elif mend is Mend.SHOW_FACT:
            self._desk.wishes.case_requested.emit(self._letter.case_id, "facts")
        elif mend is Mend.SHOW_CASE:
            self._desk.wishes.case_requested.emit(self._letter.case_id, "case")

    def _mend_text(self, finding: Finding, mend: Mend) -> None:
        changed = mended(self.value(), finding, mend)
        if mend in _PAPER_MENDS:
            self._change(_MEND_LABELS[mend], changed)
            return
        self._sheet.body.change_body(changed.body)
        for name in ("address", "salutation", "signature", "copies"):
            self._sheet.parts[name].change_text(getattr(changed, name))
        self._label = _MEND_LABELS[mend]
        self.settle()

    def _make_external(self, claim_id: str) -> None:
        claim = self._session.file.find(Claim, claim_id)
        if claim is not None:
            open_claim = replace(claim, confidentiality=Confidentiality.EXTERNAL)
            self._run("Let the fact be passed on", partial(claims.save, claim=open_claim))

    def _run(self, label: str, edit: Callable[..., Any]) -> None:
        self.settle()
        self._session.edit(label, edit, self)
