# SPDX-License-Identifier: GPL-3.0-or-later
"""A small file with three cases, and the view of cases in a window of 1280 x 800."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget
from tests.support.builders import add

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.case import Ask, Case, CaseKind, Concern, ConcernList
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.person import Person
from amnesty_desktop.store.recorder import Transaction
from amnesty_desktop.ui.cases.view import CasesView
from amnesty_desktop.ui.desk import Desk


@dataclass(frozen=True)
class Cases:
    """One case late, one due in three days, one of long standing without a date."""

    late: Case
    soon: Case
    long: Case


@pytest.fixture
def cases(desk: Desk) -> Cases:
    late = Case(reference="UA 97/26", country="BY", appeal_by=PartialDate("2026-11-19"))
    soon = Case(
        reference="UA 112/26",
        country="GT",
        ai_index="AMR 34/4127/2026",
        situation="Followed and threatened after speaking for her village.",
        please_mind="Do not name the village.",
        appeal_by=PartialDate("2026-11-26"),
    )
    long = Case(kind=CaseKind.ACTION_FILE, country="ER", title="Nine years without trial")
    add(
        desk.session.file,
        late,
        Person(case_id=late.id, name="Uladzislau Barsukevich", own_script="Уладзіслаў Барсукевіч"),
        soon,
        Person(case_id=soon.id, name="Candelaria Ixcoy"),
        Ask(case_id=soon.id, text="to protect her"),
        Ask(case_id=soon.id, text="to look into the threats", position=1),
        Concern(case_id=soon.id, part=ConcernList.RISK, term="death_threats"),
        Addressee(case_id=soon.id, office="Minister of the Interior", address="Street 1\nGuatemala City", country="GT"),
        long,
        Person(case_id=long.id, name="Yonas Habtezion"),
    )
    return Cases(late, soon, long)


@pytest.fixture
def view(desk: Desk, cases: Cases, shown: Callable[[QWidget], QMainWindow]) -> CasesView:
    """The view over the three cases."""
    return wide(CasesView(desk), shown)


def wide(made: CasesView, shown: Callable[[QWidget], QMainWindow]) -> CasesView:
    """Show the view in a window with room for list and case."""
    shown(made).resize(1280, 800)
    QApplication.processEvents()
    return made


def put(desk: Desk, *values: Any) -> None:
    """Save values in one edit that somebody else made."""

    def save_all(write: Transaction) -> None:
        for value in values:
            write.save(value)

    desk.session.edit("Elsewhere", save_all)


def choose(menu: QMenu, title: str, words: str) -> None:
    """Press an entry of a menu within a menu."""
    inner = next(entry.menu() for entry in menu.actions() if entry.text() == title)
    assert isinstance(inner, QMenu)
    next(entry for entry in inner.actions() if entry.text() == words).trigger()
