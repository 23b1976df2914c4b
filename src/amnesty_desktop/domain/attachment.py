# SPDX-License-Identifier: GPL-3.0-or-later
"""An attachment: a scan or a file kept inside the case file, its bytes under their hash."""

import re
import unicodedata
from dataclasses import dataclass, field

from .case import Confidentiality
from .dates import PartialDate
from .ids import new_id

LARGEST_ATTACHMENT = 25 * 1024 * 1024
"""Bytes one attachment may have: a scan of some twenty pages fits; films belong elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One file of a case. name is what it was called, digest the SHA-256 of its bytes in hex, size in bytes.

    media_type is what its bytes say it is, never what its name says. Members only unless somebody decided otherwise.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    name: str = ""
    media_type: str = ""
    digest: str = ""
    size: int = 0
    note: str = ""
    added: PartialDate | None = None
    confidentiality: Confidentiality = Confidentiality.INTERNAL
    position: int = 0


LONGEST_NAME = 120
"""Letters of a file's name, its end included."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_INVISIBLE = frozenset({"Cc", "Cs", "Cf", "Co", "Cn", "Zl", "Zp"})
_DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?![^.\s])")


def plain_name(name: str) -> str:
    """The last part of a path as a name every system accepts, without signs that hide how it ends."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    spaced = _FORBIDDEN.sub("-", " ".join(last.split()))
    seen = "".join(sign for sign in spaced if unicodedata.category(sign) not in _INVISIBLE).strip(" .-")
    stem, point, end = seen.rpartition(".")
    if point and len(end) <= 10:
        seen = f"{stem[: LONGEST_NAME - len(end) - 1].rstrip()}.{end}"
    kept = seen[:LONGEST_NAME] or "document"
    return f"document {kept}" if _DEVICES.match(kept) else kept


def size_words(size: int) -> str:
    """A size as people read it: "340 KB", "1.2 MB"; never less than "1 KB"."""
    return f"{max(1, round(size / 1_000))} KB" if size < 999_500 else f"{size / 1_000_000:.1f} MB"
