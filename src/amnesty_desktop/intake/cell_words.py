# SPDX-License-Identifier: GPL-3.0-or-later
"""What people write into single cells of a spreadsheet, in English, French, German and Spanish, and what it means."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from ..domain.addressee import AddresseeRole
from ..domain.case import CaseKind, CaseStatus
from ..domain.names import sort_form
from ..domain.person import Sex
from ..domain.vocabularies import label, short_label

# What a spreadsheet takes for the start of a formula, as documents/report_rows.py writes it with an apostrophe.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_QUOTES = " \u00a0\"'"

E = TypeVar("E", bound=StrEnum)

_KINDS = {
    CaseKind.URGENT_ACTION: "ua; urgent; action urgente; au; accion urgente; eilaktion; urgent actions",
    CaseKind.EXTRA: "ex; extra; extra action; extra ua",
    CaseKind.MEDICAL_ACTION: "ma; medical; action medicale; accion medica; medizinische aktion",
    CaseKind.NATIONAL_ACTION: "nsa; national; national section action; action nationale; accion nacional",
    CaseKind.ACTION_FILE: "action file; long term; long-term; case file; prisoner file; dossier d'action; adoption;"
    "langzeitfall; aktionsakte; fallakte; expediente de accion; expediente; individual at risk; iar",
    CaseKind.LETTER_CAMPAIGN: "w4r; write for rights; letter writing marathon; marathon des lettres; briefmarathon;"
    "10 jours pour signer; escribe por los derechos; marathon; greetings card campaign",
    CaseKind.CAMPAIGN: "campaign; campagne; kampagne; campana; petition",
    CaseKind.OTHER: "other; autre; andere; andere arbeit; otro; otra; sonstiges",
}
# A bare yes or no is left out: under "Closed" it would mean the opposite of what it means under "Open".
_STATUSES = {
    CaseStatus.OPEN: "open; active; current; ongoing; running; ouvert; ouverte; en cours; actif; offen; aktiv;"
    "laufend; abierto; abierta; activo; activa; en curso",
    CaseStatus.CLOSED: "closed; done; finished; ended; inactive; clos; close; cloture; ferme; termine; geschlossen;"
    "abgeschlossen; beendet; erledigt; cerrado; cerrada; terminado; terminada",
}
_SEXES = {
    Sex.WOMAN: "f; w; female; woman; girl; femme; feminin; frau; weiblich; mujer; femenino; fem",
    Sex.MAN: "m; h; male; man; boy; homme; masculin; mann; mannlich; hombre; masculino; masc; v",
    Sex.GROUP: "group; groupe; gruppe; grupo; f/m; m/f; both; several",
}
_ROLES = {
    AddresseeRole.TARGET: "target; appeal; authority; government; official; minister; ministry; to; autorite;"
    "gouvernement; behorde; regierung; autoridad; gobierno; appeals to",
    AddresseeRole.COPY: "copy; copies to; cc; copie; kopie; copia; copies",
    AddresseeRole.EMBASSY: "embassy; consulate; high commission; diplomatic; ambassade; botschaft; embajada;ambassador",
    AddresseeRole.PRISONER: "prisoner; prisonnier; gefangener; gefangene; preso; presa",
    AddresseeRole.FAMILY: "family; relative; relatives; famille; familie; familia",
    AddresseeRole.INTERGOVERNMENTAL: "un; united nations; onu; uno; intergovernmental; igo; eu; vereinte nationen",
    AddresseeRole.PRISON: "prison; jail; detention centre; gefangnis; carcel; prision",
    AddresseeRole.COMPANY: "company; business; entreprise; firma; unternehmen; empresa",
    AddresseeRole.NEWSPAPER: "newspaper; press; media; editor; journal; presse; zeitung; medien; periodico; prensa",
}
_NO = frozenset(["no", "n", "non", "nein", "nada", "0", "none"])
_YES = frozenset(["yes", "y", "oui", "ja", "si", "x", "1", "true"])
_WITHHELD = frozenset(
    {
        "name withheld",
        "names withheld",
        "withheld",
        "anonymous",
        "nom non divulgue",
        "identite protegee",
        "anonyme",
        "name nicht genannt",
        "anonym",
        "nombre reservado",
        "identidad protegida",
        "anonimo",
        "anonima",
    }
)
_SPELLED = {"castilian": "es", "castellano": "es", "farsi": "fa", "mandarin": "zh"}


def kind_named(text: str) -> CaseKind | None:
    """The kind of case these words mean."""
    return _meaning(text, CaseKind)


def status_named(text: str) -> CaseStatus | None:
    """Whether a case is open or closed by these words."""
    return _meaning(text, CaseStatus)


def sex_named(text: str) -> Sex | None:
    """Woman, man or group, as a cell says it."""
    return _meaning(text, Sex)


def role_named(text: str) -> AddresseeRole | None:
    """Why somebody is written to, as a cell says it."""
    return _meaning(text, AddresseeRole)


def language_code(text: str) -> str | None:
    """The two letters of a language named in a cell."""
    words = _folded(text)
    return _languages().get(words)


def says_withheld(text: str) -> bool:
    """Whether a cell stands for somebody whose name is not given."""
    return _folded(text) in _WITHHELD


def says_no(text: str) -> bool:
    """Whether a cell that holds a reason only says that there is none."""
    return _folded(text) in _NO


def says_yes(text: str) -> bool:
    """Whether a cell that ought to hold a reason only says that there is one."""
    return _folded(text) in _YES


def unguarded(text: str) -> str:
    """A cell without the apostrophe our own exports put before what a spreadsheet would run."""
    rest = text[1:]
    guarded = text[:1] == "'" and (rest.startswith(_FORMULA) or rest.lstrip(_QUOTES).startswith(_FORMULA))
    return rest if guarded else text


def _meaning(text: str, kind: type[E]) -> E | None:
    found = _words()[kind].get(_folded(text))
    return found if isinstance(found, kind) else None


def _folded(text: str) -> str:
    return re.sub(r"[.:]+$", "", " ".join(sort_form(text).split())).strip()


@lru_cache(maxsize=1)
def _words() -> dict[type[StrEnum], dict[str, StrEnum]]:
    found: dict[type[StrEnum], dict[str, StrEnum]] = {}
    listed: tuple[dict[StrEnum, str], ...] = (_KINDS, _STATUSES, _SEXES, _ROLES)  # type: ignore[assignment]
    for table in listed:
        words: dict[str, StrEnum] = {}
        for value, said in table.items():
            words |= {_folded(word): value for word in (label(value), str(value).replace("_", " "), *said.split(";"))}
            if isinstance(value, CaseKind):
                words[_folded(short_label(value))] = value
        found[type(next(iter(table)))] = words
    return found


@lru_cache(maxsize=1)
def _languages() -> dict[str, str]:
    from babel import Locale

    found = dict(_SPELLED)
    for spoken in ("en", "fr", "de", "es"):
        for code, name in Locale(spoken).languages.items():
            if len(code) == 2:
                found.setdefault(_folded(name), code)
                found.setdefault(code, code)
    return found
