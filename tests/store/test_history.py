# SPDX-License-Identifier: GPL-3.0-or-later
"""The record of every change, and undo as one more edit."""

from dataclasses import replace
from datetime import UTC, date, datetime

from tests.support.builders import add, case, contents, frames, letter, open_file, person

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.letter import Channel, Letter, LetterState, Seal
from amnesty_desktop.edits import bin as bin_edits
from amnesty_desktop.edits import letters
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.history import newest


def test_the_history_of_a_case_says_who_changed_what_and_when(file: CaseFile) -> None:
    teacher, other = case(), case("Another")
    add(file, teacher, label="Add case")
    add(file, other, label="Add another")
    add(file, replace(teacher, title="Freed"), label="Change case")
    newest_entry, oldest_entry = file.history_of_case(teacher.id)
    assert (newest_entry.who, newest_entry.label, newest_entry.at) == (
        "Ana",
        "Change case",
        "2026-11-23T09:00:09+00:00",
    )
    assert newest_entry.rows[0].fields == {"title": ("Threats against a teacher", "Freed")}
    assert oldest_entry.rows[0].created


def test_the_history_of_a_case_tells_of_its_people_and_letters(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher)
    add(file, person(teacher), label="Add person")
    add(file, letter(teacher), label="Draft letter")
    assert [entry.label for entry in file.history_of_case(teacher.id)] == ["Draft letter", "Add person", "Add"]


def test_undo_and_redo_go_on_after_opening_again(file: CaseFile) -> None:
    teacher = case("Before")
    add(file, teacher)
    add(file, replace(teacher, title="After"), label="Change title")
    file.close()
    file = open_file(file.path)
    assert file.undo_label == "Change title"
    file.undo()
    file.close()
    file = open_file(file.path)
    assert file.get(Case, teacher.id).title == "Before"
    assert file.redo_label == "Change title"
    file.redo()
    assert file.get(Case, teacher.id).title == "After"
    file.close()


def test_undo_is_one_more_transaction_under_a_later_stamp(file: CaseFile) -> None:
    teacher = case("Before")
    add(file, teacher)
    add(file, replace(teacher, title="After"))
    file.undo()
    stamps = [stamp for (stamp,) in file.engine.rows("SELECT stamp FROM transactions ORDER BY key")]
    assert stamps == sorted(set(stamps))
    assert frames(file)["cases", teacher.id]["stamps"] == f'{{"title":"{stamps[-1]}"}}'
    assert [entry.kind for entry in file.history_of_case(teacher.id)] == ["undo", "edit", "edit"]


def test_a_field_changed_since_stays_and_is_named(file: CaseFile) -> None:
    teacher = case("First", next_step="phone")
    add(file, teacher)
    add(file, replace(teacher, title="Second", next_step="write"), label="Both")
    # Another edit that is no longer to be undone: as a merge or a migration would leave it.
    file.edit("Title", lambda write: write.save(replace(teacher, title="Third", next_step="write")))
    file.engine.run("UPDATE transactions SET kind = 'merge' WHERE label = 'Title'")
    changes = file.undo()
    assert changes is not None
    assert changes.left == ("title of the case",)
    assert (file.get(Case, teacher.id).title, file.get(Case, teacher.id).next_step) == ("Third", "phone")


def test_an_undone_creation_is_a_tombstone_and_redo_revives_it_later(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher)
    file.undo()
    buried = frames(file)["cases", teacher.id]
    assert (buried["gone"], buried["live"]) == (1, 0)
    assert file.find(Case, teacher.id) is None
    file.redo()
    revived = frames(file)["cases", teacher.id]
    assert (revived["gone"], revived["live"]) == (0, 1)
    assert revived["stamps"] > buried["stamps"]


def test_a_row_made_and_deleted_in_one_edit_is_not_brought_to_life_by_redo(file: CaseFile) -> None:
    teacher = case()

    def make_and_delete(write: object) -> None:
        write.save(teacher)  # type: ignore[attr-defined]
        write.bury(Case, teacher.id)  # type: ignore[attr-defined]

    file.edit("Make and delete", make_and_delete)
    file.undo()
    file.redo()
    assert file.find(Case, teacher.id) is None


def test_an_undone_edit_can_be_done_again_until_something_new_happens(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher)
    add(file, replace(teacher, title="One"), label="One")
    file.undo()
    add(file, replace(teacher, title="Two"), label="Two")
    assert file.redo_label is None
    assert file.redo() is None


def test_several_steps_back_are_done_again_in_their_order(file: CaseFile) -> None:
    teacher = case("0")
    add(file, teacher)
    for title in "123":
        add(file, replace(teacher, title=title), label=title)
    for _ in range(3):
        file.undo()
    assert [changes.label for changes in iter(file.redo, None)] == ["1", "2", "3"]
    assert file.get(Case, teacher.id).title == "3"


def test_undo_stops_at_the_making_of_the_file(file: CaseFile) -> None:
    assert file.undo() is None
    assert file.group().name == "Riverside Group"


def test_undo_and_redo_stop_at_a_set_up(file: CaseFile) -> None:
    add(file, case("One"))
    add(file, case("Two"))
    file.undo()
    file.set_up("Empty the bin", lambda write: write.save(case("Three")))
    assert (file.undo_label, file.redo_label) == (None, None)


def test_undo_stops_at_a_restore(file: CaseFile) -> None:
    add(file, case())
    file.note_restore("Bring back Tuesday", "before.amnesty")
    assert file.undo() is None
    assert file.replaced_by_restore == "before.amnesty"
    add(file, case())
    assert file.replaced_by_restore is None


def test_undoing_mark_as_sent_withdraws_the_seal_and_never_changes_it(file: CaseFile) -> None:
    teacher = case()
    draft = letter(teacher)
    add(file, teacher, draft)
    file.edit(
        "Mark as sent",
        lambda write: letters.mark_sent(
            write, draft.id, on=date(2026, 5, 1), channel=Channel.POST, postage=150, document=b"x"
        ),
    )
    sealed = file.all(Seal)[0]
    file.undo()
    assert file.get(Letter, draft.id).state is LetterState.DRAFT
    assert file.all(Seal) == []
    assert frames(file)["seals", sealed.id]["letter"] == sealed.letter
    file.redo()
    assert file.all(Seal) == [sealed]


def test_putting_into_the_bin_is_undone_like_anything_else(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher)
    before = contents(file)
    file.edit("Put in bin", lambda write: bin_edits.put(write, [teacher], datetime(2026, 6, 1, tzinfo=UTC)))
    assert file.count(Case) == 0
    file.undo()
    assert contents(file) == before


def test_the_newest_changes_of_the_whole_file_come_first(file: CaseFile) -> None:
    add(file, case(), label="One")
    add(file, case(), label="Two")
    assert [entry.label for entry in newest(file.engine, most=2)] == ["Two", "One"]


def test_long_texts_in_history_are_packed(file: CaseFile) -> None:
    teacher = case(situation="The river rose. " * 400)
    add(file, teacher)
    add(file, replace(teacher, situation="The river fell. " * 400))
    size = file.engine.value("SELECT max(length(fields)) FROM transaction_rows")
    assert size < 400
    file.undo()
    assert file.get(Case, teacher.id) == teacher
