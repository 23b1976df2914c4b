# SPDX-License-Identifier: GPL-3.0-or-later
"""What looks like the name of a person, what is a title before it, and what is a group, an office or a place."""

import re

from .countries import code_of
from .text import folded
from .words import word_set

PARTICLES = word_set(
    """al el de del de' la las los da do dos das di du van wa von der den ter y e i bin ben bint ibn binti abu umm
    ould mint arap st ud ul ur ad as ash an ar az at ez es us dit alias vel"""
)
_SMALL_IN_CAPITALS = word_set(
    """de del la las los da do dos das di du van von der den y e bin bint ibn binti ould mint arap"""
)
_MAY_BEGIN = word_set("al el ould abu van von ben bin")
_HYPHENED = word_set("al el ad as ash an ar az at es ed ul")
TITLES = word_set(
    """senior exmo exma sua father sister brother se sa mr mrs ms miss dr prof professor sir madam his her its the hon
    honourable honorable excellency excellencies exc sr sra srta senor senora don dona lic ing barr barrister
    inspector dra abog mtro
    mtra arq monsieur madame mademoiselle mme mlle maitre me herr herrn frau gen general lt lieutenant colonel
    ato w/ro woizero pastor drs almirante contralmirante vicealmirante igp dig ssp
    abg tte cor cnel mjr cmdr
    hojjatoleslam alhaji malam kol brigjen mayjen letjen
    generalleutnant generalmajor oberst hauptmann pani
    col major maj brigadier brig captain capt sergeant sgt admiral marshal chief ambassador ambassadeur
    ambassadrice embajador embajadora botschafter botschafterin ambasador ayatollah hojatoleslam rev reverend
    bishop archbishop cardinal hrh hm hh rt right datuk dato seri atty attorney justice judge
    fr padre fray licda lcda lcdo
    sor senator congressman engr eng comrade president minister governor premier excmo excma excelentisimo
    excelentisima excelencia le gral cnel mgr counsellor counselor votre exzellenz seine ihre doctor doktor"""
)
ROYAL = word_set("""king queen prince princess emir sultan crown roi reine prinz prinzessin konig krol rey reina""")
_ROYAL_TITLES = word_set(
    """jego jej krolewska mosc wysokosc his her majesty royal highness hrh hm hh excellency ambassador"""
)
GROUP_WORDS = word_set(
    """woman man girl boy killed arrested detained jailed threatened attacked missing tortured sentenced charged
    freed risk denied held organization organisation organizacion organizacja commission comision komisja
    committee comite komitee association asociacion stowarzyszenie union syndicat sindicato unit unidad staff
    members member miembros miembro mitglieder group groupe grupo gruppe community communities comunidad
    comunidades communaute party partido parti partei front frente federation federacion movement movimiento corporacion
        mouvement bewegung centre center centro council consejo conseil network red reseau newspaper radio families
    familias familles family familia famille villagers residents workers students others otros autres people
    personnes personas peasants prisoners detainees inhabitants refugees seekers tribe nation church league liga
    ligue foundation fundacion fondation institute instituto society sociedad societe congress assembly
    coalition alliance collective colectivo company corporation campaign men women children mujeres hombres
    hommes femmes civilians activists journalists lawyers employees demonstrators protesters supporters inmates
    relatives withheld unknown unnamed names name lawyers' police army court prison ministry agency forces
    amnesty international rights human act code law article department district province state states university
    school college hospital street avenue road square city town village camp jail station office headquarters
    bank house mosque temple security service services national tribunal supreme high constitutional criminal
    penal special united nations european background information general legal concern fear safety torture death
    penalty further update urgent action appeal appeals release released free stop new executed stay possible
    prisoner conscience imminent execution incommunicado detention disappearance enforced forcible return health
    ill treatment threats day january february march april may june july august september october november
    december monday tuesday wednesday thursday friday saturday sunday christian muslim catholic internet
    facebook twitter convention covenant declaration island islands river mountain valley region county
    parliament senate cabinet government republic kingdom federal democratic revolutionary liberation popular
    socialist communist islamic islamiques publico procuraduria fiscalia ministerio ministere ministerium
    gouvernement gobierno regierung amnistia derechos humanos droits civil media press news times post northern
    courier telegraph guardian examiner dispatch southern eastern western central north south east west
    bulletin index minutes meeting agenda treasurer
    polizei gericht gefangnis prision carcel policia ejercito armee prisons barracks checkpoint airport border
    departamento provincia distrito municipio krolestwo
    crime crimes laws jehovah's jehovahs witness witnesses
    monastery nunnery convent parish diocese abbey seminary sub-district subdistrict familiares kurds azerbaijanis
    tibetans uighurs uyghurs tamils roma palestinians kurden gefangene gefangenen alle sektion arabian vos votre
    appels downloads download
    republiki rzeczypospolitej federacji shelter albergue hostel clinic daily observer tribune gazette herald
    chronicle inquirer section clemency division branch pardons parole republique republica republik territory
    territories embassy permanent mission process proceso kommission committee's sharia network's front's"""
)
ROLE_WORDS = word_set(
    """activista defensor defensora lideresa militante estudiante academic blogger artist singer filmmaker
    photographer unionist scholar researcher cleric feminist environmentalist environmental politician publisher
    academics bloggers opposition anti-war asylum-seeker lawyer journalist teacher student farmer doctor
    professor priest president vice secretary chairman chairwoman chairperson director leader coordinator
    spokesperson spokesman editor reporter writer poet engineer trader worker activist defender nurse monk nun
    pastor imam mayor deputy former black white latino hispanic asian married single brother sister father
    mother son daughter wife husband cousin uncle nephew niece aged age arabic kurdish civil servant trade
    member abogado abogada periodista dirigente lider avocat avocate journaliste militant etudiant etudiante
    rechtsanwalt rechtsanwaltin journalistin chief officer citizen national dual ethnic native american african
    scheduled date"""
)
_TOKEN = re.compile(r"[^\W\d]['’ʼ`´‘\w.-]*|['’ʼ`´‘][^\W\d]['’ʼ`´‘\w.-]*")
_FORCES = word_set("ep pnp fap ap dem retd rtd ret pol cpc mp")
"""What officers write behind their rank: the service they belong to."""
_EXCELLENCY = re.compile(
    r"^(?:(?:[SIHJ]\.\s?E|S\.?\s?Exc)\.?,?|[SIH]E(?=\s+[A-ZÀ-Þ]\S*\s+[A-ZÀ-Þ])|(?:Son|Sa|Su|Sua|Seine|Ihre|Jego|Jej)"
    r" (?:Excellence|Excelencia|Exzellenz|Ekscelencja|Eccellenza),?)\s+(?=\S)"
)
_ELIDED = re.compile(r"[LDld]['’][^\W\d_A-ZÉ]")
_ROMAN = re.compile(r"(?:I{1,3}|IV|VI{0,3}|IX)\.?")


