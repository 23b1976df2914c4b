# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample group in a file of its own for each test, made once for all of them."""

import tempfile
from datetime import date
from functools import lru_cache
from pathlib import Path

from amnesty_desktop.edits.sample import fill_sample, sample_group
from amnesty_desktop.store.case_file import CaseFile

from .builders import HERE, Clock

TODAY = date(2026, 11, 23)


@lru_cache(maxsize=4)
def sample_bytes(today: date = TODAY) -> bytes:
    """The bytes of a closed file with the sample group, as it is made on a day."""
    return _made(today, None)


@lru_cache(maxsize=1)
def locked_sample_bytes(passphrase: str) -> bytes:
    """The same under a passphrase."""
    return _made(TODAY, passphrase)


def _made(today: date, passphrase: str | None) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.amnesty"
        made = CaseFile.create(path, sample_group(), passphrase, device=HERE, who="Miriam Ashdown", now=Clock())
        fill_sample(made, today)
        made.close()
        return path.read_bytes()


def sample_file(path: Path, today: date = TODAY) -> CaseFile:
    """The sample group, opened at a path where no file is."""
    path.write_bytes(sample_bytes(today))
    return CaseFile.open(path, device=HERE, who="Miriam Ashdown", now=Clock())
