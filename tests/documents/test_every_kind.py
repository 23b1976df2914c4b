# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of letter in every language on every template, with the hardest data: its words, and where they stand.

The words lie in golden/, one file for each language. `python -m tests.documents.test_every_kind` writes them anew; read
what has changed before committing it.
"""

import io
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from docx import Document
from tests.documents.word_files import HEAD, W, template

from amnesty_desktop.documents.layout import layout_of
from amnesty_desktop.documents.letter import PrintedLetter, letters_document
from amnesty_desktop.documents.letterhead import Letterhead
from amnesty_desktop.domain.addressee import Addressee, AddresseeRole, Allowed, Takes
from amnesty_desktop.domain.case import Ask, Case
from amnesty_desktop.domain.claim import Claim, Stated
from amnesty_desktop.domain.compose import LetterMaterial, compose
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.group import Group, Paper
from amnesty_desktop.domain.letter import Letter, LetterKind
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.person import Person
from amnesty_desktop.domain.standing import Fact, Standing, StandingKind

GOLDEN = Path(__file__).parent / "golden"
LANGUAGES = ("en", "fr", "es", "de")
ARABIC = "عبد الرحمن بن محمد بن عبد العزيز الحداد الأنصاري"
PEOPLE = (
    Person(id="one", case_id="c", name=ARABIC),
    Person(id="two", case_id="c", name="Maribel Alejandra Quiñónez Tábora de la Encarnación"),
)
ADDRESS = "Verfassungsgerichtsbarkeitsplatz 100\nPrivate Bag 12345, Port Example\nProvince of Example"
LONG_NAME = "Local Volunteers for Human Rights of Greater Millbrook"
USUAL = (Person(id="one", case_id="c", name="Maribel Quiñónez Tábora"),)
MINISTER = Addressee(
    id="to", case_id="c", name="His Excellency the Minister", office="Ministry of Home Affairs and Public Security",
    address=ADDRESS, country="CD",
)  # fmt: skip
PRISONER = Addressee(
    id="to", case_id="c", role=AddresseeRole.PRISONER, name=ARABIC, address=ADDRESS, country="YE", person_id="one",
    amnesty=Allowed.NO, sender_address=Allowed.NO, religion=Allowed.NO, takes=Takes.BOTH,
)  # fmt: skip
KNOWN, FEARED = "On 3 June a grey car followed them.", "They may be killed."
WORDS = {
    "en": (KNOWN, FEARED, "to protect them and their families", "to have the threats investigated"),
    "fr": ("Le 3 juin une voiture les a suivis.", "On craint qu’ils soient tués.", "les protéger", "enquêter"),
    "es": ("El 3 de junio un coche los siguió.", "Se teme que los maten.", "protegerlos", "investigar las amenazas"),
    "de": ("Am 3. Juni folgte ihnen ein Auto.", "Man befürchtet ihren Tod.", "sie zu schützen", "es zu prüfen"),
}  # fmt: skip


def fact(key: str, text: str, language: str, stated: Stated) -> Fact:
    claim = Claim(id=key, case_id="c", text=text, language=language, stated=stated)
    return Fact(claim, Standing(StandingKind.VERIFIED, True, 2, ""))


def hardest(kind: LetterKind, language: str, people: tuple[Person, ...] = PEOPLE) -> Letter:
    """A draft of a kind, without a day on it."""
    known, feared, *asked = WORDS[language]
    material = LetterMaterial(
        group=Group(name=LONG_NAME if people is PEOPLE else "Riverside Group", country="GB", language=language),
        case=Case(id="c", country="CD"),
        addressee=PRISONER if kind is LetterKind.CARD else MINISTER,
        dated=date(2026, 11, 23),
        writer=Member(name="Hanna Margarethe Brandvold-Ostermann"),
        people=people,
        articles=(3, 5, 12),
        facts=(fact("k", known, language, Stated.REPORTED), fact("f", feared, language, Stated.FEARED)),
        asks=tuple(Ask(case_id="c", text=text, language=language) for text in asked),
        copies=(Addressee(name="Embassy of the Democratic Republic of the Congo", role=AddresseeRole.EMBASSY),),
        earlier=date(2026, 9, 1),
        answered=PartialDate("2026-10-01"),
        news=frozenset({"k"}),
    )
    drafted = compose(material, kind, language=language)
    # The one place a reply leaves for the writer.
    body = drafted.body
    filled = tuple(
        replace(p, runs=tuple(replace(run, text=re.sub(r"\{[^}]*\}", "…", run.text)) for run in p.runs))
        for p in body.paragraphs
    )
    return replace(drafted, body=replace(body, paragraphs=filled))


def document(letters: list[Letter], name: str, paper: Paper) -> bytes:
    # A card says neither who sends it nor from where.
    head = Letterhead(paper=paper) if name == "card" else replace(HEAD, paper=paper)
    return letters_document([PrintedLetter(letter, head) for letter in letters], template(f"{name}-{paper}"))


def words_of(content: bytes) -> str:
    """Every paragraph with words, in the order of the file, a line each."""
    body = Document(io.BytesIO(content)).element.body
    lines = ("".join(text.text or "" for text in p.iter(f"{W}t")) for p in body.iter(f"{W}p"))
    return "\n".join(line for line in lines if line.strip())


def golden_words(language: str) -> str:
    written = []
    for kind in LetterKind:
        name = "card" if kind is LetterKind.CARD else "letterhead"
        written.append(f"# {kind}\n{words_of(document([hardest(kind, language)], name, Paper.A4))}\n")
    return "\n".join(written)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_says_what_it_is_known_to_say(language: str) -> None:
    assert golden_words(language) == (GOLDEN / f"{language}.txt").read_text("utf-8")


@pytest.mark.parametrize(("name", "paper"), [*product(("letterhead", "plain"), Paper), ("card", Paper.A4)])
def test_every_template_says_the_same(name: str, paper: Paper) -> None:
    for kind, language in product((LetterKind.APPEAL, LetterKind.CARD), LANGUAGES):
        letter = hardest(kind, language)
        said = words_of(document([letter], name, paper))
        body = [paragraph.text for paragraph in letter.body.paragraphs]
        assert [line for line in body if line not in said] == []
        assert letter.signature.partition("\n")[0] in said
        assert "{" not in said


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """All kinds in all languages in one document each, by one run of LibreOffice; plain paper has the same places."""
    office = shutil.which("soffice")
    assert office is not None, "LibreOffice Writer is missing: .ci/run installs it."
    folder = tmp_path_factory.mktemp("kinds")
    for name, paper in product(("letterhead", "card"), Paper):
        kinds = [kind for kind in LetterKind if (kind is LetterKind.CARD) == (name == "card")]
        for what, people in (("hard", PEOPLE), ("usual", USUAL)):
            letters = [hardest(kind, language, people) for kind, language in product(kinds, LANGUAGES)]
            (folder / f"{what}-{name}-{paper}.docx").write_bytes(document(letters, name, paper))
    names = sorted(path.name for path in folder.glob("*.docx"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", *names]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    told = {}
    for name in names:
        pdf = folder / name.replace("docx", "pdf")
        command = ["pdftotext", "-bbox", str(pdf), "-"]
        told[pdf.stem] = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return told


@pytest.mark.parametrize(("what", "name", "paper"), [*product(("hard", "usual"), ("letterhead", "card"), Paper)])
def test_a_usual_draft_is_one_page_the_hardest_two_and_all_keep_to_their_margins(
    laid_out: dict[str, str], what: str, name: str, paper: Paper
) -> None:
    page, point = layout_of(paper, name), 25.4 / 72
    pages = laid_out[f"{what}-{name}-{paper}"].split("<page ")[1:]
    letters = len(LANGUAGES) * (1 if name == "card" else len(LetterKind) - 1)
    assert letters <= len(pages) <= letters * (2 if what == "hard" and name != "card" else 1)
    for each in pages:
        places = re.findall(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)"', each)
        assert min(float(left) * point for left, _, _ in places) >= page.left_margin - 0.5
        assert max(float(right) * point for _, right, _ in places) <= page.width - page.right_margin + 0.8
        assert max(float(foot) * point for _, _, foot in places) <= page.height - page.bottom_margin + 1


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for each in LANGUAGES:
        (GOLDEN / f"{each}.txt").write_text(golden_words(each), "utf-8")
