# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of people at risk, of what has happened to them, and of what Amnesty found about them."""

from collections.abc import Sequence
from dataclasses import replace

from ..domain.assessment import Assessment, Ground
from ..domain.person import Person, Relation, Situation
from ..store.recorder import Transaction


def save(write: Transaction, person: Person) -> None:
    """Add a person to a case, or change what is known of them."""
    write.save(person)


def save_situation(write: Transaction, situation: Situation) -> None:
    """Add an entry to the log of what has happened, or change one."""
    write.save(situation)


def save_relation(write: Transaction, relation: Relation) -> None:
    """Say how a person stands to somebody, or change it."""
    write.save(relation)


def save_assessment(write: Transaction, assessment: Assessment, grounds: Sequence[str] | None = None) -> None:
    """Record what Amnesty found about a person; with grounds, these terms become the grounds in this order."""
    write.save(assessment)
    if grounds is not None:
        set_grounds(write, assessment.case_id, assessment.person_id, grounds)


def set_grounds(write: Transaction, case_id: str, person_id: str, terms: Sequence[str]) -> None:
    """Let these terms be the grounds a person is held for; what is already there keeps its record."""
    present = write.all(Ground, person_id=person_id, order="position, key")
    for position, term in enumerate(dict.fromkeys(terms)):
        kept = next((ground for ground in present if ground.term == term), None)
        write.save(replace(kept or Ground(case_id=case_id, person_id=person_id, term=term), position=position))
        present = [ground for ground in present if ground is not kept]
    for ground in present:
        write.bury(Ground, ground.id)
