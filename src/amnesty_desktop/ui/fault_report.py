# SPDX-License-Identifier: GPL-3.0-or-later
"""Errors of ours: a report without case text, the typing kept, and the window goes on."""

import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from .. import __version__

_MOST_BYTES = 200_000


def report_text(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it happened, and no more: messages of errors may hold case text, so they are left out."""
    places = traceback.extract_tb(trace)
    lines = [f"  {Path(place.filename).name}:{place.lineno} in {place.name}" for place in places]
    return "\n".join([f"Amnesty Desktop {__version__}, Python {sys.version.split()[0]}", kind.__name__, *lines])


def write_report(folder: Path, text: str, now: datetime) -> Path:
    """Append a report to the log; an old log is put aside when it grows long."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / "faults.log"
    if path.exists() and path.stat().st_size > _MOST_BYTES:
        path.replace(folder / "faults.old.log")
    with path.open("a", encoding="utf-8") as stream:
        stream.write(f"{now.isoformat(timespec='seconds')}\n{text}\n\n")
    return path


def install(folder: Path, tell: Callable[[str], None]) -> None:
    """Catch what no code expected; tell is given the report's text."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = report_text(kind, trace)
        print(text, file=sys.stderr)
        try:
            write_report(folder, text, datetime.now(UTC))
        finally:
            tell(text)

    sys.excepthook = hook
