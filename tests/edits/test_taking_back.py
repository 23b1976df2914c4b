# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter goes to Word, is changed there, and comes back."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from docx import Document
from tests.documents.word_files import changed_template
from tests.support.builders import add, case, letter
from tests.support.sample import TODAY

from amnesty_desktop.domain.letter import Body, Channel, Letter, LetterState, Paragraph, Run, Seal
from amnesty_desktop.edits import export, letters, own_templates, taking_back
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.errors import CaseFileError
from amnesty_desktop.store.letters import seal_of

CASE = case(reference="UA 60/16")
FACT = Run("Two men followed Maribel Zúñiga home.", claims=("fact",))
BODY = Body((Paragraph((Run("I am writing about Maribel Zúñiga. "), FACT)), Paragraph((Run("Please protect her."),))))
ONE = Letter(
    case_id=CASE.id,
    subject="Maribel Zúñiga",
    dated=TODAY,
    salutation="Dear Minister,",
    close="Yours sincerely,",
    signature="Joan Pettifer",
    body=BODY,
)


@pytest.fixture
def exported(file: CaseFile, tmp_path: Path) -> Path:
    add(file, CASE, ONE)
    return export.export_letters(file, [ONE.id], tmp_path, today=TODAY)[0]


def change(path: Path, old: str, new: str) -> None:
    document = Document(str(path))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(old, new)
    document.save(str(path))


def back(file: CaseFile, path: Path) -> taking_back.TakenBack:
    return taking_back.compare(file, taking_back.read_returned(path))


def test_an_untouched_letter_differs_in_nothing(file: CaseFile, exported: Path) -> None:
    taken = back(file, exported)
    assert taken.differences == ()
    assert taken.after == taken.before


def test_words_changed_in_word_become_the_letter_s(file: CaseFile, exported: Path) -> None:
    change(exported, "Please protect her.", "Please protect her now.")
    taken = back(file, exported)
    file.edit(taking_back.LABEL, partial(taking_back.take_back, taken=taken))
    after = file.get(Letter, ONE.id)
    assert after.body.paragraphs[1].text == "Please protect her now."
    assert after.body.claims == ("fact",)
    assert after.state is LetterState.EXPORTED
    file.undo()
    assert file.get(Letter, ONE.id).body == ONE.body


def test_what_was_posted_is_sealed_as_it_came_from_word(file: CaseFile, exported: Path) -> None:
    sent = partial(
        letters.mark_sent,
        letter_id=ONE.id,
        on=date(2026, 11, 24),
        channel=Channel.POST,
        postage=None,
        document=b"first",
    )
    file.edit("Mark as sent", sent)
    change(exported, "Joan Pettifer", "Joan P. Pettifer")
    taken = back(file, exported)
    assert taken.is_sent
    file.edit(taking_back.SEAL_LABEL, partial(taking_back.keep_as_posted, taken=taken))
    seal = seal_of(file, ONE.id)
    assert seal is not None
    assert file.bytes_of(seal.document) == exported.read_bytes()
    assert taking_back.posted(file.get(Letter, ONE.id), seal).signature == "Joan P. Pettifer"
    assert file.count(Seal, letter_id=ONE.id) == 2
    file.undo()
    earlier = seal_of(file, ONE.id)
    assert earlier is not None
    assert file.bytes_of(earlier.document) == b"first"


def test_words_of_the_template_do_not_become_the_letter_s(file: CaseFile, tmp_path: Path) -> None:
    found = own_templates.offered("Own", changed_template("{subject}", "Concerning: {subject} (please file)"))
    own = file.edit("Add", partial(own_templates.add, found=found, on=TODAY)).result
    one = letter(CASE, template=own.id, subject="Maribel Zúñiga", dated=TODAY)
    add(file, CASE, one)
    (path,) = export.export_letters(file, [one.id], tmp_path, today=TODAY)
    assert back(file, path).differences == ()
    change(path, "Maribel Zúñiga", "Maribel Zúñiga Tábora")
    assert [each.after for each in back(file, path).differences if each.part == "subject"] == ["Maribel Zúñiga Tábora"]


def test_a_letter_of_another_file_is_named(file: CaseFile, exported: Path) -> None:
    file.edit("Delete", lambda write: write.bury(Letter, ONE.id))
    with pytest.raises(CaseFileError, match="is not in this file"):
        back(file, exported)


def test_a_file_that_is_gone_or_none_of_ours_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(CaseFileError, match="not there any more"):
        taking_back.read_returned(tmp_path / "gone.docx")
    (tmp_path / "x.docx").write_bytes(b"hello")
    with pytest.raises(CaseFileError, match="not a Word document"):
        taking_back.read_returned(tmp_path / "x.docx")
