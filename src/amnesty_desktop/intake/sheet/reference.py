# SPDX-License-Identifier: GPL-3.0-or-later
"""What identifies a sheet: kind and number of the action, which update it is, whether it ends it, and its AI Index."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...domain.case import CaseKind
from .dates import dates_in
from .draft import Place
from .text import SheetLine, folded, followed

_KIND_OF = {
    "": CaseKind.URGENT_ACTION,
    "ua": CaseKind.URGENT_ACTION,
    "au": CaseKind.URGENT_ACTION,
    "urgent action": CaseKind.URGENT_ACTION,
    "action urgente": CaseKind.URGENT_ACTION,
    "accion urgente": CaseKind.URGENT_ACTION,
    "pilna akcja": CaseKind.URGENT_ACTION,
    "ex": CaseKind.EXTRA,
    "extra": CaseKind.EXTRA,
    "ma": CaseKind.MEDICAL_ACTION,
    "medical action": CaseKind.MEDICAL_ACTION,
    "nsa": CaseKind.NATIONAL_ACTION,
}
_ACTION = re.compile(
    r"(?<![A-Za-z])(?:(?P<ordinal>(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|premi[èe]re|deuxi[èe]me|seconde|troisi[èe]me|quatri[èe]me|cinqui[èe]me|sixi[èe]me|septi[èe]me|primera|segunda"
    r"|tercera|cuarta|quinta|sexta|erste|zweite|dritte|vierte|f[üu]nfte|pierwsza|druga|trzecia))\s+)?"
    r"(?P<kind>EXTRA|EX|UA|AU|MA|NSA|(?i:(?:(?<=nformation on )|(?<=llow-up on )|(?<=update on ))(?=\d))"
    r"|(?i:urgent action|action urgente|acci[oó]n urgente|pilna akcja|medical action))"
    r"(?:[\s:.#-]{0,4}(?:(?i:n[°ºo.r]{1,2}|nr|num|number))?[\s:.#-]{0,4}(?:UA|AU)?[\s:-]{0,3})"
    r"(?P<number>\d{1,3})\s{0,2}[/.]\s{0,2}(?P<year>(?:19[6-9]|20[0-4])\d|\d{2})(?!/?\d)(?:-(?P<update>\d{1,2})(?!\d))?"
)
_INDEX = re.compile(
    r"\b(?P<area>AFR|AMR|ASA|EUR|MDE|ACT|ORG|POL|FIN|IOR"
    r"|NWS)\s{0,3}(?P<country>\d{2})\s{0,3}/\s{0,3}(?P<serial>\d{1,5})"
    r"\s{0,3}/\s{0,3}(?P<year>\d{4}|\d{2})(?!\d)",
    re.IGNORECASE,
)
_INDEX_LABEL = re.compile(r"(?:index|indice|indeks)(?: number| ai| nr)?\.?[\s:.-]*$")
_ORDINALS = (
    ("first", "premiere", "primera", "erste", "pierwsza"),
    ("second", "deuxieme", "seconde", "segunda", "zweite", "druga"),
    ("third", "troisieme", "tercera", "dritte", "trzecia"),
    ("fourth", "quatrieme", "cuarta", "vierte", "czwarta"),
    ("fifth", "cinquieme", "quinta", "funfte", "piata"),
    ("sixth", "sixieme", "sexta", "sechste", "szosta"),
    ("seventh", "septieme", "septima", "siebte", "siodma"),
    ("eighth", "huitieme", "octava", "achte", "osma"),
    ("ninth", "neuvieme", "novena", "neunte", "dziewiata"),
    ("tenth", "dixieme", "decima", "zehnte", "dziesiata"),
)
_COUNT_OF = {word: count for count, words in enumerate(_ORDINALS, start=1) for word in words}
_NTH_UPDATE = re.compile(
    rf"\b({'|'.join(_COUNT_OF)}|\d{{1,2}}(?:st|nd|rd|th))\s(?:(?:and final|i ostatnia|y ultima|et derniere"
    rf"|und letzte) )?(?:update|follow-?\s?up"
    rf"|mise a jour|informations? complementaires?|actualizacion"
    rf"|aktualisierung|aktualizacja)\b"
)
_LATER = re.compile(
    r"further information|follow[- ]?up|update of|update on|action complementaire"
    r"|informations? complementaires? sur|complement d.information sur"
    r"|mas informacion (?:\([^()]{1,30}\) )?sobre|dalsze informacje (?:do|dotyczace|o|w sprawie)"
    r"|informacion adicional sobre|actualizacion de|weitere informationen zu"
    r"|dodatkowe informacje (?:do|o|w sprawie|na temat)"
    r"|uzupelnienie do|date of update|urgent action update|ua update|stop action|final update|mise a jour (?:de|sur)"
)
_ENDED = re.compile(
    r"stop[- ]action(?! dates?\b)|final update|no (?:further|more) (?:action|appeals?)\b.{0,60}?(?:requested|required"
    r"|necessary|needed|please|$)"
    r"|no (?:further|more) (?:action|appeals)\b.{0,30}\bnetwork|this (?:urgent action|ua|action) (?:is"
    r"|has been) (?:now )?(?:closed|ended|terminated)"
    r"|please (?:do not send|send no|stop sending)(?: any)? (?:further |more )?appeals|please take no further action"
    r"|action terminee|aucune (?:autre |nouvelle )?(?:action|intervention)\b.{0,50}(?:requise|demandee"
    r"|necessaire|attendue|n.est|des membres)"
    r"|aucune action complementaire|n.envoyez plus d.appels|cette action urgente est (?:terminee|close)"
    r"|derniere mise a jour"
    r"|(?:urgent action|eilaktion|ua) ist (?:hiermit |damit )?(?:beendet|abgeschlossen)"
    r"|keine weiteren (?:appelle|aktionen)|weitere appelle sind .{0,20}nicht"
    r"|no se requiere(?:n)? (?:ninguna |mas |otra )?(?:nueva )?(?:accion|acciones|llamamientos)|no (?:es"
    r"|son) necesari[oa]s? (?:mas |enviar |ningun)"
    r"|no se (?:solicita|pide)n? (?:ninguna|mas)|accion (?:urgente )?(?:cerrada|terminada|finalizada)"
    r"|ultima actualizacion"
    r"|akcja (?:zostala )?(?:zakonczona|zamknieta)|akcja - zakonczenie|ostatnia aktualizacja"
    r"|dalsze dzialania .{0,40}nie sa|prosimy nie wysylac (?:juz |wiecej )|dalsze (?:apele"
    r"|dzialania) nie sa|nie sa (?:juz )?(?:potrzebne|konieczne) dalsze"
)
_GOOD_NEWS = re.compile(
    r"\bgood news\b|\bbonnes? nouvelles?\b|\bbuenas? noticias?\b|\bgute nachricht|\bdobra wiadomosc"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """One action number as it stands in a text."""

    kind: CaseKind
    number: int
    year: int
    printed: str
    ordinal: int | None
    update: int | None
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class IndexInText:
    """One AI Index: how it is to be written, and its characters of the text."""

    written: str
    begin: int
    end: int
    is_labelled: bool
    is_quoted: bool


def namings_in(text: str) -> list[Naming]:
    """Return every action number of text, in its order."""
    return [_naming(found) for found in _ACTION.finditer(text)]


def _naming(found: re.Match[str]) -> Naming:
    ordinal = _COUNT_OF.get(folded(found["ordinal"])) if found["ordinal"] else None
    return Naming(
        _KIND_OF[folded(found["kind"])],
        int(found["number"]),
        full_year(found["year"]),
        " ".join(found[0].split()),
        ordinal,
        int(found["update"]) if found["update"] else None,
        found.start(),
        found.end(),
    )


def full_year(figures: str) -> int:
    """Return the year two or four figures mean; Amnesty began in 1961."""
    year = int(figures)
    if len(figures) == 4:
        return year
    return 1900 + year if year >= 61 else 2000 + year


def indexes_in(text: str) -> list[IndexInText]:
    """Return every AI Index of text, with whether a label stands before it and whether it is quoted in brackets."""
    return [_index(text, found) for found in _INDEX.finditer(text)]


def _index(text: str, found: re.Match[str]) -> IndexInText:
    before = folded(text[max(0, found.start() - 24) : found.start()])
    opened = text.rfind("(", max(0, found.start() - 300), found.start())
    closed = text.rfind(")", max(0, found.start() - 300), found.start())
    written = f"{found['area'].upper()} {found['country']}/{found['serial']}/{found['year']}"
    is_labelled = bool(_INDEX_LABEL.search(before))
    return IndexInText(written, found.start(), found.end(), is_labelled, opened > closed and not is_labelled)


def own_index(text: str) -> IndexInText | None:
    """Return the index of this very sheet: one with a label first, never one quoted in brackets."""
    found = [each for each in indexes_in(text) if not each.is_quoted]
    labelled = [each for each in found if each.is_labelled]
    if labelled:
        return labelled[0]
    near = [each for each in found if not _is_in_address(text, each.begin) and each.begin < 2500]
    if near:
        return near[0]
    quoted = [each for each in indexes_in(text) if each.is_quoted]
    is_alone = len({each.written for each in quoted}) == 1 and not dates_in(text[quoted[0].end :][:30])
    return quoted[0] if is_alone and not is_later(text[max(0, quoted[0].begin - 120) : quoted[0].begin]) else None


def _is_in_address(text: str, at: int) -> bool:
    word = text[max(0, at - 120) : at].split(" ")[-1].split("\n")[-1]
    return "/" in word or "www" in word


def is_later(text: str) -> bool:
    """Whether the words near a number say that other sheets came before this one."""
    return bool(_LATER.search(folded(text)))


def counted_updates(heading: str, whole: str) -> int | None:
    """Return which update a later sheet is, counted from what it quotes or says; None where it does neither."""
    told = _NTH_UPDATE.search(folded(whole))
    if told:
        word = told[1]
        return _COUNT_OF.get(word) or int(re.sub(r"\D", "", word))
    for start in _LATER.finditer(folded(heading)):
        named = next((each for each in namings_in(heading) if each.end > start.start()), None)
        quoted = named and (_bracketed(heading[named.end :]) or _issued_before(heading[named.end :]))
        if quoted and named is not None:
            # A follow-up may be quoted without brackets, up to the concern.
            whole = re.split(r"\s[-–]\s|\n\s*\n", heading[named.end :][:400], maxsplit=1)[0]
            indexes = max(len(_INDEX.findall(quoted)), len(_INDEX.findall(whole)) if "follow" in folded(whole) else 0)
            count = max(indexes, sum(1 for each in dates_in(quoted) if each.on or each.day))
            if count:
                return count
    return None


def _issued_before(text: str) -> str:
    """What stands behind a number without brackets: "issued 29 January 1999 and re-issued 4 February 1999"."""
    found = re.match(r"\s*\(?(?:first |originally )?issued\b(.{4,400}?)(?:\)|\s[-–]\s|\n[ \t]*\n|$)", text, re.DOTALL)
    return found[1] if found else ""


def _bracketed(text: str) -> str:
    """The brackets behind a number, with what joins them, up to the first that quotes nothing."""
    kept = []
    end = 0
    for found in re.finditer(r"\(([^()]{3,400})\)", text[:900]):
        inner = found[1]
        if found.start() - end > 60:
            break
        end = found.end()
        if _INDEX.search(inner) or dates_in(inner):
            kept.append(inner)
        elif kept:
            break
    return "; ".join(kept)


def closing_words(lines: Sequence[SheetLine]) -> tuple[Place, ...]:
    """Return where a sheet says that it is the last one; empty where it does not."""
    found = []
    for line, after in followed(lines):
        text = folded(line.text)
        both = f"{text} {folded(after.text)}" if after is not None and after.text else text
        hit = _ENDED.search(both)
        if hit and hit.start() < max(len(text), 1):
            found.append(line.place)
    return tuple(found)


def good_news(text: str) -> bool:
    """Whether a heading announces good news."""
    return bool(_GOOD_NEWS.search(folded(text)))
