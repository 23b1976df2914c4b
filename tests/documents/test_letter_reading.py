# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters read back as Word leaves them: edited, and hostile."""

import io
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import pytest
from docx import Document
from docx.document import Document as WordDocument
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.documents.word_files import HEAD, LETTER, changed_template, from_template, parts, template, written, zipped

from amnesty_desktop.documents.letter import PrintedLetter, letters_document
from amnesty_desktop.documents.letter_reading import ReturnFault, is_letter, read_letter
from amnesty_desktop.domain.letter import ParagraphKind

PARTS = ("address", "subject", "salutation", "close", "signature", "enclosures", "copies")


def edited(change: Callable[[WordDocument], object], content: bytes = b"") -> bytes:
    """A letter opened, changed and saved by another program."""
    document = Document(io.BytesIO(content or written()))
    change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_part(name: str, old: bytes, new: bytes) -> bytes:
    content = parts(written())
    assert old in content[name]
    return zipped({**content, name: content[name].replace(old, new, 1)})


@pytest.mark.parametrize("name", ["letterhead-a4", "plain-letter", "card-a4"])
def test_an_untouched_letter_reads_as_it_was_written(name: str) -> None:
    found = read_letter(written(name=name))
    assert found.letter_id == LETTER.id
    assert found.words == {part: getattr(LETTER, part) for part in PARTS}
    assert [(each.text, each.kind) for each in found.body.paragraphs] == [
        (each.text, each.kind) for each in LETTER.body.paragraphs
    ]


def test_bold_words_come_back_bold() -> None:
    runs = read_letter(written()).body.paragraphs[2].runs
    assert [(run.text, run.bold) for run in runs] == [
        ("to have the ", False),
        ("threats", True),
        (" investigated.", False),
    ]


def test_words_added_at_the_very_end_are_not_lost() -> None:
    def add(document: WordDocument) -> None:
        last = next(each for each in document.paragraphs if each.text.startswith("Thank you"))
        last.add_run(" One more sentence.")
        next(each for each in document.paragraphs if each.text == LETTER.close).insert_paragraph_before(
            "And a last one."
        )

    found = [each.text for each in read_letter(edited(add)).body.paragraphs]
    assert found[-2:] == ["Thank you for taking the time to read this letter. One more sentence.", "And a last one."]


def test_deleted_words_and_typed_bullets_are_understood() -> None:
    struck = b'<w:del w:id="9" w:author="x"><w:r><w:delText>old</w:delText></w:r></w:del></w:p>'
    assert "old" not in read_letter(with_part("word/document.xml", b"</w:p>", struck)).body.text
    typed = edited(lambda document: document.paragraphs[3].insert_paragraph_before("•\ta typed bullet"))
    bullets = [each for each in read_letter(typed).body.paragraphs if each.kind is ParagraphKind.BULLET]
    assert "a typed bullet" in [each.text for each in bullets]


def test_several_letters_in_one_file_cannot_be_taken_back() -> None:
    many = letters_document([PrintedLetter(LETTER, HEAD)] * 2, template())
    assert is_letter(many) == ""
    with pytest.raises(ReturnFault, match="holds several"):
        read_letter(many)


def test_a_word_file_of_somebody_else_is_no_letter() -> None:
    stream = io.BytesIO()
    Document().save(stream)
    assert is_letter(stream.getvalue()) == ""
    assert is_letter(b"no word file") == ""
    assert is_letter(written()) == LETTER.id


def test_the_mark_says_no_name() -> None:
    custom = parts(written())["docProps/custom.xml"].decode()
    assert LETTER.id in custom
    assert "Maribel" not in custom
    assert HEAD.name not in custom


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("[Content_Types].xml", b"document.main+xml", b"document.macroEnabled.main+xml"),
        (
            "word/_rels/document.xml.rels",
            b"</Relationships>",
            b'<Relationship Id="x" Type="http://x/oleObject" Target="a" TargetMode="External"/></Relationships>',
        ),
        ("word/document.xml", b"<w:body>", b"<w:body><w:altChunk/>"),
        ("word/document.xml", b"<w:body>", b"<w:body><w:p><w:r><w:object/></w:r></w:p>"),
        ("word/document.xml", b"<w:document", b"<!DOCTYPE x [<!ENTITY a 'b'>]><w:document"),
    ],
)
def test_hostile_files_are_refused_with_a_sentence(name: str, old: bytes, new: bytes) -> None:
    with pytest.raises(ReturnFault) as refused:
        read_letter(with_part(name, old, new))
    assert refused.value.way_out


def test_without_its_marks_a_letter_is_not_guessed_at() -> None:
    content = parts(written())
    bare = content["word/document.xml"].replace(b"_letter_body", b"other")
    with pytest.raises(ReturnFault, match="are gone from this file"):
        read_letter(zipped({**content, "word/document.xml": bare}))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_spoilt_letter_is_read_or_refused(data: st.DataObject) -> None:
    content = parts(written())
    name = data.draw(st.sampled_from(["word/document.xml", "docProps/custom.xml", "[Content_Types].xml"]))
    at = data.draw(st.integers(0, len(content[name])))
    noise = data.draw(st.sampled_from([b"<w:p>", b"</w:p>", b"\0", b"<w:bookmarkStart/>", b"x", b"<w:del>"]))
    with suppress(ReturnFault):
        read_letter(zipped({**content, name: content[name][:at] + noise + content[name][at:]}))


def test_words_a_template_puts_around_a_part_are_read_with_it() -> None:
    own = from_template(changed_template("{subject}", "Concerning: {subject}"), replace(LETTER, subject="her"))
    assert read_letter(own).words["subject"] == "Concerning: her"
