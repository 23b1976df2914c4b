# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports: gathered from the file, written as a value, and from there as a Word document or as rows of numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..documents.file_names import report_file_name
from ..documents.report import report_document
from ..documents.report_rows import csv_bytes
from ..documents.report_template import read_report_template
from ..domain.addressee import Addressee, AddresseeRole
from ..domain.annual_report import Change, YearBook, annual_report
from ..domain.case import Case, CaseKind, CaseStatus
from ..domain.case_reports import News, dossier, good_news, handover
from ..domain.countries import country_name
from ..domain.dates import PartialDate
from ..domain.figures import Figures, Part, figures, figures_of, parted
from ..domain.letter import Letter
from ..domain.outcome import Direction, Outcome
from ..domain.period import Period
from ..domain.person import Person
from ..domain.public_names import public_paper, public_subject, public_who
from ..domain.reply import Reply
from ..domain.report import Audience, Report, ReportKind
from ..domain.report_pictures import RankedBar
from ..domain.section_reports import ActionCount, Representation, representations, section_return, write_for_rights
from ..domain.spoken_dates import spoken
from ..paths import resource
from ..store.actions import actions_by_case, letters_by_month, outcome_ids, representation_ids
from ..store.activity import activity
from ..store.errors import CaseFileError
from ..store.figures import case_records, people_of, worked_on
from ..store.reading import Reading
from .case_stories import story_of
from .drafting import IN_ORDER
from .outcomes import words as outcome_words
from .written_files import Document, write_documents

Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which report: its kind, its period, the case (dossier only), and who may read it."""

    kind: ReportKind
    period: Period
    case_id: str = ""
    audience: Audience = Audience.ANYBODY


class NoCaseChosen(CaseFileError):
    """A dossier is about one case."""

    def __init__(self) -> None:
        super().__init__("A dossier is about one case, and none was chosen.", "Choose the case first.")


def report(reading: Reading, wanted: Wanted, today: date, step: Step = lambda done, total: None) -> Report:
    """Gather and write one report. step is told how far it has got and may raise to stop.

    Raises NoCaseChosen, or MembersOnly where a case is not to be passed on.
    """
    step(0, 3)
    made = _WRITERS[wanted.kind](reading, wanted, today, step)
    step(3, 3)
    return made


def document(reading: Reading, made: Report, today: date) -> bytes:
    """The report as a Word document on the group's paper."""
    template = resource("templates", f"report-{reading.group().paper.value}.docx").read_bytes()
    return report_document(made, read_report_template(template), today)


def rows(made: Report) -> bytes:
    """The report's numbers as CSV."""
    return csv_bytes(made.rows)


def write(reading: Reading, made: Report, out: Path, today: date) -> Path:
    """Write a report beside others: as rows where the name ends in .csv, else as a Word document.

    Returns where it went; raises CaseFileError with its sentence where it cannot be written.
    """
    is_csv = out.suffix.lower() == ".csv"
    target = out if is_csv or out.suffix.lower() == ".docx" else out.with_name(f"{out.name}.docx")
    content = rows(made) if is_csv else document(reading, made, today)
    return write_documents([Document(target.name, content, is_chosen=True)], target.parent)[0]


# One by one


def _annual(reading: Reading, wanted: Wanted, today: date, step: Step) -> Report:
    group, period = reading.group(), wanted.period
    vocabulary = reading.vocabulary()
    records = list(worked_on(reading.engine, period, vocabulary.resolve))
    people = people_of(reading.engine, records)
    step(1, 3)
    whole: Figures = figures(case_records(reading.engine))
    step(2, 3)
    by_month = letters_by_month(reading.engine, period)
    book = YearBook(
        group=group.name,
        activity=activity(reading.engine, period),
        cases=figures_of(records, period),
        people=figures_of(people, period),
        years=tuple(year for year in whole.years if year.year is not None and year.year <= period.last.year),
        months=tuple(RankedBar(name, by_month.get(month, 0)) for month, name in period.months(today)),
        parts={part: parted(records, period, part) for part in Part},
        changes=tuple(_changes(reading, period)),
        is_sample=group.sample,
        vocabulary=vocabulary,
    )
    return annual_report(book, today)


def _changes(reading: Reading, period: Period) -> list[Change]:
    return [
        Change(spoken(on, short=True), who, outcome.direction, outcome_words(reading, outcome))
        for outcome, on, who, _ in _outcomes(reading, period)
    ]


def _outcomes(reading: Reading, period: Period) -> list[tuple[Outcome, PartialDate, str, str]]:
    """The outcomes whose whole date lies in a period, in order: (outcome, date, who, country)."""
    found = []
    for outcome_id in outcome_ids(reading.engine, period):
        outcome = reading.get(Outcome, outcome_id)
        if outcome.on is not None and period.covers(outcome.on):
            case = reading.get(Case, outcome.case_id)
            people = reading.all(Person, case_id=case.id, order=IN_ORDER)
            found.append((outcome, outcome.on, public_subject(people, case, outcome.person_id), case.country))
    return found


