# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet becomes a case, an update of one, or a document: one edit each, and one undo takes it back."""

from dataclasses import replace
from functools import partial
from hashlib import sha256

from tests.support.arriving import TODAY, fixture, sheet_of, words_of
from tests.support.builders import contents

from amnesty_desktop.domain.addressee import Addressee, AddresseeRole
from amnesty_desktop.domain.attachment import Attachment
from amnesty_desktop.domain.case import Ask, Case, CaseStatus, Concern, Confidentiality
from amnesty_desktop.domain.claim import Claim, Support
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.diary import DiaryNote
from amnesty_desktop.domain.outcome import Outcome
from amnesty_desktop.domain.person import Person, Sex, Situation, SituationKind
from amnesty_desktop.domain.sheet import Sheet, SheetKind
from amnesty_desktop.domain.source import Source, SourceKind
from amnesty_desktop.edits import intake
from amnesty_desktop.edits.arriving import ArrivingSheet, only_facts
from amnesty_desktop.edits.drafting import facts_of
from amnesty_desktop.edits.sheet_changes import Change, ChangeKind, changes, news_in
from amnesty_desktop.store.case_file import CaseFile

LATER = words_of("2000s-nepal-3").replace("23 June 2004", "2 July 2004").replace("31/141/2004", "31/150/2004")


def add(file: CaseFile, name: str, *taken: Change) -> Case:
    sheet, original = fixture(name)
    edit = partial(intake.add_case, arriving=only_facts(sheet, frozenset()), original=original, today=TODAY)
    return file.edit(intake.ADD_CASE, partial(edit, taken=taken)).result  # type: ignore[no-any-return]


def update(file: CaseFile, case: Case, sheet: ArrivingSheet, *kinds: ChangeKind) -> None:
    taken = [change for change in changes(file, case.id, sheet) if change.kind in kinds]
    edit = partial(intake.add_update, case_id=case.id, arriving=sheet, taken=taken, original=None, today=TODAY)
    file.edit(intake.ADD_UPDATE, edit)


def words(found: tuple[Change, ...], kind: ChangeKind) -> list[str]:
    return [change.words for change in found if change.kind is kind]


# -- a case


def test_a_sheet_becomes_a_case_with_its_fields(file: CaseFile) -> None:
    case = add(file, "own-2010s-egypt-1")
    assert (case.reference, case.country, case.ai_index) == ("UA 154/13", "EG", "MDE 12/030/2013")
    assert file.all(Sheet, case_id=case.id)[0].kind is SheetKind.FIRST
    assert [each.name for each in file.all(Person, case_id=case.id)] == ["Hamed Mostafawi", "Karima Abdelghaffor"]
    target = file.all(Addressee, case_id=case.id)[0]
    assert (target.name, target.office, target.country, target.salutation) == (
        "Hesham Nasreldin", "Public Prosecutor", "EG", "Dear Counsellor",
    )  # fmt: skip
    assert target.address.splitlines()[0] == "Office of the Public Prosecutor"
    assert target.languages == "Arabic, English, French"


def test_what_is_asked_stands_as_printed_and_confirmed(file: CaseFile) -> None:
    case = add(file, "own-2010s-honduras-2")
    first = file.all(Ask, case_id=case.id, order="position")[0]
    assert first.text.startswith("Expressing concern for the safety of Blanca Oliveros")
    assert (first.confirmed, first.language) == (True, "en")


def test_people_keep_sex_age_and_work(file: CaseFile) -> None:
    case = add(file, "2000s-nepal-3")
    teacher = next(each for each in file.all(Person, case_id=case.id) if each.name == "Tankaram Rijale")
    assert (teacher.sex, teacher.age, teacher.work) == (Sex.MAN, 31, "teacher")


def test_one_undo_takes_all_of_it_back(file: CaseFile) -> None:
    before = contents(file)
    add(file, "own-2010s-egypt-1")
    file.undo()
    assert contents(file) == before


def test_the_original_is_a_document_of_the_case(file: CaseFile) -> None:
    case = add(file, "2000s-nepal-3")
    document = file.all(Attachment, case_id=case.id)[0]
    assert file.bytes_of(document.digest) == fixture("2000s-nepal-3")[1].content
    assert file.all(Sheet, case_id=case.id)[0].attachment_id == document.id


def test_an_embassy_is_known_as_one(file: CaseFile) -> None:
    case = add(file, "2010s-russia-1")
    assert [each.role for each in file.all(Addressee, case_id=case.id, order="position")] == [
        AddresseeRole.TARGET, AddresseeRole.EMBASSY,
    ]  # fmt: skip