def tokens_of(text: str) -> list[str]:
    """The words of text, with the apostrophes and hyphens inside them."""
    return _TOKEN.findall(text)


def bare(word: str) -> str:
    """A word to look up: small, without accents and final dots."""
    return folded(word).strip(".'`,;:")


def is_capital(word: str) -> bool:
    """Whether a word begins as names do, with a capital after any prefix or sign of a lost letter."""
    stripped = word.lstrip("'’ʼ`´‘_")
    if _ELIDED.match(word):
        return False
    if stripped[:1].isupper() or word.startswith("_") or (stripped[:1].isalpha() and not stripped[:1].islower()):
        return True
    prefix, hyphen, rest = stripped.partition("-")
    return (
        bool(hyphen) and prefix in PARTICLES | {"al", "el"} and (rest.lstrip("'’ʼ`‘")[:1].isupper() or rest[:1] == "_")
    )


def is_name(text: str, fewest: int = 2) -> bool:
    """Whether text is nothing but a name of at least fewest words, without any word of a group, a role or a place."""
    stripped = text.strip()
    words = stripped.split()
    if not fewest <= len(words) <= 8 or len(stripped) > 80:
        return False
    if any(sign in stripped for sign in '/@:;!?<>=+&%0123456789"“”[]{}'):
        return False
    tokens = tokens_of(stripped)
    if len(tokens) != len(words) or not all(is_capital(word) or bare(word) in PARTICLES for word in tokens):
        return False
    if not is_capital(tokens[-1]) or not (is_capital(tokens[0]) or bare(tokens[0]) in _MAY_BEGIN):
        return False
    # "Man" is a middle name in Nepal, but neither begins nor ends a name.
    spoken = [word for at, word in enumerate(tokens) if not (0 < at < len(tokens) - 1 and word == "Man")]
    if any(bare(word) in GROUP_WORDS | ROLE_WORDS for word in spoken):
        return False
    return code_of(stripped) is None


