# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the running program, taken from the sample group: `make pictures`.

Each picture is the real window, drawn without a screen. README and manual show these files and no others,
so that they are never out of date.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pictured_forms

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QApplication

    from amnesty_desktop.ui.main_window import MainWindow

TODAY = date(2026, 11, 23)
SCREENS = {"small": (1024, 768), "usual": (1280, 800), "large": (1920, 1080)}


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: which view, on which screen, in which colours, at which text size, read from which side."""

    view: str
    screen: str = "usual"
    scheme: str = "light"
    text: int = 100
    mirrored: bool = False
    folder: str = ""

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        parts = [self.view, "" if self.screen == "usual" else self.screen, self.scheme]
        parts += [str(self.text) if self.text != 100 else "", "mirrored" if self.mirrored else ""]
        return self.folder + "-".join(part for part in parts if part)


def shots(*, everything: bool) -> Iterator[Shot]:
    """The pictures of the manual, and with everything each view in every look."""
    for view in VIEWS:
        yield Shot(view)
    yield Shot("tonight", screen="large")
    for view in ("today", "case", "facts", "letter", "outcomes"):
        yield Shot(view, scheme="dark")
        yield Shot(view, screen="small", text=150)
        yield Shot(view, mirrored=True)
    if everything:
        for view in VIEWS:
            for screen in SCREENS:
                for scheme in ("light", "dark"):
                    yield Shot(view, screen, scheme, folder="all/")
            yield Shot(view, "small", text=200, folder="all/")
            yield Shot(view, mirrored=True, folder="all/")


class Camera:
    """Goes through one window and takes pictures of it."""

    def __init__(self, window: "MainWindow", application: "QApplication") -> None:
        self.window = window
        self._application = application
        self.closing: Callable[[], object] | None = None

    def take(self, shot: Shot) -> "QPixmap":
        """The window, or the dialog over it, as it looks after the steps of a view."""
        from PySide6.QtCore import Qt

        from amnesty_desktop.ui.look import Scheme

        sides = Qt.LayoutDirection
        self._application.setLayoutDirection(sides.RightToLeft if shot.mirrored else sides.LeftToRight)
        self.window.look.set_scheme(Scheme(shot.scheme))
        self.window.look.set_text_size(shot.text)
        self.window.resize(*SCREENS[shot.screen])
        self.window.show()
        self.settle()
        VIEWS[shot.view](self)
        self.settle()
        taken = self._grab()
        self._leave()
        return taken

    def settle(self) -> None:
        """Let everything that is waiting happen, background work included."""
        from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop

        deadline = QDeadlineTimer(400)
        while not deadline.hasExpired() or self.window.jobs.under_way:
            self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            # Without a running event loop nobody else clears away what the window has left.
            self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def open_sample(self) -> None:
        """The sample group, at Today."""
        if self.window.workplace is None:
            self.window.doors.open_sample()
            self.settle()

    def view(self, name: str) -> None:
        """One of the views of the rail."""
        self.open_sample()
        assert self.window.workplace is not None
        self.window.workplace.show_view(name)

    def case(self, words: str, tab: str = "") -> None:
        """The case that these words find first, at one of its tabs."""
        self.view("cases")
        assert self.window.workplace is not None
        self.window.workplace.open_case(self.case_id(words), tab)

    def case_id(self, words: str) -> str:
        """Id of the case that these words find first."""
        assert self.window.workplace is not None
        return next(hit.row_id for hit in self.window.workplace.desk.session.file.search(words) if hit.table == "cases")

    def letter(self) -> None:
        """A draft on the writing desk."""
        from amnesty_desktop.domain.letter import LetterState
        from amnesty_desktop.store.letters import LetterFilter, letter_keys, letter_lines

        self.view("letters")
        assert self.window.workplace is not None
        engine = self.window.workplace.desk.session.file.engine
        keys = letter_keys(engine, LetterFilter(states=(LetterState.DRAFT,), case_id=self.case_id(CASE)))
        self.window.workplace.open_letter(letter_lines(engine, keys[:1])[0].id)

    def review(self) -> None:
        """An update of a case, as text that was copied."""
        self.open_sample()
        assert self.window.workplace is not None
        self.window.workplace.bring_in_text(SHEET)
        self.settle()

    def record_count(self) -> None:
        """What was counted at a stall, over the letters of its case."""
        self.case("Anchisa", "letters")
        self.act("record_count")

    def figures(self) -> None:
        """The figures of one year, beside the outcomes."""
        self.view("outcomes")
        self.settle()
        assert self.window.workplace is not None
        pane = self.window.workplace.outcomes.figures
        if not pane.isVisible():
            self.window.workplace.outcomes.pane.figures.click()
            self.settle()
        pane.verticalScrollBar().setValue(pane.period.y())

    def tonight(self) -> None:
        """Write tonight, with half of the group and a guest at the table."""
        self.act("write_tonight")
        assert self.window.workplace is not None
        view = self.window.workplace.tonight
        for writer in view.evening.table.members()[:5]:
            view.evening.table.tick(writer.key, True)
        view.evening.table.add_guest("Siobhán")
        view.table.refresh()
        view.table.who.close_ticks()

    def take_back(self) -> None:
        """A letter as it was changed in Word, beside what the file has."""
        from docx import Document

        from amnesty_desktop.edits.export import posted_document

        self.letter()
        assert self.window.workplace is not None
        letters, file = self.window.workplace.letters, self.window.workplace.desk.session.file
        assert letters.desk_page.letter is not None
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "letter.docx"
            path.write_bytes(posted_document(file, letters.desk_page.letter))
            changed = Document(str(path))
            thanks = next(p for p in reversed(changed.paragraphs) if len(p.text) > 60)
            thanks.runs[0].text = "I would be glad to hear from you, and thank you for reading this."
            changed.save(str(path))
            letters.paper.take_back(str(path))
            self.settle()

    def act(self, *names: str) -> None:
        """Actions of the menus, one after another."""
        self.open_sample()
        for name in names:
            self.window.menu[name].trigger()
            self.settle()

    def spreadsheet(self) -> None:
        """The page of a spreadsheet of invented cases."""
        from amnesty_desktop.paths import data_folder

        self.open_sample()
        path = data_folder() / "our-cases.csv"
        path.write_text(SPREADSHEET, "utf-8")
        self.window.papers.spreadsheets.begin(path)
        self.settle()

    def welcome(self) -> None:
        """The first page."""
        self.window.doors.show_welcome()

    def locked(self) -> None:
        """The locked page, as it asks for the passphrase of a file."""
        from amnesty_desktop.domain.group import Group
        from amnesty_desktop.paths import data_folder

        path = data_folder() / "Riverside.amnesty"
        if not path.exists():
            self.window.doors.create(Group(name="Riverside Group"), "six words nobody else would say", path)
            self.settle()
            self.window.menu["lock"].trigger()
        else:
            self.window.doors.open_path(path)

    def _grab(self) -> "QPixmap":
        dialog = self._application.activeModalWidget()
        if dialog is None:
            return self.window.grab()
        from PySide6.QtGui import QPainter

        whole, over = self.window.grab(), dialog.grab()
        painter = QPainter(whole)
        left, top = (whole.width() - over.width()) // 2, (whole.height() - over.height()) // 2
        painter.drawPixmap(left, top, over)
        # The frame that the desktop draws around a dialog.
        painter.drawRect(left - 1, top - 1, over.width() + 1, over.height() + 1)
        painter.end()
        return whole

    def _leave(self) -> None:
        if self.closing is not None:
            self.closing()
            self.closing = None
            self.settle()
        dialog = self._application.activeModalWidget()
        while dialog is not None:
            dialog.close()
            self.settle()
            dialog = self._application.activeModalWidget()


VIEWS: dict[str, Callable[[Camera], None]] = {
    "welcome": Camera.welcome,
    "today": lambda camera: camera.view("today"),
    "case": lambda camera: camera.case(CASE, "case"),
    "story": lambda camera: camera.case("Yonas", "story"),
    "people-tab": lambda camera: camera.case(CASE, "people"),
    "documents": lambda camera: camera.case(CASE, "documents"),
    "facts": lambda camera: camera.case(CASE, "facts"),
    "case-letters": lambda camera: camera.case(CASE, "letters"),
    "case-outcomes": lambda camera: camera.case(CASE, "outcomes"),
    "history": lambda camera: camera.case(CASE, "history"),
    "case-form": pictured_forms.case_form,
    "person-form": pictured_forms.person_form,
    "source-form": pictured_forms.source_form,
    "found": pictured_forms.found,
    "merge": pictured_forms.merge,
    "new-case": lambda camera: camera.act("new_case"),
    "letters": lambda camera: camera.view("letters"),
    "letter": Camera.letter,
    "review": Camera.review,
    "tonight": Camera.tonight,
    "outcomes": lambda camera: camera.view("outcomes"),
    "record-outcome": lambda camera: camera.act("show_outcomes", "record_outcome"),
    "record-count": Camera.record_count,
    "figures": Camera.figures,
    "people": lambda camera: camera.view("people"),
    "reports": lambda camera: camera.view("reports"),
    "find-anything": lambda camera: camera.act("find_anything"),
    "group": lambda camera: camera.act("edit_group"),
    "our-lists": lambda camera: camera.act("edit_lists"),
    "earlier-copies": lambda camera: camera.act("bring_back"),
    "pile": lambda camera: camera.act("show_letters", "print_pile"),
    "print": pictured_forms.pages,
    "addresses": lambda camera: camera.act("show_cases", "addresses"),
    "take-back": Camera.take_back,
    "templates": lambda camera: camera.act("templates"),
    "bin": lambda camera: camera.act("bin"),
    "shortcuts": lambda camera: camera.act("shortcuts"),
    "about-work": lambda camera: camera.act("about_work"),
    "spreadsheet": Camera.spreadsheet,
    "about": lambda camera: camera.act("about"),
    "locked": Camera.locked,
}
CASE = "Candelaria"
SHEET = """Further information on UA: 112/26 Index: AMR 34/4302/2026 Guatemala Date: 20 November 2026

