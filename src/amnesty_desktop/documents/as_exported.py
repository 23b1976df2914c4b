# SPDX-License-Identifier: GPL-3.0-or-later
"""Telling a letter just as it was exported from one that was saved again in Word, without loading what reads those."""

import io
import zipfile
from hashlib import sha256

from .faults import TemplateFault
from .properties import digest_in
from .template_limits import look_over

_CUSTOM = "docProps/custom.xml"


def is_as_exported(content: bytes) -> bool:
    """Whether a Word file is a letter just as it was exported; never raises.

    The file carries the hash of its own document. Word keeps that, and writes the document anew when it saves.
    """
    try:
        look_over(content)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            digest = digest_in(archive.read(_CUSTOM))
            documents = (archive.read(name) for name in archive.namelist() if name.startswith("word/document"))
            return bool(digest) and any(sha256(each).hexdigest() == digest for each in documents)
    except (TemplateFault, KeyError):
        return False
