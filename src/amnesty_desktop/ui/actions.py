# SPDX-License-Identifier: GPL-3.0-or-later
"""Every action of the window with its words and its shortcut, and the menus they stand in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

_Standard = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class ActionWords:
    """One action: its name in the code, its words in the menu, its shortcuts, the first shown."""

    name: str
    words: str
    shortcuts: tuple[str | QKeySequence.StandardKey, ...] = ()
    checkable: bool = False
    needs_file: bool = True


_LINE: Final = None
MENUS: tuple[tuple[str, tuple[ActionWords | None, ...]], ...] = (
    (
        "&File",
        (
            ActionWords("open_file", "&Open a group's file…", (_Standard.Open,), needs_file=False),
            ActionWords("start_group", "&Start a group…", needs_file=False),
            ActionWords("open_sample", "Open the sam&ple group", needs_file=False),
            _LINE,
            ActionWords("bring_in", "Bring in a sh&eet…", ("Ctrl+Shift+I",)),
            ActionWords("bring_in_spreadsheet", "Bring in a sp&readsheet…"),
            ActionWords("bring_in_text", "Bring in te&xt from the clipboard", ("Ctrl+Shift+V",)),
            _LINE,
            ActionWords("copy_now", "Make a safe &copy now"),
            ActionWords("bring_back", "&Bring back an earlier copy…"),
            _LINE,
            ActionWords("edit_group", "Our group and its letter&head…"),
            ActionWords("edit_lists", "Our l&ists…"),
            ActionWords("edit_words", "Our wor&ds in spelling…"),
            ActionWords("passphrase", "Pass&phrase and recovery sheet…"),
            _LINE,
            ActionWords("take_back", "&Take back a letter changed in Word…"),
            _LINE,
            ActionWords("lock", "&Lock", ("Ctrl+L",)),
            _LINE,
            ActionWords("quit", "&Quit", (_Standard.Quit, "Ctrl+Q"), needs_file=False),
        ),
    ),
    (
        "&Edit",
        (
            ActionWords("undo", "&Undo", (_Standard.Undo,)),
            ActionWords("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
            _LINE,
            ActionWords("find", "&Find in this list", (_Standard.Find,)),
            ActionWords("find_anything", "Find &anything", ("Ctrl+K",)),
            _LINE,
            ActionWords("bin", "&Bin…"),
        ),
    ),
    (
        "&View",
        (
            ActionWords("show_today", "&Today", ("Ctrl+1",)),
            ActionWords("show_cases", "&Cases", ("Ctrl+2",)),
            ActionWords("show_letters", "&Letters", ("Ctrl+3",)),
            ActionWords("show_outcomes", "&Outcomes", ("Ctrl+4",)),
            ActionWords("show_people", "&People", ("Ctrl+5",)),
            ActionWords("show_reports", "R&eports", ("Ctrl+6",)),
            ActionWords("back", "&Back to the list", ("Alt+Left",)),
            _LINE,
            ActionWords("larger", "&Larger text", (_Standard.ZoomIn, "Ctrl+="), needs_file=False),
            ActionWords("smaller", "&Smaller text", (_Standard.ZoomOut,), needs_file=False),
            ActionWords("usual_size", "Text of &usual size", ("Ctrl+0",), needs_file=False),
            _LINE,
            ActionWords("like_system", "Colours like the s&ystem", checkable=True, needs_file=False),
            ActionWords("light", "L&ight", checkable=True, needs_file=False),
            ActionWords("dark", "&Dark", checkable=True, needs_file=False),
        ),
    ),
    (
        "&Case",
        (
            ActionWords("new_case", "&New case", (_Standard.New,)),
            ActionWords("write", "&Write a letter", ("Ctrl+Shift+N",)),
            ActionWords("record_outcome", "Record &outcome", ("Ctrl+Shift+O",)),
            ActionWords("record_count", "Record a co&unt…"),
            ActionWords("dossier", "&Dossier…"),
            _LINE,
            ActionWords("addresses", "&Addresses…", ("Ctrl+Shift+A",)),
            ActionWords("close_case", "&Close or reopen the case"),
            ActionWords("merge_case", "&Merge with another case…"),
            ActionWords("look_for_duplicates", "Look for &duplicates…"),
            _LINE,
            ActionWords("bin_case", "Put the case into the &bin"),
        ),
    ),
    (
        "&Letter",
        (
            ActionWords("export", "&Export to Word", ("Ctrl+E",)),
            ActionWords("print_or_pdf", "&Print, or save as PDF…", (_Standard.Print,)),
            ActionWords("print_letter", "Export, and open in Wor&d to print"),
            ActionWords("copy_for_email", "Cop&y for an e-mail", ("Ctrl+Shift+C",)),
            ActionWords("print_pile", "Print the pi&le of ready letters…", ("Ctrl+Shift+P",)),
            ActionWords("around_letters", "En&velopes, labels, signature sheets…", ("Ctrl+Shift+E",)),
            ActionWords("petition", "Pe&tition from this letter"),
            ActionWords("join_sheet", "“&Join us” sheet for a stall"),
            ActionWords("templates", "Te&mplates…"),
            _LINE,
            ActionWords("write_tonight", "Write ton&ight…", ("F11", "Ctrl+Shift+W")),
            _LINE,
            ActionWords("mark_ready", "The letter is &ready"),
            ActionWords("mark_sent", "Mark as &sent…", ("Ctrl+Shift+S",)),
            ActionWords("record_reply", "Record a &reply…", ("Ctrl+Shift+R",)),
            _LINE,
            ActionWords("bin_letter", "Put the letter into the &bin"),
        ),
    ),
    (
        "&Help",
        (
            ActionWords("shortcuts", "&Keyboard shortcuts", (_Standard.HelpContents,), needs_file=False),
            ActionWords("about_work", "About the &work", needs_file=False),
            ActionWords("about", "&About Amnesty Desktop", needs_file=False),
        ),
    ),
)


class Actions:
    """All actions of one window by name: actions["undo"].triggered.connect(...)."""

    def __init__(self, window: QMainWindow) -> None:
        self._by_name: dict[str, QAction] = {}
        self._with_file: list[QAction] = []
        for title, entries in MENUS:
            menu = window.menuBar().addMenu(title)
            for entry in entries:
                if entry is None:
                    menu.addSeparator()
                else:
                    menu.addAction(self._made(entry, window))

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._by_name.values())

    def set_file_open(self, is_open: bool) -> None:
        """Actions that need an open file are off without one."""
        for action in self._with_file:
            action.setEnabled(is_open)

    def name_undo(self, undo: str | None, redo: str | None) -> None:
        """Say in the menu what undo and redo would do."""
        for name, word, label in (("undo", "&Undo", undo), ("redo", "&Redo", redo)):
            said = f" “{label.replace('&', '&&')}”" if label else ""
            self[name].setText(word + said)
            self[name].setEnabled(label is not None)

    def _made(self, words: ActionWords, window: QMainWindow) -> QAction:
        action = QAction(words.words, window)
        action.setObjectName(words.name)
        action.setCheckable(words.checkable)
        action.setShortcuts(keys_of(words))
        # Where the menu is hidden, in Write tonight, the keys go on working.
        window.addAction(action)
        self._by_name[words.name] = action
        if words.needs_file:
            self._with_file.append(action)
        return action


def keys_of(words: ActionWords) -> list[QKeySequence]:
    """The shortcuts of an action on this platform, the usual one first."""
    keys: list[QKeySequence] = []
    for shortcut in words.shortcuts:
        keys += [key for key in _keys(shortcut) if key not in keys]
    return keys


def _keys(shortcut: str | QKeySequence.StandardKey) -> list[QKeySequence]:
    if isinstance(shortcut, str):
        return [QKeySequence(shortcut)]
    return QKeySequence.keyBindings(shortcut)
