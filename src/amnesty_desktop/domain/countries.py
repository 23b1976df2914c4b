# SPDX-License-Identifier: GPL-3.0-or-later
"""Countries and territories by ISO 3166-1 code: their usual names, and which one a name means.

Names come from the Unicode CLDR tables in Babel; the few that nobody uses in a letter are replaced here.
"""

import re
from functools import lru_cache

from .names import sort_form

_LANGUAGES = ("en", "fr", "de", "es")
# Codes that CLDR names but nobody writes to: unions, military and uninhabited places, placeholders.
_NOT_COUNTRIES = frozenset(
    ["AC", "AQ", "BV", "CP", "CQ", "DG", "EA", "EU", "EZ", "HM", "IC", "QO", "TA", "TF", "UM", "UN", "XA", "XB", "ZZ"]
)

_USUAL = {
    "en": {
        "CD": "DR Congo",
        "CG": "Republic of the Congo",
        "HK": "Hong Kong",
        "MM": "Myanmar",
        "MO": "Macao",
        "PS": "Palestine",
        "VN": "Viet Nam",
    },
    "fr": {"CD": "RD Congo", "CG": "Congo", "HK": "Hong Kong", "MM": "Myanmar", "MO": "Macao", "PS": "Palestine"},
    "de": {
        "CD": "DR Kongo",
        "CG": "Republik Kongo",
        "HK": "Hongkong",
        "MD": "Moldau",
        "MO": "Macau",
        "PS": "Palästina",
    },
    "es": {"CD": "RD Congo", "CG": "Congo", "HK": "Hong Kong", "MM": "Myanmar", "MO": "Macao", "PS": "Palestina"},
}

# Other names people and old sheets use. States that have come apart (Soviet Union, Yugoslavia) are left out:
# which of the successors is meant cannot be told from the name.
_OTHER_NAMES = {
    "AE": "UAE; Emirates; Emiratos Arabes; Emirats arabes",
    "BA": "Bosnia; Bosnie; Bosnien",
    "BF": "Upper Volta; Haute-Volta; Obervolta; Alto Volta",
    "BJ": "Dahomey",
    "BN": "Brunei Darussalam",
    "BO": "Plurinational State of Bolivia",
    "BY": "Byelorussia; Biélorussie; Weißrussland; Bielorrusia",
    "CD": "DRC; RDC; Democratic Republic of the Congo; République démocratique du Congo; Zaire; Kongo-Kinshasa;"
    "Demokratische Republik Kongo; República Democrática del Congo; Congo (Kinshasa)",
    "CG": "Congo; Kongo; Republic of Congo; République du Congo; República del Congo; Congo (Brazzaville)",
    "CI": "Ivory Coast; Elfenbeinküste; Costa de Marfil",
    "CN": "People's Republic of China; PRC; République populaire de Chine; Volksrepublik China; RPC",
    "CV": "Cabo Verde",
    "CZ": "Czech Republic; République tchèque; Tschechische Republik; República Checa",
    "DE": "Federal Republic of Germany; FRG; BRD; West Germany; East Germany; GDR; DDR",
    "GB": "UK; Great Britain; Britain; England; Scotland; Wales; Northern Ireland; Grande-Bretagne; Großbritannien;"
    "Gran Bretaña",
    "GM": "Gambia, The",
    "HK": "Hongkong; Hong Kong SAR",
    "IR": "Islamic Republic of Iran; Iran, Islamic Republic of; Persia",
    "KG": "Kirghizia; Kirghizistan; Kirgisistan; Kirgistan; Kirguizistán",
    "KH": "Kampuchea; Kampuchéa",
    "KP": "DPRK; Democratic People's Republic of Korea; Korea, North",
    "KR": "Republic of Korea; Korea, South; Korea",
    "LA": "Lao PDR; Lao People's Democratic Republic",
    "LK": "Ceylon",
    "MD": "Moldavia; Republic of Moldova; République de Moldavie; Moldawien",
    "MK": "Macedonia; FYROM; Macédoine; Mazedonien",
    "MM": "Burma; Birmanie; Birma; Birmania",
    "MO": "Macau",
    "NL": "Holland; The Netherlands; Hollande; Holanda",
    "PS": "Palestinian Authority; Occupied Palestinian Territory; Occupied Palestinian Territories; State of Palestine;"
    "Gaza; West Bank",
    "RU": "Russian Federation; Fédération de Russie; Russische Föderation; Federación de Rusia; Federación Rusa",
    "SA": "KSA; Saudi; Kingdom of Saudi Arabia",
    "SK": "Slovak Republic",
    "SY": "Syrian Arab Republic",
    "SZ": "Swaziland; Swasiland; Suazilandia",
    "TH": "Siam",
    "TL": "East Timor; Timor oriental; Osttimor; Timor Leste",
    "TR": "Turkey; Turkiye",
    "TW": "Formosa; Republic of China",
    "TZ": "United Republic of Tanzania; Tanzania, United Republic of",
    "US": "USA; United States of America; America; États-Unis d'Amérique; Vereinigte Staaten von Amerika; EEUU; EE.UU.;"
    "Estados Unidos de América",
    "VA": "Holy See; Vatican; Saint-Siège; Vatikan; Santa Sede",
    "VE": "Bolivarian Republic of Venezuela",
    "VN": "Vietnam",
    "WS": "Western Samoa",
    "ZW": "Rhodesia; Rhodésie; Rhodesien",
}
_SMALL_WORDS = frozenset(["and", "the", "et", "und", "y", "la", "le", "les", "el", "die", "der"])


