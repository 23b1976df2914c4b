# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports gathered from the file: right in every number, and nothing confidential in what leaves the group."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from tests.support.builders import add, case, letter, outcome, person

from amnesty_desktop.domain.addressee import Addressee, AddresseeRole
from amnesty_desktop.domain.assessment import Assessment
from amnesty_desktop.domain.attachment import Attachment
from amnesty_desktop.domain.case import Case, CaseKind, Confidentiality
from amnesty_desktop.domain.caution import Caution
from amnesty_desktop.domain.claim import Claim, Support
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.diary import DiaryNote
from amnesty_desktop.domain.goal import Goal
from amnesty_desktop.domain.letter import LetterKind, LetterState
from amnesty_desktop.domain.meeting import Meeting
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.period import Period
from amnesty_desktop.domain.person import Person, Relation, Situation
from amnesty_desktop.domain.reply import Reply
from amnesty_desktop.domain.report import Audience, Report, ReportKind, Table, Words
from amnesty_desktop.domain.saved_search import SavedSearch
from amnesty_desktop.domain.sheet import Sheet
from amnesty_desktop.domain.source import Source
from amnesty_desktop.domain.tally import Tally, TallyKind
from amnesty_desktop.edits import reports
from amnesty_desktop.edits.case_stories import MembersOnly
from amnesty_desktop.store.case_file import CaseFile

DAY = date(2026, 3, 10)
YEAR = Period.of_year(2026)


def made(file: CaseFile, kind: ReportKind, case_id: str = "", audience: Audience = Audience.ANYBODY) -> Report:
    return reports.report(file, reports.Wanted(kind, YEAR, case_id, audience), date(2026, 11, 23))


def sent(of: Case, **fields: Any) -> Any:
    return letter(of, **{"state": LetterState.SENT, "sent_on": DAY, **fields})


def words(file: CaseFile, report: Report) -> str:
    """Everything a report says, on paper and in its rows."""
    zipped = ZipFile(BytesIO(reports.document(file, report, DAY)))
    pages = "".join(zipped.read(name).decode() for name in zipped.namelist())
    return pages + reports.rows(report).decode()


class Canaries:
    """Hands out words that nobody would write, and knows them all."""

    def __init__(self) -> None:
        self.all: list[str] = []

    def __call__(self) -> str:
        self.all.append(f"Canary{len(self.all):02}Zwx")
        return self.all[-1]


def plant(file: CaseFile, canary: Callable[[], str]) -> Case:
    """A case that may be passed on, full of what may not, and one that is for members only."""
    ours = case(
        confidentiality=Confidentiality.EXTERNAL,
        reference="UA 60/26",
        kind=CaseKind.LETTER_CAMPAIGN,
        please_mind=canary(),
        next_step=canary(),
        consent=canary(),
        strategy=canary(),
        coordinator=canary(),
        co_groups=canary(),
        situation="She is held.",
    )
    theirs = case(canary(), reference="UA 61/26", situation=canary(), background=canary(), ai_index=canary())
    member = Member(name=canary(), address=canary(), email=canary())
    hidden = person(
        ours,
        f"{canary()} {canary()}",
        own_script=canary(),
        other_names=canary(),
        in_letters=canary(),
        say=canary(),
        work=canary(),
        withheld=True,
        organisation=canary(),
        prisoner_number=canary(),
        wishes=canary(),
        illness=canary(),
    )
    add(file, ours, theirs, member, hidden, person(ours, "Maribel Zúñiga"), person(theirs, canary()))
    plant_around(file, canary, ours, hidden, member)
    plant_letters(file, canary, ours, theirs, member)
    return ours


