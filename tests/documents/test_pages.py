# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of letters on paper: LibreOffice lays them out, and the words are found where the post looks for them."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.documents.test_stationery import ABROAD, ARABIC, envelopes, labels, sheet
from tests.documents.word_files import HEAD, LETTER, body, template, written

from amnesty_desktop.documents.layout import layout_of
from amnesty_desktop.documents.letter import PrintedLetter, letters_document
from amnesty_desktop.documents.report import report_document
from amnesty_desktop.documents.report_template import read_report_template
from amnesty_desktop.documents.stationery import Envelope
from amnesty_desktop.documents.stationery_layout import ENVELOPES, LABELS
from amnesty_desktop.domain.group import Paper
from amnesty_desktop.domain.period import Period
from amnesty_desktop.domain.section_reports import ActionCount, section_return
from amnesty_desktop.domain.sheet_words import SignedSheet
from amnesty_desktop.domain.stationery import EnvelopeSize, LabelSheet
from amnesty_desktop.paths import resource

POINT = 25.4 / 72
SIX_LINES = "Minister for Home Affairs\nMinistry\nFourth Floor\n100 Avenue\nPrivate Bag 12345\nREPUBLIC OF EXAMPLE"
ONE_PAGE = ("english", "arabic", "chinese", "six", "letter", "plain", "sample", "card")
SHEETS = ("signatures", "petition", "join")

Words = list[tuple[str, float, float]]
"""Words of a page with the mm of their left edge and of the middle of their line."""


def documents() -> dict[str, bytes]:
    sentence = "We ask you to protect her and to tell us what has been done. "
    return {
        "english": written(),
        "arabic": written(
            language="ar", body=body("أكتب إليكم بشأن سلمى الحداد، وهي محامية."), address="معالي وزير العدل"
        ),
        "chinese": written(body=body("about Chen Meiling (陈美玲), teacher")),
        "six": written(address=SIX_LINES),
        "letter": written(name="letterhead-letter"),
        "plain": written(name="plain-a4"),
        "sample": written(head=replace(HEAD, sample=True)),
        "long": written(body=body(*(sentence * 8 for _ in range(9)))),
        "card": written(name="card-a4", subject="", copies="", enclosures=""),
        "envelope": envelopes(Envelope(ABROAD, HEAD, by_air=True), Envelope(ARABIC, HEAD)),
        "labels": labels([ABROAD] * 24 + [ARABIC]),
        "signatures": sheet(SignedSheet.SIGNATURES, address=SIX_LINES, subject=LETTER.subject * 2),
        "petition": sheet(SignedSheet.PETITION, Paper.LETTER, address=SIX_LINES),
        "join": sheet(SignedSheet.JOIN, Paper.LETTER),
        **{f"return-{paper}": full_return(paper) for paper in Paper},
        "batch": letters_document([PrintedLetter(LETTER, HEAD, "23 November 2026")] * 7, template()),
    }


def full_return(paper: Paper) -> bytes:
    """A return to the section with as many actions as its one page has room for."""
    counts = [ActionCount(f"UA {number}/26", "urgent_action", "CF", "", letters=1) for number in range(1, 41)]
    made = section_return("Riverside Group", Period.of_year(2026), counts)
    template = read_report_template(resource("templates", f"report-{paper}.docx").read_bytes())
    return report_document(made, template, date(2026, 11, 23))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Words]]:
    """Every document laid out, by one run of LibreOffice."""
    office = shutil.which("soffice")
    assert office is not None, "LibreOffice Writer is missing: .ci/run installs it."
    folder = tmp_path_factory.mktemp("pages")
    made = documents()
    for name, document in made.items():
        (folder / f"{name}.docx").write_bytes(document)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [f"{name}.docx" for name in made]
    command = [office, profile, "--headless", "--convert-to", "pdf", *files]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    return {name: laid_out(folder / f"{name}.pdf") for name in made}


def laid_out(pdf: Path) -> list[Words]:
    text = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True, text=True).stdout
    found = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)</word>')
    return [
        [(word, float(x) * POINT, (float(top) + float(foot)) / 2 * POINT) for x, top, foot, word in found.findall(page)]
        for page in text.split("<page ")[1:]
    ]


