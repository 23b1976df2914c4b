# SPDX-License-Identifier: GPL-3.0-or-later
"""Where in a case the words of a search stand."""

from tests.support.builders import add, case, letter, person

from amnesty_desktop.domain.source import Source
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.context import Found, where_found


def _said(found: Found | None) -> tuple[str, str]:
    assert found is not None
    return found.table, "".join(f"[{part.text}]" if part.is_hit else part.text for part in found.stretches)


def test_the_letter_with_the_words_is_named(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher, person(teacher), letter(teacher, "Nothing."), letter(teacher, "The harbour was closed."))
    assert _said(where_found(file, teacher.id, "harb")) == ("letters", "The [harbour] was closed.")


def test_what_the_line_of_the_case_says_needs_no_place(file: CaseFile) -> None:
    teacher = case(country="HN", reference="UA 60/16")
    add(file, teacher, person(teacher, "Maribel Zúñiga"))
    for query in ("maribel", "honduras zuniga", "60/16", ""):
        assert where_found(file, teacher.id, query) is None


def test_words_beside_the_name_are_looked_for_inside(file: CaseFile) -> None:
    teacher = case("", situation="Seen in the harbour.")
    add(file, teacher, person(teacher, "Maribel Zúñiga"))
    assert _said(where_found(file, teacher.id, "maribel harbour")) == ("cases", "Seen in the [harbour].")


def test_the_words_of_a_source_are_found_and_not_given(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher, Source(case_id=teacher.id, title="Her cousin Lucero"))
    assert _said(where_found(file, teacher.id, "lucero")) == ("sources", "")


def test_a_name_withheld_is_found_and_not_given(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher, person(teacher, "Samira", withheld=True))
    assert _said(where_found(file, teacher.id, "samira")) == ("people", "")
