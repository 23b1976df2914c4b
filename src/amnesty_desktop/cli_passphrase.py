# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the command line takes a passphrase from: a file, the environment or a question, never an argument."""

import os
import sys
from pathlib import Path

import click

from .store.engine import salt_of
from .store.errors import CaseFileError

PASSPHRASE = "AMNESTY_PASSPHRASE"
"""The environment variable a passphrase is taken from."""


def key_of(file: Path, passphrase_file: Path | None) -> str | None:
    """The passphrase of a file that has one; asked for only where somebody sits at a terminal."""
    if salt_of(file) is None:
        return None
    given = given_passphrase(passphrase_file)
    if given is None and sys.stdin.isatty():
        given = click.prompt("Passphrase", hide_input=True, err=True)
    if not given:
        raise CaseFileError(
            f"“{file.name}” is locked with a passphrase.", f"Give it with --passphrase-file or in {PASSPHRASE}."
        )
    return given


def given_passphrase(passphrase_file: Path | None) -> str | None:
    """The passphrase of a file or of the environment; None without either. Raises CaseFileError."""
    if passphrase_file is None:
        return os.environ.get(PASSPHRASE) or None
    try:
        return passphrase_file.read_text("utf-8").partition("\n")[0].rstrip("\r") or None
    except (OSError, UnicodeDecodeError) as trouble:
        raise CaseFileError(
            f"The passphrase file “{passphrase_file.name}” cannot be read.", "Check its name and who may read it."
        ) from trouble


def new_passphrase() -> str | None:
    """Ask twice for the passphrase of a new file, where somebody sits at a terminal; None for none."""
    if not sys.stdin.isatty():
        return None
    words = click.prompt("Passphrase (empty for none)", default="", show_default=False, hide_input=True, err=True)
    if words and click.prompt("Once more", hide_input=True, err=True) != words:
        raise CaseFileError("The two passphrases differ.", "Try again; no file was made.")
    return words or None
