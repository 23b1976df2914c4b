# SPDX-License-Identifier: GPL-3.0-or-later
"""XML from outside: no entities, no other files, no network, and nothing that declares its own grammar."""

import re
from typing import Any

from lxml import etree

from .page_text import Unreadable

LARGEST_XML = 25_000_000
"""Bytes of one part: the text of some thousand pages. As a tree it takes about ten times that."""
_GRAMMAR = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_AGAIN = "Open it in Word, save it under another name, and try again."


def tree(content: bytes) -> Any:
    """The root element of an XML part. Raises Unreadable."""
    if len(content) > LARGEST_XML:
        raise Unreadable("The text of the file is longer than a thousand pages.", "Save the pages you need alone.")
    if _declares_grammar(content):
        raise _strange()
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        raise Unreadable("The file is damaged: its text cannot be read.", _AGAIN) from None
    # Written in an encoding that hid it from the search above.
    if root.getroottree().docinfo.doctype:
        raise _strange()
    return root


def _declares_grammar(content: bytes) -> bool:
    if b"\0" in content[:4]:
        wide = "utf-16-be" if content[:1] == b"\0" else "utf-16-le"
        return _GRAMMAR.search(content.decode(wide, "replace")) is not None
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _GRAMMAR.search(content.decode("utf-16", "replace")) is not None
    return _GRAMMAR.search(content.decode("latin-1")) is not None


def _strange() -> Unreadable:
    return Unreadable("The file holds XML that no word processor writes.", "Do not use it; ask whoever sent it.")
