# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the program keeps what is its own, and where its resources lie, installed or in a checkout."""

import hashlib
import os
import re
from contextlib import suppress
from pathlib import Path

from platformdirs import PlatformDirs

HOME_VARIABLE = "AMNESTY_DESKTOP_HOME"
"""An environment variable naming one folder that holds all the folders below, as for a stick or a test."""

_PROGRAM = "amnesty-desktop"
_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


def data_folder() -> Path:
    """The folder for what belongs to this computer; never one that follows its user over a network."""
    return _private(_below_home("data") or _system().user_data_path)


def config_folder() -> Path:
    """The folder with the preferences."""
    return _private(_below_home("config") or _system().user_config_path)


def logs_folder() -> Path:
    """The folder with the program's own notes of what went wrong; they hold no names."""
    return _private(_below_home("logs") or _system().user_log_path)


def backups_folder() -> Path:
    """The folder above the safe copies of every group."""
    return _private(data_folder() / "backups")


def copies_folder(group: str) -> Path:
    """The folder with the safe copies of one group, by the group's id.

    The id is read from a file that may come from anywhere, so one that is no plain name is replaced by its hash.
    """
    plain = _PLAIN_NAME.fullmatch(group) is not None
    name = group if plain else hashlib.sha256(group.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return _private(backups_folder() / name)


def opened_folder() -> Path:
    """The folder with copies of documents the system has opened; emptied whenever the file is closed."""
    return _private(data_folder() / "opened")


def settings_file() -> Path:
    """The one file with the preferences; it may not exist yet."""
    return config_folder() / "settings.json"


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder: resource("icons", "app.svg"); without parts, of the folder of all.

    Raises FileNotFoundError when the program was installed without it.
    """
    package = Path(__file__).resolve().parent
    shipped = package / "resources"
    root = shipped if shipped.is_dir() else package.parents[1] / "resources"
    found = root.joinpath(*parts)
    if not found.exists():
        raise FileNotFoundError(f"The program is installed without its file {'/'.join(parts)}.")
    return found


def _below_home(name: str) -> Path | None:
    home = os.environ.get(HOME_VARIABLE, "")
    return Path(home).absolute() / name if home else None


def _system() -> PlatformDirs:
    return PlatformDirs(_PROGRAM, appauthor=False, roaming=False)


def _private(folder: Path) -> Path:
    """Make the folder if need be, and close it to the other users of the computer.

    A folder that can't be made is still named: reading from it finds nothing, and writing to it says what is wrong.
    """
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
    return folder
