# SPDX-License-Identifier: GPL-3.0-or-later
"""Templates of the group's own in the case file."""

from functools import partial
from pathlib import Path

import pytest
from tests.documents.word_files import changed_template, template_bytes, typed_template
from tests.support.builders import add, case, letter
from tests.support.sample import TODAY

from amnesty_desktop.domain.own_template import OwnTemplate
from amnesty_desktop.edits import own_templates
from amnesty_desktop.edits.export import export_items
from amnesty_desktop.edits.templates import shipped_template, template_of
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.errors import CaseFileError

OWN = changed_template("{subject}", "Concerning: {subject}")
CASE = case(reference="UA 60/16")


def kept(file: CaseFile, content: bytes = OWN, name: str = "Winter") -> OwnTemplate:
    edit = partial(own_templates.add, found=own_templates.offered(name, content), on=TODAY)
    made: OwnTemplate = file.edit("Add a template", edit).result
    return made


def test_a_template_is_kept_and_a_letter_is_poured_into_it(file: CaseFile) -> None:
    own = kept(file)
    one = letter(CASE, template=own.id, subject="Maribel Zúñiga")
    add(file, CASE, one)
    assert template_of(file, one) == OWN
    assert export_items(file, [one.id], TODAY)[0].template == OWN


def test_without_its_template_a_letter_goes_on_the_letterhead(file: CaseFile) -> None:
    own = kept(file)
    one = letter(CASE, template=own.id)
    add(file, CASE, one)
    file.edit("Bin", partial(own_templates.put_away, template_id=own.id))
    assert template_of(file, one) == shipped_template("letterhead", file.group().paper)
    file.undo()
    assert template_of(file, one) == OWN


def test_a_template_with_a_fault_is_not_kept(file: CaseFile) -> None:
    with pytest.raises(CaseFileError, match=r"\{adress\}"):
        kept(file, typed_template("{adress}"))
    assert file.count(OwnTemplate) == 0


def test_a_newer_file_takes_the_place_of_the_old_one(file: CaseFile) -> None:
    own = kept(file)
    found = own_templates.offered("Winter", template_bytes("plain-a4"))
    file.edit("Exchange", partial(own_templates.exchange, template_id=own.id, found=found, on=TODAY))
    assert template_of(file, letter(CASE, template=own.id)) == template_bytes("plain-a4")


def test_a_template_is_renamed_and_never_to_nothing(file: CaseFile) -> None:
    own = kept(file)
    for name in ("Summer", "  "):
        file.edit("Rename", partial(own_templates.rename, template_id=own.id, name=name))
    assert file.get(OwnTemplate, own.id).name == "Summer"


@pytest.mark.parametrize("name", ["a.docm", "a.dotm", "a.dotx", "a.doc", "a.odt"])
def test_other_kinds_of_file_are_refused_unread(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(OWN)
    found = own_templates.look_at(tmp_path / name)
    assert not found.report.is_usable
    assert ".docx" in found.report.troubles[0].way_out


def test_a_file_that_is_gone_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(CaseFileError, match="cannot be read"):
        own_templates.look_at(tmp_path / "gone.docx")
