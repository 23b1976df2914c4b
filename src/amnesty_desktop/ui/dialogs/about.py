# SPDX-License-Identifier: GPL-3.0-or-later
"""About the program: its version, what it is made of, and where it keeps things."""

import platform
import sys
from importlib import metadata

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ... import __version__
from ...paths import logs_folder
from ...store.engine import library_versions
from ..look import Look
from ..session import Session
from ..theme import Role as Colour
from ..theme import Use
from ..widgets.captioned_value import CaptionedValue
from ..widgets.paragraph import Paragraph
from .frame import DialogFrame, Role

# What is shipped, and under which licence it comes.
LIBRARIES = (
    ("PySide6_Essentials", "LGPL-3.0"),
    ("sqlcipher3", "zlib; SQLCipher: BSD; SQLite: public domain; OpenSSL: Apache-2.0"),
    ("sqlite-utils", "Apache-2.0"),
    ("python-docx", "MIT"),
    ("platformdirs", "MIT"),
    ("click", "BSD-3-Clause"),
    ("babel", "BSD-3-Clause"),
    ("anyascii", "ISC"),
)


class AboutDialog(DialogFrame):
    """Versions, licences, folders; and the same to copy for support, without anything of the file."""

    def __init__(self, look: Look, session: Session | None, parent: QWidget | None) -> None:
        super().__init__(look, "Amnesty Desktop", parent, size=(600, 600))
        self._session = session
        first = f"Version {__version__}. Free software under the GNU General Public License, version 3 or later."
        self.add(
            Paragraph(look, first),
            Paragraph(look, "An independent volunteer project, not endorsed by Amnesty International."),
        )
        if session is not None:
            lock = "locked with a passphrase" if session.is_encrypted else "without a passphrase"
            self.add(
                CaptionedValue(look, "This file", f"{session.path} ({lock})"),
                CaptionedValue(look, "Its safe copies", str(session.copies)),
            )
        self.add(CaptionedValue(look, "Database", library_versions()))
        self.add(CaptionedValue(look, "Notes of the program’s own errors, without names", str(logs_folder())))
        for name, licence in LIBRARIES:
            self.add(CaptionedValue(look, f"{name} {_version(name)}", licence))
        words = "The program never uses the network. Everything stays on this computer."
        self.add(Paragraph(look, words, Use.CAPTION, Colour.SECONDARY))
        self.content.addStretch(1)
        self.copied = Paragraph(look, "", Use.CAPTION, Colour.SECONDARY)
        self.add(self.copied)
        copy = self.add_button("Copy for &support", Role.ActionRole)
        copy.clicked.connect(self._copy)
        self.add_close()

    def _copy(self) -> None:
        encrypted = None if self._session is None else self._session.is_encrypted
        QGuiApplication.clipboard().setText(support_text(encrypted=encrypted))
        self.copied.setText("Copied: versions only, and nothing of your file. Paste it where you ask for help.")


def support_text(*, encrypted: bool | None) -> str:
    """What somebody who helps needs to know; no path, no name, nothing of the file."""
    file = {None: "no file open", True: "file with a passphrase", False: "file without a passphrase"}[encrypted]
    lines = [f"Amnesty Desktop {__version__}", f"{platform.system()} {platform.release()}"]
    lines += [f"Python {sys.version.split()[0]}", f"Qt {qVersion()}", library_versions(), file]
    return "\n".join(lines + [f"{name} {_version(name)}" for name, _ in LIBRARIES])


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
