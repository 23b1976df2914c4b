# SPDX-License-Identifier: GPL-3.0-or-later
"""The foot of a pane."""

import pytest
from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.widgets import foot as module
from amnesty_desktop.ui.widgets.foot import Foot


@pytest.fixture
def foot(look: Look, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Foot:
    monkeypatch.setattr(module, "SAVING_AFTER", 1)
    monkeypatch.setattr(module, "WORKING_AFTER", 1)
    found = Foot(look)
    qtbot.addWidget(found)
    found.resize(600, 32)
    found.show()
    return found


def test_it_says_when_everything_was_saved(foot: Foot) -> None:
    foot.saved.show_saved(QTime(14, 2))
    assert foot.saved.text == f"Saved {QLocale().toString(QTime(14, 2), QLocale.FormatType.ShortFormat)}"


def test_saving_is_said_only_when_it_takes_long(foot: Foot, qtbot: QtBot) -> None:
    foot.saved.begin_saving()
    assert foot.saved.text == ""
    qtbot.waitUntil(lambda: foot.saved.text == "Saving …")


def test_saving_that_was_quick_is_never_said(foot: Foot) -> None:
    foot.saved.begin_saving()
    foot.saved.show_saved(QTime(14, 2))
    assert not foot.saved._late.isActive()


def test_work_is_shown_only_when_it_takes_long(foot: Foot, qtbot: QtBot) -> None:
    foot.work.begin("Reading 12 sheets")
    assert foot.work.isHidden()
    qtbot.waitUntil(foot.work.isVisible)


def test_work_that_was_quick_is_never_shown(foot: Foot) -> None:
    foot.work.begin("Reading 12 sheets")
    foot.work.end()
    assert not foot.work._late.isActive()
    assert foot.work.isHidden()


def test_progress_fills_the_bar(foot: Foot) -> None:
    foot.work.begin("Reading 12 sheets")
    foot.work.step(3, 12)
    bar = foot.work.findChildren(QProgressBar)[0]
    assert (bar.value(), bar.maximum()) == (3, 12)
    assert bar.accessibleName() == "Reading 12 sheets"


def test_cancel_is_asked_for_once(foot: Foot, qtbot: QtBot) -> None:
    foot.work.begin("Reading 12 sheets")
    cancel = foot.work.findChildren(QPushButton)[0]
    with qtbot.waitSignal(foot.cancel_requested):
        cancel.click()
    assert not cancel.isEnabled()


def test_the_foot_grows_with_the_text(foot: Foot, look: Look) -> None:
    look.set_text_size(150)
    assert foot.sizeHint().height() == 48
