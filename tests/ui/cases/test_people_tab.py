# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of a case, what has happened to them, and the forms in their places."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget
from tests.support.builders import add, case, outcome, person

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.person import Person, Situation, SituationKind
from amnesty_desktop.store.drafts import Draft
from amnesty_desktop.ui.cases.fields import ChoiceField, DateField, LineField
from amnesty_desktop.ui.cases.people_tab import PeopleTab
from amnesty_desktop.ui.cases.person_form import PersonForm
from amnesty_desktop.ui.cases.situation_form import SituationForm
from amnesty_desktop.ui.desk import Desk

CASE = case(country="CN", reference="UA 118/26")
LIN = person(
    CASE,
    "Lin Ruotang",
    own_script="林若棠",
    other_names="Lin Ruo-tang\nLam Yeuk-tong",
    born=PartialDate("1987~"),
    work="librarian",
)
HELD = Situation(
    case_id=CASE.id,
    person_id=LIN.id,
    on=PartialDate("2026-08/.."),
    kind=SituationKind.HELD_AT,
    text="at Example Prison No. 2",
)
CHARGED = Situation(
    case_id=CASE.id, person_id=LIN.id, on=PartialDate("2025-03-05"), kind=SituationKind.CHARGED, text="Article 293"
)


@pytest.fixture
def tab(desk: Desk, shown: Callable[[QWidget], QMainWindow]) -> PeopleTab:
    """The tab over one person with two entries."""
    add(desk.session.file, CASE, LIN, HELD, CHARGED)
    made = PeopleTab(desk)
    shown(made)
    made.load(CASE.id)
    QApplication.processEvents()
    return made


def form_of(tab: PeopleTab) -> PersonForm:
    found = tab.parts[0].form
    assert found is not None
    return found


def entry_form(tab: PeopleTab) -> SituationForm:
    found = tab.parts[0].log.form
    assert found is not None
    return found


def line(form: PersonForm, name: str) -> QLineEdit:
    field = form.fields[name]
    assert isinstance(field, LineField)
    return field.line


def type_into(editor: QLineEdit, words: str) -> None:
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, words)


def words_of(tab: PeopleTab) -> list[str]:
    return [entry.text for entry in tab.parts[0].log.log.entries()]


# -- reading


def test_a_person_is_read_with_captions(tab: PeopleTab) -> None:
    part = tab.parts[0]
    assert part.values.in_letters.text == "Lin Ruotang"
    assert part.values.own_script.text == "林若棠"
    assert part.values.born_work.text == "about 1987, librarian"


def test_what_nobody_filled_is_not_there(tab: PeopleTab) -> None:
    assert tab.parts[0].values.say.isHidden()
    assert tab.parts[0].flag.isHidden()


def test_a_withheld_name_stands_nowhere_on_the_page(tab: PeopleTab, desk: Desk) -> None:
    add(desk.session.file, Case(id="secret"), Person(case_id="secret", name="Ibrahim Halabi", withheld=True))
    tab.load("secret")
    part = tab.parts[0]
    assert not part.flag.isHidden()
    assert (
        "Halabi" not in part.values.in_letters.text + part.values.own_script.text + part.change_button.accessibleName()
    )


def test_a_name_is_never_taken_for_markup(tab: PeopleTab, desk: Desk) -> None:
    add(desk.session.file, Case(id="marked"), Person(case_id="marked", name="<b>Ana</b> & sons"))
    tab.load("marked")
    assert tab.parts[0].values.in_letters.text == "<b>Ana</b> & sons"


def test_what_has_happened_stands_in_its_order(tab: PeopleTab) -> None:
    assert words_of(tab) == ["charged", "held at Example Prison No. 2"]


def test_the_last_entry_that_still_holds_is_now(tab: PeopleTab) -> None:
    assert [entry.is_now for entry in tab.parts[0].log.log.entries()] == [False, True]


def test_an_outcome_that_says_as_much_stands_in_the_log(tab: PeopleTab, desk: Desk) -> None:
    add(desk.session.file, outcome(CASE, person_id=LIN.id, on=PartialDate("2026-11-01"), kind="released_on_bail"))
    tab.load(CASE.id)
    assert words_of(tab)[-1] == "released on bail"
    assert tab.parts[0].log.log.entries()[-1].is_now


def test_several_people_each_have_a_title_and_share_a_log(tab: PeopleTab, desk: Desk) -> None:
    shared = Situation(case_id=CASE.id, kind=SituationKind.HEARING, text="put off")
    add(desk.session.file, person(CASE, "Xu Ande", position=1), shared)
    tab.load(CASE.id)
    assert len(tab.parts) == tab.count() == 2
    assert not tab.shared.isHidden()
    assert [entry.text for entry in tab.shared.log.entries()] == ["court hearing put off"]


