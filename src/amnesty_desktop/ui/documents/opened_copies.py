# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of documents that the system opens: in a folder of our own, closed to others, gone when the file is closed."""

import os
import shutil
import tempfile
from pathlib import Path

from ...paths import opened_folder


def put(name: str, content: bytes) -> Path:
    """Write a copy that only this user can read and that no program is allowed to run; raises OSError."""
    folder = Path(tempfile.mkdtemp(dir=opened_folder()))
    path = folder / name
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
    return path


def clear() -> None:
    """Remove all copies: at lock, at close, at the next start. What another program holds open goes the next time."""
    shutil.rmtree(opened_folder(), ignore_errors=True)
