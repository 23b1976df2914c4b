# SPDX-License-Identifier: GPL-3.0-or-later
"""How an addressee is addressed: as the sheet gives it, or a proposal from the office and the language.

Proposals go by the office alone. A printed name line says nothing sure about titles or sex, so it is never
turned into a salutation, and no proposal contains Mr, Mrs or a form for one sex only.
"""

from .addressee import Addressee, AddresseeRole
from .countries import country_code, postal_country
from .letter_words import language_of
from .name_mentions import words_of

# First the words of an office, in any of the languages, as sort_form writes them; then the salutation in each.
# An earlier line wins: a prime minister is not a minister, nor the King's prosecutor the King.
_OFFICES: tuple[tuple[str, dict[str, str]], ...] = (
    ("attorney general", {"en": "Dear Attorney General"}),
    (
        "ambassador, embassy, ambassade, ambassadeur, ambassadrice, embajada, embajador, embajadora, "
        "botschaft, botschafter, botschafterin, high commission, high commissioner",
        {
            "en": "Dear Ambassador",
            "fr": "Madame l’Ambassadrice, Monsieur l’Ambassadeur",
            "es": "Señora Embajadora, señor Embajador",
            "de": "Sehr geehrte Frau Botschafterin, sehr geehrter Herr Botschafter",
        },
    ),
    (
        "prosecutor, procurator, procureur, procureure, fiscal, fiscalia, procurador, procuradora, "
        "staatsanwalt, staatsanwaltin, generalstaatsanwalt, generalstaatsanwaltin",
        {
            "en": "Dear Prosecutor",
            "fr": "Madame la Procureure, Monsieur le Procureur",
            "es": "Señora Fiscal, señor Fiscal",
            "de": "Sehr geehrte Frau Staatsanwältin, sehr geehrter Herr Staatsanwalt",
        },
    ),
    (
        "prime minister, premier ministre, premiere ministre, primer ministro, primera ministra, "
        "premierminister, premierministerin, ministerprasident, ministerprasidentin",
        {
            "en": "Dear Prime Minister",
            "fr": "Madame la Première ministre, Monsieur le Premier ministre",
            "es": "Señora Primera Ministra, señor Primer Ministro",
            "de": "Sehr geehrte Frau Premierministerin, sehr geehrter Herr Premierminister",
        },
    ),
    (
        "minister, ministre, ministro, ministra, ministerin, innenminister, innenministerin, "
        "justizminister, justizministerin, aussenminister, aussenministerin",
        {
            "en": "Dear Minister",
            "fr": "Madame la Ministre, Monsieur le Ministre",
            "es": "Señora Ministra, señor Ministro",
            "de": "Sehr geehrte Frau Ministerin, sehr geehrter Herr Minister",
        },
    ),
    (
        "governor, gouverneur, gouverneure, gobernador, gobernadora, gouverneurin",
        {
            "en": "Dear Governor",
            "fr": "Madame la Gouverneure, Monsieur le Gouverneur",
            "es": "Señora Gobernadora, señor Gobernador",
            "de": "Sehr geehrte Frau Gouverneurin, sehr geehrter Herr Gouverneur",
        },
    ),
    (
        "director, directeur, directrice, directora, direktor, direktorin",
        {
            "en": "Dear Director",
            "fr": "Madame la Directrice, Monsieur le Directeur",
            "es": "Señora Directora, señor Director",
            "de": "Sehr geehrte Frau Direktorin, sehr geehrter Herr Direktor",
        },
    ),
    (
        "president, presidente, presidenta, prasident, prasidentin",
        {
            "en": "Dear President",
            "fr": "Madame la Présidente, Monsieur le Président",
            "es": "Señora Presidenta, señor Presidente",
            "de": "Sehr geehrte Frau Präsidentin, sehr geehrter Herr Präsident",
        },
    ),
    (
        "king, queen, his majesty, her majesty, roi, reine, rey, reina, konig, konigin",
        {"en": "Your Majesty", "fr": "Majesté", "es": "Majestad", "de": "Majestät"},
    ),
)

_BELOW = (
    "deputy, vice, assistant, adviser, spokesperson, private secretary, adjoint, adjointe, "
    "conseiller, conseillere, viceministro, viceministra, asesor, asesora, stellvertretend, stellvertretende"
)
"""Words that place somebody under the office named: no proposal may promote or demote them."""

