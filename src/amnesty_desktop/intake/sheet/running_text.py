# SPDX-License-Identifier: GPL-3.0-or-later
"""People named in sentences: by a mark behind the name, or by what the first paragraph says happened to them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...domain.person import Sex
from .countries import code_of
from .names import (
    GROUP_WORDS,
    PARTICLES,
    ROLE_WORDS,
    TITLES,
    bare,
    is_capital,
    is_name,
    normal_case,
    without_titles,
)
from .persons import Entry, age_of, marks_in, sex_of
from .text import folded
from .words import word_set

_WORD = re.compile(r"[^\W\d_]['’ʼ`´‘\w-]*\.?|['’ʼ`´‘_][^\W\d][\w'’-]*")
_MARKED = re.compile(r"\((?:[mfkhwMFKHW]|male|female|hombre|mujer|homme|femme)(?:[,;][^()]{1,30})?\)")
_STARTERS = word_set(
    """the a an on in at his her their its he she they it this these that those two three four five six seven eight
    nine ten eleven twelve several many some all both one another other after before since during while when as
    if although for from to of by with without according police soldiers security amnesty however there here
    until le la les un une des il elle ils ces cette deux trois quatre cinq depuis apres el los las una dos tres
    cuatro cinco su sus desde der die das ein eine zwei drei vier am im nach seit sie er po dwoje dwoch trzech
    prawnik human women men lawyer lawyers activist activists journalist journalists defender also please write
    but so yet nor because who whom whose which what where why how whether despite including named above below
    lake river sie ihr dear download downloads
    urgent action further still more dozens hundreds thousands local kurdish"""
)
_FAMILY_NAMES = word_set("he an so in do le la on yi su bo ma")
"""Words that begin sentences and are family names before one given name: "He Shunlian (f)"."""
_PLACE_BEFORE = word_set(
    """in at near outside inside within into towards across around through en dans aux bei aus nach w we z ze do na
    pres capital city town village island state province region district called"""
)
_OF = word_set("of de du von to from against for about pour contra wobec za")
_OF_WHOM = word_set(
    """arrest detention family disappearance trial case life lives safety release execution home house sentencing
    prosecution abduction imprisonment health whereabouts parents relatives wife husband threats sentence
    sentences arresto detencion familia desaparicion juicio vida seguridad liberacion casa domicilio arrestation
    famille proces vie liberation securite disparition fear fears concern charges mother brother threat"""
)
_AUTHORITY = word_set(
    """president governor minister judge prosecutor king general colonel spokesman spokesperson spokeswoman justice
    senator chief commander premier secretary ayatollah sheriff procurator commissioner major captain lieutenant
    sergeant gobernador presidente ministro juez fiscal ministre gouverneur juge procureur prasident richter
    prezydent sedzia"""
)
_NOT_THE_PERSON = re.compile(
    r"(?:(?:his|her|their|the|defen[cs]e|a|su|sus|son|leur|ihr|seine?) (?:lawyers?|attorney|judge|victim"
    r"|witness|colleague|abogad[oa]|avocate?|anwalt)"
    r"|lawyers? for|(?:murder|killing|death|murdering|rape|assassination|shooting) of|victims?|asesinato de"
    r"|meurtre de|led by|owned by|called|named after)[, ]*$"
)
_TOGETHER = re.compile(r"\band (?:his|her|their) (?:lawyers?|attorneys?|colleagues?)[, ]*$")
_TITLES_BETWEEN = r"(?:(?:prof|dr|mr|mrs|ms|fr|rev|sr|sra|lic|ing|mme|m)\.? ?){0,3}"
_ARE = re.compile(
    r"\b(?:they are|(?:the|those|los|las|les|die) (?:\w+ )?(?:two|three|four|five|six|seven|eight|nine|ten|men"
    r"|women|people|students"
    r"|others|detainees|prisoners|hombres|mujeres|personas|hommes|femmes|manner|frauen)\b.{0,20} (?:are|were|son|sont"
    r"|sind)\b):? " + _TITLES_BETWEEN + "$"
)
_OF_WORK = re.compile(
    r"(?: \([^()]{1,30}\))?, (?:an? |une? |una |ein |eine )?(?:[a-z-]+ ){0,2}?(?:teacher|student|doctor|nurse"
    r"|journalist|farmer"
    r"|priest|monk|nun|engineer|poet|writer|singer|trader|worker|activist|blogger|infirmiere?|medecin|etudiante?"
    r"|enseignante?|journaliste|agriculteur|pretre|maestr[oa]|profesora?|medic[oa]|enfermer[oa]|campesin[oa]|estudiante"
    r"|periodista|sacerdote)\b"
)
_DONE_TO = word_set(
    """execute arrested detained abducted released free sentenced tortured beat questioned interrogated seized took
    hanged charged convicted deport extradite arrest release pardon attacked threatened kidnapped killed shot
    arresto detuvo including include includes namely incluyen incluidos dont notamment darunter"""
)
_GERMAN_ROLE = re.compile(
    r"(?:verteidiger|anwalt|journalist|aktivist|student|lehrer|arzt|gefangene|haftling|politiker|blogger"
    r"|kunstler|schriftsteller"
    r"|professor|gewerkschafter|ehemann|ehefrau|bruder|schwester|sohn|tochter)(?:in|innen|en|e|r|s)?$|^(?:ehepaar|familie|geschwister|bruder|schwestern)$"
)
_HAPPENS = re.compile(
    r"\b(?:was|were|is|are|has|have|had|faces?|remains?|will|could|may|might|risks?|disappeared|went|died|began"
    r"|continues?|fears?"
    r"|received|escaped|fled|survived|appeared|awaits?|suffers?|started|ended|told|needs?|should|must"
    r"|fue|fueron|ha|han|esta|estan|sera|seran|recibio|recibieron|corre|corren|enfrenta|enfrentan|sigue|siguen"
    r"|permanece|desaparecio"
    r"|a ete|ont ete|est|sont|a|ont|risque|risquent|sera|seront|avait|etait|etaient|recoit|recoivent|purge"
    r"|purgent|encourt|encourent|doit|doivent"
    r"|fait|font|vit|vivent|continuent|demeure|demeurent|reste|restent|souffre|souffrent|meurt"
    r"|wurde|wurden|ist|sind|hat|haben|wird|werden|droht|drohen|sitzt|befindet|befinden|steht"
    r"|zostal|zostala|zostali|zostaly|jest|sa|grozi|przebywa|przebywaja|od)\b"
)
_ROLES_BETWEEN = (
    r"(?:(?:[a-z-]+ ){0,2}(?:assistant|student|teacher|lecturer|professor|librarian|journalist|activist|lawyer|blogger"
    r"|farmer|priest|nurse|doctor|worker|trader|singer|writer|poet|driver|engineer|leader|member|defender|unionist"
    r"|editor|reporter|photographer)s? )?"
)
_LINK = re.compile(
    r"^(?:\s*\([^()]{1,60}\))?(?:,? (?:an?d|et|y|und|oraz|e|i)|,|;)?(?:,? (?:(?:aged )?\d{1,2}|(?:his|her|their"
    r"|a|an|the|su|son|sa|ses|ihr|seine?)"
    r" (?:\w+ ){0,2}(?:nephews?|nieces?|brothers?|sisters?|sons?|daughters?|wife|husband|father|mother|cousins?"
    r"|relatives?|partner|colleagues?|lawyers?|assistants?"
    r"|friends?|uncle|aunt|esposa|esposo|hermanos?|hermanas?|hijos?|hijas?|frere|soeur|fils|fille|epouse|mari"
    r"|bruder|schwester|frau|mann)),?)?"
    r"(?:,? (?:an?d|et|y|und|oraz|e|i))? ?" + _ROLES_BETWEEN + _TITLES_BETWEEN + "$"
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    name: str
    begin: int
    end: int
    title: str


def marked_people(text: str) -> list[tuple[Entry, int, int]]:
    """Return people with (m), (f) or the like behind their names, and the characters of name and mark."""
    found = []
    for mark in _MARKED.finditer(text):
        name, begin = _name_before(text, mark.start())
        if name:
            sex, age, _ = marks_in(text[begin : mark.end()])
            found.append((Entry(normal_case(name), sex, age or _age_behind(text, mark.end())), begin, mark.end()))
    return found


def _name_before(text: str, end: int) -> tuple[str, int]:
    stretch = text[max(0, end - 90) : end]
    cut = max(stretch.rfind(sign) for sign in ',;:()[]!?"“”')
    words = list(_WORD.finditer(stretch, cut + 1))
    taken: list[re.Match[str]] = []
    for word in reversed(words):
        if (
            not (is_capital(word[0]) or bare(word[0]) in PARTICLES - {"y", "e", "i"})
            or bare(word[0]) in GROUP_WORDS | ROLE_WORDS
        ):
            break
        if taken and text[max(0, end - 90) + word.end() : max(0, end - 90) + taken[-1].start()].strip(" .\n"):
            break
        taken.append(word)
    taken.reverse()
    while len(taken) > 1 and taken[0][0].isupper() and code_of(taken[0][0]):
        taken.pop(0)  # "USA Jon Doe (m)": the country of the heading stands before the name.
    while taken and (not is_capital(taken[0][0]) or bare(taken[0][0]) in _STARTERS | TITLES):
        if len(taken) == 2 and bare(taken[0][0]) in _FAMILY_NAMES:
            break
        taken.pop(0)
    if not taken:
        return "", 0
    name = " ".join(word[0] for word in taken)
    return (name, max(0, end - 90) + taken[0].start()) if is_name(name, 1) else ("", 0)


def _age_behind(text: str, at: int) -> int | None:
    piece = re.match(r",? ?((?:aged?|lat|de)? ?\d{1,2}(?: ?ans| anos| años| Jahre)?)(?=[,.;) ])", text[at : at + 24])
    return age_of(piece[1]) if piece else None


def people_said(text: str) -> list[tuple[Entry, int, int]]:
    """Return the people of whom a paragraph says that something happened to them, in its order."""
    flat = text.replace("\n", " ")
    candidates = [each for each in _candidates(flat) if not _is_someone_else(flat, each)]
    sure = [_is_subject(flat, each) for each in candidates]
    for order in (range(1, len(candidates)), range(len(candidates) - 2, -1, -1)):
        for at in order:
            other = at - 1 if order.step == 1 else at + 1
            left, right = sorted((at, other))
            if sure[other] and _LINK.match(folded(flat[candidates[left].end : candidates[right].begin])):
                sure[at] = True
    return [
        (
            Entry(
                normal_case(each.name),
                _sex_behind(flat, each.end),
                _age_behind(flat, each.end) or _bracketed_age(flat, each.end),
            ),
            each.begin,
            each.end,
        )
        for each, is_sure in zip(candidates, sure, strict=True)
        if is_sure
    ]


def people_asked_for(text: str) -> list[tuple[Entry, int, int]]:
    """Return everybody a demand or a letter names, but for officials, victims of a crime, lawyers and places."""
    flat = text.replace("\n", " ")
    return [
        (Entry(normal_case(each.name), _sex_behind(flat, each.end), _age_behind(flat, each.end)), each.begin, each.end)
        for each in _candidates(flat)
        if not _is_someone_else(flat, each) and not re.match(r"['’]s? (?!release|case|trial|health)", flat[each.end :])
    ]


_HURT = re.compile(
    r"(?: \([^()]{1,40}\))?,? (?:was|were|has been|have been|is|are) (?:also |reportedly |allegedly |then "
    r"|both |all |again )?"
    r"(?:re)?(?:arrested|detained|abducted|seized|taken (?:from|away|into)|sentenced|tortured|beaten|held"
    r"|imprisoned|charged"
    r"|threatened|kidnapped|due to be executed|scheduled to be executed|serving)\b"
    r"|(?: \([^()]{1,40}\))?,? (?:fue(?:ron)?|ha sido|han sido) (?:detenid|arrestad|secuestrad|condenad"
    r"|amenazad|torturad)"
    r"|(?: \([^()]{1,40}\))?,? (?:a ete|ont ete) (?:arrete|detenu|condamne|enleve|torture|menace|inculpe)"
    r"|(?: \([^()]{1,40}\))?,? (?:zostal[aiy]?) (?:zatrzyman|aresztowan|skazan|pobit|uprowadzon)"
)


def people_hurt(text: str) -> list[tuple[Entry, int, int]]:
    """Return those of whom a sentence says right behind the name that they were arrested, sentenced or the like."""
    flat = text.replace("\n", " ")
    small = folded(flat)
    return [
        (Entry(normal_case(each.name), _sex_behind(flat, each.end), _age_behind(flat, each.end)), each.begin, each.end)
        for each in _candidates(flat)
        if not _is_someone_else(flat, each) and _HURT.match(small[each.end : each.end + 90])
    ]


def subjects(text: str) -> list[tuple[Entry, int, int]]:
    """Return the people whose names, joined by "and" or commas, begin a sentence of which a small word follows."""
    flat = text.replace("\n", " ")
    done: list[tuple[Entry, int, int]] = []
    candidates = list(_candidates(flat))
    for at, each in enumerate(candidates):
        before = flat[: each.begin].rstrip()
        goes_on = bool(done) and at and done[-1][2] == candidates[at - 1].end
        link = goes_on and _LINK.match(folded(flat[candidates[at - 1].end : each.begin]))
        begins = not before or before[-1] in '.!?»”"'
        if (link or begins) and not each.title and re.match(r",? [a-zà-ÿ]|, ", flat[each.end :]):
            done.append((Entry(normal_case(each.name)), each.begin, each.end))
    return done


def _sex_behind(text: str, at: int) -> Sex | None:
    said = re.match(r", (female|male)\b", text[at : at + 10])
    return sex_of(said[1]) if said else None


def _bracketed_age(text: str, at: int) -> int | None:
    found = re.match(r" ?\(((?:aged )?\d{1,2}|\d{1,2} ans)\)", text[at : at + 16])
    return age_of(found[1]) if found else None


def _candidates(text: str) -> Iterator[_Candidate]:
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        is_joined = bool(run) and not text[run[-1].end() : word.start()].strip(" ")
        ends_sentence = bool(run) and run[-1][0].endswith(".") and len(run[-1][0]) > 3
        if run and (not is_joined or ends_sentence):
            yield from _candidate(run)
            run = []
        if is_capital(word[0]) or (run and bare(word[0]) in PARTICLES - {"y", "e", "i", "as", "an", "vel", "dit"}):
            run.append(word)
        elif run:
            yield from _candidate(run)
            run = []
    if run:
        yield from _candidate(run)


def _candidate(run: list[re.Match[str]]) -> Iterator[_Candidate]:
    words = list(run)
    while words and not is_capital(words[-1][0]):
        words.pop()
    title = ""
    while len(words) > 1 and words[0][0].isupper() and code_of(words[0][0]):
        words.pop(0)
    while words and (bare(words[0][0]) in _STARTERS | TITLES | ROLE_WORDS | _AUTHORITY or not is_capital(words[0][0])):
        if len(words) > 2 and words[0][0] == "Le" and not _begins_sentence(words[0]):
            break  # A family name of Viet Nam.
        title = bare(words.pop(0)[0])
    while len(words) > 2 and _GERMAN_ROLE.search(bare(words[0][0])):
        title = bare(words.pop(0)[0])
    name = " ".join(word[0] for word in words).rstrip(".'’")
    is_shouted = len(words) > 3 and all(word[0].isupper() for word in words)
    is_shouted = is_shouted and words[-1].string[words[-1].end() : words[-1].end() + 1] != ","
    if words and not is_shouted and is_name(name):
        last = words[-1]
        end = last.end() - (1 if last[0].endswith((".", "'", "’")) else 0)
        yield _Candidate(without_titles(name.removesuffix("'s").removesuffix("’s"))[0], words[0].start(), end, title)


def _begins_sentence(word: re.Match[str]) -> bool:
    before = word.string[: word.start()].rstrip()
    return not before or before[-1] in '.!?:»”"\n'


def _is_someone_else(text: str, each: _Candidate) -> bool:
    before = folded(text[max(0, each.begin - 60) : each.begin])
    words = before.replace(",", " ").split()
    last = words[-1] if words else ""
    if each.title in _AUTHORITY or last in _AUTHORITY:
        return True
    if _NOT_THE_PERSON.search(before) and not _TOGETHER.search(before):
        return True
    if last in _PLACE_BEFORE and not before.rstrip().endswith(","):
        return True
    return last in _OF and not (len(words) > 1 and words[-2] in _OF_WHOM)


def _is_subject(text: str, each: _Candidate) -> bool:
    """Whether the sentence says of this name that something happens, or calls it a person."""
    after = folded(text[each.end : each.end + 130])
    before = folded(text[max(0, each.begin - 40) : each.begin])
    if _age_behind(text, each.end) or _bracketed_age(text, each.end):
        return True
    if re.match(r"['’]s? |s' ", after):
        return False
    sentence = re.split(r"[.!?](?:\s|$)", after, maxsplit=1)[0]
    happens = _HAPPENS.match(sentence.lstrip()) or (sentence.startswith((",", " (")) and _HAPPENS.search(sentence))
    words = before.replace(",", " ").split()
    if happens or _ARE.search(before):
        return True
    if not words:
        return False
    if _OF_WORK.match(after) or (words[-1] in _OF and len(words) > 1 and words[-2] in _OF_WHOM):
        return True
    last = words[-1]
    return last.rstrip("s") in ROLE_WORDS or last in ROLE_WORDS or last in _DONE_TO or bool(_GERMAN_ROLE.search(last))
