# SPDX-License-Identifier: GPL-3.0-or-later
"""The program's main job without a window, one line each; what came of it lies in build/demo/index.html.

`make run` does this where there is no display: a sample file, a new case, a letter drafted from verified
facts, checked and exported to Word, an outcome, undo and redo, and the check of the whole file.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from html import escape
from importlib import import_module
from pathlib import Path

from amnesty_desktop.domain.addressee import Addressee, AddresseeRole
from amnesty_desktop.domain.case import Ask, Case, Confidentiality
from amnesty_desktop.domain.claim import Claim, Stated, Support
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.letter import Letter, LetterState
from amnesty_desktop.domain.letter_findings import NOTHING_FOUND
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.outcome import Direction, Outcome
from amnesty_desktop.domain.person import Person, Sex
from amnesty_desktop.domain.source import Source, SourceKind
from amnesty_desktop.edits import cases, claims, export, letters, outcomes
from amnesty_desktop.edits.drafting import draft_letter
from amnesty_desktop.edits.sample import fill_sample, sample_group
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.recorder import Transaction
from amnesty_desktop.store.verify import verify

FOLDER = Path(__file__).resolve().parents[1] / "build" / "demo"
_DEVICE = "d" * 12
_LONGEST_CONVERSION = 60
_STYLE = """
body { font: 16px/1.5 sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a18 }
h1 { border-bottom: 4px solid #ffeb00; padding-bottom: .5rem } ol { padding-left: 1.5rem }
figure { display: inline-block; margin: 0 1.5rem 1.5rem 0; vertical-align: top; max-width: 100% }
img { border: 1px solid #bdbab0; max-width: 100% } .page { width: 20rem } .window { width: 32rem }
"""


@dataclass(frozen=True, slots=True)
class Page:
    """A letter that was written, and the picture of its first page where one could be drawn."""

    document: Path
    picture: Path | None = None


class Telling:
    """Says what was done, a line each, and remembers it for the page."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def __call__(self, line: str) -> None:
        self.lines.append(line)
        print(line, flush=True)


def main() -> None:
    """Do it all."""
    parser = argparse.ArgumentParser(description="Do the main job of the program without a window.")
    parser.add_argument("--to", type=Path, default=FOLDER)
    parser.add_argument("--without-pictures", action="store_true", help="leave out what takes seconds")
    wanted = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    begun, tell = time.monotonic(), Telling()
    folder = wanted.to.resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    os.environ["AMNESTY_DESKTOP_HOME"] = str(folder / "home")
    documents = do_the_job(folder, date.today(), tell)
    pages = [Page(document) for document in documents]
    windows: list[Path] = []
    if not wanted.without_pictures:
        pages, windows = pages_of(documents, tell), pictures_of_the_window(folder / "window", tell)
    (folder / "index.html").write_text(page(folder, tell.lines, pages, windows), encoding="utf-8")
    tell(f"Look at {folder / 'index.html'} ({time.monotonic() - begun:.0f} s).")


def do_the_job(folder: Path, today: date, tell: Telling) -> list[Path]:
    """Everything but the pictures; returns the letters written."""
    path = folder / "Sample group.amnesty"
    file = CaseFile.create(path, sample_group(), None, device=_DEVICE, who="Miriam Ashdown", now=_now)
    try:
        fill_sample(file, today)
        tell(f"Sample group: {file.count(Case)} cases and {file.count(Letter)} letters in “{path.name}”.")
        case, target = add_a_case(file, today, tell)
        letter = write_a_letter(file, case, target, today, tell)
        documents = export_the_letters(file, letter, folder / "letters", today, tell)
        record_and_take_back(file, case, today, tell)
        found = verify(file.engine)
        tell(
            "Verified: " + (" ".join(found.troubles) or f"{found.cases} cases, {found.letters} letters, all in order.")
        )
    finally:
        file.close()
    if found.troubles:
        sys.exit(1)
    return documents


def _now() -> datetime:
    return datetime.now(UTC)


def add_a_case(file: CaseFile, today: date, tell: Telling) -> tuple[Case, Addressee]:
    """A new case with two facts, each from two sources that know nothing of each other."""
    begun = today - timedelta(days=6)
    case = Case(
        reference=f"UA 131/{today:%y}",
        country="PL",
        title="Łucja Brzezicka, nurse, accused of helping",
        confidentiality=Confidentiality.EXTERNAL,
        issued=PartialDate.of(today),
        appeal_by=PartialDate.of(today + timedelta(days=42)),
        taken_up=PartialDate.of(today),
    )
    person = Person(case_id=case.id, name="Łucja Brzezicka", sex=Sex.WOMAN, work="nurse")
    target = Addressee(
        case_id=case.id,
        name="Prokurator Rejonowy",
        office="Prokuratura Rejonowa",
        address="ul. Przykładowa 100\n00-000 Brzozów Dolny",
        country="PL",
        salutation="Dear Prosecutor",
    )
    copy = Addressee(case_id=case.id, role=AddresseeRole.EMBASSY, office="Embassy of Poland, London", position=1)
    asks = ["to drop the proceedings against Łucja Brzezicka", "to let those who bring aid do so without fear"]
    made = partial(
        cases.add,
        case=case,
        people=[person],
        asks=[Ask(case_id=case.id, text=text, position=place) for place, text in enumerate(asks)],
        addressees=[target, copy],
    )
    file.edit("Add case", made)
    file.edit("Add facts", partial(_add_facts, case=case, person=person, begun=begun))
    tell(f"New case: Łucja Brzezicka, {case.reference}, with two verified facts.")
    return case, target


def _add_facts(write: Transaction, *, case: Case, person: Person, begun: date) -> None:
    sources = (
        Source(case_id=case.id, kind=SourceKind.WITNESS, title="A colleague", person="A colleague", origin_known=True),
        Source(case_id=case.id, kind=SourceKind.NEWSPAPER, title="Gazeta Brzozowa", origin_known=True),
    )
    texts = (
        "She gave dressings and tea to people who had come through the forest.",
        "The police questioned her for nine hours and opened proceedings against her.",
    )
    for position, text in enumerate(texts):
        on = PartialDate.of(begun + timedelta(days=position))
        claim = Claim(
            case_id=case.id, person_id=person.id, text=text, stated=Stated.WITNESSED, on=on, position=position
        )
        claims.save(write, claim)
        for source in sources:
            support = Support(case_id=case.id, claim_id=claim.id, source_id=source.id)
            claims.save_source(write, source, (support,))


def write_a_letter(file: CaseFile, case: Case, target: Addressee, today: date, tell: Telling) -> Letter:
    """A draft from the facts, and what the check says of it."""
    writer = next(member for member in file.all(Member) if member.name == "Miriam Ashdown")
    letter = draft_letter(file, case.id, target.id, writer.id, today)
    file.edit("Write letter", partial(letters.save, letter=letter))
    tell(f"Letter drafted: {len(letter.body.text.split())} words on {len(letter.body.claims)} verified facts.")
    found = export.findings(file, letter, today)
    tell("Letter check: " + (" ".join(finding.sentence for finding in found) or NOTHING_FOUND))
    return letter


def export_the_letters(file: CaseFile, letter: Letter, folder: Path, today: date, tell: Telling) -> list[Path]:
    """The new letter and the finished ones of the sample, each as a Word document."""
    folder.mkdir()
    ready = [other.id for other in file.all(Letter, state=str(LetterState.READY))]
    written = export.export_letters(file, [letter.id, *ready], folder, today=today)
    tell(f"Exported: {len(written)} letters to Word.")
    return written


def record_and_take_back(file: CaseFile, case: Case, today: date, tell: Telling) -> None:
    """An outcome recorded, undone with the letter and the case, and all of it done again."""
    outcome = Outcome(
        case_id=case.id,
        on=PartialDate.of(today),
        direction=Direction.BETTER,
        kind="charges_dropped",
        how_known="Her colleague, by telephone.",
    )
    file.edit("Record outcome", partial(outcomes.record, outcome=outcome))
    tell("Outcome recorded: charges dropped.")
    before = (file.count(Case), file.count(Letter), file.count(Outcome))
    undone = []
    while (label := file.undo_label) is not None:
        file.undo()
        undone.append(label)
    tell(f"Undone: {', '.join(undone)}.")
    while file.redo_label is not None:
        file.redo()
    after = (file.count(Case), file.count(Letter), file.count(Outcome))
    if after != before:
        sys.exit("Redo did not bring back what was undone.")
    tell("Done again: everything is there.")


def pages_of(documents: list[Path], tell: Telling) -> list[Page]:
    """Pictures of the letters' pages, drawn by LibreOffice where it is installed."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    drawer = shutil.which("pdftoppm")
    if office is None or drawer is None or not documents:
        tell("Pages: LibreOffice or pdftoppm is not installed, so the letters have no pictures.")
        return [Page(document) for document in documents]
    folder = documents[0].parent
    profile = f"-env:UserInstallation={(folder.parent / 'office').as_uri()}"
    convert = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, documents)]
    if not _ran(convert):
        tell("Pages: LibreOffice could not draw the letters.")
        return [Page(document) for document in documents]
    pages = []
    for document in documents:
        picture = document.with_suffix(".png")
        is_drawn = _ran(
            [drawer, "-r", "80", "-png", "-singlefile", str(document.with_suffix(".pdf")), str(picture)[:-4]]
        )
        pages.append(Page(document, picture if is_drawn else None))
    shutil.rmtree(folder.parent / "office", ignore_errors=True)
    tell(f"Pages: {sum(page.picture is not None for page in pages)} letters drawn by LibreOffice.")
    return pages


def _ran(words: list[str]) -> bool:
    try:
        subprocess.run(words, check=True, capture_output=True, timeout=_LONGEST_CONVERSION)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def pictures_of_the_window(folder: Path, tell: Telling) -> list[Path]:
    """Pictures of the window at Today, a case, a letter and the outcomes."""
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    try:
        camera = import_module("pictures")
        made: list[Path] = camera.take(folder, list(camera.FOUR))
    except ImportError as missing:
        tell(f"Window: no pictures, because a part of it is not there ({missing.name}).")
        return []
    tell(f"Window: {len(made)} pictures.")
    return made


def page(folder: Path, lines: list[str], pages: list[Page], windows: list[Path]) -> str:
    """The page that shows what was done."""
    done = "".join(f"<li>{escape(line)}</li>" for line in lines)
    shown = "".join(_figure(folder, each.document, each.picture, "page") for each in pages)
    views = "".join(_figure(folder, picture, picture, "window") for picture in windows)
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Amnesty Desktop: what it does</title>'
        f"<style>{_STYLE}</style></head><body><h1>Amnesty Desktop</h1>"
        "<p>Every person and every event on this page is invented.</p>"
        f"<h2>What was done</h2><ol>{done}</ol><h2>The letters</h2>{shown}"
        + (f"<h2>The window</h2>{views}" if views else "")
        + "</body></html>\n"
    )


def _figure(folder: Path, target: Path, picture: Path | None, kind: str) -> str:
    link = escape(target.relative_to(folder).as_posix().replace("%", "%25").replace("#", "%23"))
    if picture is None:
        return f'<p><a href="{link}">{escape(target.name)}</a></p>'
    source = escape(picture.relative_to(folder).as_posix().replace("%", "%25").replace("#", "%23"))
    image = f'<img class="{kind}" src="{source}" alt="{escape(target.stem)}">'
    return f'<figure><a href="{link}">{image}</a><figcaption>{escape(target.name)}</figcaption></figure>'


if __name__ == "__main__":
    main()
