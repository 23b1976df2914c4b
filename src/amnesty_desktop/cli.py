# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line: what can be done with a group's file without a window."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

from . import __version__, cli_periods, cli_words
from .cli_passphrase import PASSPHRASE, given_passphrase, key_of, new_passphrase
from .domain.group import Group, Paper
from .domain.letter import LetterState
from .domain.period import Period
from .domain.report import Audience, ReportKind
from .domain.stationery import ENVELOPE_OF_PAPER
from .edits import copies, export, reports, stationery
from .edits.sample import fill_sample, sample_group
from .settings import Settings
from .store import cases as case_lists
from .store import letters as letter_lists
from .store.case_file import CaseFile
from .store.errors import CaseFileError
from .store.verify import verify as verified

_UNSENT = (LetterState.DRAFT, LetterState.READY, LetterState.EXPORTED)


def main(words: Sequence[str]) -> int:
    """Run one verb; returns the exit status: 0, 1 for a trouble of the world, 2 for a wrong call."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        found = desk.main(args=list(words), prog_name="amnesty-desktop", standalone_mode=False)
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except click.exceptions.Abort:
        click.echo("Given up; nothing was changed.", err=True)
        return 1
    except BrokenPipeError:
        # Whoever was reading has read enough; what is still unsaid goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except CaseFileError as trouble:
        click.echo(cli_words.on_one_line(f"{trouble.message} {trouble.way_out}"), err=True)
        return 1
    return found if isinstance(found, int) else 0


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="Amnesty Desktop", message="%(prog)s %(version)s")
def desk() -> None:
    """The desk of an Amnesty local group.

    Without a verb, or with the name of a file, the window opens.
    """


_FILE = click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
_SHEETS = click.argument("sheets", metavar="SHEET...", nargs=-1, required=True, type=click.Path(path_type=Path))
_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON value.")
_KEY = click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help=f"Take the passphrase from the first line of this file; else from {PASSPHRASE}, else it is asked for.",
)


class _Day(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is no day; write it like 2026-11-23.", param, ctx)


_TODAY = click.option("--today", type=_Day(), help="The day to take for today.")
_PERIOD = (
    click.option("--year", type=click.IntRange(1, 9998), help="One calendar year."),
    click.option("--first", type=_Day(), help="Or another time: its first day …"),
    click.option("--last", type=_Day(), help="… and its last."),
)


def _verb(*parameters: Callable[[Any], Any]) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a verb of a function that returns (the JSON value, the plain words) or, third, its exit status."""

    def made(function: Callable[..., Any]) -> click.Command:
        @wraps(function)
        def run(as_json: bool, **given: Any) -> int:
            value, words, *status = function(**given)
            click.echo(json.dumps(value, ensure_ascii=False, indent=2) if as_json else cli_words.safe(words))
            return status[0] if status else 0

        for parameter in reversed((*parameters, _JSON)):
            run = parameter(run)
        return desk.command(function.__name__)(run)

    return made


@_verb(_FILE, _KEY)
def new(file: Path, passphrase_file: Path | None) -> Any:
    """Make an empty file for a group."""
    passphrase = given_passphrase(passphrase_file) or new_passphrase()
    _create(file, Group(name=file.stem), passphrase).close()
    return {"file": str(file), "encrypted": bool(passphrase)}, cli_words.made(file, bool(passphrase))


@_verb(_FILE, _TODAY, _KEY)
def sample(file: Path, today: date | None, passphrase_file: Path | None) -> Any:
    """Make the file of the sample group, all of invented people."""
    made = _create(file, sample_group(), given_passphrase(passphrase_file))
    try:
        fill_sample(made, today or date.today())
        found = verified(made.engine)
    finally:
        made.close()
    return {"file": str(file)} | _counts(found), f"{file}: the sample group, {cli_words.counted(found)}."


@_verb(_FILE, click.argument("query", nargs=-1, required=True), _KEY)
def search(file: Path, query: tuple[str, ...], passphrase_file: Path | None) -> Any:
    """Find anything by any spelling."""
    with _opened(file, passphrase_file) as opened:
        hits = cli_words.hits(opened, opened.search(" ".join(query)))
    return hits, cli_words.hit_lines(hits)


@_verb(_FILE, click.argument("ref", nargs=-1, required=True), _KEY)
def show(file: Path, ref: tuple[str, ...], passphrase_file: Path | None) -> Any:
    """Show one case.

    REF is its reference (UA 60/16), or words that only it has.
    """
    with _opened(file, passphrase_file) as opened:
        found = cli_words.whole_case(opened, _case_id(opened, " ".join(ref)))
    return found, cli_words.case_page(found)


