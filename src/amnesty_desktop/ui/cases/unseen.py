# SPDX-License-Identifier: GPL-3.0-or-later
"""Building many parts of a page at once: added one by one in sight, each would lay the whole page out again."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


@contextmanager
def unseen(page: QWidget) -> Iterator[None]:
    """Hide a page while it is built; whatever in it had the focus has it again afterwards, if it is still there."""
    if page.isHidden():
        yield
        return
    focused = page.window().focusWidget()
    page.hide()
    try:
        yield
    finally:
        page.show()
        if focused is not None and isValid(focused) and page.isAncestorOf(focused):
            focused.setFocus()
