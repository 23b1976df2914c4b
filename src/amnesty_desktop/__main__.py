# SPDX-License-Identifier: GPL-3.0-or-later
"""The program's one door: a verb leads to the command line, everything else to the window.

Nothing is imported before that is decided, so that the window starts without what only the command line needs.
"""

import sys
from collections.abc import Sequence

VERBS = frozenset(
    (
        *("new", "sample", "read", "add", "search", "show", "letters", "check"),
        *("figures", "verify", "report", "backup", "restore"),
    )
)
_ASKING = frozenset({"--help", "-h", "--version"})
_READ_FROM_OUTSIDE = "--read-file-from-outside"
"""How the program starts itself to read a file in a process of its own: intake.isolated.VERB, known without it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments, those of the process unless given; returns the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words == [_READ_FROM_OUTSIDE]:
        from .intake.child import main as child

        return child()
    if words and (words[0] in VERBS or words[0] in _ASKING):
        from .cli import main as command_line

        return command_line(words)
    from .app import main as window

    return window(words)


if __name__ == "__main__":
    sys.exit(main())
