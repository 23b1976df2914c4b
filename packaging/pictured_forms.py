# SPDX-License-Identifier: GPL-3.0-or-later
"""Views for pictures that stand open for typing: forms, a search, two people side by side, and how each is closed."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from amnesty_desktop.ui.cases.view import CasesView
    from pictures import Camera

_CASE = "Candelaria"


def case_form(camera: "Camera") -> None:
    """A case as it is changed, with everything it can hold."""
    tab = _cases(camera, "case").case.case_tab
    tab.change()
    camera.settle()
    camera.closing = tab.done
    if tab.form.more.isVisible():
        tab.form.more.click()


def person_form(camera: "Camera") -> None:
    """A person as she is changed, every field open."""
    from amnesty_desktop.ui.cases.people_tab import PeopleTab

    tab = _cases(camera, "people").case.findChild(PeopleTab)
    camera.settle()
    assert isinstance(tab, PeopleTab)
    part = tab.parts[0]
    part.change()
    assert part.form is not None
    part.form.unfold()
    camera.closing = part.leave


def source_form(camera: "Camera") -> None:
    """A new source under a fact, every field open."""
    from amnesty_desktop.ui.facts.facts_tab import FactsTab

    tab = _cases(camera, "facts").case.findChild(FactsTab)
    camera.settle()
    assert isinstance(tab, FactsTab)
    tab.add_source(next(iter(tab.facts.rows)))
    assert tab.form is not None
    tab.form.unfold()
    camera.closing = tab.leave


def found(camera: "Camera") -> None:
    """A search, and where in the chosen case its words stand."""
    cases = _cases(camera, "case")
    cases.list.search.setText("notary")
    camera.closing = cases.list.search.clear
    camera.settle()
    cases.list.table.choose_next()


def merge(camera: "Camera") -> None:
    """Two people of a case side by side."""
    from amnesty_desktop.domain.person import Person

    camera.case("Efraín", "people")
    assert camera.window.workplace is not None
    desk = camera.window.workplace.desk
    one, other, *_ = desk.session.file.all(Person, case_id=camera.case_id("Efraín"))
    desk.wishes.compare_requested.emit("people", one.id, other.id)


def pages(camera: "Camera") -> None:
    """A letter as it will be printed."""
    from amnesty_desktop.domain.letter import Letter, LetterState

    camera.view("letters")
    assert camera.window.workplace is not None
    workplace = camera.window.workplace
    ready = workplace.desk.session.file.all(Letter, state=LetterState.READY.value)
    workplace.open_letter(ready[0].id)
    camera.settle()
    workplace.letters.paper.print_or_pdf()


def _cases(camera: "Camera", tab: str) -> "CasesView":
    camera.case(_CASE, tab)
    assert camera.window.workplace is not None
    return camera.window.workplace.cases
