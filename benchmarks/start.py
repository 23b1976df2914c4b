# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the program takes from nothing to its first painted window, beside a bare PySide6 window.

Each start is a process of its own and counts the time of the processor, not of the clock: what else the machine does
is not ours to measure.
"""

import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.large_file import TODAY
from benchmarks.timing import row

from amnesty_desktop.edits.sample import fill_sample, sample_group
from amnesty_desktop.store.case_file import CaseFile

_TIMES = 5
_WAIT = """
class First(QObject):
    seen = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and is_there():
            self.seen = True
        return False
first = First()
application.installEventFilter(first)
window.show()
begin()
while not first.seen:
    application.processEvents()
print(time.process_time() * 1000)
sys.stdout.flush()
os._exit(0)
"""
_IMPORTS = """
import os, sys, time
from datetime import date
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow
"""
_BARE = f"""{_IMPORTS}
application, begin, is_there = QApplication([]), lambda: None, lambda: True
window = QMainWindow()
{_WAIT}"""
_OURS = f"""{_IMPORTS}
from amnesty_desktop.app import build
from amnesty_desktop.settings import Settings
application = QApplication([])
window = build(application, Settings.load(), today=lambda: date.fromisoformat("{TODAY}"))
begin, is_there = lambda: window.doors.begin(Path(sys.argv[1])), lambda: window.workplace is not None
{_WAIT}"""


def _started(program: str, folder: Path, file: Path) -> float:
    own = {f"XDG_{name}_HOME": str(folder) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    file.with_name(f".{file.name}.lock").unlink(missing_ok=True)
    done = subprocess.run(
        [sys.executable, "-c", program, str(file)],
        capture_output=True,
        text=True,
        timeout=60,
        env=os.environ | own | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)},
        check=True,
    )
    return float(done.stdout.split()[-1])


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "sample.amnesty"
        file = CaseFile.create(path, sample_group(), None, device="a" * 12, who="Ana", now=lambda: datetime.now(UTC))
        fill_sample(file, TODAY)
        file.close()
        bare = min(_started(_BARE, folder, path) for _ in range(_TIMES))
        ours = min(_started(_OURS, folder, path) for _ in range(_TIMES))
    row("To the first painted window, ms of the processor", "ours", "bare Qt", "ratio")
    row("the sample group, Today", ours, bare, ours / bare)


if __name__ == "__main__":
    main()
