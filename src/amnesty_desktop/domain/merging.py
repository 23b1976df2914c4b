# SPDX-License-Identifier: GPL-3.0-or-later
"""Two records of one thing made one: for each field one value is taken, and none of the others is dropped.

An empty field takes what the other record has. Where both say something different, somebody chooses; the value that
is not chosen goes on as another name where it is a name, and otherwise is handed back as left over, to be noted.
"""

from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from .person import Person

_OWN = frozenset({"id", "case_id", "person_id", "position"})
"""Fields that say which record it is, not what it says."""
_NAMES = frozenset({"name", "own_script", "in_letters"})
_MAYBE = frozenset({"unknown", "not_established"})
"""Values that say that nobody knows."""
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which two records say something different; neither value is empty."""

    field: str
    one: Any
    other: Any


@dataclass(frozen=True, slots=True)
class LeftOver:
    """What was not chosen, and in which field it stood."""

    field: str
    value: Any


def is_empty(value: Any) -> bool:
    """Whether a value says nothing. No and zero say nothing beside yes and a number."""
    return not value or (isinstance(value, str) and (not value.strip() or value in _MAYBE))


def differences(one: V, other: V) -> tuple[Difference, ...]:
    """The fields somebody has to choose in, in the order of the record."""
    found = []
    for name in _compared(one):
        values = getattr(one, name), getattr(other, name)
        if name != "other_names" and values[0] != values[1] and not any(map(is_empty, values)):
            found.append(Difference(name, *values))
    return tuple(found)


def merged(kept: V, other: V, taken: Collection[str] = ()) -> tuple[V, tuple[LeftOver, ...]]:
    """Return kept with what other adds, and what is left over; taken are the fields in which other was chosen."""
    values: dict[str, Any] = {}
    left: list[LeftOver] = []
    for name in _compared(kept):
        own, new = getattr(kept, name), getattr(other, name)
        if name == "other_names" or own == new or is_empty(new):
            continue
        if is_empty(own):
            values[name] = new
            continue
        values[name] = new if name in taken else own
        left.append(LeftOver(name, own if name in taken else new))
    if isinstance(kept, Person) and isinstance(other, Person):
        further = [item.value for item in left if item.field in _NAMES]
        values["other_names"] = _other_names(kept, other, values, further)
        left = [item for item in left if item.field not in _NAMES]
    return replace(kept, **values), tuple(left)  # type: ignore[type-var]


def _other_names(kept: Person, other: Person, values: dict[str, Any], further: list[str]) -> str:
    """Every spelling that is not a name of the merged person already, one a line."""
    lines = [*kept.other_names.splitlines(), *other.other_names.splitlines(), *further]
    chosen = {values.get(name, getattr(kept, name)).strip() for name in _NAMES}
    return "\n".join(dict.fromkeys(line.strip() for line in lines if line.strip() and line.strip() not in chosen))


def _compared(record: Any) -> list[str]:
    return [field.name for field in fields(record) if field.name not in _OWN]
