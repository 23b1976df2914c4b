# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of templates, the shipped ones and those a group makes in Word."""

import importlib.util
import io
import re
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from docx import Document
from tests.documents.word_files import (
    HEAD,
    LETTER,
    changed_template,
    from_template,
    main_xml,
    parts,
    template,
    template_bytes,
    texts,
    typed_template,
)

from amnesty_desktop.documents.faults import TemplateFault
from amnesty_desktop.documents.form import FIELDS
from amnesty_desktop.documents.layout import layout_of
from amnesty_desktop.documents.letter import SAMPLE_MARK
from amnesty_desktop.documents.template import read_template
from amnesty_desktop.domain.group import Paper
from amnesty_desktop.paths import resource

SHIPPED = sorted(path.stem for path in resource("templates").glob("*.docx") if not path.stem.startswith("report"))
MAKER = Path(__file__).resolve().parents[2] / "packaging" / "make_templates.py"


def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_templates", MAKER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def split_field(*pieces: str) -> bytes:
    """The subject of the shipped template, typed over several runs as Word does."""
    runs = "".join(
        f'<w:r><w:rPr><w:sz w:val="{30 + n}"/></w:rPr><w:t>{piece}</w:t></w:r>' for n, piece in enumerate(pieces)
    )
    return changed_template('<w:r><w:t xml:space="preserve">{subject}</w:t></w:r>', runs)


def test_the_shipped_templates_are_what_the_maker_makes(tmp_path: Path) -> None:
    maker().main(tmp_path)
    assert sorted(path.stem for path in tmp_path.iterdir()) == SHIPPED
    for name in SHIPPED:
        assert parts((tmp_path / f"{name}.docx").read_bytes()) == parts(template_bytes(name)), name


def test_the_letterhead_has_a_place_for_every_field() -> None:
    assert template().fields == FIELDS


@pytest.mark.parametrize("paper", list(Paper))
def test_the_page_is_the_one_the_window_draws(paper: Paper) -> None:
    section = Document(io.BytesIO(template_bytes(f"letterhead-{paper.value}"))).sections[0]
    page = layout_of(paper)
    assert section.page_width is not None
    assert section.left_margin is not None
    assert section.page_width.mm == pytest.approx(page.width, abs=0.1)
    assert section.left_margin.mm == pytest.approx(page.left_margin, abs=0.1)


@pytest.mark.parametrize("paper", list(Paper))
def test_the_boxes_of_the_page_do_not_overlap(paper: Paper) -> None:
    page = layout_of(paper)
    assert page.head.bottom <= page.top_margin <= page.return_line.top
    assert page.return_line.bottom == pytest.approx(page.address.top)
    assert page.address.right < page.sender.left
    assert page.address.bottom < page.subject
    assert page.sender.right == pytest.approx(page.width - page.right_margin, abs=0.1)


def test_a_field_split_over_runs_is_found() -> None:
    assert texts(from_template(split_field("{sub", "ject", "}")))[0] == LETTER.subject


def test_a_split_field_takes_the_look_where_it_begins() -> None:
    xml = main_xml(from_template(split_field("Re: ", "{sub", "ject}")))
    assert re.search(r'<w:sz w:val="31"/><w:szCs w:val="31"/><w:lang w:val="en-GB"/></w:rPr><w:t[^>]*>Threats', xml)


def test_own_words_around_a_field_stay() -> None:
    assert texts(from_template(split_field("Re: {", "Subject } (", "ours)")))[0] == f"Re: {LETTER.subject} (ours)"


def test_own_words_go_with_an_empty_field() -> None:
    written = from_template(typed_template("Enclosed: {enclosures}"), replace(LETTER, enclosures=""))
    assert "Enclosed" not in main_xml(written)


def test_a_template_typed_in_word_will_do() -> None:
    written = texts(from_template(typed_template("Our own head")))
    assert written[0] == "Our own head"
    assert LETTER.body.paragraphs[0].text in written


def test_a_template_without_list_style_gets_typed_bullets() -> None:
    plain = changed_template('<w:name w:val="List Bullet"/>', '<w:name w:val="Own List"/>', "word/styles.xml")
    assert "•\tto give her effective protection;" in texts(from_template(plain))


def test_a_sample_is_marked_even_where_the_template_forgot_it() -> None:
    written = from_template(typed_template(), head=replace(HEAD, sample=True))
    assert texts(written)[0] == SAMPLE_MARK


def test_fields_in_a_text_box_are_filled() -> None:
    box = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>{salutation}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        "<w:r><w:t>{subject}</w:t></w:r></w:p><w:p>"
    )
    xml = main_xml(from_template(changed_template("<w:p>", box)))
    assert re.search(r"<w:txbxContent><w:p>(?:(?!</w:p>).)*Dear Minister,", xml)


def test_a_field_of_no_letter_is_named() -> None:
    with pytest.raises(TemplateFault, match=r"\{adress\}"):
        read_template(typed_template("{adress}"))


def test_a_template_must_have_room_for_all_of_the_letter() -> None:
    with pytest.raises(TemplateFault, match=r"no place for a part of the letter: \{copies\}"):
        read_template(changed_template("{copies}", "copies"))


def test_the_letter_needs_a_paragraph_of_its_own() -> None:
    with pytest.raises(TemplateFault, match="middle of a paragraph"):
        read_template(typed_template("Text: {body}"))


def test_a_template_has_one_section() -> None:
    section = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p><w:p>"
    with pytest.raises(TemplateFault, match="more than one section"):
        read_template(changed_template("<w:p>", section))


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04 and then nothing", b"%PDF-1.7"])
def test_what_is_no_word_file_is_refused_with_a_way_out(content: bytes) -> None:
    with pytest.raises(TemplateFault) as refused:
        read_template(content)
    assert refused.value.way_out


def test_a_damaged_template_is_refused() -> None:
    whole = template_bytes()
    for cut in range(100, len(whole), 400):
        with pytest.raises(TemplateFault):
            read_template(whole[:cut])


def test_links_are_dropped_and_their_words_kept() -> None:
    link = '<w:p><w:hyperlink r:id="rId99"><w:r><w:t>our page</w:t></w:r></w:hyperlink></w:p><w:p>'
    written = from_template(changed_template("<w:p>", link))
    assert b"rId99" not in b"".join(parts(written).values())
    assert "our page" in main_xml(written)


def test_traces_of_editing_do_not_come_along() -> None:
    traces = (
        '<w:p w:rsidR="00B47730"><w:proofErr w:type="spellStart"/><w:ins w:author="Ana" w:id="1"><w:r><w:t>new</w:t>'
        '</w:r></w:ins><w:del w:author="Ana" w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del></w:p><w:p>'
    )
    xml = main_xml(from_template(changed_template("<w:p>", traces)))
    assert not re.search("Ana|>old<|w:rsid|proofErr", xml)
    assert ">new<" in xml