def test_a_second_country_is_named_in_the_diary(file: CaseFile) -> None:
    case = add(file, "own-2000s-china-nepal-10")
    notes = [note.text for note in file.all(DiaryNote, case_id=case.id)]
    assert any(text.startswith("The sheet also names another country: ") for text in notes)


def test_an_internal_sheet_stays_with_members(file: CaseFile) -> None:
    case = add(file, "own-1990s-sudan-4")
    assert case.confidentiality is Confidentiality.INTERNAL
    assert file.all(Attachment, case_id=case.id)[0].confidentiality is Confidentiality.INTERNAL


def test_withheld_names_are_not_made_up(file: CaseFile) -> None:
    case = add(file, "own-2000s-withheld-9")
    assert file.count(Person, case_id=case.id) == 0


def test_concerns_the_lists_have_are_kept_and_the_rest_is_noted(file: CaseFile) -> None:
    case = add(file, "2000s-nepal-3")
    assert [concern.term for concern in file.all(Concern, case_id=case.id)] == ["torture", "safety"]


def test_no_fact_is_made_that_nobody_accepted(file: CaseFile) -> None:
    case = add(file, "2000s-nepal-3")
    assert file.count(Claim, case_id=case.id) == 0


def test_an_accepted_fact_cites_the_secretariat_and_is_verified(file: CaseFile) -> None:
    sheet, original = fixture("2000s-nepal-3")
    wanted = only_facts(sheet, frozenset({sheet.facts[0].id}))
    file.edit("Add", partial(intake.add_case, arriving=wanted, original=original, today=TODAY))
    assert [fact.claim.text for fact in facts_of(file, sheet.case.id)] == [sheet.facts[0].text]
    assert file.all(Source)[0].kind is SourceKind.SECRETARIAT
    assert facts_of(file, sheet.case.id)[0].standing.is_verified


def test_minutes_do_not_count_as_the_secretariat(file: CaseFile) -> None:
    sheet, original = fixture("own-2010s-minutes-16")
    assert (sheet.issuer.is_secretariat, sheet.source.kind) == (False, SourceKind.OTHER)
    empty = only_facts(sheet, frozenset())
    file.edit("Add", partial(intake.add_case, arriving=empty, original=original, today=TODAY))
    assert (file.count(Source), file.count(Support)) == (0, 0)


def test_an_update_of_an_unknown_case_keeps_index_and_day_to_itself(file: CaseFile) -> None:
    case = add(file, "own-2010s-honduras-2")
    sheet = file.all(Sheet, case_id=case.id)[0]
    assert (case.ai_index, case.issued) == ("", None)
    assert (sheet.kind, sheet.ai_index) == (SheetKind.UPDATE, "AMR 37/014/2012")


def test_what_has_happened_is_in_the_diary_until_somebody_takes_it(file: CaseFile) -> None:
    case = add(file, "2000s-nepal-3")
    assert file.count(Situation) == 0
    notes = [note.text for note in file.all(DiaryNote, case_id=case.id)]
    assert "The sheet says: Released: Kesarimaya Odare, Tankaram Rijale, Motiram Lamgadal" in notes


def test_what_was_taken_becomes_log_and_outcome(file: CaseFile) -> None:
    sheet, _ = fixture("2000s-nepal-3")
    taken = news_in(sheet)[:2]
    file.edit("Add", partial(intake.add_case, arriving=sheet, original=None, today=TODAY, taken=taken))
    assert [entry.kind for entry in file.all(Situation)] == [SituationKind.RELEASED]
    assert [(each.kind, each.on) for each in file.all(Outcome)] == [("released", PartialDate("../2004-06-23"))]


def test_what_was_taken_of_somebody_who_was_not_added_stays_in_the_diary(file: CaseFile) -> None:
    case = add(file, "2000s-nepal-3")
    sheet, _ = fixture("2000s-nepal-3")
    other = Person(case_id=case.id, name="Somebody Else Entirely")
    arriving = replace(sheet, people=(other,), news=("Released on 3 May",))
    found = changes(file, case.id, arriving)
    taken = [change for change in found if change.kind in (ChangeKind.NEWS, ChangeKind.OUTCOME)]
    assert taken
    add_update = partial(intake.add_update, case_id=case.id, arriving=arriving, original=None, today=TODAY, taken=taken)
    file.edit("Add an update", add_update)
    notes = [note.text for note in file.all(DiaryNote, case_id=case.id)]
    assert "The sheet says of Somebody Else Entirely, who was not added: Released on 3 May" in notes
    assert file.count(Situation) == 0


def test_fields_of_ten_thousand_letters_are_kept_whole(file: CaseFile) -> None:
    sheet = sheet_of(words_of("2000s-nepal-3"))
    long = replace(sheet, case=replace(sheet.case, title="x" * 10_000, situation="y " * 5_000))
    file.edit("Add", partial(intake.add_case, arriving=long, original=None, today=TODAY))
    assert len(file.get(Case, sheet.case.id).title) == 10_000