@lru_cache(maxsize=2048)
def country_name(code: str, language: str = "en") -> str:
    """Return the short usual name of a country; a code nobody knows is returned as it is.

    language is a language with or without a territory; one without a table here gets its CLDR name,
    or the English one.
    """
    name = _cldr(language).get(code.upper(), "")
    usual = _USUAL.get(language[:2], {}).get(code.upper(), name)
    return usual.replace(" & ", " and ") or code


@lru_cache(maxsize=16)
def countries(language: str = "en") -> tuple[tuple[str, str], ...]:
    """Return (code, name) of every country and territory, in the order of the names."""
    codes = [code for code in _cldr("en") if len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES]
    named = ((code, country_name(code, language)) for code in codes)
    return tuple(sorted(named, key=lambda country: sort_form(country[1])))


def country_code(text: str) -> str | None:
    """Return the code of the country a name in English, French, German or Spanish means, or None.

    Former and other usual names count, and so do ISO codes of two or three capital letters.
    """
    bare = text.strip()
    found = _codes().get(_key(bare))
    if found or not (bare.isascii() and bare.isupper()):
        return found
    if len(bare) == 3:
        from babel.core import get_global

        successors = get_global("territory_aliases").get(bare, [])
        bare = successors[0] if len(successors) == 1 else ""
    return bare if any(bare == code for code, _ in countries()) else None


def postal_country(code: str, language: str = "en") -> str:
    """Return the last line of an address abroad: the country in capitals."""
    return country_name(code, language).upper()


@lru_cache(maxsize=32)
def _cldr(language: str) -> dict[str, str]:
    from babel import Locale, UnknownLocaleError

    try:
        return dict(Locale.parse(language.replace("-", "_")).territories)
    except (UnknownLocaleError, ValueError):
        return _cldr(language[:2]) if len(language) > 2 else _cldr("en")


def _key(name: str) -> str:
    words = re.findall(r"[a-z0-9]+", sort_form(name))
    return "".join(word for word in words if word not in _SMALL_WORDS)


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """Every known name, folded, and the country it means."""
    found = {}
    for language in _LANGUAGES:
        for code, name in countries(language):
            found[_key(name)] = code
            found.setdefault(_key(_cldr(language)[code]), code)
    for code, names in _OTHER_NAMES.items():
        found.update((_key(name), code) for name in names.split(";"))
    return found
