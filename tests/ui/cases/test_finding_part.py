# SPDX-License-Identifier: GPL-3.0-or-later
"""What Amnesty found about a person, recorded and read on the People tab; and to whom a person is related."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QMainWindow, QWidget
from tests.support.builders import add, case, person

from amnesty_desktop.domain.assessment import Assessment, Ground, ViolenceFinding
from amnesty_desktop.domain.own_term import OwnTerm, TermList
from amnesty_desktop.domain.person import Relation
from amnesty_desktop.domain.source import Source, SourceKind
from amnesty_desktop.store.recorder import Transaction
from amnesty_desktop.ui.cases.fields import ChoiceField, LineField, NumberField
from amnesty_desktop.ui.cases.finding_form import FindingForm
from amnesty_desktop.ui.cases.people_tab import PeopleTab
from amnesty_desktop.ui.cases.person_part import PersonPart
from amnesty_desktop.ui.desk import Desk

CASE = case(country="ER")
YONAS = person(CASE, "Yonas Habtezion")
ANA = person(CASE, "Ana Habtezion", position=1)
PAPER = Source(case_id=CASE.id, kind=SourceKind.SECRETARIAT, ai_index="AFR 64/0388/2022")
PRESS = Source(case_id=CASE.id, kind=SourceKind.NEWSPAPER, publisher="The Example Herald")


@pytest.fixture
def tab(desk: Desk, shown: Callable[[QWidget], QMainWindow]) -> PeopleTab:
    """The tab over two people; the case has a document of Amnesty's and a newspaper."""
    add(desk.session.file, CASE, YONAS, ANA, PAPER, PRESS)
    made = PeopleTab(desk)
    shown(made)
    made.load(CASE.id)
    QApplication.processEvents()
    return made


@pytest.fixture
def part(tab: PeopleTab) -> PersonPart:
    """The part of the first of them."""
    return tab.parts[0]


def finding_form(part: PersonPart) -> FindingForm:
    part.finding.change()
    assert part.finding.form is not None
    return part.finding.form


def tick(form: FindingForm, words: str) -> None:
    box = form.findChild(QCheckBox, f"ground {words}")
    assert box is not None
    box.click()


def choose(form: FindingForm, name: str, value: object) -> None:
    field = form.fields[name]
    assert isinstance(field, ChoiceField)
    field.box.setCurrentIndex(field._values.index(value))


def test_without_a_finding_the_page_says_what_is_missing(part: PersonPart) -> None:
    assert part.finding.mark.word == "Not recorded yet."
    assert part.finding.why.text() == "Amnesty’s own finding is missing, so no letter says it."


def test_grounds_finding_and_document_are_recorded_in_one_edit(part: PersonPart, desk: Desk) -> None:
    form = finding_form(part)
    tick(form, "religion")
    choose(form, "violence", ViolenceFinding.NEITHER_USED_NOR_ADVOCATED)
    choose(form, "source_id", PAPER.id)
    form.done()
    assert part.finding.mark.word == "Amnesty’s finding."
    assert part.finding.grounds.text == "religion"
    assert desk.session.file.undo_label == "Record Amnesty’s finding"
    desk.session.undo()
    assert desk.session.file.all(Ground) == []
    assert part.finding.mark.word == "Not recorded yet."


def test_only_documents_of_amnestys_can_be_cited(part: PersonPart) -> None:
    field = finding_form(part).fields["source_id"]
    assert isinstance(field, ChoiceField)
    assert [field.box.itemText(row) for row in range(field.box.count())] == ["none yet", "AFR 64/0388/2022"]


def test_a_finding_without_its_document_says_so_beside_the_field(part: PersonPart) -> None:
    form = finding_form(part)
    choose(form, "violence", ViolenceFinding.NEITHER_USED_NOR_ADVOCATED)
    form.check()
    problem = form.fields["source_id"].problem
    assert problem is not None
    assert problem.message == "The document that says so is missing."


def test_a_finding_against_the_term_is_no_half_light(part: PersonPart, desk: Desk) -> None:
    found = Assessment(
        case_id=CASE.id, person_id=YONAS.id, violence=ViolenceFinding.USED_OR_ADVOCATED, source_id=PAPER.id
    )
    desk.session.edit("Elsewhere", lambda write: write.save(found))
    assert part.finding.mark.word == "Not called so."


def test_the_grounds_of_the_group_are_offered_and_hidden_ones_are_not(part: PersonPart, desk: Desk) -> None:
    own = OwnTerm(part=TermList.GROUND, code="gender_identity", label="gender identity")
    hidden = OwnTerm(part=TermList.GROUND, code="language", hidden=True)
    for each in (own, hidden):
        desk.session.edit("Elsewhere", partial(_save, value=each))
    form = finding_form(part)
    assert form.findChild(QCheckBox, "ground gender identity") is not None
    assert form.findChild(QCheckBox, "ground language") is None


def test_ticks_come_back_with_the_typing_after_a_crash(part: PersonPart, desk: Desk) -> None:
    form = finding_form(part)
    tick(form, "religion")
    desk.session.keep_all()
    draft = desk.session.file.find_draft(form.draft_name())
    assert draft is not None
    assert draft.value["typed"]["grounds"] == '["religion"]'


def _save(write: Transaction, value: OwnTerm) -> None:
    write.save(value)


# -- relations


def test_a_relation_is_added_and_read_on_both_sides(part: PersonPart, desk: Desk) -> None:
    part.relations.add_button.click()
    form = part.relations.form
    assert form is not None
    words, other = form.fields["words"], form.fields["other_id"]
    assert isinstance(words, LineField)
    assert isinstance(other, ChoiceField)
    QTest.keyClicks(words.line, "brother of")
    other.box.setCurrentIndex(1)
    QTest.keyClick(words.line, Qt.Key.Key_Return)
    (kept,) = desk.session.file.all(Relation)
    assert (kept.words, kept.other_id) == ("brother of", ANA.id)
    assert "brother of" in part.relations.lines[0].text()
    assert "Ana Habtezion" in part.relations.lines[0].text()


def test_a_line_opens_its_relation_and_is_cut_where_it_is_long(part: PersonPart, desk: Desk) -> None:
    aunt = Relation(id="aunt", case_id=CASE.id, person_id=YONAS.id, words="nephew of Sara, " * 40)
    desk.session.edit("Elsewhere", lambda write: write.save(aunt))
    assert len(part.relations.lines[0].text()) <= 70
    part.relations.lines[0].click()
    assert part.relations.form is not None
    assert part.relations.form.record.id == "aunt"


# -- the rest of a person


def test_a_number_that_is_none_is_pointed_out_and_not_lost(part: PersonPart) -> None:
    part.change()
    assert part.form is not None
    age = part.form.fields["age"]
    assert isinstance(age, NumberField)
    age.type_words("thirty")
    age.line.editingFinished.emit()
    assert age.problem is not None
    assert (age.value(), age.loose_words) == (None, "thirty")


def test_only_a_group_is_asked_how_many_they_are(part: PersonPart) -> None:
    part.change()
    assert part.form is not None
    assert part.form.fields["headcount"].isHidden()
    part.form.fields["sex"].type_words("group")
    assert not part.form.fields["headcount"].isHidden()