def test_a_case_without_people_invites_to_add_one(tab: PeopleTab, desk: Desk) -> None:
    add(desk.session.file, Case(id="empty"))
    tab.load("empty")
    assert tab.parts == []
    assert tab.add_button.isVisible()
    assert tab.count() is None


def test_a_long_entry_wraps_instead_of_being_cut(tab: PeopleTab, desk: Desk) -> None:
    log = tab.parts[0].log.log
    before = log.heightForWidth(500)
    add(desk.session.file, Situation(case_id=CASE.id, person_id=LIN.id, text="She may not leave the city. " * 8))
    tab.load(CASE.id)
    assert log.heightForWidth(500) > before + 60


def test_another_case_begins_at_its_top_even_where_a_form_was_open(tab: PeopleTab, desk: Desk) -> None:
    add(desk.session.file, Case(id="other"), *[Person(case_id="other", name=f"Ana {n}", position=n) for n in range(3)])
    tab.parts[0].finding.change()
    QApplication.processEvents()
    tab.area.verticalScrollBar().setValue(tab.area.verticalScrollBar().maximum())
    tab.load("other")
    QApplication.processEvents()
    assert tab.area.verticalScrollBar().value() == 0


# -- changing a person


def test_change_and_done_make_one_edit(tab: PeopleTab, desk: Desk) -> None:
    tab.parts[0].change()
    type_into(line(form_of(tab), "work"), "archivist")
    QTest.mouseClick(form_of(tab).done_button, Qt.MouseButton.LeftButton)
    assert tab.parts[0].form is None
    assert tab.parts[0].values.born_work.text == "about 1987, archivist"
    assert desk.session.file.undo_label == "Change person"


def test_enter_is_done_and_returns_to_the_button(tab: PeopleTab) -> None:
    tab.parts[0].change()
    QTest.keyClick(line(form_of(tab), "name"), Qt.Key.Key_Return)
    assert tab.parts[0].form is None
    assert tab.parts[0].change_button.hasFocus()


def test_escape_keeps_what_was_typed(tab: PeopleTab, desk: Desk) -> None:
    tab.parts[0].change()
    type_into(line(form_of(tab), "work"), "archivist")
    QTest.keyClick(line(form_of(tab), "work"), Qt.Key.Key_Escape)
    assert desk.session.file.get(Person, LIN.id).work == "archivist"


def test_another_case_never_shows_under_the_form(tab: PeopleTab, desk: Desk) -> None:
    add(desk.session.file, Case(id="other"), Person(id="ana", case_id="other", name="Ana"))
    tab.parts[0].change()
    type_into(line(form_of(tab), "work"), "archivist")
    tab.load("other")
    assert tab.parts[0].form is None
    assert desk.session.file.get(Person, LIN.id).work == "archivist"
    assert desk.session.file.get(Person, "ana").work == ""


def test_half_a_date_is_kept_and_is_there_again(tab: PeopleTab, desk: Desk) -> None:
    tab.parts[0].change()
    born = form_of(tab).fields["born"]
    assert isinstance(born, DateField)
    type_into(born.edit.line, "19th of nowhere")
    QTest.keyClick(born.edit.line, Qt.Key.Key_Escape)
    assert desk.session.file.get(Person, LIN.id).born == PartialDate("1987~")
    tab.parts[0].change()
    assert form_of(tab).fields["born"].loose_words == "19th of nowhere"


def test_done_stays_with_words_that_are_no_date(tab: PeopleTab) -> None:
    tab.parts[0].change()
    born = form_of(tab).fields["born"]
    assert isinstance(born, DateField)
    type_into(born.edit.line, "19th of nowhere")
    form_of(tab).done()
    assert tab.parts[0].form is not None


def test_typing_is_kept_as_a_draft_that_comes_back_after_a_crash(tab: PeopleTab, desk: Desk) -> None:
    tab.parts[0].change()
    type_into(line(form_of(tab), "work"), "archivist")
    desk.session.keep_all()
    draft = desk.session.file.find_draft(f"person:{LIN.id}")
    assert isinstance(draft, Draft)
    assert draft.value["rows"][0][1]["work"] == "archivist"


def test_undo_shows_the_former_words_in_the_open_form(tab: PeopleTab, desk: Desk) -> None:
    tab.parts[0].change()
    type_into(line(form_of(tab), "work"), "archivist")
    desk.session.settle()
    desk.session.undo()
    assert line(form_of(tab), "work").text() == "librarian"


