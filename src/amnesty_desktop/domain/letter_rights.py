# SPDX-License-Identifier: GPL-3.0-or-later
"""How a letter names the articles of the Universal Declaration that are at stake, in the four languages of drafts.

The clauses are reminders in our own words, each true to its article; none of them quotes.
"""

from collections.abc import Iterable

from .letter_frames import FRAMES

MOST_ARTICLES = 2
"""Articles a letter names; more are not read, and would drive it to a second page."""

_LEADS = {
    "en": "The Universal Declaration of Human Rights says that {clauses}.",
    "fr": "Selon la Déclaration universelle des droits de l’homme, {clauses}.",
    "es": "Según la Declaración Universal de Derechos Humanos, {clauses}.",
    "de": "Die Allgemeine Erklärung der Menschenrechte sagt, dass {clauses}.",
}
_ARTICLE = {"en": "Article", "fr": "article", "es": "artículo", "de": "Artikel"}
_TABLE = {
    "en": """
1: everyone is born free and equal in dignity and rights
2: these rights are for everyone, without distinction
3: everyone has the right to life, liberty and security of person
5: nobody may be tortured or treated cruelly
6: everyone counts as a person before the law
7: the law protects all equally
8: courts must help those whose rights are violated
9: nobody may be arrested or held arbitrarily
10: everyone has the right to a fair and public hearing
11: everyone is presumed innocent until proved guilty
12: nobody’s home, family or private life may be interfered with arbitrarily
14: everyone may seek asylum from persecution
17: nobody may lose their property arbitrarily
18: everyone is free in thought, conscience and religion
19: everyone may hold and share opinions freely
20: everyone may meet others peacefully and form associations
23: everyone may form and join trade unions
25: everyone has the right to a decent standard of living and to medical care
26: everyone has the right to education
27: everyone may take part in the life of their culture
""",
    "fr": """
1: tous les êtres humains naissent libres et égaux en dignité et en droits
2: ces droits valent pour toutes et tous, sans distinction
3: chacun a droit à la vie, à la liberté et à la sûreté
5: nul ne peut être torturé ni traité avec cruauté
6: chacun a droit à la reconnaissance de sa personnalité juridique
7: la loi protège tout le monde également
8: les tribunaux doivent aider quiconque voit ses droits violés
9: nul ne peut être arrêté ni détenu arbitrairement
10: chacun a droit à un procès équitable et public
11: chacun est présumé innocent tant que sa culpabilité n’est pas établie
12: nul ne peut subir d’atteintes arbitraires à son domicile, à sa famille ou à sa vie privée
14: chacun peut chercher asile devant la persécution
17: nul ne peut être privé arbitrairement de ses biens
18: chacun est libre de sa pensée, de sa conscience et de sa religion
19: chacun peut avoir des opinions et les exprimer librement
20: chacun peut se réunir pacifiquement et s’associer
23: chacun peut fonder un syndicat et s’y affilier
25: chacun a droit à un niveau de vie suffisant et à des soins médicaux
26: chacun a droit à l’éducation
27: chacun peut prendre part à la vie de sa culture
""",
    "es": """
1: todos los seres humanos nacen libres e iguales en dignidad y derechos
2: estos derechos son de todas las personas, sin distinción
3: toda persona tiene derecho a la vida, a la libertad y a la seguridad
5: nadie puede ser torturado ni tratado con crueldad
6: toda persona tiene derecho al reconocimiento de su personalidad jurídica
7: la ley protege a todas las personas por igual
8: los tribunales deben amparar a quien ve violados sus derechos
9: nadie puede ser detenido arbitrariamente
10: toda persona tiene derecho a un juicio justo y público
11: toda persona se presume inocente mientras no se pruebe su culpabilidad
12: nadie puede sufrir injerencias arbitrarias en su casa, su familia o su vida privada
14: toda persona puede buscar asilo ante la persecución
17: nadie puede ser privado arbitrariamente de sus bienes
18: toda persona es libre en su pensamiento, su conciencia y su religión
19: toda persona puede tener opiniones y expresarlas libremente
20: toda persona puede reunirse pacíficamente y asociarse
23: toda persona puede fundar un sindicato y afiliarse a él
25: toda persona tiene derecho a un nivel de vida adecuado y a la asistencia médica
26: toda persona tiene derecho a la educación
27: toda persona puede participar en la vida de su cultura
""",
    "de": """
1: alle Menschen frei und gleich an Würde und Rechten geboren sind
2: diese Rechte für alle ohne Unterschied gelten
3: jeder Mensch das Recht auf Leben, Freiheit und Sicherheit hat
5: niemand gefoltert oder grausam behandelt werden darf
6: jeder Mensch als rechtsfähig anzuerkennen ist
7: das Gesetz alle gleich schützt
8: Gerichte denen helfen müssen, deren Rechte verletzt werden
9: niemand willkürlich festgenommen oder in Haft gehalten werden darf
10: jeder Mensch Anspruch auf ein gerechtes und öffentliches Verfahren hat
11: jeder Mensch als unschuldig gilt, bis seine Schuld bewiesen ist
12: niemand willkürliche Eingriffe in Wohnung, Familie oder Privatleben hinnehmen muss
14: jeder Mensch vor Verfolgung Asyl suchen darf
17: niemandem willkürlich sein Eigentum genommen werden darf
18: jeder Mensch frei in Denken, Gewissen und Religion ist
19: jeder Mensch eine Meinung haben und frei äußern darf
20: jeder Mensch sich friedlich versammeln und Vereine bilden darf
23: jeder Mensch Gewerkschaften gründen und ihnen beitreten darf
25: jeder Mensch das Recht auf einen angemessenen Lebensstandard und ärztliche Hilfe hat
26: jeder Mensch das Recht auf Bildung hat
27: jeder Mensch am Leben seiner Kultur teilnehmen darf
""",
}


def _read(table: str) -> dict[int, str]:
    parts = (line.partition(": ") for line in table.strip().splitlines())
    return {int(number): clause for number, _, clause in parts}


CLAUSES = {language: _read(table) for language, table in _TABLE.items()}
"""By language and number of an article, what it says as a clause."""


def rights_sentence(articles: Iterable[int], language: str) -> str:
    """The articles at stake in one sentence, the first with words in a language; empty without any."""
    clauses, word = CLAUSES[language], _ARTICLE[language]
    named = [f"{clauses[n]} ({word} {n})" for n in dict.fromkeys(articles) if n in clauses][:MOST_ARTICLES]
    if not named:
        return ""
    *first, last = named
    joined = FRAMES[language].joined
    said = f"{', '.join(first)}{',' if language == 'en' and len(first) > 1 else ''} {joined} {last}" if first else last
    return _LEADS[language].format(clauses=said)


def rights_paragraph(articles: Iterable[int], language: str, *, trusting: bool) -> str:
    """The paragraph on rights of a letter, {people} still to be filled in; trusting adds the hope in the office."""
    frame = FRAMES[language]
    said = rights_sentence(articles, language) or frame.rights_public
    trust = frame.rights.removeprefix(frame.rights_public).strip()
    return f"{said} {trust}" if trusting else said
