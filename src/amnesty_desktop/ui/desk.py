# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk: what every view is handed, and the wishes views have of one another."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from .jobs import Jobs
from .look import Look
from .session import Session


class Wishes(QObject):
    """What a view wants and another part of the window does. The main window connects each once.

    case_requested(case id, tab name or "", after a colon the id of a row on it); letter_requested(letter id);
    write_requested(case id, addressee id or ""); outcome_requested(case id, person id or "");
    compare_requested("cases" or "people", id, id of the other one);
    reply_requested(letter id); export_requested(list of letter ids);
    cases_requested(list of case ids, what they are in words): show exactly these cases;
    sheet_pasted(): bring in the text that was copied;
    unsent_requested(case id): show its letters that may still go out; thanks_requested(case id): draft thanks;
    told(sentence, can be undone): say in a bar what just happened;
    tonight_requested() and tonight_left(): Write tonight fills the window, or no longer; menu_requested(): show the
    menu there, or put it away.
    """

    case_requested = Signal(str, str)
    letter_requested = Signal(str)
    write_requested = Signal(str, str)
    outcome_requested = Signal(str, str)
    reply_requested = Signal(str)
    export_requested = Signal(list)
    sent_requested = Signal(list)
    new_case_requested = Signal()
    compare_requested = Signal(str, str, str)
    cases_requested = Signal(list, str)
    unsent_requested = Signal(str)
    thanks_requested = Signal(str)
    own_group_requested = Signal()
    sheet_pasted = Signal()
    tonight_requested = Signal()
    tonight_left = Signal()
    menu_requested = Signal()
    told = Signal(str, bool)


@dataclass(frozen=True, slots=True)
class Desk:
    """What every view works with: the open file, the look, background jobs, and the wishes."""

    session: Session
    look: Look
    jobs: Jobs
    wishes: Wishes
