# SPDX-License-Identifier: GPL-3.0-or-later
"""People in a table with a line of headings over it: name, age, occupation, as action files print them."""

import re
from collections.abc import Iterable, Sequence

from .draft import DraftPerson, Sureness
from .names import is_name, normal_case, without_titles
from .persons import age_of, marks_in
from .text import SheetLine, folded, places

_HEADINGS = re.compile(r"(?:full )?names?\s{2,}.*\b(?:age|sex|occupation|profession)\b")
_GAP = re.compile(r"\s{2,}")
_MOST_ROWS = 200


def tabled(lines: Sequence[SheetLine]) -> Iterable[DraftPerson]:
    """The people of the rows below a line of headings, up to the first line that is no row."""
    at = next((at for at, line in enumerate(lines) if _HEADINGS.match(folded(line.text))), None)
    if at is None:
        return
    headings = [folded(cell) for cell in _GAP.split(lines[at].text)]
    begun = False
    for line in lines[at + 1 : at + _MOST_ROWS]:
        cells = _GAP.split(line.text)
        sex, age, name = marks_in(cells[0])
        name = without_titles(name)[0]
        if len(cells) > 1 and is_name(name):
            begun = True
            said = dict(zip(headings[1:], cells[1:], strict=False))
            work = next(
                (cell for heading, cell in said.items() if heading.startswith(("occupation", "profession"))), ""
            )
            age = age or next((age_of(cell) for heading, cell in said.items() if heading.startswith("age")), None)
            yield DraftPerson(normal_case(name), sex, age, work, "", Sureness.SURE, places([line]))
        elif begun and not line.text:
            return