def plant_around(file: CaseFile, canary: Callable[[], str], ours: Case, hidden: Person, member: Member) -> None:
    """Sources, notes, papers and everything else that hangs on a case."""
    avoided = canary()
    first_name = hidden.name.partition(" ")[0]
    add(file, replace(ours, background=f"Near {avoided} {first_name} was seen, and {hidden.name.upper()} again."))
    source = Source(case_id=ours.id, title=canary(), person=canary(), publisher=canary(), origin=canary())
    inside = Claim(case_id=ours.id, text=canary(), confidentiality=Confidentiality.INTERNAL)
    add(file, source, inside, Support(case_id=ours.id, claim_id=inside.id, source_id=source.id, note=canary()))
    add(file, Caution(case_id=ours.id, text=canary(), words=avoided), Goal(case_id=ours.id, text=canary()))
    add(file, DiaryNote(case_id=ours.id, text=canary(), member_id=member.id))
    add(file, Situation(case_id=ours.id, person_id=hidden.id, place=canary(), text=canary(), on=PartialDate("2026-02")))
    add(file, Relation(case_id=ours.id, person_id=hidden.id, words=canary()))
    add(file, Assessment(case_id=ours.id, person_id=hidden.id, decided_by=canary(), note=canary()))
    digest = "0" * 64
    paper = Attachment(case_id=ours.id, name=canary(), media_type="text/plain", digest=digest, size=3, note=canary())
    add(file, Sheet(case_id=ours.id, title=canary(), news=canary(), distribution=canary()))
    file.edit("Add a document", lambda write: write.save(paper))
    meeting = Meeting(on=DAY, place=canary(), note=canary())
    add(file, meeting, SavedSearch(name=canary(), query=canary()))
    add(file, Tally(case_id=ours.id, kind=TallyKind.CARDS, count=40, on=PartialDate("2026-03-10"), event=canary()))


def plant_letters(file: CaseFile, canary: Callable[[], str], ours: Case, theirs: Case, member: Member) -> None:
    """Letters, cards and what came back, and what became of the people."""
    to = Addressee(case_id=ours.id, office="Ministry", email=canary(), phone=canary())
    family = Addressee(case_id=ours.id, role=AddresseeRole.FAMILY, name=canary(), address=canary())
    prisoner = Addressee(case_id=theirs.id, role=AddresseeRole.PRISONER, name=canary(), office=canary())
    posted = sent(ours, text=canary(), subject=canary(), signature=canary(), addressee_id=to.id, writer_id=member.id)
    card = sent(ours, kind=LetterKind.CARD, address=family.name, addressee_id=family.id)
    theirs_card = sent(theirs, kind=LetterKind.CARD, address=prisoner.name, addressee_id=prisoner.id)
    add(file, to, family, prisoner, posted, card, theirs_card)
    add(file, sent(theirs, subject=canary(), kind=LetterKind.REPRESENTATION))
    add(file, outcome(ours, on=PartialDate("2026-05"), how_known=canary(), note=canary()))
    add(file, outcome(theirs, on=PartialDate("2026-06"), how_known=canary()))
    for letter_id in (posted.id, card.id, theirs_card.id):
        add(file, Reply(case_id=ours.id, letter_id=letter_id, sender=canary(), summary=canary()))


@pytest.mark.parametrize("kind", [kind for kind in ReportKind if kind is not ReportKind.HANDOVER])
def test_nothing_confidential_leaves_in_a_report(file: CaseFile, kind: ReportKind) -> None:
    canary = Canaries()
    ours = plant(file, canary)
    said = words(file, made(file, kind, ours.id if kind is ReportKind.DOSSIER else ""))
    assert [each for each in canary.all if each.lower() in said.lower()] == []
    assert len(canary.all) >= 50


def test_a_part_of_a_withheld_name_gives_way_and_that_of_an_open_name_stays(file: CaseFile) -> None:
    ours = case(
        confidentiality=Confidentiality.EXTERNAL, situation="Amparo fled. Maribel Quispe stayed, and may write."
    )
    add(file, ours, person(ours, "Amparo May Quispe", withheld=True), person(ours, "Maribel Quispe"))
    blocks = made(file, ReportKind.DOSSIER, ours.id).blocks
    (paragraph,) = (block.text for block in blocks if isinstance(block, Words) and "fled" in block.text)
    assert re.fullmatch(r"Person \w+ fled. Maribel Quispe stayed, and may write.", paragraph)


def test_news_of_somebody_withheld_is_told_under_nobody_elses_name(file: CaseFile) -> None:
    ours = case(confidentiality=Confidentiality.EXTERNAL, country="HN")
    hidden, known = person(ours, "Amparo Quispe", withheld=True), person(ours, "Maribel Zúñiga")
    add(file, ours, known, hidden)
    add(file, outcome(ours, person_id=hidden.id, on=PartialDate("2026-05-01")))
    add(file, outcome(ours, person_id=known.id, on=PartialDate("2026-06-01")))
    rows = made(file, ReportKind.GOOD_NEWS).rows.rows
    assert [row[1] for row in rows] == ["A case in Honduras", "Maribel Zúñiga"]


