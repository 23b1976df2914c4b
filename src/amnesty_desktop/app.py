# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's entry: this module alone makes the parts and hands them on."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from .paths import logs_folder, resource
from .settings import Settings
from .ui import fault_report
from .ui.collecting import Collecting
from .ui.look import Look, Scheme
from .ui.main_window import MainWindow
from .ui.opening import Opening
from .ui.preferences import Preferences


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, with a file when one is named; returns the exit status."""
    wanted = _arguments(sys.argv[1:] if argv is None else argv)
    application = QApplication([sys.argv[0]])
    Collecting(application).begin()
    window = build(application, Settings.load(), today=_clock(wanted.today))
    fault_report.install(logs_folder(), window.papers.show_fault)
    window.show()
    window.doors.begin(wanted.file)
    return application.exec()


def build(application: QApplication, settings: Settings, *, today: Callable[[], date] = date.today) -> MainWindow:
    """Put the parts of the window together."""
    application.setApplicationName("amnesty-desktop")
    application.setApplicationDisplayName("Amnesty Desktop")
    application.setDesktopFileName("amnesty-desktop")
    application.setWindowIcon(QIcon(str(resource("icons", "app.svg"))))
    preferences = Preferences(settings)
    day_first = {"day": True, "month": False}.get(settings.date_order)
    look = Look(application, resource(), text_size=settings.text_scale, day_first=day_first)
    look.date_order_chosen.connect(lambda is_day: preferences.change(date_order="day" if is_day else "month"))
    look.set_scheme(Scheme(settings.theme))
    return MainWindow(look, preferences, Opening(preferences, today), today)


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="amnesty-desktop", description="The desk of an Amnesty local group.")
    parser.add_argument("file", nargs="?", type=Path, help="the group's file to open")
    parser.add_argument("--today", type=date.fromisoformat, help="the day to take for today, YYYY-MM-DD")
    return parser.parse_args(list(argv))


def _clock(today: date | None) -> Callable[[], date]:
    return date.today if today is None else lambda: today
