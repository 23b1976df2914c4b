# SPDX-License-Identifier: GPL-3.0-or-later
"""What can go wrong with a case file in the world outside: one sentence each, with the way out."""


class CaseFileError(Exception):
    """A trouble of the world, not of the program: message says what happened, way_out what to do."""

    def __init__(self, message: str, way_out: str) -> None:
        super().__init__(f"{message} {way_out}")
        self.message = message
        self.way_out = way_out


class FileMissing(CaseFileError):
    """There is no file, or its folder is gone."""


class NotACaseFile(CaseFileError):
    """The file is something else."""


class NewerFile(CaseFileError):
    """A newer version of the program has written the file."""


class DamagedFile(CaseFileError):
    """The file is a case file, and parts of it cannot be trusted."""


class FileBusy(CaseFileError):
    """Somebody else has the file open."""


class FolderReadOnly(CaseFileError):
    """The folder, or the file in it, cannot be written."""


class DiskFull(CaseFileError):
    """There is no room left; nothing was changed."""


class PassphraseNeeded(CaseFileError):
    """The file is locked with a passphrase."""


class WrongPassphrase(CaseFileError):
    """The passphrase or the recovery sheet does not open this file."""


class RecordMissing(LookupError):
    """No record has this id: an error of ours, not of the world."""


class WrittenPastTheRecorder(RuntimeError):
    """Something wrote to a record outside of an edit: an error of ours."""
