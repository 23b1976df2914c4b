# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the words of a fact begin and end in a letter, and the spaces around what is put in."""

from PySide6.QtGui import QTextCursor

from .body_document import claims_of


def is_within(cursor: QTextCursor, claims: tuple[str, ...]) -> bool:
    """Whether a place lies inside words that rest on these facts, not at their edge."""
    if cursor.atBlockStart() or cursor.atBlockEnd():
        return False
    after = QTextCursor(cursor)
    after.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return claims_of(cursor.charFormat()) == claims == claims_of(after.charFormat())


def leave_facts(cursor: QTextCursor) -> None:
    """Go behind the words of a fact that the cursor stands in the middle of."""
    while is_within(cursor, claims_of(cursor.charFormat())) and claims_of(cursor.charFormat()):
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)


def space_before(cursor: QTextCursor) -> str:
    """The space a sentence needs before it here."""
    before = cursor.block().text()[: cursor.positionInBlock()]
    return " " if before and not before[-1].isspace() else ""


def space_after(cursor: QTextCursor) -> str:
    """The space a sentence needs behind it here."""
    after = cursor.block().text()[cursor.positionInBlock() :]
    return " " if after and not after[0].isspace() and after[0] not in ".,;:" else ""