def test_a_change_elsewhere_leaves_what_is_being_typed(tab: PeopleTab, desk: Desk) -> None:
    tab.parts[0].change()
    type_into(line(form_of(tab), "work"), "archivist")
    changed = Person(id=LIN.id, case_id=CASE.id, name="Lin R.", work="librarian")
    desk.session.edit("Change person", lambda write: write.save(changed))
    assert line(form_of(tab), "work").text() == "archivist"
    assert line(form_of(tab), "name").text() == "Lin R."
    form_of(tab).done()
    kept = desk.session.file.get(Person, LIN.id)
    assert (kept.name, kept.work) == ("Lin R.", "archivist")


def test_a_person_is_added_and_stands_on_the_page(tab: PeopleTab, desk: Desk) -> None:
    QTest.mouseClick(tab.add_button, Qt.MouseButton.LeftButton)
    assert tab.form is not None
    type_into(line(tab.form, "name"), "Xu Ande")
    tab.form.done()
    assert tab.parts[0].person_id == LIN.id
    assert len(tab.parts) == 2
    assert desk.session.file.undo_label == "Add person"


def test_an_empty_new_person_is_not_added(tab: PeopleTab, desk: Desk) -> None:
    tab.begin()
    assert tab.form is not None
    tab.form.leave()
    assert desk.session.file.count(Person, case_id=CASE.id) == 1


def test_a_person_goes_to_the_bin_and_comes_back(tab: PeopleTab, desk: Desk) -> None:
    told: list[str] = []
    desk.wishes.told.connect(lambda sentence, _: told.append(sentence))
    tab.parts[0].change()
    form_of(tab).bin_button.click()
    assert told == ["Lin Ruotang is in the bin."]
    assert tab.parts == []
    desk.session.undo()
    assert [part.person_id for part in tab.parts] == [LIN.id]


# -- what has happened


def test_an_entry_is_added_with_its_date_as_known(tab: PeopleTab, desk: Desk) -> None:
    QTest.mouseClick(tab.parts[0].log.add_button, Qt.MouseButton.LeftButton)
    form = entry_form(tab)
    on, kind, text = form.fields["on"], form.fields["kind"], form.fields["text"]
    assert isinstance(on, DateField)
    assert isinstance(kind, ChoiceField)
    assert isinstance(text, LineField)
    type_into(on.edit.line, "about January 2026")
    kind.type_words("sentenced")
    type_into(text.line, "to four years")
    QTest.keyClick(text.line, Qt.Key.Key_Return)
    assert words_of(tab) == ["charged", "sentenced to four years", "held at Example Prison No. 2"]
    assert desk.session.file.undo_label == "Add to what has happened"


def test_f2_changes_the_current_entry(tab: PeopleTab) -> None:
    log = tab.parts[0].log.log
    log.choose(CHARGED.id)
    QTest.keyClick(log, Qt.Key.Key_F2)
    assert entry_form(tab).record.id == CHARGED.id


def test_delete_puts_the_current_entry_into_the_bin(tab: PeopleTab, desk: Desk) -> None:
    told: list[str] = []
    desk.wishes.told.connect(lambda sentence, _: told.append(sentence))
    log = tab.parts[0].log.log
    log.choose(HELD.id)
    QTest.keyClick(log, Qt.Key.Key_Delete)
    assert words_of(tab) == ["charged"]
    assert told == ["“at Example Prison No. 2” is in the bin."]


def test_undoing_an_addition_takes_its_form_away(tab: PeopleTab, desk: Desk) -> None:
    tab.parts[0].log.begin()
    text = entry_form(tab).fields["text"]
    assert isinstance(text, LineField)
    type_into(text.line, "moved")
    desk.session.settle()
    desk.session.undo()
    assert tab.parts[0].log.form is None
    assert len(words_of(tab)) == 2


def test_an_entry_in_the_future_is_pointed_out(tab: PeopleTab) -> None:
    tab.parts[0].log.begin()
    on = entry_form(tab).fields["on"]
    assert isinstance(on, DateField)
    type_into(on.edit.line, "7 May 2031")
    on.edit.line.editingFinished.emit()
    assert on.problem is not None
    assert on.problem.message == "The date lies in the future."


def test_an_entry_kept_as_an_outcome_leads_to_the_outcomes(tab: PeopleTab, desk: Desk) -> None:
    asked: list[tuple[str, str]] = []
    desk.wishes.case_requested.connect(lambda case_id, part: asked.append((case_id, part)))
    add(desk.session.file, outcome(CASE, person_id=LIN.id, on=PartialDate("2026-11-01")))
    tab.load(CASE.id)
    log = tab.parts[0].log.log
    log.choose(log.entries()[-1].key)
    QTest.keyClick(log, Qt.Key.Key_Return)
    assert asked == [(CASE.id, "outcomes")]


def test_every_control_has_a_name(tab: PeopleTab) -> None:
    tab.parts[0].change()
    tab.parts[0].log.begin()
    controls = [w for w in tab.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    assert [w for w in controls if not (w.accessibleName() or getattr(w, "text", str)())] == []
