# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentences every draft is built from, in English, French, Spanish and German.

No sentence here states a fact of a case, names a sex, demands a release or calls anybody a prisoner of
conscience: that is left to claims and to what the sheet asks. {people} stands where names take no ending
and no elided article, so that any name fits.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """The sentences of one language; words in braces are filled in by compose."""

    group: str
    who: str
    about: str
    reported: str
    feared: str
    rights: str
    ask: str
    ask_still: str
    thanks: str
    wrote: str
    good_news: str
    thanks_for_news: str
    had_letter: str
    embassy: str
    ask_embassy: str
    ask_body: str
    editor: str
    rights_public: str
    ask_public: str
    editor_end: str
    card: tuple[str, ...]
    subject: str
    copies: str
    joined: str
    others: tuple[str, str]
    withheld: tuple[str, str]


_ENGLISH = Frame(
    group="for {group}",
    who="I belong to {group}. We are volunteers, and we write to authorities in many countries on behalf of people "
    "whose rights are at risk.",
    about="My letter concerns {people}.",
    reported="According to the reports I have seen, this is what has happened.",
    feared="There is reason to fear the following:",
    rights="Under the Universal Declaration of Human Rights everyone has a right to life, liberty and security of "
    "person, and to equal protection of the law. I trust that your office wishes to uphold these rights for {people}.",
    ask="With respect, this is what I ask:",
    ask_still="With respect, this is what I would still ask:",
    thanks="Thank you for your attention to this letter. I would be grateful to hear from you what can be done.",
    wrote="Our group wrote to you on {date}. No answer has reached us so far, and so I am writing again.",
    good_news="I was very glad to learn of good news.",
    thanks_for_news="Thank you for whatever part your office has had in it. I hope that it will last.",
    had_letter="Thank you for your letter of {date}. I have read it with attention.",
    embassy="I turn to you because you represent your country in ours.",
    ask_embassy="I would be grateful if you passed these requests on to your government:",
    ask_body="I ask you to take this up with the authorities, so that they do what we ask of them:",
    editor="I would like to draw your readers’ attention to a case that concerns {people}.",
    rights_public="Under the Universal Declaration of Human Rights everyone has a right to life, liberty and security "
    "of person, and to equal protection of the law.",
    ask_public="With respect, this is what we ask the authorities:",
    editor_end="Every letter counts. Our group gladly tells anybody who would like to write as well how it is done.",
    card=(
        "I am thinking of you, and I wish you strength and courage. You are not forgotten.",
        "My good wishes go to you and to the people close to you.",
    ),
    subject="{people}, {country}",
    copies="Copy to:",
    joined="and",
    others=("and one other person", "and {count} other people"),
    withheld=("a person whose name I leave out for safety", "people whose names I leave out for safety"),
)