URGENT ACTION
DEFENDER AND HER SISTER THREATENED AGAIN

On 16 November two men on a motorcycle waited outside the house of Candelaria Ixcoy Tzunún. Her sister Petrona Ixcoy
Tzunún found a written threat under the door. Both fear for their lives.

Please write immediately in Spanish or your own language:
Calling on the authorities to protect both women according to their wishes;
Urging them to investigate the threats and to publish what they find.

PLEASE SEND APPEALS BEFORE 1 JANUARY 2027 TO:
Minister of the Interior
Evaristo Monzón
6a Avenida 13-71, Zona 1
Guatemala City, Guatemala
Fax: +502 2000 0199
Salutation: Dear Minister

Name: Candelaria Ixcoy Tzunún, Petrona Ixcoy Tzunún
Gender m/f: both f
"""
SPREADSHEET = """Our cases since 2015
Name;Country;Paper;Issued;Appeal by;Concerns;Looked after by
Rosalind Achterberg;Brazil;UA 31/15;25/02/2015;08/04/2015;health and medical care;
Tomás Villaseca;Chile;UA 77/16;03/04/2016;;mining;
Marit Solhaug;Atlantis;UA 12/17;;;;
"""
FOUR = (Shot("today"), Shot("case"), Shot("letter"), Shot("outcomes"))


def take(folder: Path, wanted: list[Shot]) -> list[Path]:
    """Take pictures into a folder; returns their paths. Needs a home of its own in AMNESTY_DESKTOP_HOME."""
    from PySide6.QtWidgets import QApplication

    from amnesty_desktop.app import build
    from amnesty_desktop.settings import Settings

    application = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(application, QApplication)
    window = build(application, replace(Settings.load(), user_name="Hanna"), today=lambda: TODAY)
    camera = Camera(window, application)
    made = []
    for shot in wanted:
        path = folder / f"{shot.name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        camera.take(shot).save(str(path))
        made.append(path)
    window.close()
    return made


def word_page(folder: Path) -> Path | None:
    """A letter of the sample group as LibreOffice draws its Word document; None where that is not installed."""
    office, drawer = shutil.which("soffice"), shutil.which("pdftoppm")
    if office is None or drawer is None:
        return None
    from amnesty_desktop.domain.letter import Letter, LetterState
    from amnesty_desktop.edits.export import posted_document
    from amnesty_desktop.edits.sample import fill_sample, sample_group
    from amnesty_desktop.store.case_file import CaseFile
    from amnesty_desktop.store.letters import LetterFilter, letter_keys, letter_lines

    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        now = datetime(TODAY.year, TODAY.month, TODAY.day, 19, tzinfo=UTC)
        file = CaseFile.create(place / "sample.amnesty", sample_group(), None, device="0" * 12, who="", now=lambda: now)
        fill_sample(file, TODAY)
        keys = letter_keys(file.engine, LetterFilter(query="Terrence", states=(LetterState.READY,)))
        document = place / "letter.docx"
        document.write_bytes(posted_document(file, file.get(Letter, letter_lines(file.engine, keys)[0].id)))
        file.close()
        profile = f"-env:UserInstallation={(place / 'office').as_uri()}"
        convert = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(place), str(document)]
        picture = folder / "word-page"
        for words in (convert, [drawer, "-r", "100", "-png", "-singlefile", str(place / "letter.pdf"), str(picture)]):
            subprocess.run(words, check=True, capture_output=True, timeout=120)
    return picture.with_suffix(".png")


def main() -> None:
    """Take all pictures of the manual into docs/pictures, or those that are named."""
    parser = argparse.ArgumentParser(description="Take pictures of the running program.")
    parser.add_argument("names", nargs="*", help="views to take; all without any")
    parser.add_argument("--to", type=Path, default=Path("docs/pictures"))
    parser.add_argument("--everything", action="store_true", help="each view on every screen, in every look")
    wanted = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    chosen = [shot for shot in shots(everything=wanted.everything) if not wanted.names or shot.view in wanted.names]
    with tempfile.TemporaryDirectory() as home:
        os.environ["AMNESTY_DESKTOP_HOME"] = home
        for path in take(wanted.to, chosen):
            print(path)
        if not wanted.names:
            print(word_page(wanted.to) or "No picture of a Word page: LibreOffice or pdftoppm is not installed.")


if __name__ == "__main__":
    main()
