# SPDX-License-Identifier: GPL-3.0-or-later
"""What the styles and lists of a Word file say about a paragraph: that it is a heading, or an entry of a list."""

from typing import Any

from .page_text import LineKind

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADINGS = ("heading", "title", "subtitle")
_LISTS = ("list bullet", "list number", "list paragraph bullet")
_BODY_LEVEL = "9"
_NO_LIST = "0"


class WordStyles:
    """The kinds of paragraphs by the id of their style; root is the tree of styles.xml, None where there is none."""

    def __init__(self, root: Any) -> None:
        styles = [] if root is None else root.iter(f"{WORD}style")
        self._styles = {style.get(f"{WORD}styleId", ""): style for style in styles}

    def kind(self, properties: Any) -> LineKind:
        """What a paragraph with these properties (w:pPr, or None) is."""
        if properties is None:
            return LineKind.TEXT
        style = _value(properties, "pStyle")
        if self._is_heading(properties, style):
            return LineKind.HEADING
        return LineKind.BULLET if self._is_listed(properties, style) else LineKind.TEXT

    def _is_heading(self, properties: Any, style: str) -> bool:
        level = _value(properties, "outlineLvl")
        for each in self._chain(style):
            if _value(each, "name").lower().startswith(_HEADINGS):
                return True
            level = level or _value(each.find(f"{WORD}pPr"), "outlineLvl")
        return bool(level) and level != _BODY_LEVEL

    def _is_listed(self, properties: Any, style: str) -> bool:
        for each in (properties, *(found.find(f"{WORD}pPr") for found in self._chain(style))):
            numbering = None if each is None else each.find(f"{WORD}numPr")
            if numbering is not None:
                return _value(numbering, "numId") != _NO_LIST
        return any(_value(each, "name").lower().startswith(_LISTS) for each in self._chain(style))

    def _chain(self, style: str) -> list[Any]:
        """The style and those it is based on; a circle ends where it closes."""
        found: list[Any] = []
        while (each := self._styles.get(style)) is not None and each not in found:
            found.append(each)
            style = _value(each, "basedOn")
        return found


def _value(element: Any, name: str) -> str:
    """The value of a property inside an element: w:val of w:<name>, empty where there is none."""
    found = None if element is None else element.find(f"{WORD}{name}")
    return "" if found is None else str(found.get(f"{WORD}val", ""))
