# SPDX-License-Identifier: GPL-3.0-or-later
"""Forgetting what was read: words of a file that functions remember for speed must not outlive the open file."""

import sys

_PROGRAM = __package__.partition(".")[0]


def forget_what_was_read() -> None:
    """Empty every cache of every module of the program that is loaded, whatever it is called."""
    loaded = [module for name, module in list(sys.modules.items()) if name.partition(".")[0] == _PROGRAM]
    for module in loaded:
        for value in list(vars(module).values()):
            clear = getattr(value, "cache_clear", None)
            if callable(clear):
                clear()