# -- an update


def test_the_same_file_is_known_again(file: CaseFile) -> None:
    case = add(file, "2000s-nepal-3")
    sheet, original = fixture("2000s-nepal-3")
    digest = sha256(original.content).hexdigest()
    assert intake.came_before(file, sheet, digest)[0] == case.id
    assert "AI Index" in intake.came_before(file, sheet, "")[1]


def test_the_same_people_bring_no_change(file: CaseFile) -> None:
    case = add(file, "2000s-nepal-3")
    assert words(changes(file, case.id, sheet_of(LATER)), ChangeKind.PERSON) == []


def test_a_new_name_is_shown_and_another_spelling_is_none(file: CaseFile) -> None:
    case = add(file, "2000s-nepal-3")
    found = changes(
        file, case.id, sheet_of(LATER.replace("Harkaman Bahadur", "Harkaman B.").replace("Motiram", "Ganga"))
    )
    assert words(found, ChangeKind.SPELLING) == ["Another spelling of Harkaman Bahadur Timsane: Harkaman B. Timsane"]
    assert len(words(found, ChangeKind.PERSON)) == 1


def test_released_is_proposed_and_never_ticked(file: CaseFile) -> None:
    case = add(file, "2000s-nepal-3")
    found = [each for each in changes(file, case.id, sheet_of(LATER)) if each.kind is ChangeKind.OUTCOME]
    assert len(found) == 3
    assert not any(each.is_ticked for each in found)


def test_not_released_is_no_release() -> None:
    sheet = sheet_of(words_of("2000s-nepal-3"))
    still = replace(sheet, news=("Not yet released", *sheet.news[1:2]))
    assert [change.kind for change in news_in(still)] == [ChangeKind.NEWS]


def test_an_update_adds_its_sheet_and_nothing_else_by_itself(file: CaseFile) -> None:
    case = add(file, "2000s-nepal-3")
    update(file, case, sheet_of(LATER))
    assert [sheet.ai_index for sheet in file.all(Sheet, case_id=case.id)] == ["ASA 31/141/2004", "ASA 31/150/2004"]
    assert file.count(Person, case_id=case.id) == 5
    assert file.get(Case, case.id) == case


def test_a_new_day_moves_only_when_it_is_taken(file: CaseFile) -> None:
    case = add(file, "2000s-nepal-3")
    sheet = sheet_of(LATER)
    sheet = replace(sheet, case=replace(sheet.case, appeal_by=PartialDate("2004-08-13")))
    assert words(changes(file, case.id, sheet), ChangeKind.APPEAL_BY) == ["Appeals until 13 August 2004"]
    update(file, case, sheet, ChangeKind.APPEAL_BY)
    assert file.get(Case, case.id).appeal_by == PartialDate("2004-08-13")


def test_a_closing_sheet_offers_to_close_the_case(file: CaseFile) -> None:
    case = add(file, "2000s-nepal-3")
    sheet = sheet_of(LATER)
    closing = replace(sheet, sheet=replace(sheet.sheet, kind=SheetKind.CLOSING))
    update(file, case, closing, ChangeKind.CLOSE)
    assert file.get(Case, case.id).status is CaseStatus.CLOSED
    file.undo()
    assert file.get(Case, case.id).status is CaseStatus.OPEN


def test_an_update_of_a_closed_case_offers_to_open_it_again(file: CaseFile) -> None:
    case = add(file, "2000s-nepal-3")
    file.edit("Close", lambda write: write.save(replace(case, status=CaseStatus.CLOSED)))
    assert words(changes(file, case.id, sheet_of(LATER)), ChangeKind.REOPEN)


def test_asks_and_addresses_come_only_when_they_are_taken(file: CaseFile) -> None:
    case = add(file, "2000s-nepal-3")
    sheet = sheet_of(words_of("own-2010s-egypt-1"))
    found = [each for each in changes(file, case.id, sheet) if each.kind in (ChangeKind.ASK, ChangeKind.ADDRESSEE)]
    assert found
    assert not any(change.is_ticked for change in found)
    update(file, case, sheet, ChangeKind.ADDRESSEE)
    assert file.count(Addressee, case_id=case.id) == 3


def test_attach_only_keeps_the_file_alone(file: CaseFile) -> None:
    case = add(file, "2000s-nepal-3")
    other = intake.Original("scan.pdf", b"%PDF-1.4 picture")
    file.edit(intake.ATTACH, partial(intake.attach_only, case_id=case.id, original=other, today=TODAY))
    assert file.count(Attachment, case_id=case.id) == 2
    assert file.count(Sheet, case_id=case.id) == 1
