# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing internal is on the screen, nor in a tool tip, nor in what a screen reader says: 25 planted strings."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QListWidget, QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from tests.support.builders import add
from tests.support.windows import words_held
from tests.ui.letters.conftest import Scene

from amnesty_desktop.domain.attachment import Attachment
from amnesty_desktop.domain.case import Ask, Case, Confidentiality
from amnesty_desktop.domain.caution import Caution, CautionKind
from amnesty_desktop.domain.claim import Claim
from amnesty_desktop.domain.diary import DiaryNote
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.outcome import Direction, Outcome
from amnesty_desktop.domain.person import Person, Situation
from amnesty_desktop.domain.source import Source
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.tonight.view import TonightView

_PLANTED = [f"Quolberry{number:02d}" for number in range(25)]


def planted(case: Case) -> list[object]:
    """Everything of a case that guests must not see, each with a word of its own."""
    words = iter(_PLANTED)
    inside = replace(
        case, background=next(words), strategy=next(words), coordinator=next(words), consent=next(words),
        next_step=next(words), co_groups=next(words), closing_words=next(words), situation=next(words),
    )  # fmt: skip
    hidden = next(words)
    person = Person(case_id=case.id, name=f"Ulric {hidden}", own_script=f"{hidden} own", withheld=True, position=5)
    first = Person(
        case_id=case.id, name="Maribel Quiñónez Tábora", position=6, wishes=next(words), illness=next(words),
        prisoner_number=next(words), other_names=next(words),
    )  # fmt: skip
    claim = Claim(case_id=case.id, text=f"Her cousin {next(words)} keeps it.", confidentiality=Confidentiality.INTERNAL)
    other = Case(title=f"The matter of {next(words)}", appeal_by=case.appeal_by)
    return [
        inside, person, first, claim, other,
        Claim(case_id=case.id, text=f"Ulric {hidden} was with her."),
        Source(case_id=case.id, title=next(words), person=next(words), publisher=next(words)),
        Ask(case_id=case.id, text=f"to protect Ulric {hidden};"),
        Caution(case_id=case.id, kind=CautionKind.WORDING, words=f"Ulric {hidden}"),
        Situation(case_id=case.id, person_id=person.id, text=next(words), place=next(words)),
        Outcome(case_id=case.id, direction=Direction.WORSE, kind="arrest", note=next(words)),
        Person(case_id=other.id, name=next(words)),
        DiaryNote(case_id=case.id, text=next(words)),
        Attachment(case_id=case.id, name=next(words), note=next(words)),
    ]  # fmt: skip


def heard_and_seen(window: QWidget) -> Iterator[str]:
    """All that widgets show, tell in a tool tip, or have read aloud."""
    yield from words_held(window)
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    for widget in (window, *window.findChildren(QWidget)):
        yield widget.whatsThis() + widget.statusTip()
        if isinstance(widget, QAbstractButton):
            yield widget.text()
        if isinstance(widget, QListWidget):
            items = (widget.item(row) for row in range(widget.count()))
            yield from (str(item.data(role)) for item in items for role in (*roles, Qt.ItemDataRole.UserRole))


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, scene: Scene, shown: Callable[[QWidget], QMainWindow]) -> TonightView:
    add(desk.session.file, *planted(scene.case))
    made = TonightView(desk)
    shown(made).resize(1280, 800)
    for writer in made.evening.table.members():
        made.evening.table.tick(writer.key, True)
    made.table.refresh()
    made.table.who.close_ticks()
    return made


def leaked(view: TonightView) -> list[str]:
    QApplication.processEvents()
    said = "\n".join(heard_and_seen(view.window()))
    assert "Maribel" in said
    return [word for word in _PLANTED if word in said]


def test_25_strings_are_planted(scene: Scene) -> None:
    held = repr(planted(scene.case))
    assert all(word in held for word in _PLANTED)


def test_the_table_shows_none_of_them(view: TonightView) -> None:
    assert leaked(view) == []


def test_searching_for_one_offers_nothing_that_says_it(view: TonightView) -> None:
    picker = view.table.picker
    for word in _PLANTED:
        picker.setText(word)
        picker.search()
        offers = picker.offers.model()
        said = [str(offers.index(row, 0).data()) for row in range(offers.rowCount())]
        assert not any(word in one for one in said)
        assert word not in view.table.notice.text()


def test_the_letter_that_is_written_shows_none_of_them(view: TonightView) -> None:
    view.table.write.click()
    assert view.is_writing
    assert leaked(view) == []
    for _ in view.writing.checking.findings:
        view.writing.check.next.click()
        assert leaked(view) == []


def test_what_somebody_types_of_them_is_found_and_not_repeated(view: TonightView, desk: Desk) -> None:
    view.table.write.click()
    inner = next(one for one in desk.session.file.all(Claim) if one.confidentiality is Confidentiality.INTERNAL)
    view.writing.paper.sheet.body.insertPlainText(inner.text)
    assert view.writing.blocking() is not None
    view.next_writer()
    assert leaked(view) == []


def test_the_end_of_the_evening_shows_none_of_them(view: TonightView, desk: Desk) -> None:
    view.table.write.click()
    view.next_writer()
    view.show_done()
    assert leaked(view) == []
    assert desk.session.file.count(Member) == 2
