# SPDX-License-Identifier: GPL-3.0-or-later
"""After a crash: typing kept as drafts becomes one edit, so that nothing is lost and all of it can be undone."""

from typing import Any

from ..store.case_file import CaseFile
from ..store.changes import Changes
from ..store.recorder import Transaction
from ..store.rows import NOUN_OF_TABLE, Record, columns_from_draft, to_row


def draft_of(*values: Record, typed: dict[str, str] | None = None) -> dict[str, Any]:
    """What a form keeps while it is typed in: whole records, and text that is no value yet (half a date)."""
    from ..store.rows import noun_of

    rows = [[noun_of(type(value)).table, to_row(value)] for value in values]
    return {"rows": rows, "typed": typed or {}}


def typing(file: CaseFile) -> Changes:
    """Turn all kept drafts into one edit; text that is no value yet stays kept for its form."""
    drafts = file.all_drafts()

    def write_all(write: Transaction) -> None:
        for draft in drafts:
            for table, row in draft.value.get("rows", ()):
                noun = NOUN_OF_TABLE[table]
                write.save(columns_from_draft(noun.record, row))

    changes = file.edit("Bring back what was typed", write_all)
    for draft in drafts:
        if draft.value.get("typed"):
            file.keep_draft(draft.form, {"rows": [], "typed": draft.value["typed"]})
        else:
            file.drop_draft(draft.form)
    return changes
