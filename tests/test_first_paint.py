# SPDX-License-Identifier: GPL-3.0-or-later
"""What the first sight of the window costs: only the libraries it needs are loaded by then."""

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from amnesty_desktop.edits.sample import fill_sample, sample_group
from amnesty_desktop.store.case_file import CaseFile

TODAY = date(2026, 11, 23)
LATE = ("docx", "lxml", "sqlite_utils", "click", "PySide6.QtPrintSupport", "numpy", "xml.etree.ElementTree")
NOT_YET = tuple(f"amnesty_desktop.{room}." for room in ("documents", "intake", "domain.letter_check"))
START = """
import json, sys
from datetime import date
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from amnesty_desktop.app import build
from amnesty_desktop.settings import Settings

application = QApplication([])
window = build(application, Settings.load(), today=lambda: date(2026, 11, 23))

class FirstPaint(QObject):
    seen = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and window.workplace is not None:
            self.seen = True
        return False

first = FirstPaint()
application.installEventFilter(first)
window.show()
window.doors.begin(Path(sys.argv[1]))
while not first.seen:
    application.processEvents()
print(json.dumps(sorted(sys.modules)))
window.close()
"""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "sample.amnesty"
    file = CaseFile.create(path, sample_group(), None, device="a" * 12, who="Ana", now=lambda: datetime.now(UTC))
    fill_sample(file, TODAY)
    file.close()
    return path


def test_the_first_window_loads_neither_word_nor_sqlite_utils_nor_what_makes_letters(sample: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", START, str(sample)],
        capture_output=True,
        text=True,
        timeout=60,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert "amnesty_desktop.ui.today.view" in loaded
    assert [name for name in LATE if name in loaded] == []
    assert [name for name in loaded if name.startswith(NOT_YET)] == []
