# SPDX-License-Identifier: GPL-3.0-or-later
"""A Word template, read once and ready to be filled a thousand times."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from .form import FOR_LETTERS, Form, TemplateKind
from .package import Part, part
from .properties import TYPES, package_relations
from .relations import relation_xml, relations_name, relations_xml, types_xml


@dataclass(frozen=True, slots=True)
class HeadForm:
    """A header or footer with fields. kind: its full kind of relationship, reference: its id in the document.

    relations are those of its own pictures.
    """

    name: str
    content_type: str
    kind: str
    reference: str
    relations: str
    form: Form


@dataclass(frozen=True, slots=True)
class FurtherHead:
    """A header or footer filled once more, for letters of one document whose heads differ."""

    name: str
    reference: str
    head: HeadForm


@dataclass(frozen=True, slots=True)
class Template:
    """What a letter is made from; made by read_template.

    name: the main part. still: parts that are the same in every letter, deflated. types: names and
    content types of all parts. relations: those of the main part, as XML.
    """

    name: str
    form: Form
    heads: tuple[HeadForm, ...]
    still: tuple[Part, ...]
    types: tuple[tuple[str, str], ...]
    relations: str
    _frame: tuple[Part, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_frame", self._framed(()))

    @property
    def fields(self) -> frozenset[str]:
        """Names of the fields it has a place for."""
        return self.form.fields.union(*(head.form.fields for head in self.heads))

    def frame(self, further: Sequence[FurtherHead] = ()) -> tuple[Part, ...]:
        """The parts that hold the others together."""
        return self._framed(further) if further else self._frame

    def _framed(self, further: Sequence[FurtherHead]) -> tuple[Part, ...]:
        types = (*self.types, *((each.name, each.head.content_type) for each in further), *TYPES)
        added = "".join(relation_xml(each.reference, each.head.kind, _beside(each.name)) for each in further)
        pictured = [(head.name, head) for head in self.heads] + [(each.name, each.head) for each in further]
        return (
            part("[Content_Types].xml", types_xml(types)),
            part("_rels/.rels", package_relations(self.name)),
            part(relations_name(self.name), relations_xml(self.relations + added)),
            *(part(relations_name(name), relations_xml(head.relations)) for name, head in pictured if head.relations),
        )


def read_template(content: bytes, use: TemplateKind = FOR_LETTERS) -> Template:
    """Read the bytes of a .docx made for letters, or for another use; takes some 20 ms.

    Raises TemplateFault if it is no Word document, carries what a letter must not, or has no place for a
    part of what it is used for.
    """
    # python-docx takes 60 ms to load, and only reading a template needs it.
    from .template_reading import read

    return read(content, use)


def _beside(name: str) -> str:
    return name.rpartition("/")[2]