_FRENCH = Frame(
    group="pour {group}",
    who="Je suis membre de notre groupe bénévole, {group}. Nous écrivons aux autorités de nombreux pays pour des "
    "personnes dont les droits sont menacés.",
    about="Ma lettre concerne {people}.",
    reported="D’après les informations dont je dispose, voici ce qui s’est passé.",
    feared="Il y a lieu de craindre ce qui suit :",
    rights="La Déclaration universelle des droits de l’homme reconnaît à chacun le droit à la vie, à la liberté et à "
    "la sûreté, ainsi qu’à une égale protection de la loi. Je ne doute pas que vos services souhaitent garantir ces "
    "droits pour {people}.",
    ask="Avec tout le respect que je vous dois, voici ce que je vous demande :",
    ask_still="Avec tout le respect que je vous dois, voici ce que je continue de vous demander :",
    thanks="Je vous remercie de l’attention que vous porterez à cette lettre. Notre groupe vous saurait gré de lui "
    "faire savoir ce qui pourra être entrepris.",
    wrote="Notre groupe vous a écrit le {date}. Aucune réponse ne nous étant parvenue à ce jour, je me permets de vous "
    "écrire de nouveau.",
    good_news="C’est avec joie que j’ai appris une bonne nouvelle.",
    thanks_for_news="Je vous remercie de la part que vos services ont pu y prendre et j’espère que cette amélioration "
    "sera durable.",
    had_letter="Je vous remercie de votre lettre ({date}), que j’ai lue avec attention.",
    embassy="Je m’adresse à vous parce que vous représentez votre pays auprès du nôtre.",
    ask_embassy="Je vous prie de bien vouloir transmettre à votre gouvernement ce que nous demandons :",
    ask_body="Je vous prie de bien vouloir intervenir auprès des autorités afin qu’elles donnent suite à ce que nous "
    "demandons :",
    editor="Permettez-moi d’attirer l’attention de votre lectorat sur une situation qui concerne {people}.",
    rights_public="La Déclaration universelle des droits de l’homme reconnaît à chacun le droit à la vie, à la liberté "
    "et à la sûreté, ainsi qu’à une égale protection de la loi.",
    ask_public="Voici ce que nous demandons aux autorités, avec tout le respect qui leur est dû :",
    editor_end="Chaque lettre compte. Notre groupe renseigne volontiers quiconque souhaite écrire à son tour.",
    card=(
        "Je pense à vous et vous souhaite force et courage. Nous ne vous oublions pas.",
        "Mes vœux les plus chaleureux pour vous et vos proches.",
    ),
    subject="{people}, {country}",
    copies="Copie à :",
    joined="et",
    others=("et une autre personne", "et {count} autres personnes"),
    withheld=(
        "une personne dont je tais le nom pour sa sécurité",
        "des personnes dont je tais les noms pour leur sécurité",
    ),
)

_SPANISH = Frame(
    group="en nombre de {group}",
    who="Formo parte de nuestro grupo de voluntariado, {group}. Escribimos a autoridades de muchos países por personas "
    "cuyos derechos corren peligro.",
    about="Mi carta se refiere a {people}.",
    reported="Según la información de que dispongo, esto es lo que ha ocurrido.",
    feared="Hay motivos para temer lo siguiente:",
    rights="La Declaración Universal de Derechos Humanos reconoce a toda persona el derecho a la vida, a la libertad y "
    "a la seguridad, así como a igual protección de la ley. Confío en que su institución desea garantizar estos "
    "derechos para {people}.",
    ask="Con el debido respeto, esto es lo que le pido:",
    ask_still="Con el debido respeto, esto es lo que le sigo pidiendo:",
    thanks="Le doy las gracias por la atención que preste a esta carta y le agradecería que nos hiciera saber qué "
    "medidas pueden tomarse.",
    wrote="Nuestro grupo le escribió con fecha {date}. Hasta hoy no nos ha llegado ninguna respuesta; por eso le "
    "escribo de nuevo.",
    good_news="Con alegría he sabido de una buena noticia.",
    thanks_for_news="Le doy las gracias por la parte que su institución haya tenido en ello y espero que esta mejora "
    "sea duradera.",
    had_letter="Le doy las gracias por su carta ({date}), que he leído con atención.",
    embassy="Me dirijo a usted porque representa a su país ante el nuestro.",
    ask_embassy="Le ruego que transmita a su Gobierno lo que pedimos:",
    ask_body="Le ruego que intervenga ante las autoridades para que atiendan lo que pedimos:",
    editor="Quisiera llamar la atención de quienes leen su periódico sobre una situación que afecta a {people}.",
    rights_public="La Declaración Universal de Derechos Humanos reconoce a toda persona el derecho a la vida, a la "
    "libertad y a la seguridad, así como a igual protección de la ley.",
    ask_public="Con todo respeto, esto es lo que pedimos a las autoridades:",
    editor_end="Cada carta cuenta. Nuestro grupo informa con gusto a quien quiera escribir también.",
    card=(
        "Pienso en usted y le deseo fuerza y ánimo. Le tenemos muy presente.",
        "Mis mejores deseos para usted y para sus seres queridos.",
    ),
    subject="{people}, {country}",
    copies="Copia a:",
    joined="y",
    others=("y otra persona", "y otras {count} personas"),
    withheld=(
        "una persona cuyo nombre no menciono por su seguridad",
        "personas cuyos nombres no menciono por su seguridad",
    ),
)

