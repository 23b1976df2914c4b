# SPDX-License-Identifier: GPL-3.0-or-later
"""What happened to a source, in sentences for the history: its name, its words and who speaks stay in the Facts tab."""

from ...store.history import RowChange

TABLES = frozenset({"sources", "supports"})
_FIELDS = {
    "kind": "what a source is",
    "title": "the words for a source",
    "person": "who speaks in a source",
    "publisher": "the publisher of a source",
    "ai_index": "the AI Index of a source",
    "origin": "where a source has it from",
    "origin_known": "where a source has it from",
    "relayed_from": "where a source has it from",
    "dated": "the date of a source",
    "received": "when a source was received",
    "language": "the language of a source",
    "reliability": "how reliable a source is",
    "connection": "how near a source is to what happened",
    "confidentiality": "who may see the material of a source",
    "attachment_id": "the file of a source",
    "withdrawn_why": "why a source was withdrawn",
    "says": "what a source says of a fact",
    "note": "how a source knows",
    "set_aside_by": "who decided against a source",
    "set_aside_why": "why a source was set aside",
}


def source_sentences(row: RowChange) -> list[str]:
    """Say what changed in a source or in what it does for a fact, without quoting a word of it."""
    found = []
    for field, on, off in (
        ("withdrawn_on", "Withdrew a source.", "Let a source stand again."),
        ("set_aside_on", "Decided against a source that says otherwise.", "Took back a decision against a source."),
    ):
        if field in row.fields:
            before, after = row.fields[field]
            day = f"Changed the day of this: {on[:1].lower()}{on[1:]}"
            found.append(off if after is None else on if before is None else day)
    decided = {"withdrawn_why", "set_aside_by", "set_aside_why"} if found else set()
    found += [f"Changed {_FIELDS[field]}." for field in row.fields if field in _FIELDS and field not in decided]
    return list(dict.fromkeys(found))
