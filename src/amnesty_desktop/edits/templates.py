# SPDX-License-Identifier: GPL-3.0-or-later
"""The templates letters are poured into: the shipped ones, and the group's own that lie in the case file."""

from functools import lru_cache

from ..documents.form import FOR_LETTERS, TemplateKind
from ..documents.layout import CARD
from ..documents.template import Template, read_template
from ..domain.group import Group, Paper
from ..domain.letter import Letter
from ..domain.own_template import OwnTemplate
from ..paths import resource
from ..store.reading import Reading

LETTERHEAD = "letterhead"
SHIPPED = (LETTERHEAD, "plain", CARD)
"""What a letter can name besides the id of a template of the group's own."""


def shipped_template(name: str, paper: Paper | None = None) -> bytes:
    """The bytes of a template that comes with the program, for one kind of paper where it is made for each."""
    return resource("templates", f"{name}-{paper}.docx" if paper else f"{name}.docx").read_bytes()


def template_of(reading: Reading, letter: Letter) -> bytes:
    """The template of a letter; the letterhead where it names one that is no longer there."""
    own = own_template_bytes(reading, letter.template) if letter.template not in SHIPPED else None
    if own is not None:
        return own
    group: Group = reading.group()
    name = letter.template if letter.template in SHIPPED else LETTERHEAD
    return shipped_template(name, Paper(group.paper))


def is_own(reading: Reading, letter: Letter) -> bool:
    """Whether a letter is on a template of the group's own that is still there."""
    return letter.template not in SHIPPED and own_template_bytes(reading, letter.template) is not None


def own_template_bytes(reading: Reading, template_id: str) -> bytes | None:
    """The Word file of a template of the group's own; None where it is gone or in the bin."""
    if not reading.count(OwnTemplate, id=template_id):
        return None
    return reading.bytes_of(reading.get(OwnTemplate, template_id).digest)


@lru_cache(maxsize=8)
def ready(content: bytes, use: TemplateKind = FOR_LETTERS) -> Template:
    """A template read and kept, ready to be filled; raises TemplateFault."""
    return read_template(content, use)
