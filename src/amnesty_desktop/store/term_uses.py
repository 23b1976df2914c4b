# SPDX-License-Identifier: GPL-3.0-or-later
"""How many records use each term of the lists."""

from collections import Counter

from .engine import Engine

_PLACES = (("concerns", "term"), ("outcomes", "kind"), ("grounds", "term"))


def uses_of(engine: Engine) -> Counter[str]:
    """Live records by the code they were written with."""
    found: Counter[str] = Counter()
    for table, column in _PLACES:
        sql = f"SELECT {column}, count(*) FROM {table} WHERE live = 1 AND {column} <> '' GROUP BY {column}"
        for code, uses in engine.rows(sql):
            found[code] += uses
    return found
