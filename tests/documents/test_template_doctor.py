# SPDX-License-Identifier: GPL-3.0-or-later
"""What the doctor says of templates made in Word: all that is wrong, at once, with the nearest name."""

import io
import re

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.documents.word_files import (
    HEAD,
    changed_template,
    main_xml,
    parts,
    template,
    template_bytes,
    typed_template,
    zipped,
)

from amnesty_desktop.documents.form import FIELDS
from amnesty_desktop.documents.template_doctor import TemplateReport, examine
from amnesty_desktop.documents.worst_case import worst_case_document

SHIPPED = ("letterhead-a4", "letterhead-letter", "plain-a4", "plain-letter", "card-a4", "card-letter")


def messages(report: TemplateReport) -> str:
    return " ".join(f"{trouble.message} {trouble.way_out}" for trouble in report.troubles)


def places(report: TemplateReport) -> dict[str, tuple[str, ...]]:
    return {found.name: found.places for found in report.fields}


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_templates_are_sound(name: str) -> None:
    report = examine(template_bytes(name))
    assert (report.is_usable, report.troubles, report.missing) == (True, (), ())


def test_every_field_is_listed_with_its_place() -> None:
    found = places(examine(template_bytes()))
    assert set(found) == FIELDS
    assert found["body"] == ("the text",)
    assert set(found["group_name"]) == {"a header"}


def test_an_unknown_field_is_named_with_the_nearest_one() -> None:
    report = examine(typed_template("{adress}", "{name of person}"))
    assert not report.is_usable
    assert "{adress} in the text is no field a letter can fill. Did you mean {address}?" in messages(report)
    assert "{name of person}" in messages(report)


def test_all_troubles_are_told_at_once() -> None:
    content = changed_template("{copies}", "{coppies}")
    told = messages(examine(content))
    assert "{coppies}" in told
    assert "no place for {copies}" in told


def test_a_split_field_is_mended_and_said() -> None:
    split = "<w:r><w:t>{sub</w:t></w:r><w:r><w:t>ject}</w:t></w:r>"
    report = examine(changed_template('<w:r><w:t xml:space="preserve">{subject}</w:t></w:r>', split))
    assert report.is_usable
    assert report.notes == ("Word had split {subject} into pieces; that is mended.",)


@pytest.mark.parametrize("expression", ["{{ subject }}", "{% if x %}", "${subject}"])
def test_expressions_are_refused_by_name(expression: str) -> None:
    assert f"expression of another program: {expression}" in messages(examine(typed_template(expression)))


def test_a_field_in_the_properties_is_noted_and_not_filled() -> None:
    document = Document(io.BytesIO(template_bytes()))
    document.core_properties.title = "Letter: {subject}"
    stream = io.BytesIO()
    document.save(stream)
    report = examine(stream.getvalue())
    assert report.is_usable
    assert "the properties of the file" in dict(places(report))["subject"]
    assert any("properties" in note for note in report.notes)


def test_a_field_in_a_text_box_is_found_there() -> None:
    box = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>{salutation}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p><w:p>"
    )
    assert "a text box" in places(examine(changed_template("<w:p>", box)))["salutation"]


def test_a_lone_brace_is_refused() -> None:
    report = examine(typed_template("A {brace that never closes"))
    assert "braces that are no field" in messages(report)


@pytest.mark.parametrize("content", [b"", b"not Word", b"PK\x03\x04", zipped({"a.txt": b"x"})])
def test_what_is_no_word_file_gets_one_sentence(content: bytes) -> None:
    report = examine(content)
    assert len(report.troubles) == 1
    assert report.troubles[0].way_out


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_spoilt_template_never_breaks_the_doctor(data: st.DataObject) -> None:
    content = parts(template_bytes())
    name = data.draw(st.sampled_from(sorted(content)))
    at = data.draw(st.integers(0, len(content[name])))
    noise = data.draw(st.sampled_from([b"{", b"}", b"{x}", b"<w:p>", b"\0", b"{{7*7}}", b"<w:object/>", b"&x;"]))
    report = examine(zipped({**content, name: content[name][:at] + noise + content[name][at:]}))
    if report.template is not None:
        written = worst_case_document(report.template, HEAD)
        assert "{" not in re.sub("<[^>]*>", "", main_xml(written))
    else:
        assert report.troubles


def test_the_worst_letter_fills_every_field_but_the_date() -> None:
    shown = re.sub("<[^>]*>", "", main_xml(worst_case_document(template(), HEAD)))
    for words in ("REPUBLIC OF EXAMPLE", "Enclosures: 3", "Copies to:", "معالي الوزير", "Your Excellency"):
        assert words in shown
    assert "{" not in shown
