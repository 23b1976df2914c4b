# SPDX-License-Identifier: GPL-3.0-or-later
"""Showing and hiding parts that may not have their place in the window yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def show_if(part: QWidget, wanted: bool) -> None:
    """Show or hide a part. One without a parent is never shown at once: it would flash up as a window of its own.

    It appears together with its parent instead, as if it had never been hidden.
    """
    if wanted and part.parentWidget() is None:
        part.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
        return
    part.setVisible(wanted)
