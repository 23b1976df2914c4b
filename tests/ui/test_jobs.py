# SPDX-License-Identifier: GPL-3.0-or-later
"""Long work away from the window's thread."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from amnesty_desktop.ui.jobs import Jobs, Step


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.finish()


def test_the_result_arrives_on_the_windows_thread(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[tuple[int, threading.Thread]] = []
    job = jobs.start("Counting", lambda step: 42, done=lambda result: seen.append((result, threading.current_thread())))
    qtbot.waitSignal(job.ended).wait()
    assert seen == [(42, threading.main_thread())]


def test_the_work_runs_elsewhere(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[object] = []
    job = jobs.start("Looking", lambda step: threading.current_thread(), done=seen.append)
    qtbot.waitSignal(job.ended).wait()
    assert seen[0] is not threading.main_thread()


class Ring(QWidget):
    """A widget nobody holds but itself, so that only Python's search for cycles finds it."""

    def __init__(self, deleted_in: list[threading.Thread]) -> None:
        super().__init__()
        self.itself = self
        self.destroyed.connect(lambda: deleted_in.append(threading.current_thread()))


def test_no_widget_is_cleared_away_by_the_thread_of_a_job(qtbot: QtBot, jobs: Jobs) -> None:
    deleted_in: list[threading.Thread] = []
    Ring(deleted_in)

    def work(step: Step) -> None:
        for _ in range(100_000):
            cycle: list[object] = []
            cycle.append(cycle)

    job = jobs.start("Filling Python's count", work)
    qtbot.waitSignal(job.ended).wait()
    gc.collect()
    assert set(deleted_in) == {threading.main_thread()}


def test_python_clears_by_itself_again_when_the_last_job_has_ended(qtbot: QtBot, jobs: Jobs) -> None:
    gc.enable()
    job = jobs.start("Counting", lambda step: gc.isenabled(), done=(seen := list[bool]()).append)
    qtbot.waitSignal(job.ended).wait()
    assert (seen, gc.isenabled()) == ([False], True)


def test_an_error_is_handed_over_and_not_raised(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[Exception] = []

    def work(step: Step) -> None:
        raise ValueError("no")

    job = jobs.start("Failing", work, failed=seen.append)
    qtbot.waitSignal(job.ended).wait()
    assert isinstance(seen[0], ValueError)


def test_cancelled_work_ends_at_its_next_step_without_a_result(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[object] = []
    may_go_on = threading.Event()

    def work(step: Step) -> str:
        may_go_on.wait(5)
        step(1, 2)
        return "finished"

    job = jobs.start("Waiting", work, done=seen.append)
    job.cancel()
    may_go_on.set()
    qtbot.waitSignal(job.ended).wait()
    assert seen == []


def test_progress_is_told(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[tuple[int, int]] = []

    def work(step: Step) -> None:
        step(1, 3)
        step(3, 3)

    job = jobs.start("Working", work)
    job.progressed.connect(lambda done, total: seen.append((done, total)))
    qtbot.waitSignal(job.ended).wait()
    assert seen == [(1, 3), (3, 3)]
