# SPDX-License-Identifier: GPL-3.0-or-later
"""What the fields of cases and people are called, where they stand in a row or in a note."""

_WORDS = {
    "ai_index": "AI Index",
    "own_script": "Own script",
    "other_names": "Other names",
    "in_letters": "In letters",
    "say": "How to say it",
    "born": "Born",
    "reference": "Paper",
    "confidentiality": "Who may see it",
    "please_mind": "Please mind",
    "no_contact": "Why nobody may write",
    "owner_id": "Owner",
    "next_step_by": "Next step by",
    "next_step_on": "Next step on",
    "family_first": "Family name first",
    "prisoner_number": "Prisoner’s number",
    "withheld": "Name withheld",
    "headcount": "How many people",
    "consent": "What was agreed to",
    "co_groups": "Other groups",
    "closing_words": "Why it was closed",
    "event_on": "Day of what is feared",
    "violence": "Finding on violence",
    "source_id": "Document",
}


def field_words(field: str) -> str:
    """Return what a field is called, with a capital."""
    return _WORDS.get(field) or field.replace("_", " ").capitalize()
