# SPDX-License-Identifier: GPL-3.0-or-later
"""Run every benchmark of this folder, or those named on the command line, one after the other."""

import importlib
import sys
from pathlib import Path

_HERE = Path(__file__).parent
_SHARED = {"run", "timing", "large_file", "__init__"}


def main(names: list[str]) -> None:
    """Print each benchmark's own table under its name."""
    sys.path[:0] = [str(_HERE.parent), str(_HERE.parent / "src")]
    for name in names or sorted(path.stem for path in _HERE.glob("*.py") if path.stem not in _SHARED):
        print(f"\n{name}\n")
        importlib.import_module(f"benchmarks.{name}").main()


if __name__ == "__main__":
    main(sys.argv[1:])