_ANYBODY = {
    "en": "Dear Sir or Madam",
    "fr": "Madame, Monsieur",
    "es": "Señora o señor",
    "de": "Sehr geehrte Damen und Herren",
}
_FRIENDS = {"en": "Dear friends", "fr": "Chers amis", "es": "Queridas amigas y queridos amigos", "de": "Liebe Freunde"}
_GREETING = {"en": "Dear {name}", "fr": "Bonjour {name}", "es": "Hola, {name}", "de": "Guten Tag, {name}"}

_CLOSE = {
    "en": "Yours sincerely",
    "fr": "Veuillez agréer, {salutation}, l’expression de ma haute considération",
    "es": "Le saluda atentamente",
    "de": "Mit freundlichen Grüßen",
}
_WARM_CLOSE = {
    "en": "With warm wishes",
    "fr": "Avec mes pensées les plus chaleureuses",
    "es": "Con un saludo afectuoso",
    "de": "Mit herzlichen Grüßen",
}
_AFTER_SALUTATION = {"en": ",", "fr": ",", "es": ":", "de": ","}
_AFTER_CLOSE = {"en": ",", "fr": ".", "es": ",", "de": ""}
_PERSONAL = frozenset({AddresseeRole.PRISONER, AddresseeRole.FAMILY})


def is_personal(addressee: Addressee) -> bool:
    """Whether the letter goes to a prisoner or a family and not to an office."""
    return addressee.role in _PERSONAL


def salutation_for(addressee: Addressee, language: str) -> str:
    """The salutation without a comma: the given one untouched, else a proposal in the language of the letter.

    Languages without proposals fall back to English.
    """
    if given := addressee.salutation.strip():
        return given
    language = language_of(language) or "en"
    if addressee.role is AddresseeRole.FAMILY or (addressee.role is AddresseeRole.PRISONER and not addressee.name):
        return _FRIENDS[language]
    if addressee.role is AddresseeRole.PRISONER:
        return _GREETING[language].format(name=addressee.name.strip())
    return _by_office(addressee, language)


def _by_office(addressee: Addressee, language: str) -> str:
    office = "embassy" if addressee.role is AddresseeRole.EMBASSY else addressee.office
    words = _plain_words(office)
    if not _stands_in(_BELOW, words):
        for phrases, salutations in _OFFICES:
            if language in salutations and _stands_in(phrases, words):
                return salutations[language]
    return _ANYBODY[language]


def _plain_words(text: str) -> str:
    return " ".join(word.plain for word in words_of(text))


def _stands_in(phrases: str, words: str) -> bool:
    return any(f" {phrase} " in f" {words} " for phrase in phrases.split(", "))


def salutation_line(addressee: Addressee, language: str) -> str:
    """The salutation as it is printed, with the mark its language puts behind it unless it has one."""
    return _ended(salutation_for(addressee, language), _AFTER_SALUTATION, language)


def close_for(addressee: Addressee, language: str) -> str:
    """The close without a comma: the given one untouched, else a proposal in the language of the letter."""
    if given := addressee.close.strip():
        return given
    language = language_of(language) or "en"
    if is_personal(addressee):
        return _WARM_CLOSE[language]
    if language == "en" and salutation_for(addressee, language) == _ANYBODY["en"]:
        return "Yours faithfully"
    return _CLOSE[language].format(salutation=salutation_for(addressee, language).rstrip(" ,:"))


def close_line(addressee: Addressee, language: str) -> str:
    """The close as it is printed."""
    marks = _AFTER_CLOSE | {"fr": ","} if is_personal(addressee) else _AFTER_CLOSE
    return _ended(close_for(addressee, language), marks, language)


def _ended(text: str, marks: dict[str, str], language: str) -> str:
    return text if text.endswith((",", ":", ".", "!", ";")) else text + marks[language_of(language) or "en"]


def address_block(addressee: Addressee, language: str = "en", *, own_country: str = "") -> str:
    """The lines of the address: name, office, printed lines, and the country in capitals last.

    No line stands twice. A country written at the end of the printed lines gives way to the one in capitals,
    and inside own_country (ISO code of the group) no country is printed.
    """
    text = "\n".join((addressee.name, addressee.office, addressee.address))
    kept: dict[str, str] = {}
    for line in map(str.strip, text.splitlines()):
        kept.setdefault(_plain_words(line) or line, line)
    kept.pop("", None)
    printed = list(kept.values())
    if not addressee.country:
        return "\n".join(printed)
    if len(printed) > 1 and country_code(printed[-1]) == addressee.country:
        printed.pop()
    if addressee.country != own_country:
        printed.append(postal_country(addressee.country, language))
    return "\n".join(printed)
