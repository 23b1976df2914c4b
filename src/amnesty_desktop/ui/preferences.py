# SPDX-License-Identifier: GPL-3.0-or-later
"""Preferences of this computer's user, remembered as they change. Never anything about cases."""

from dataclasses import replace
from typing import Any

from ..settings import Settings


class Preferences:
    """The settings in force; change() writes them down at once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def now(self) -> Settings:
        """The settings in force."""
        return self._settings

    def change(self, **values: Any) -> None:
        """Change some of them, named as in Settings."""
        changed = replace(self._settings, **values)
        if changed != self._settings:
            self._settings = changed
            changed.save()

    def with_new_device(self) -> str:
        """Take a new device after bringing back a copy: two histories must not share one. Returns it."""
        self._settings = self._settings.with_new_device()
        return self._settings.device
