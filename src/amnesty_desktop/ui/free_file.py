# SPDX-License-Identifier: GPL-3.0-or-later
"""The file for a moment's reading, where nobody else has it: the window never waits for long work."""

from collections.abc import Iterator
from contextlib import contextmanager

from ..store.case_file import CaseFile
from .session import Session


@contextmanager
def free_file(session: Session) -> Iterator[CaseFile | None]:
    """Give the file and hold its turn meanwhile; None while it is closed or lent to long work."""
    if session.is_locked or not session.file.turn.acquire(blocking=False):
        yield None
        return
    file = session.file
    try:
        yield file
    finally:
        file.turn.release()
