# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of those who are written to, in a case and in the group's directory."""

from dataclasses import replace
from datetime import date

from ..domain.addressee import Addressee, AddresseeRole
from ..domain.dates import PartialDate
from ..domain.ids import new_id
from ..domain.letter import Letter
from ..domain.names import sort_form
from ..domain.reply import Reply, ReplyKind
from ..store.reading import Reading
from ..store.recorder import Transaction

_CAME_BACK = (ReplyKind.RETURNED, ReplyKind.REFUSED)


def save(write: Transaction, addressee: Addressee) -> None:
    """Add somebody to write to, or change their address."""
    write.save(addressee)


def checked(write: Transaction, addressee_id: str, on: date) -> None:
    """The address was looked up and is right; the entry of the directory it came from is as fresh."""
    addressee = write.get(Addressee, addressee_id)
    write.save(replace(addressee, checked_on=PartialDate.of(on)))
    entry = write.find(Addressee, addressee.entry_id)
    if entry is not None and _printed(entry) == _printed(addressee):
        write.save(replace(entry, checked_on=PartialDate.of(on)))


def use_for_case(write: Transaction, entry_id: str, case_id: str) -> Addressee:
    """Let a case write to somebody of the directory; the case keeps an address of its own from then on.

    An entry the case has already is returned as it stands there.
    """
    for present in write.all(Addressee, case_id=case_id):
        if present.entry_id == entry_id:
            return present
    entry = write.get(Addressee, entry_id)
    place = write.count(Addressee, case_id=case_id)
    used = replace(entry, id=new_id(), case_id=case_id, entry_id=entry_id, position=place)
    write.save(used)
    return used


def keep_in_directory(write: Transaction, addressee_id: str) -> Addressee:
    """Put somebody a case writes to into the group's directory as well; what is there already is renewed."""
    addressee = write.get(Addressee, addressee_id)
    entry = write.find(Addressee, addressee.entry_id) or _same_in_directory(write, addressee)
    kept = replace(
        addressee, id=entry.id if entry else new_id(), case_id=None, entry_id=None, person_id=None, position=0
    )
    write.save(kept)
    write.save(replace(addressee, entry_id=kept.id))
    return kept


def embassies_of(reading: Reading, country: str) -> list[Addressee]:
    """Embassies of the directory that stand for a country; office or name say which one they are of."""
    from ..domain.countries import country_name

    wanted = {sort_form(country_name(country, language)) for language in ("en", "fr", "es", "de")} if country else set()
    found = []
    for entry in reading.all(Addressee, case_id=None, role=str(AddresseeRole.EMBASSY), order="office, key"):
        words = f" {sort_form(f'{entry.name} {entry.office}')} "
        if any(f" {name} " in words for name in wanted):
            found.append(entry)
    return found


def came_back(reading: Reading, addressee_id: str | None) -> PartialDate | None:
    """The newest day a letter to an addressee came back; None where none did since the address was checked."""
    if addressee_id is None:
        return None
    addressee = reading.find(Addressee, addressee_id)
    if addressee is None:
        return None
    letters = {letter.id for letter in reading.all(Letter, addressee_id=addressee_id, case_id=addressee.case_id)}
    days = [
        reply.received or PartialDate("XXXX")
        for reply in reading.all(Reply, case_id=addressee.case_id)
        if reply.letter_id in letters and reply.kind in _CAME_BACK
    ]
    newest = max(days, key=lambda on: on.sort_text, default=None)
    checked_on = addressee.checked_on
    if newest is None or checked_on is None or not checked_on.is_known or not newest.is_known:
        return newest
    return newest if checked_on.latest < newest.earliest else None


def _printed(addressee: Addressee) -> tuple[str, ...]:
    return (addressee.name, addressee.office, addressee.address, addressee.country)


def _same_in_directory(write: Transaction, addressee: Addressee) -> Addressee | None:
    found = write.all(Addressee, case_id=None)
    return next((entry for entry in found if _printed(entry) == _printed(addressee)), None)
