# SPDX-License-Identifier: GPL-3.0-or-later
"""One row of a spreadsheet as an address of the group's directory."""

import re

from ..domain.addressee import Addressee, AddresseeRole
from .cell_words import language_code, role_named
from .row_cells import Cells, TroubledRow, shortened
from .row_values import AddressRow

_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s.,;]+")
_LETTERS_IN = frozenset({"en", "fr", "es", "de"})
"""Languages the program drafts letters in."""
_PLAIN = ("name", "office", "salutation", "close", "fax", "phone", "languages")


def address_row(row: int, cells: Cells) -> AddressRow:
    """The address in a row. Raises TroubledRow where the row says something that cannot be kept as it says it."""
    texts = {name: " ".join(cells.text(name).split()) for name in _PLAIN if cells.text(name)}
    address = "\n".join(line.strip() for line in cells.text("address", "\n").splitlines() if line.strip())
    if not (texts.get("name") or texts.get("office")):
        raise TroubledRow("", "The row has no name and no office. Say whom letters go to.")
    role = cells.meaning("role", role_named, "is no kind of addressee. Write embassy, prison, newspaper or the like.")
    values = {
        "role": role,
        "address": address,
        "country": cells.country(),
        "email": _email(cells),
        "checked_on": cells.day("checked_on"),
        "language": _language(cells),
    }
    found = texts | {name: value for name, value in values.items() if value}
    return AddressRow(row, Addressee(**({"role": AddresseeRole.TARGET} | found)), frozenset(found))  # type: ignore[arg-type]


def _email(cells: Cells) -> str:
    text = cells.text("email").removeprefix("mailto:")
    if text and not _EMAIL.fullmatch(text):
        raise TroubledRow("email", f"“{shortened(text)}” is not one e-mail address. It looks like name@place.org.")
    return text


def _language(cells: Cells) -> str:
    code: str = (
        cells.meaning("language", language_code, "is no language the program knows. Write its usual name.") or ""
    )
    if code and code not in _LETTERS_IN:
        sentence = "Letters are drafted in English, French, German or Spanish."
        raise TroubledRow("language", f"{sentence} Write one of them, or let the column be “Languages they read”.")
    return code
