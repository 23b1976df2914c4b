# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters a careful person would post: the check stays silent about them, and so it does about our own drafts."""

from dataclasses import replace
from datetime import date

import pytest

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.case import Ask, Case
from amnesty_desktop.domain.claim import Claim
from amnesty_desktop.domain.compose import LetterMaterial, compose
from amnesty_desktop.domain.group import Group
from amnesty_desktop.domain.letter import Body, LetterKind, Paragraph, Run
from amnesty_desktop.domain.letter_check import check
from amnesty_desktop.domain.letter_findings import CheckMaterial
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.person import Person
from amnesty_desktop.domain.standing import Fact, Standing, StandingKind
from amnesty_desktop.edits.word_lists import word_lists

LEONELA = Person(id="leonela", case_id="case", name="Leonela Zúñiga Beltrán")
MINISTER = Addressee(id="minister", office="Minister of Security", address="Calle 1", country="HN")
ASKS = {
    "en": "to give Leonela Zúñiga Beltrán effective protection",
    "fr": "assurer la protection de Leonela Zúñiga Beltrán",
    "es": "proteger a Leonela Zúñiga Beltrán",
    "de": "Leonela Zúñiga Beltrán wirksam zu schützen",
}
FACTS = {
    "en": "A grey car followed Leonela Zúñiga Beltrán home on 3 June.",
    "fr": "Une voiture grise a suivi Leonela Zúñiga Beltrán le 3 juin.",
    "es": "Un coche gris siguió a Leonela Zúñiga Beltrán el 3 de junio.",
    "de": "Am 3. Juni folgte ein graues Auto Leonela Zúñiga Beltrán.",
}
asks = tuple(Ask(case_id="case", text=text, language=language) for language, text in ASKS.items())
facts = tuple(
    Fact(Claim(id=language, case_id="case", text=text, language=language), Standing(StandingKind.VERIFIED, True, 1, ""))
    for language, text in FACTS.items()
)
CASE = Case(id="case", country="HN")
MATERIAL = CheckMaterial(
    case=CASE,
    today=date(2026, 11, 23),
    addressee=MINISTER,
    addressees=(MINISTER,),
    people=(LEONELA,),
    asks=asks,
    facts=facts,
    pages=1,
    words=word_lists(),
)
LETTER_MATERIAL = LetterMaterial(
    group=Group(name="Millbrook Group", country="GB"),
    case=CASE,
    addressee=MINISTER,
    dated=date(2026, 11, 23),
    writer=Member(name="Inga Solheim"),
    people=(LEONELA,),
    facts=facts,
    asks=asks,
    earlier=date(2026, 9, 2),
)

GOOD = {
    "threats": """My friends and I write letters for people in trouble.
On 3 June 2026 a grey car followed Leonela Zúñiga Beltrán from the radio station to her home. \
That evening somebody called her and said that she would die.
May I ask you to give Leonela Zúñiga Beltrán and her family effective protection.
Thank you for reading this.""",
    "trial": """I am a teacher, and I am writing to you about Leonela Zúñiga Beltrán.
She has been held in the prison of San Anselmo since March. Her lawyer has not been allowed to see her. During the \
military government of the 1980s your country signed the covenant that promises everyone a fair trial.
Would you please make sure that Leonela Zúñiga Beltrán can speak with her lawyer in private?
I hope you will find the time to answer me.""",
    "accused": """I write about Leonela Zúñiga Beltrán, who was charged with conspiring to overthrow the government \
and with calling for a boycott of the election. According to the press release of your ministry she admitted this.
I urge you to have her complaint of torture investigated by somebody independent, and to make the result public.
After her release in May 2024 she was stopped by the police again.""",
    "history": """My name is Inga and I work as a nurse. For three years I have followed the story of Leonela \
Zúñiga Beltrán, a butcher’s daughter who became a journalist.
The prison regime in the new wing leaves her without daylight. I would be grateful if you asked the director \
whether this can be changed. I ask this with respect for your courts.
In August, March and May the temperature reached forty degrees.""",
    "brief": """Please protect Leonela Zúñiga Beltrán. Article 3 of the Universal Declaration of Human Rights \
promises everyone security of person. Thank you.""",
}
GOOD_ELSEWHERE = {
    "fr": (
        """Je m’appelle Inga et j’écris au sujet de Leonela Zúñiga Beltrán, journaliste.
Le 3 juin une voiture l’a suivie jusque chez elle. Le régime de visites de la prison a été modifié depuis.
Je vous prie d’assurer la protection de Leonela Zúñiga Beltrán et de sa famille. Merci de votre attention.""",
        """Leonela Zúñiga Beltrán a été accusée d’avoir voulu renverser le gouvernement.
Je vous demande respectueusement qu’une enquête indépendante soit menée sur les menaces dont elle est l’objet.""",
    ),
    "es": (
        """Me llamo Inga y le escribo por Leonela Zúñiga Beltrán, periodista.
El 3 de junio un coche la siguió hasta su casa. Su régimen de visitas ha cambiado desde agosto.
Le pido con respeto que proteja a Leonela Zúñiga Beltrán y a su familia. Gracias por su atención.""",
    ),
    "de": (
        """mein Name ist Inga, und ich schreibe Ihnen wegen Leonela Zúñiga Beltrán.
Am 3. Juni folgte ihr ein Auto nach Hause. Die Familie Leonelas lebt seitdem in Angst.
Ich bitte Sie höflich, Leonela Zúñiga Beltrán und ihre Familie zu schützen. Ich danke Ihnen.""",
        """in meinem Brief geht es um Leonela Zúñiga Beltrán, deren Beschwerde ohne Anhörung geschlossen wurde.
Ich wäre Ihnen sehr dankbar, wenn Sie die Drohungen untersuchen ließen. Die Regierung hat dies im Mai zugesagt.""",
    ),
}
ALL_GOOD = [("en", words) for words in GOOD.values()] + [
    (c, w) for c, several in GOOD_ELSEWHERE.items() for w in several
]


@pytest.mark.parametrize(("language", "words"), ALL_GOOD)
def test_a_good_letter_raises_no_alarm(language: str, words: str) -> None:
    body = Body(tuple(Paragraph((Run(line),)) for line in words.split("\n")))
    good = replace(compose(LETTER_MATERIAL, language=language), body=body)
    assert check(good, MATERIAL) == ()


def test_there_are_ten_good_letters() -> None:
    assert len(ALL_GOOD) == 10


@pytest.mark.parametrize("language", ["en", "fr", "es", "de"])
@pytest.mark.parametrize("kind", [LetterKind.APPEAL, LetterKind.FOLLOW_UP, LetterKind.CARD])
def test_our_own_drafts_raise_no_alarm(kind: LetterKind, language: str) -> None:
    assert check(compose(LETTER_MATERIAL, kind, language=language), MATERIAL) == ()