def place_of(word: str, page: Words) -> tuple[float, float]:
    return next((x, y) for found, x, y in page if found == word)


@pytest.mark.parametrize("name", ONE_PAGE)
def test_a_usual_letter_is_one_page(pages: dict[str, list[Words]], name: str) -> None:
    assert len(pages[name]) == 1


@pytest.mark.parametrize("name", ["english", "six", "plain"])
def test_the_address_stands_in_the_window(pages: dict[str, list[Words]], name: str) -> None:
    box = layout_of(Paper.A4).address
    inside = [
        word for word in pages[name][0] if box.left - 1 <= word[1] <= box.right and box.top <= word[2] < box.bottom
    ]
    address = SIX_LINES if name == "six" else LETTER.address
    assert [word for word, _, _ in inside] == address.split()


def test_the_address_of_a_us_letter_stands_in_its_window(pages: dict[str, list[Words]]) -> None:
    box = layout_of(Paper.LETTER).address
    x, y = place_of("HONDURAS", pages["letter"][0])
    assert x == pytest.approx(box.left, abs=0.5)
    assert box.top < y < box.bottom


def test_the_subject_stands_where_the_standard_puts_it(pages: dict[str, list[Words]]) -> None:
    for name in ("english", "six", "plain"):
        x, y = place_of("Threats", pages[name][0])
        assert x == pytest.approx(25, abs=0.5)
        assert y == pytest.approx(layout_of(Paper.A4).subject + 2.6, abs=0.6)


def test_the_sender_stands_beside_the_window(pages: dict[str, list[Words]]) -> None:
    box = layout_of(Paper.A4).sender
    x, y = place_of("letters@riverside.example", pages["english"][0])
    assert x == pytest.approx(box.left, abs=0.5)
    assert box.top < y < box.bottom


def test_there_is_room_to_sign(pages: dict[str, list[Words]]) -> None:
    page = pages["english"][0]
    assert place_of("Hanna", page)[1] - place_of("sincerely,", page)[1] > layout_of(Paper.A4).signature_space


def test_a_second_page_names_the_group_and_its_number(pages: dict[str, list[Words]]) -> None:
    second = pages["long"][1]
    assert [word for word, _, y in second if y < 25] == ["Riverside", "Group", "2"]
    assert min(y for _, _, y in second if y > 25) >= layout_of(Paper.A4).top_margin - 1


def test_the_close_is_never_alone_on_a_page(pages: dict[str, list[Words]]) -> None:
    last = [word for word, _, y in pages["long"][-1] if y > 25]
    assert last.index("sincerely,") > 5


def test_every_letter_of_a_batch_begins_a_page(pages: dict[str, list[Words]]) -> None:
    assert len(pages["batch"]) == 7
    assert all(place_of("Dear", page) == place_of("Dear", pages["english"][0]) for page in pages["batch"])


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_to_sign_is_one_page(pages: dict[str, list[Words]], name: str) -> None:
    assert len(pages[name]) == 1


def test_the_address_on_an_envelope_leaves_the_edges_to_the_post(pages: dict[str, list[Words]]) -> None:
    assert len(pages["envelope"]) == 2
    box = ENVELOPES[EnvelopeSize.DL].address
    x, y = place_of("HONDURAS", pages["envelope"][0])
    assert x == pytest.approx(box.left, abs=0.5)
    assert box.top < y < box.bottom
    assert place_of("Sr.", pages["envelope"][0])[1] == pytest.approx(box.top + 2.5, abs=1.2)


def test_each_label_stands_on_its_own_place(pages: dict[str, list[Words]]) -> None:
    assert len(pages["labels"]) == 2
    boxes = list(LABELS[LabelSheet.A4_24].boxes)
    found = [(x, y) for word, x, y in pages["labels"][0] if word == "HONDURAS"]
    assert len(found) == 24
    for box, (x, y) in zip(boxes, sorted(found, key=lambda place: (round(place[1]), place[0])), strict=True):
        assert x == pytest.approx(box.left, abs=0.5)
        assert box.top < y < box.bottom


@pytest.mark.parametrize("paper", list(Paper))
def test_forty_actions_stand_on_one_page_of_the_return(pages: dict[str, list[Words]], paper: Paper) -> None:
    assert len(pages[f"return-{paper}"]) == 1