_GERMAN = Frame(
    group="für {group}",
    who="ich gehöre zu unserer Gruppe von Ehrenamtlichen, {group}. Wir schreiben an Behörden in vielen Ländern und "
    "setzen uns für Menschen ein, deren Rechte in Gefahr sind.",
    about="In meinem Brief geht es um {people}.",
    reported="Nach den Berichten, die mir vorliegen, ist Folgendes geschehen.",
    feared="Es ist Folgendes zu befürchten:",
    rights="Nach der Allgemeinen Erklärung der Menschenrechte hat jeder Mensch das Recht auf Leben, Freiheit und "
    "Sicherheit und auf gleichen Schutz durch das Gesetz. Ich vertraue darauf, dass Ihr Haus diese Rechte auch für "
    "{people} wahren möchte.",
    ask="Ich bitte Sie höflich um Folgendes:",
    ask_still="Ich bitte Sie höflich weiterhin um Folgendes:",
    thanks="Ich danke Ihnen für Ihre Aufmerksamkeit und wäre Ihnen dankbar, wenn Sie uns mitteilten, was unternommen "
    "werden kann.",
    wrote="Unsere Gruppe hat Ihnen am {date} geschrieben. Bisher hat uns keine Antwort erreicht; deshalb schreibe ich "
    "Ihnen erneut.",
    good_news="Mit großer Freude habe ich von einer guten Nachricht erfahren.",
    thanks_for_news="Ich danke Ihnen für den Anteil, den Ihr Haus daran gehabt haben mag, und hoffe, dass es dabei "
    "bleibt.",
    had_letter="haben Sie Dank für Ihr Schreiben ({date}), das ich aufmerksam gelesen habe.",
    embassy="Ich wende mich an Sie, weil Sie Ihr Land bei uns vertreten.",
    ask_embassy="Ich bitte Sie höflich, Ihrer Regierung unsere Bitten zu übermitteln:",
    ask_body="Ich bitte Sie höflich, sich bei den Behörden dafür einzusetzen, dass sie unseren Bitten nachkommen:",
    editor="ich möchte Ihre Leserinnen und Leser auf einen Fall aufmerksam machen. Es geht um {people}.",
    rights_public="Nach der Allgemeinen Erklärung der Menschenrechte hat jeder Mensch das Recht auf Leben, Freiheit "
    "und Sicherheit und auf gleichen Schutz durch das Gesetz.",
    ask_public="Dies erbitten wir von den Behörden:",
    editor_end="Jeder Brief zählt. Unsere Gruppe gibt gern Auskunft, wenn auch Sie schreiben möchten.",
    card=(
        "ich denke an Sie und wünsche Ihnen Kraft und Mut. Sie sind nicht vergessen.",
        "Meine guten Wünsche gelten Ihnen und allen, die Ihnen nahestehen.",
    ),
    subject="{people}, {country}",
    copies="Kopie an:",
    joined="und",
    others=("und eine weitere Person", "und {count} weitere Personen"),
    withheld=(
        "eine Person, deren Namen ich zu ihrem Schutz nicht nenne",
        "Menschen, deren Namen ich zu ihrem Schutz nicht nenne",
    ),
)

FRAMES = {"en": _ENGLISH, "fr": _FRENCH, "es": _SPANISH, "de": _GERMAN}
LANGUAGE_NAMES = {
    "en": "English",
    "fr": "French",
    "es": "Spanish",
    "de": "German",
    "ar": "Arabic",
    "fa": "Persian",
    "ru": "Russian",
    "pt": "Portuguese",
    "tr": "Turkish",
    "zh": "Chinese",
}
