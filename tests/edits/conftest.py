# SPDX-License-Identifier: GPL-3.0-or-later
"""An open case file for every test that wants one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.builders import new_file

from amnesty_desktop.store.case_file import CaseFile


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CaseFile]:
    """A new and empty case file without a passphrase."""
    made = new_file(tmp_path / "riverside.amnesty")
    yield made
    made.close()
