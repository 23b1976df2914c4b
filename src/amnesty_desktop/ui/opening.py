# SPDX-License-Identifier: GPL-3.0-or-later
"""How case files are found, opened and made: one place for the window's several doors."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from ..domain.group import Group
from ..paths import data_folder
from ..store.case_file import CaseFile
from ..store.engine import folder_read_only, salt_of
from ..store.keys import FileKey, key_from_recovery_text
from .preferences import Preferences

SAMPLE_NAME = "Sample group.amnesty"


class Opening:
    """Opens files in the name of this device and this user."""

    def __init__(self, preferences: Preferences, today: Callable[[], date]) -> None:
        self._preferences = preferences
        self._today = today

    def needs_passphrase(self, path: Path) -> bool:
        """Whether a file is encrypted; raises CaseFileError when it is not there or no case file."""
        return salt_of(path) is not None

    def open(self, path: Path, key: FileKey | str | None = None) -> CaseFile:
        """Open a file; raises CaseFileError."""
        settings = self._preferences.now
        return CaseFile.open(path, key, device=settings.device, who=settings.user_name, now=_now)

    def open_with_recovery(self, path: Path, typed: str) -> CaseFile:
        """Open a file with the letters of its recovery sheet; raises CaseFileError."""
        salt = salt_of(path)
        return self.open(path, None if salt is None else key_from_recovery_text(typed, salt))

    def create(self, path: Path, group: Group, passphrase: str | None) -> CaseFile:
        """Make the file of a new group; raises CaseFileError."""
        settings = self._preferences.now
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as trouble:
            raise folder_read_only(path.parent) from trouble
        return CaseFile.create(path, group, passphrase, device=settings.device, who=settings.user_name, now=_now)

    @property
    def sample_path(self) -> Path:
        """Where the sample group lies, once it was looked at."""
        return data_folder() / SAMPLE_NAME

    def create_sample(self) -> CaseFile:
        """Make the sample group, where it is not there yet; raises CaseFileError."""
        from ..edits.sample import fill_sample, sample_group

        file = self.create(self.sample_path, sample_group(), None)
        try:
            fill_sample(file, self._today())
        except BaseException:
            # Half a sample would be taken for the whole one the next time.
            file.close()
            file.path.unlink(missing_ok=True)
            raise
        return file


def _now() -> datetime:
    return datetime.now(UTC)
