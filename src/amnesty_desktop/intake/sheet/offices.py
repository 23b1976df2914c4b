# SPDX-License-Identifier: GPL-3.0-or-later
"""In the lines of an address: which is the name of a person and which the office that is written to."""

import re

from .countries import code_of
from .names import GROUP_WORDS, ROYAL, bare, is_capital, is_name, normal_case, tokens_of, without_titles
from .text import folded
from .words import word_set

_OFFICE = word_set(
    """commander-in-chief attorney-general procurator-general secretary-general director-general inspector-general
    president presidency vice prime minister ministry ministers governor attorney prosecutor prosecution
    procurator public secretary chairman chairwoman chairperson chair director commissioner commander chief head
    leader judge court mayor speaker premier office embassy embassies ambassador consul consulate mission
    permanent representative inspector superintendent warden king majesty emir sultan council committee
    commission department directorate administration judiciary parliament chancellor ombudsman editor
    association union organization organisation centre center network group human rights board authority agency
    bureau presidente presidenta presidencia ministro ministra ministerio gobernador gobernadora fiscal fiscalia
    procurador procuraduria secretario secretaria directora embajada embajador comandante comision defensor
    organizacion asociacion centro ministre ministere gouverneur procureur secretaire directeur directrice garde
    ambassade ambassadeur chef roi juge prasident prasidentin ministerin justizminister justizministerin
    innenminister innenministerin aussenminister generalstaatsanwalt generalstaatsanwaltin ministerium botschaft
    leiter leiterin vorsitzender konig prezydent ministerstwo prokurator ambasada ambasador gubernator komendant
    dyrektor przewodniczacy krol rzecznik kanzler bundeskanzler bundeskanzlerin lord governor's general's state
    high supreme police army forces home affairs interior justice defence defense foreign security presidentes
    justizautoritat religionsfuhrer staatsprasident staatschef premierminister generaldirektor botschafter
    botschafterin polizeiprasident mudur muduru mudurlugu valisi bakani bakanligi savcisi bassavcisi baskani
    komutani komutanligi emniyet basbakan cumhurbaskani menteri kepala jaksa panglima kapolri kapolda prokuror
    prezident ministr governador jefe jefa alcalde alcaldesa
    regional municipal estatal nacional departamental provincial
    manager managers rector dean registrar magistrate prefect commandant coordinator rapporteur ombudswoman ombudsfrau
    ombudsmann rektor burgermeister burgermeisterin kanzlei staatsanwaltschaft rektor decano intendente comisario
    comisionado magistrado juzgado prefet commissaire maire diario periodico zeitung gazeta dziennik journal
    direktor direktorin defensora abteilung leitung
    komisarz policji officer kancelaria gouverneure revista magazine revue zeitschrift courrier kurier redaktor
    ambasciata mahkemesi bassavciligi baskanligi cezaevi prezes sad sadu trybunal naczelnik szef prokuratura rada
    komitet instytut gendarmerie valiligi jianyu zizhiqu zhengfu renmin fayuan jianchayuan gonganju gonganbu sifabu
    waijiaobu
    weishengbu guowuyuan governadora presidenta procuradora sociedade comissao associacao commissario procuratore
    direttore presidio haut
    deputy assistant undersecretary procurators company corporation ceo executive managing newspaper"""
)
_PERSONAL = word_set(
    """senior exmo exma mr mrs ms miss dr prof sir hon honourable honorable excellency exc sr sra senor senora lic
    ing monsieur madame mme herr herrn frau gen general lt colonel col major brig brigadier admiral his her hrh
    lieutenant captain marshal commodore hm ayatollah ambassador justice sheikh shaikh excmo excma datuk dato
    haji pan pani mtro licenciado
    licenciada ingeniero son"""
)
# Who holds an office, as opposed to the bodies: a name may stand right behind these words.
_HOLDERS = word_set(
    """president minister governor general prosecutor secretary chairman chairperson chairwoman director
    commissioner premier chancellor mayor judge justice judiciary speaker superintendent warden attorney
    presidente presidenta gobernador gobernadora ministro ministra ministre gouverneur prezydent prasident
    ambassador security affairs interior defence defense state police staff"""
)
_SMALL = word_set("of the and for de del la los las y et du des der die von vom und in an to")
_COURTESY = word_set("senor senora sr sra mr mrs ms monsieur madame herr frau excmo excma his her excellency")
_JOINTS = word_set("of de du del des der von vom for la le los las do da")
_STREET = re.compile(
    r"\d|\b(?:street|st|avenue|ave|road|rd|box|building|plaza|square|floor|palace|palacio|palais|casa|boulevard"
    r"|calle|rue|ul|strasse"
    r"|str|jiron|carrera|via|piazza|aleja|aleje|plac|barrio|colonia|col|lomas|edificio|bulevar|urbanizacion|sector|quartier|complex|tower"
    r"|quarter|kremlin|private bag|post|postal|c\.p|apartado|bp|b\.p)\b"
)


_GERMAN_OFFICE = re.compile(
    r"\w(?:minister|ministerin|ministerium|beauftragter?|anwalt|anwaltin|anwaltschaft|prasident|prasidentin|direktor"
    r"|direktorin|behorde|gericht|gerichts|botschafter|botschafterin|kommissar|leiter|leiterin|rats?vorsitzender?)$"
)


