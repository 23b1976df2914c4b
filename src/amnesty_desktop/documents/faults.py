# SPDX-License-Identifier: GPL-3.0-or-later
"""What can keep a document from being written: one sentence each, with the way out."""


class DocumentFault(Exception):
    """Something a user can mend: message says what happened, way_out what to do."""

    def __init__(self, message: str, way_out: str) -> None:
        super().__init__(f"{message} {way_out}")
        self.message = message
        self.way_out = way_out


class TemplateFault(DocumentFault):
    """The Word file cannot serve as a template for letters."""


class UnfilledField(DocumentFault):
    """The letter still holds a gap in braces; field is the gap as it stands there."""

    def __init__(self, field: str) -> None:
        super().__init__(f"The letter still has a gap: {field}.", "Fill it in or take it out, then export again.")
        self.field = field