@_verb(
    _FILE,
    click.option("--to", required=True, type=click.Path(path_type=Path, file_okay=False), help="The folder."),
    click.option(
        "--status",
        type=click.Choice([str(state) for state in LetterState]),
        default=str(LetterState.READY),
        show_default=True,
        help="Which letters.",
    ),
    click.option("--case", "ref", help="Only those of one case."),
    click.option("--one-document", is_flag=True, help="All in one document."),
    click.option("--envelopes", is_flag=True, help="A document of their envelopes besides."),
    _TODAY,
    _KEY,
)
def letters(
    file: Path,
    to: Path,
    status: str,
    ref: str | None,
    one_document: bool,
    envelopes: bool,
    today: date | None,
    passphrase_file: Path | None,
) -> Any:
    """Export letters to Word.

    A letter that something blocks stops them all, and nothing is written. Envelopes are DL, or No. 10 for a group
    that prints on US Letter.
    """
    with _opened(file, passphrase_file) as opened:
        wanted = letter_lists.LetterFilter(
            states=(LetterState(status),), case_id=_case_id(opened, ref) if ref else "", descending=False
        )
        ids = [line.id for line in _lines(opened, wanted)]
        _make_folder(to)
        day = today or date.today()
        size = ENVELOPE_OF_PAPER[Paper(opened.group().paper)] if envelopes else None
        around = stationery.Stationery(envelopes=size)
        paths = (
            export.export_letters(opened, ids, to, today=day, one_document=one_document, around=around) if ids else []
        )
    return [str(path) for path in paths], cli_words.exported(paths, to)


@_verb(_FILE, click.option("--case", "ref", help="Only those of one case."), _TODAY, _KEY)
def check(file: Path, ref: str | None, today: date | None, passphrase_file: Path | None) -> Any:
    """Look through the letters not sent yet.

    What is found is for somebody to judge.
    """
    with _opened(file, passphrase_file) as opened:
        wanted = letter_lists.LetterFilter(
            states=_UNSENT, case_id=_case_id(opened, ref) if ref else "", column="who", descending=False
        )
        found = [cli_words.checked(opened, line, today or date.today()) for line in _lines(opened, wanted)]
    return found, cli_words.check_lines(found)


@_verb(_FILE, *_PERIOD, _TODAY, _KEY)
def figures(
    file: Path,
    year: int | None,
    first: date | None,
    last: date | None,
    today: date | None,
    passphrase_file: Path | None,
) -> Any:
    """Count what was done, and the cases that got better."""
    period = cli_periods.period_of(year, first, last)
    with _opened(file, passphrase_file) as opened:
        return cli_periods.figures(opened, period, today or date.today())


@_verb(
    _FILE,
    click.option("--kind", required=True, type=click.Choice([kind.value for kind in ReportKind]), help="Which report."),
    *_PERIOD,
    click.option("--case", "ref", help="The case of a dossier."),
    click.option("--for", "audience", type=click.Choice([each.value for each in Audience]), default="anybody"),
    click.option("--to", "out", required=True, type=click.Path(path_type=Path, dir_okay=False), help=".docx or .csv"),
    _TODAY,
    _KEY,
)
def report(
    file: Path,
    kind: str,
    year: int | None,
    first: date | None,
    last: date | None,
    ref: str | None,
    audience: str,
    out: Path,
    today: date | None,
    passphrase_file: Path | None,
) -> Any:
    """Write a report as a Word document, or its numbers as CSV.

    Without a period it speaks of this year. docs/reports.md says what the columns mean.
    """
    day = today or date.today()
    period = cli_periods.period_of(year, first, last) or Period.of_year(day.year)
    with _opened(file, passphrase_file) as opened:
        case_id = _case_id(opened, ref) if ref else ""
        wanted = reports.Wanted(ReportKind(kind), period, case_id, Audience(audience))
        written = reports.write(opened, reports.report(opened, wanted, day), out, day)
    return {"report": str(written)}, f"{written}: written."


@_verb(_FILE, _KEY)
def verify(file: Path, passphrase_file: Path | None) -> Any:
    """Check that the file can be trusted.

    Its pages, its rows, its index and its sealed letters are looked at.
    """
    with _opened(file, passphrase_file) as opened:
        found = verified(opened.engine)
    value = {"file": str(file), "troubles": list(found.troubles)} | _counts(found)
    return value, cli_words.verified(file, found), int(bool(found.troubles))


