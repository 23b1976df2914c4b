# SPDX-License-Identifier: GPL-3.0-or-later
"""The preferences of one user on one computer, kept in one small file; nothing about a case is ever among them."""

import json
import os
import re
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Self

from .paths import settings_file

THEMES = ("system", "light", "dark")
DATE_ORDERS = ("", "day", "month")
TEXT_SCALES = range(100, 201)
"""Per cent of the size the window is drawn for."""
IDLE_MINUTES = range(0, 241)
"""Minutes without a key or a click before an encrypted file is locked; 0 means never."""

_DEVICE = re.compile(r"[0-9a-f]{12}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the program remembers between two starts.

    date_order is how 5/7/2017 is read, "day" or "month" first, empty until it was asked;
    geometry is the window's, as base64 text; splitters maps the name of a splitter to its sizes in px;
    device is twelve hex digits that tell this computer's edits from those of others;
    place is JSON that says where in the window one was, by ids; column_meanings maps a hash of the name of a column
    of a spreadsheet to what somebody said it is.
    """

    date_order: str = ""
    text_scale: int = 100
    theme: str = "system"
    geometry: str = ""
    splitters: dict[str, list[int]] = field(default_factory=dict)
    last_file: str = ""
    device: str = ""
    idle_minutes: int = 5
    user_name: str = ""
    place: str = ""
    column_meanings: dict[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls) -> Self:
        """Read the preferences; what is missing or makes no sense takes its default.

        A file that can't be understood is kept beside the new one as settings.json.bad. The first start makes the
        device and saves it.
        """
        path = settings_file()
        found = cls(**_sensible(_read(path)))
        return found if found.device else found.with_new_device()

    def with_new_device(self) -> Self:
        """Return the preferences under a new device, saved: after a restore two histories must not share one."""
        renewed = replace(self, device=os.urandom(6).hex())
        renewed.save()
        return renewed

    def save(self) -> bool:
        """Write the preferences, whole or not at all; False when the folder refuses, and they last until the end."""
        try:
            _write(settings_file(), json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n")
        except OSError:
            return False
        return True


def _read(path: Path) -> Mapping[str, Any]:
    try:
        values = json.loads(path.read_text("utf-8"))
    except OSError:
        return {}
    except (ValueError, RecursionError):
        values = None
    if isinstance(values, dict):
        return values
    with suppress(OSError):
        path.replace(path.with_name(path.name + ".bad"))
    return {}


def _sensible(values: Mapping[str, Any]) -> dict[str, Any]:
    names = [one.name for one in fields(Settings)]
    return {name: values[name] for name in names if name in values and _makes_sense(name, values[name])}


def _makes_sense(name: str, value: Any) -> bool:
    match name:
        case "text_scale":
            return type(value) is int and value in TEXT_SCALES
        case "idle_minutes":
            return type(value) is int and value in IDLE_MINUTES
        case "theme":
            return value in THEMES
        case "date_order":
            return value in DATE_ORDERS
        case "device":
            return isinstance(value, str) and _DEVICE.fullmatch(value) is not None
        case "splitters":
            return isinstance(value, dict) and all(_are_sizes(sizes) for sizes in value.values())
        case "column_meanings":
            return isinstance(value, dict) and all(isinstance(text, str) and len(text) < 40 for text in value.values())
        case _:
            return isinstance(value, str)


def _are_sizes(value: Any) -> bool:
    return isinstance(value, list) and all(type(size) is int and 0 <= size < 100_000 for size in value)


def _write(path: Path, text: str) -> None:
    """Write beside the file, reach the disk, then take its place. mkstemp gives rights to the owner alone."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".new")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode("utf-8", "backslashreplace"))
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