def is_office(text: str) -> bool:
    """Whether a line names an office, a body or an organization."""
    words = [bare(word) for word in tokens_of(text)]
    return any(word in _OFFICE or word in GROUP_WORDS or _GERMAN_OFFICE.search(word) for word in words)


def names_holder(text: str) -> bool:
    """Whether a line names who holds an office, such as a president, rather than a body."""
    return any(bare(word) in _HOLDERS for word in tokens_of(text))


def is_address(text: str) -> bool:
    """Whether a line is a street, a building, a town or a country rather than a name or an office."""
    small = folded(text)
    return bool(_STREET.search(small)) or code_of(text.strip(" .,")) is not None


_RANK_BEHIND = re.compile(
    r"\s+(?:Buzhang|Zongli|Zhuxi|Yuanzhang|Jianchazhang|Jianyuzhang|Juzhang|Tingzhang|Shengzhang|Shuji|Weiyuanzhang)$"
)


def person_in(line: str) -> tuple[str, str] | None:
    """Return the name of a person a line gives and the office it gives with it, or None for any other line.

    Titles are left out of the name, but royal ones: "President Jorge Ubico" gives the name and "President".
    """
    pieces = [piece.strip(" :;.") for piece in line.split(",")]
    if len(pieces) > 1 and _ends_office(_last(pieces[0])) and not is_address(pieces[0]) and _named(pieces[0]) is None:
        person = _named(pieces[1])
        return (person[0], pieces[0]) if person and not is_address(pieces[1]) else None
    return _named(pieces[0] if len(pieces) > 1 else line.strip(" :;.,"))


def _last(text: str) -> str:
    return text.split()[-1] if text.split() else ""


def _named(text: str) -> tuple[str, str] | None:
    """The same for one piece of a line between commas."""
    text = _RANK_BEHIND.sub("", text)
    stripped, titles = without_titles(text)
    office, name = _office_before(text)
    if name and office:
        return normal_case(name), office
    words = stripped.split()
    if not words or _STREET.search(folded(stripped)):
        return None
    if bare(words[0]) in _OFFICE and len(words) > 2 and bare(words[1]) in _JOINTS | _SMALL:
        return None  # "Exmo. Ministro da Justiça" is an office, whatever title stands before it.
    royal = [word for word in words if bare(word) in ROYAL]
    rest = " ".join(words[1:]) if royal and bare(words[0]) in ROYAL else stripped
    if royal and bare(words[0]) in ROYAL:
        return (normal_case(stripped), "") if is_name(rest, 1) or _is_long_name(rest) else None
    has_title = any(bare(word.replace(".", "")) in _PERSONAL for word in titles.split())
    if (
        has_title
        and not (len(words) == 1 and is_office(stripped))
        and (is_name(stripped, 1) or _is_long_name(stripped))
    ):
        return normal_case(stripped), ""
    if _names_office(stripped) or not (is_name(stripped) or _is_long_name(stripped)):
        return None
    return normal_case(stripped), ""


def _names_office(text: str) -> bool:
    words = [bare(word) for word in tokens_of(text)]
    return any(word in _OFFICE or _GERMAN_OFFICE.search(word) for word in words)


def _is_long_name(text: str) -> bool:
    """A name with words in it that may be roles elsewhere: no word of an office, all with capitals."""
    tokens = tokens_of(text)
    if not 2 <= len(tokens) <= 9 or len(tokens) != len(text.split()) or any(sign.isdigit() for sign in text):
        return False
    if code_of(text) is not None or not is_capital(tokens[0]) or any(sign in '"“”«»()' for sign in text):
        return False
    return all(is_capital(word) or len(word) < 4 for word in tokens) and not any(
        bare(word) in _OFFICE | GROUP_WORDS for word in tokens
    )


def _office_before(text: str) -> tuple[str, str]:
    """Part "Governor Dale Whitcombe" or "Head of Judiciary Ebrahim Raisan" into office and name."""
    words = text.split()
    for count in range(min(len(words) - 1, 8), 0, -1):
        head, tail = words[:count], " ".join(words[count:])
        if not _ends_office(words[count - 1]) or all(bare(word) in _PERSONAL for word in head):
            continue
        bare_tail, titles = without_titles(tail)
        first = bare_tail.split()[0]
        if not is_capital(first) or bare(first) in _JOINTS or _names_office(bare_tail):
            continue
        if any(bare(word) in _JOINTS for word in titles.split()):
            continue
        if is_name(bare_tail, 2 if not titles else 1) or (count == 1 and len(words) == 2 and is_name(bare_tail, 1)):
            while len(head) > 1 and bare(head[0]) in _COURTESY:
                head = head[1:]
            return " ".join(head), bare_tail
    return "", text


def _ends_office(word: str) -> bool:
    return bare(word) in _HOLDERS


def in_words(office: str) -> str:
    """Return an office printed in capitals in normal case: JUSTIZMINISTER becomes Justizminister."""
    text = office.strip(" :;,.")
    if (
        text.upper() != text
        or (" " not in text and not is_office(text))
        or not any(len(word) > 4 for word in text.split())
    ):
        return text
    words = [
        word.lower() if at and word.lower() in _SMALL else word.capitalize() for at, word in enumerate(text.split())
    ]
    return " ".join(words)