def _section_return(reading: Reading, wanted: Wanted, today: date, step: Step) -> Report:
    group = reading.group()
    counts = _action_counts(reading, wanted.period)
    return section_return(group.name, wanted.period, counts, is_sample=group.sample)


def _write_for_rights(reading: Reading, wanted: Wanted, today: date, step: Step) -> Report:
    group = reading.group()
    counts = [each for each in _action_counts(reading, wanted.period) if each.kind == CaseKind.LETTER_CAMPAIGN]
    return write_for_rights(group.name, wanted.period, counts, is_sample=group.sample)


def _action_counts(reading: Reading, period: Period) -> list[ActionCount]:
    found = []
    for row in actions_by_case(reading.engine, period):
        case = reading.get(Case, row.case_id)
        found.append(
            ActionCount(
                action=public_paper(case),
                kind=str(case.kind),
                country=case.country,
                who=_public_who(reading, case),
                letters=row.letters,
                cards=row.cards,
                signatures=row.signatures,
                replies=row.replies,
                tallied_letters=row.tallied_letters,
                tallied_cards=row.tallied_cards,
                tallied_signatures=row.tallied_signatures,
            )
        )
    return found


def _representations(reading: Reading, wanted: Wanted, today: date, step: Step) -> Report:
    group = reading.group()
    letters = [reading.get(Letter, letter_id) for letter_id in representation_ids(reading.engine, wanted.period)]
    found = [_register_line(reading, letter) for letter in letters]
    return representations(group.name, wanted.period, found, is_sample=group.sample)


def _register_line(reading: Reading, letter: Letter) -> Representation:
    case = reading.get(Case, letter.case_id)
    to = reading.find(Addressee, letter.addressee_id)
    replies = [reply for reply in reading.all(Reply, case_id=case.id) if reply.letter_id == letter.id]
    answered = next((spoken(reply.received, short=True) for reply in replies if reply.received), "")
    is_public = bool(public_paper(case))
    assert letter.sent_on is not None
    return Representation(
        sent=letter.sent_on,
        body=_body(letter, to),
        country=case.country,
        action=public_paper(case),
        subject=letter.subject if is_public else "",
        answered=answered,
    )


def _body(letter: Letter, to: Addressee | None) -> str:
    """The body a letter went to. Somebody who is on file by name alone is named only as such a body's own office."""
    if to is None:
        return letter.address.partition("\n")[0]
    return to.office or (to.name if to.role is AddresseeRole.INTERGOVERNMENTAL else "")


def _good_news(reading: Reading, wanted: Wanted, today: date, step: Step) -> Report:
    group = reading.group()
    news = [
        News(
            spoken(outcome.on),
            who,
            country_name(country) if country else "",
            outcome_words(reading, outcome),
            outcome.on.edtf,
        )
        for outcome, _, who, country in _outcomes(reading, wanted.period)
        if outcome.direction is Direction.BETTER and outcome.on is not None
    ]
    return good_news(group.name, wanted.period.printed, news, is_sample=group.sample)


def _handover(reading: Reading, wanted: Wanted, today: date, step: Step) -> Report:
    group = reading.group()
    cases = reading.all(Case, status=str(CaseStatus.OPEN), order="sort_who, key")
    stories = []
    for number, case in enumerate(cases):
        step(number, len(cases))
        stories.append(story_of(reading, case.id, Audience.MEMBERS))
    return handover(group.name, stories, is_sample=group.sample)


def _dossier(reading: Reading, wanted: Wanted, today: date, step: Step) -> Report:
    if not wanted.case_id:
        raise NoCaseChosen
    group = reading.group()
    story = story_of(reading, wanted.case_id, wanted.audience)
    return dossier(group.name, story, wanted.audience, is_sample=group.sample)


_WRITERS: dict[ReportKind, Callable[[Reading, Wanted, date, Step], Report]] = {
    ReportKind.ANNUAL: _annual,
    ReportKind.SECTION_RETURN: _section_return,
    ReportKind.DOSSIER: _dossier,
    ReportKind.GOOD_NEWS: _good_news,
    ReportKind.REPRESENTATIONS: _representations,
    ReportKind.HANDOVER: _handover,
    ReportKind.WRITE_FOR_RIGHTS: _write_for_rights,
}


def _public_who(reading: Reading, case: Case) -> str:
    return public_who(reading.all(Person, case_id=case.id, order=IN_ORDER), case)


def suggested_name(made: Report) -> str:
    """A file name for a report without its ending: its title and its period. A title holds no withheld name."""
    return report_file_name(f"{made.title} {made.subtitle}")
