# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a document: what it is called, who may see it, a note, and the source that sent it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from ...domain.attachment import Attachment, plain_name
from ...domain.problems import Problem
from ...domain.source import Source
from ...domain.source_words import tags
from ...edits import attachments as edits
from ...store.recorder import Transaction
from ..cases.fields import BlockField, ChoiceField, LineField, SideBySide
from ..cases.record_form import RecordForm
from ..desk import Desk
from .words import CLASSES


class DocumentForm(RecordForm[Attachment]):
    """What is said of one document; its bytes stay as they came."""

    noun = "document"
    label = "Change document"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("document_form")
        look = desk.look
        name = LineField(look, "name", "&Name")
        who = ChoiceField(look, "confidentiality", "&Who may see it", CLASSES)
        note = BlockField(look, "note", "N&ote", prompt="Where it comes from, what matters in it")
        self.add(name, who, note)
        self.source = ChoiceField(look, "document_source", "This file is what a &source sent")
        self.source.edited.connect(self._on_source)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (name, SideBySide(look, who, self.source), note):
            self._column.addWidget(part)
        desk.look.changed.connect(self._restyle)
        self._restyle()

    def save(self, write: Transaction, value: Attachment) -> None:
        edits.save(write, value)

    def value(self) -> Attachment:
        typed = super().value()
        return replace(typed, name=plain_name(typed.name)) if typed.name != self._record.name else typed

    def problems(self, value: Attachment) -> list[Problem]:
        return []

    def offer_sources(self, sources: Sequence[Source]) -> None:
        """Offer the sources of the case, unnamed as everywhere but in the facts; show the one that sent it."""
        sent = next((each.id for each in sources if each.attachment_id == self._record.id), None)
        self.source.offer([(None, "none named"), *tags(sources)])
        self.source.show_value(sent)
        self.source.setEnabled(bool(sources))

    def _on_source(self, _name: str) -> None:
        source_id = self.source.value()
        self._desk.session.edit(
            "Say which source sent it", partial(edits.link_source, document=self._record, source_id=source_id)
        )

    def _restyle(self) -> None:
        self._column.setSpacing(self._desk.look.px(12))
