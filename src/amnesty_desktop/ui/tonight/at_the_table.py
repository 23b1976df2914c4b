# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sits at the table: members by tick, guests by name. The window remembers it, the file does not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...domain.letter import Letter
from ...domain.member import Member
from ...edits import letters, members
from ...store.recorder import Transaction
from ...store.tonight import Written
from ..session import Session

_GUEST = "guest:"


@dataclass(frozen=True, slots=True)
class Writer:
    """Somebody at the table; member_id is None for a guest."""

    name: str
    member_id: str | None = None

    @property
    def key(self) -> str:
        """What tells them from all others."""
        return self.member_id or f"{_GUEST}{self.name}"

    def wrote(self, one: Written) -> bool:
        """Whether a letter is theirs."""
        if self.member_id is not None:
            return one.writer_id == self.member_id
        return one.writer_id is None and one.signature.partition("\n")[0].strip() == self.name


class AtTheTable:
    """Who is here. Nothing of it is written down but who joins the group."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._here: list[str] = []
        self._guests: list[str] = []

    def tick_user(self) -> None:
        """Who sits at this computer is here."""
        name = self._session.settings.user_name
        for writer in self.members():
            if name and writer.name == name:
                self.tick(writer.key, True)

    def members(self) -> list[Writer]:
        """Everybody of the group who could be here."""
        return [Writer(one.name, one.id) for one in self._session.file.all(Member, active=1) if one.name.strip()]

    def guests(self) -> list[Writer]:
        """Guests who gave their names."""
        return [Writer(name) for name in self._guests]

    def here(self) -> list[Writer]:
        """Who is here, members first."""
        return [one for one in (*self.members(), *self.guests()) if one.key in self._here]

    def writer(self, key: str) -> Writer | None:
        """One who is here."""
        return next((one for one in self.here() if one.key == key), None)

    def tick(self, key: str, is_here: bool) -> None:
        """Somebody comes or goes."""
        self._here = [one for one in self._here if one != key] + ([key] if is_here else [])

    def add_guest(self, name: str) -> Writer | None:
        """A guest gives a name; somebody of that name who is known is taken for that one."""
        name = " ".join(name.split())[:200]
        if not name:
            return None
        known = next((one for one in (*self.members(), *self.guests()) if one.name.casefold() == name.casefold()), None)
        if known is None:
            known = Writer(name)
            self._guests.append(name)
        self.tick(known.key, True)
        return known

    def make_member(self, guest: Writer, letter_ids: Sequence[str]) -> None:
        """A guest joins the group, and these letters become the new member's."""
        member = Member(name=guest.name)

        def join(write: Transaction) -> None:
            members.save(write, member)
            for letter_id in letter_ids:
                letters.save(write, replace(write.get(Letter, letter_id), writer_id=member.id))

        if self._session.edit("Add a member", join) is not None:
            self._guests.remove(guest.name)
            self.tick(guest.key, False)
            self.tick(member.id, True)

    def place(self) -> dict[str, Any]:
        """Who is here, as JSON; the names of guests stay in the memory of the program."""
        return {"on": self._session.today().isoformat(), "here": self._members_here(), "guests": list(self._guests)}

    def _members_here(self) -> list[str]:
        return [key for key in self._here if not key.startswith(_GUEST)]

    def go_to(self, place: dict[str, Any]) -> None:
        """Return to who was here, on the same day only."""
        if place.get("on") != self._session.today().isoformat():
            return
        self._guests = [str(name) for name in place.get("guests", [])]
        self._here = [str(key) for key in place.get("here", [])] + [one.key for one in self.guests()]
