# SPDX-License-Identifier: GPL-3.0-or-later
"""A group's own word in one of the lists, or its own name for a word that was shipped."""

from dataclasses import dataclass, field
from enum import StrEnum

from .ids import new_id


class TermList(StrEnum):
    """The lists a group picks from and may change."""

    RISK = "risk"
    ISSUE = "issue"
    OUTCOME = "outcome"
    GROUND = "ground"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTerm:
    """What a group says of one code of one list: a new word, another label, hidden, or merged into another code.

    Records keep the code they were written with: a hidden or merged term stays readable in every old record.
    direction is better, worse or unchanged, for outcomes; articles lists numbers of the Universal Declaration
    ("5 9"); asks what may be asked for, one a line.
    """

    id: str = field(default_factory=new_id)
    part: TermList
    code: str
    label: str = ""
    direction: str = ""
    articles: str = ""
    asks: str = ""
    merged_into: str = ""
    hidden: bool = False
    position: int = 0
