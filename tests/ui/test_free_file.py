# SPDX-License-Identifier: GPL-3.0-or-later
"""The file for a moment's reading: never waited for, and always given back."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from pytestqt.qtbot import QtBot

from amnesty_desktop.ui.free_file import free_file
from amnesty_desktop.ui.session import Session


@contextmanager
def lent_to_a_job(session: Session) -> Iterator[None]:
    """Another thread holds the turn of the file, as a job does while it reads."""
    taken, free = threading.Event(), threading.Event()

    def hold() -> None:
        with session.file.turn:
            taken.set()
            free.wait(5)

    job = threading.Thread(target=hold)
    job.start()
    taken.wait(5)
    try:
        yield
    finally:
        free.set()
        job.join()


def test_a_free_file_is_given(qtbot: QtBot, session: Session) -> None:
    with free_file(session) as file:
        assert file is session.file


def test_a_file_lent_to_long_work_is_not_waited_for(qtbot: QtBot, session: Session) -> None:
    with lent_to_a_job(session), free_file(session) as file:
        assert file is None


def test_a_closed_file_is_not_given(qtbot: QtBot, session: Session) -> None:
    session.close()
    with free_file(session) as file:
        assert file is None


def test_the_turn_is_given_back_after_a_fault(qtbot: QtBot, session: Session) -> None:
    with pytest.raises(ValueError, match="of ours"), free_file(session):
        raise ValueError("a fault of ours")
    was_free: list[bool] = []

    def ask() -> None:
        was_free.append(session.file.turn.acquire(timeout=5))
        session.file.turn.release()

    other = threading.Thread(target=ask)
    other.start()
    other.join()
    assert was_free == [True]