def test_a_withheld_name_in_running_text_gives_way_to_the_same_pseudonym_everywhere(file: CaseFile) -> None:
    ours = case(confidentiality=Confidentiality.EXTERNAL, situation="Amparo Quispe was seen; AMPARO QUISPE is held.")
    hidden = person(ours, "Amparo Quispe", withheld=True)
    add(file, ours, hidden)
    said = words(file, made(file, ReportKind.DOSSIER, ours.id))
    assert "amparo" not in said.lower()
    assert said.count("Person ") >= 3


def test_a_dossier_for_others_of_a_case_for_members_is_refused(file: CaseFile) -> None:
    ours = case()
    add(file, ours)
    with pytest.raises(MembersOnly, match="members only"):
        made(file, ReportKind.DOSSIER, ours.id)
    assert made(file, ReportKind.DOSSIER, ours.id, Audience.MEMBERS).audience is Audience.MEMBERS


def test_the_return_counts_letters_for_each_action_number(file: CaseFile) -> None:
    ours = case(confidentiality=Confidentiality.EXTERNAL, reference="THIRD UA 60/16", country="HN")
    add(file, ours, sent(ours, signatures=7), sent(ours), sent(ours, kind=LetterKind.CARD), Reply(case_id=ours.id))
    report = made(file, ReportKind.SECTION_RETURN)
    (row,) = report.rows.rows
    assert row == (
        file.group().name,
        "2026-01-01",
        "2026-12-31",
        "UA 60/16",
        "urgent_action",
        "HN",
        2,
        1,
        9,
        0,
        0,
        0,
        0,
    )


def test_write_for_rights_takes_its_own_cases_and_its_tallies(file: CaseFile) -> None:
    rights, other = case(kind=CaseKind.LETTER_CAMPAIGN, country="TH"), case()
    tally = Tally(case_id=rights.id, kind=TallyKind.CARDS, count=40, on=PartialDate("2026-12-10"))
    add(file, rights, other, sent(rights), sent(other), tally)
    report = made(file, ReportKind.WRITE_FOR_RIGHTS)
    (row,) = report.rows.rows
    assert row[4:] == ("TH", 1, 0, 1, 0, 40, 0)


def test_letters_to_a_body_are_registered_whatever_their_kind(file: CaseFile) -> None:
    ours = case(confidentiality=Confidentiality.EXTERNAL, reference="UA 60/26")
    to = Addressee(case_id=ours.id, role=AddresseeRole.INTERGOVERNMENTAL, office="Working Group")
    one, other = sent(ours, addressee_id=to.id), sent(ours, kind=LetterKind.REPRESENTATION)
    add(file, ours, to, one, other, sent(ours))
    assert len(made(file, ReportKind.REPRESENTATIONS).rows.rows) == 2


def test_a_handover_gives_each_open_case_and_no_closed_one(file: CaseFile) -> None:
    from amnesty_desktop.domain.case import CaseStatus

    add(file, case("Open one"), case("Closed one", status=CaseStatus.CLOSED))
    report = made(file, ReportKind.HANDOVER)
    assert [row[0] for row in report.rows.rows] == ["Open one"]
    assert report.audience is Audience.MEMBERS


@pytest.mark.parametrize("kind", list(ReportKind))
def test_a_file_with_nothing_in_it_gives_a_report_that_says_so(file: CaseFile, kind: ReportKind) -> None:
    ours = case(confidentiality=Confidentiality.EXTERNAL)
    if kind is ReportKind.DOSSIER:
        add(file, ours)
    report = made(file, kind, ours.id)
    assert report.blocks
    assert reports.document(file, report, DAY)


def test_a_report_is_written_by_the_ending_of_its_name(file: CaseFile, tmp_path: Path) -> None:
    report = made(file, ReportKind.ANNUAL)
    names = [reports.write(file, report, tmp_path / name, DAY).name for name in ("a.csv", "a.docx", "a")]
    assert names == ["a.csv", "a.docx", "a.docx"]
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfgroup,period_first")


def test_every_table_has_a_cell_for_each_column(file: CaseFile) -> None:
    plant(file, Canaries())
    for kind in (ReportKind.ANNUAL, ReportKind.SECTION_RETURN, ReportKind.HANDOVER):
        for block in made(file, kind).blocks:
            if isinstance(block, Table):
                assert {len(row) for row in block.rows} <= {len(block.columns)}