@_verb(_FILE, click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False)), _KEY)
def backup(file: Path, folder: Path, passphrase_file: Path | None) -> Any:
    """Make a safe copy in a folder, and check it."""
    with _opened(file, passphrase_file) as opened:
        made = copies.make(opened, folder)
    words = f"{made.path}: a safe copy, opened and checked, with {cli_words.number(made.cases or 0, 'case')}."
    return {"copy": str(made.path), "cases": made.cases, "letters": made.letters}, words


@_verb(click.argument("copy", metavar="BACKUP", type=click.Path(path_type=Path, dir_okay=False)), _FILE, _KEY)
def restore(copy: Path, file: Path, passphrase_file: Path | None) -> Any:
    """Put a safe copy where no file is."""
    key = key_of(copy, passphrase_file)
    # Two files with one history must not write under one device.
    renewed = Settings.load().with_new_device()
    copies.restore(copy, file, key, device=renewed.device, who=renewed.user_name, now=_now)
    return {"file": str(file), "copy": str(copy)}, f"{file} is what {copy.name} was."


@desk.command("read")
@_SHEETS
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def read(sheets: tuple[Path, ...], as_json: bool) -> int:
    """Say what the importer understands of sheets.

    Nothing is changed. A file that cannot be read does not stop the others.
    """
    from .cli_sheets import told

    return _told_all(told(sheets, as_json))


@desk.command("add")
@_FILE
@_SHEETS
@click.option("--take-changes", is_flag=True, help="Updates bring new names, asks, addresses and days with them.")
@click.option("--days-first/--months-first", "day_first", default=None, help="How a spreadsheet means 03/04/1991.")
@click.option("--leave-out", is_flag=True, help="Leave out columns of a spreadsheet that cannot be told.")
@_TODAY
@_KEY
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def add(file: Path, sheets: tuple[Path, ...], as_json: bool, **given: Any) -> int:
    """Add sheets, or the rows of spreadsheets, as cases.

    An update goes to the case it belongs to; a spreadsheet may hold cases or addresses. One that cannot be read
    or was added before does not stop the others.
    """
    from .cli_add import told
    from .cli_spreadsheets import SpreadsheetWish

    wish = SpreadsheetWish(given["day_first"], given["leave_out"])
    with _opened(file, given["passphrase_file"]) as opened:
        day = given["today"] or date.today()
        return _told_all(told(opened, sheets, day, as_json=as_json, takes_changes=given["take_changes"], wish=wish))


def _told_all(told: Iterable[tuple[str, str]]) -> int:
    """Print each of (words, error) as it comes; the exit status is 1 where any was an error."""
    status = 0
    for words, error in told:
        if error:
            status = 1
            click.echo(cli_words.on_one_line(error), err=True)
        if words:
            click.echo(words)
    return status


def _now() -> datetime:
    return datetime.now(UTC)


def _create(file: Path, group: Group, passphrase: str | None) -> CaseFile:
    settings = Settings.load()
    return CaseFile.create(file, group, passphrase, device=settings.device, who=settings.user_name, now=_now)


@contextmanager
def _opened(file: Path, passphrase_file: Path | None) -> Iterator[CaseFile]:
    settings = Settings.load()
    key = key_of(file, passphrase_file)
    opened = CaseFile.open(file, key, device=settings.device, who=settings.user_name, now=_now)
    try:
        yield opened
    finally:
        opened.close()


def _case_id(opened: CaseFile, ref: str) -> str:
    """The one case a reference, or words, can mean."""
    ids = case_lists.find_by_reference(opened.engine, ref)
    if not ids:
        wanted = case_lists.CaseFilter(query=ref, status=None)
        lines = case_lists.case_lines(opened.engine, case_lists.case_keys(opened.engine, wanted)[:6])
        ids = [line.id for line in lines]
    if len(ids) == 1:
        return ids[0]
    message = f"No case is found for “{ref}”." if not ids else f"More than one case is found for “{ref}”."
    raise CaseFileError(message, "See which there are with: amnesty-desktop search FILE WORDS")


def _lines(opened: CaseFile, wanted: letter_lists.LetterFilter) -> list[letter_lists.LetterLine]:
    return letter_lists.letter_lines(opened.engine, letter_lists.letter_keys(opened.engine, wanted))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise CaseFileError(f"The folder “{folder}” cannot be made.", "Choose another folder.") from trouble


def _counts(found: Any) -> dict[str, int]:
    return {name: count for name, count in asdict(found).items() if name != "troubles"}
