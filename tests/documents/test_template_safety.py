# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of hostile templates: nothing of them reaches a letter, and reading them does no harm."""

import io
import re
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.word_files import changed_template, from_template, parts, template_bytes, zipped

from amnesty_desktop.documents import template_limits
from amnesty_desktop.documents.faults import TemplateFault
from amnesty_desktop.documents.template import read_template

KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "word/_rels/document.xml.rels"


def related(kind: str, target: str, *, external: bool = True, part: bytes | None = None) -> bytes:
    """The shipped template with one more relationship, and the part it leads to."""
    mode = ' TargetMode="External"' if external else ""
    added = f'<Relationship Id="rId66" Type="{KINDS}/{kind}" Target="{target}"{mode}/></Relationships>'
    content = parts(changed_template("</Relationships>", added, RELATIONS))
    if part is not None:
        content[f"word/{target}"] = part
    return zipped(content)


def with_paragraph(xml: str) -> bytes:
    return changed_template("<w:p>", f"<w:p>{xml}</w:p><w:p>")


def field_code(*pieces: str) -> bytes:
    code = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return with_paragraph(f"{begin}{code}{end}")


@pytest.mark.parametrize(
    "kind", ["oleObject", "package", "control", "aFChunk", "subDocument", "frame", "chart", "vbaProject", "video"]
)
def test_parts_that_run_or_fetch_something_are_refused(kind: str) -> None:
    with pytest.raises(TemplateFault):
        read_template(related(kind, "https://tracker.example/x"))


def test_pictures_from_elsewhere_are_refused() -> None:
    with pytest.raises(TemplateFault, match="only a link"):
        read_template(related("image", "https://tracker.example/pixel.png"))


@pytest.mark.parametrize("kind", ["attachedTemplate", "hyperlink", "customXml", "comments"])
def test_links_that_nobody_sees_are_left_behind(kind: str) -> None:
    letter = from_template(related(kind, "file:///C:/Users/Ana/Hidden.dotm"))
    everything = b"".join(parts(letter).values())
    assert b"External" not in everything
    assert b"Hidden" not in everything


def test_a_path_to_a_template_in_the_settings_is_left_behind() -> None:
    named = '<w:attachedTemplate r:id="rId1"/><w:mailMerge/><w:rsids><w:rsid w:val="1"/></w:rsids><w:zoom'
    letter = from_template(changed_template("<w:zoom", named, "word/settings.xml"))
    assert not re.search(rb"attachedTemplate|mailMerge|rsid", parts(letter)["word/settings.xml"])


@pytest.mark.parametrize(
    "xml",
    [
        '<w:altChunk r:id="rId1"/>',
        "<w:r><w:object/></w:r>",
        '<w:r><w:pict><w:control r:id="rId1"/></w:pict></w:r>',
        '<w:subDoc r:id="rId1"/>',
        '<w:r><w:drawing><a:blip xmlns:a="urn:a" r:link="rId77"/></w:drawing></w:r>',
    ],
)
def test_objects_in_the_text_are_refused(xml: str) -> None:
    with pytest.raises(TemplateFault):
        read_template(with_paragraph(xml))


@pytest.mark.parametrize(
    "pieces",
    [
        ("DDEAUTO cmd calc",),
        (" DD", "E cmd calc"),
        ('INCLUDEPICTURE "https://tracker.example/x"',),
        ("INCLUDETEXT file",),
        ('HYPERLINK "https://tracker.example"',),
        ("MACROBUTTON run",),
        ("",),
    ],
)
def test_field_codes_that_do_something_are_refused(pieces: tuple[str, ...]) -> None:
    with pytest.raises(TemplateFault, match="field code"):
        read_template(field_code(*pieces))


def test_a_simple_field_code_is_looked_at_too() -> None:
    with pytest.raises(TemplateFault, match="field code"):
        read_template(with_paragraph('<w:fldSimple w:instr="DDE cmd calc"/>'))


def test_page_numbers_may_stay() -> None:
    assert b"> NUMPAGES <" in parts(from_template(field_code(" NUMPAGES ")))["word/document.xml"]


def test_macros_are_refused_by_name_and_by_type() -> None:
    content = parts(template_bytes())
    types = content["[Content_Types].xml"].replace(b"wordprocessingml.document.main", b"ms-word.macroEnabled.main")
    for hostile in ({**content, "word/vbaProject.bin": b"x"}, {**content, "[Content_Types].xml": types}):
        with pytest.raises(TemplateFault, match="macros"):
            read_template(zipped(hostile))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_entities_are_refused_in_any_encoding(encoding: str) -> None:
    hostile = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'.encode(encoding)
    with pytest.raises(TemplateFault, match="XML that Word does not write"):
        read_template(zipped({**parts(template_bytes()), "word/styles.xml": hostile}))


def test_an_encoding_that_could_hide_entities_is_refused() -> None:
    hostile = b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x+AD4-<x/>'
    with pytest.raises(TemplateFault):
        read_template(zipped({**parts(template_bytes()), "word/styles.xml": hostile}))


def test_a_file_that_swells_is_refused_early() -> None:
    bomb = zipped({**parts(template_bytes()), "word/media/image1.png": b"\0" * 5_000_000})
    with pytest.raises(TemplateFault, match="unpacks to far more"):
        read_template(bomb)


def test_a_size_that_lies_does_not_help_a_bomb() -> None:
    bomb = bytearray(zipped({**parts(template_bytes()), "word/media/image1.png": b"\0" * 5_000_000}))
    true_size = (5_000_000).to_bytes(4, "little")
    lying = bytes(bomb).replace(true_size, (100).to_bytes(4, "little"))
    with pytest.raises(TemplateFault):
        read_template(lying)


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_limits, "MOST_PARTS", 5)
    with pytest.raises(TemplateFault, match="not packed as Word does it"):
        read_template(template_bytes())


def test_a_large_file_is_refused_unread() -> None:
    with pytest.raises(TemplateFault, match="larger than"):
        read_template(b"PK" + b"\0" * template_limits.LARGEST_FILE)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice_is_refused() -> None:
    stream = io.BytesIO(template_bytes())
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/document.xml", "<evil/>")
    with pytest.raises(TemplateFault, match="not packed as Word does it"):
        read_template(stream.getvalue())


def test_comments_and_processing_instructions_do_not_come_along() -> None:
    letter = from_template(with_paragraph("<!-- by Ana --><?mso-application x?>"))
    assert not re.search(rb"Ana|mso-application", parts(letter)["word/document.xml"])


@given(st.data())
def test_a_spoilt_template_is_read_or_refused_with_a_sentence(data: st.DataObject) -> None:
    content = parts(template_bytes())
    name = data.draw(st.sampled_from(sorted(content)))
    part = content[name]
    start = data.draw(st.integers(0, len(part)))
    end = data.draw(st.integers(start, min(len(part), start + 200)))
    content[name] = part[:start] + data.draw(st.binary(max_size=8) | st.just(part[start:end] * 2)) + part[end:]
    with suppress(TemplateFault):
        letter = from_template(zipped(content))
        assert b"TargetMode" not in b"".join(parts(letter).values())


def test_no_part_of_a_letter_leads_outside() -> None:
    letter = parts(from_template(template_bytes()))
    assert not any(b"TargetMode" in part for part in letter.values())
    assert not any(name.endswith((".bin", ".docx")) for name in letter)