def normal_case(name: str) -> str:
    """Return a printed name with words in capitals written in normal case: TEKEL becomes Tekel."""
    words = name.split()
    is_shouted = all(word.upper() == word for word in words) and any(len(word) > 3 for word in words)
    done = []
    for at, word in enumerate(words):
        letters = [sign for sign in word if sign.isalpha()]
        is_initial = len(letters) < 2 or ("." in word.rstrip(".") and len(letters) < 4) or _ROMAN.fullmatch(word)
        if word.upper() != word or is_initial:
            done.append(word)
        elif (is_shouted or len(letters) > 1) and at and bare(word) in _SMALL_IN_CAPITALS:
            done.append(word.lower())
        else:
            done.append("-".join(_lowered(piece, has_more) for piece, has_more in _pieces(word)))
    return " ".join(done)


def _pieces(word: str) -> list[tuple[str, bool]]:
    pieces = word.split("-")
    return [(piece, at == 0 and len(pieces) > 1) for at, piece in enumerate(pieces)]


def _lowered(piece: str, is_prefix: bool) -> str:
    if is_prefix and bare(piece) in _HYPHENED:
        return piece.lower()
    head = next((at for at, sign in enumerate(piece) if sign.isalpha()), 0)
    first, rest = piece[: head + 1], piece[head + 1 :]
    if len(rest) > 2 and rest[0] in "'’" and head == 0:
        return f"{first}{rest[:2]}{rest[2:].lower()}"
    if first.endswith("M") and rest.startswith("C") and len(rest) > 3 and rest[1] not in "AEIOU'":
        return f"{first}c{rest[1]}{rest[2:].lower()}"
    return first + rest.lower()


def without_titles(name: str) -> tuple[str, str]:
    """Return a name without the titles before it, and these titles; royal ones stay."""
    words = _EXCELLENCY.sub("Excellency ", name).replace(",", " ,").split()
    at = int(len(words) > 2 and words[0] == "M." and not words[1].endswith("."))
    while at < len(words) - 1:
        word = bare(words[at].replace(".", ""))
        if word in ROYAL and word not in {"sultan", "emir"}:
            break
        if word == "le" and bare(words[at + 1]) not in TITLES:
            break  # A family name of Viet Nam, and no article before a title.
        if word in TITLES or word in _ROYAL_TITLES or bare(words[at]) in TITLES or words[at] == ",":
            at += 1
            continue
        if word == "pan" and all(map(is_capital, words[at + 1 : at + 3])) and len(words) - at > 2:
            at += 1
            continue
        if at and words[at] == "M." and len(words[at + 1]) > 2:
            at += 1
            continue
        if at and (
            (word in _FORCES and (words[at].isupper() or words[at].endswith(".")))
            or re.fullmatch(r"\(\w{1,6}\.?\)", words[at])
        ):
            at += 1
            continue
        if "-" in words[at] and all(bare(piece) in TITLES for piece in words[at].split("-")):
            at += 1
            continue
        if word in {"le", "la", "el"} and at and not is_capital(words[at]):
            at += 1
            continue
        if (
            word in {"de", "of", "la", "division", "brigada", "en"}
            and at
            and bare(words[at - 1]) in {"general", "gral", "division", "de"}
        ):
            at += 1
            continue
        break
    return " ".join(words[at:]).replace(" ,", ","), " ".join(words[:at])
