# SPDX-License-Identifier: GPL-3.0-or-later
"""A part of a Word file with places for fields, and how those places are filled for one letter."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..domain.letter import Body, Paragraph, ParagraphKind
from .scripts import RIGHT_TO_LEFT, is_right_to_left, primary
from .word_xml import TINY, ParagraphLook, RunLook, cleaned, paragraph_xml, run_xml

BODY = "body"
SAMPLE = "sample"
LETTER_FIELDS = (
    "address",
    "date",
    "subject",
    "salutation",
    BODY,
    "close",
    "signature",
    "enclosures",
    "copies",
)
"""What a letter says; a template without one of these would swallow a part of it."""
HEAD_FIELDS = ("group_name", "group_line", "sender", "return_line", SAMPLE)
"""What stands on the letterhead; a template may have it printed already."""
FIELDS = frozenset(LETTER_FIELDS + HEAD_FIELDS)
"""What a letter can fill."""
MARK = "_letter_"
"""How the hidden bookmarks begin that say where the parts of a letter are; Word keeps them while it is edited."""
_MARKED = ("address", "subject", "salutation", BODY, "close", "signature", "enclosures", "copies")
_MARK_XML = {
    name: f'<w:bookmarkStart w:id="{number}" w:name="{MARK}{name}"/><w:bookmarkEnd w:id="{number}"/>'
    for number, name in enumerate(_MARKED)
}
MOST_LABELS = 30
LABEL_FIELDS = tuple(f"label_{number}" for number in range(1, MOST_LABELS + 1))
"""The addresses of a sheet of labels, in the order they are stuck on envelopes."""


@dataclass(frozen=True, slots=True)
class TemplateKind:
    """What a template is for: the fields it must have a place for, and all that can be filled in it."""

    needed: tuple[str, ...]
    known: frozenset[str]


FOR_LETTERS = TemplateKind(LETTER_FIELDS, FIELDS)
FOR_ENVELOPES = TemplateKind(("address", "country"), frozenset((*HEAD_FIELDS, "address", "country", "airmail")))
FOR_LABELS = TemplateKind(LABEL_FIELDS[:1], frozenset((*LABEL_FIELDS, SAMPLE)))
FOR_SHEETS = TemplateKind(
    ("title",),
    frozenset((*HEAD_FIELDS, "title", "address", "subject", BODY, "name_word", "place_word", "sign_word", "note")),
)


@dataclass(frozen=True, slots=True)
class FieldText:
    """The text of one field, cleaned, and the language it is in; empty for none in particular.

    points is the size it is set in where that of the template would not leave it room.
    """

    text: str = ""
    language: str = ""
    points: float = 0


@dataclass(frozen=True, slots=True)
class Filling:
    """Everything one letter puts into a template; is_marked hides in it where its parts begin."""

    texts: Mapping[str, FieldText]
    body: Body
    language: str
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """Where a field stands in a paragraph, and the look of the run it was typed in."""

    name: str
    look: RunLook


@dataclass(frozen=True, slots=True)
class ParagraphForm:
    """A paragraph with fields. pieces: XML as it stands, places for fields, or the number of a paragraph inside.

    stays: Word needs a paragraph here even when there is nothing to print. leaves: it holds nothing but
    text besides its fields, so that it goes when they are all empty. places: its fields, in order.
    """

    look: ParagraphLook
    pieces: tuple[str | FieldPlace | int, ...]
    stays: bool
    leaves: bool
    places: tuple[FieldPlace, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        places = tuple(piece for piece in self.pieces if isinstance(piece, FieldPlace))
        object.__setattr__(self, "places", places)


@dataclass(frozen=True, slots=True)
class Form:
    """A part of a Word file. blocks: XML as it stands, or the number of a paragraph with fields.

    A bullet takes the look bullet after the sign; the sign is empty where Word itself sets it. last is
    the number of the paragraph that can end a section, section the w:sectPr of the whole.
    """

    opening: str
    blocks: tuple[str | int, ...]
    closing: str
    paragraphs: tuple[ParagraphForm, ...]
    last: int
    section: str
    bullet: ParagraphLook
    sign: str

    @property
    def fields(self) -> frozenset[str]:
        """Names of all fields it has a place for."""
        return frozenset(place.name for paragraph in self.paragraphs for place in paragraph.places)

    def filled(self, filling: Filling, section: str = "") -> str:
        """The blocks with one letter in them; section is a w:sectPr that its last paragraph carries."""
        unmarked = set(_MARKED) if filling.is_marked else set()
        return "".join(
            block
            if isinstance(block, str)
            else self._paragraph(self.paragraphs[block], filling, section if block == self.last else "", unmarked)
            for block in self.blocks
        )

    def _paragraph(self, form: ParagraphForm, filling: Filling, section: str, unmarked: set[str]) -> str:
        places = form.places
        mark = _mark(places, unmarked) if unmarked else ""
        if any(place.name == BODY for place in places):
            return self._body(form, places[0].look, filling, section, mark)
        texts = [filling.texts[place.name] for place in places]
        if texts and form.leaves and not any(text.text for text in texts):
            return paragraph_xml("", TINY, right=False, section=section) if form.stays or section else ""
        language = next((text.language for text in texts if text.text), "")
        # A Latin signature under an Arabic letter stands where an Arabic one would.
        right = primary(language) in RIGHT_TO_LEFT or is_right_to_left("\n".join(text.text for text in texts))
        content = "".join(self._piece(piece, filling, right) for piece in form.pieces)
        return paragraph_xml(mark + content, form.look, right=right, section=section)

    def _piece(self, piece: str | FieldPlace | int, filling: Filling, right: bool) -> str:
        if isinstance(piece, FieldPlace):
            value = filling.texts[piece.name]
            look = piece.look.sized(value.points) if value.points else piece.look
            return run_xml(value.text, look, value.language, right=right)
        return piece if isinstance(piece, str) else self._paragraph(self.paragraphs[piece], filling, "", set())

    def _body(self, form: ParagraphForm, look: RunLook, filling: Filling, section: str, mark: str) -> str:
        paragraphs = without_blank_ends(filling.body.paragraphs)
        if not paragraphs:
            return paragraph_xml(mark, TINY, right=False, section=section)
        last = len(paragraphs) - 1
        return "".join(
            self._body_paragraph(
                paragraph,
                form,
                look,
                filling.language,
                keep=number == last,
                section=section if number == last else "",
                mark="" if number else mark,
            )
            for number, paragraph in enumerate(paragraphs)
        )

    def _body_paragraph(
        self,
        paragraph: Paragraph,
        form: ParagraphForm,
        look: RunLook,
        language: str,
        *,
        keep: bool,
        section: str,
        mark: str,
    ) -> str:
        right = is_right_to_left(paragraph.text, language)
        is_bullet = paragraph.kind is ParagraphKind.BULLET
        content = "".join(
            run_xml(cleaned(run.text), look.bolder(run.bold, run.italic), run.language or language, right=right)
            for run in paragraph.runs
        )
        if is_bullet and self.sign:
            content = run_xml(f"{self.sign}\t", look, "", right=right) + content
        style = self.bullet if is_bullet else form.look
        return paragraph_xml(mark + content, style, right=right, keep_next=keep, section=section)


def _mark(places: tuple[FieldPlace, ...], unmarked: set[str]) -> str:
    """The bookmarks of the parts that begin in a paragraph, each part's first place only: their names are unique."""
    found = [place.name for place in places if place.name in unmarked]
    if not found:
        return ""
    unmarked.difference_update(found)
    return "".join(_MARK_XML[name] for name in dict.fromkeys(found))


def without_blank_ends(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Paragraphs without the blank ones before the first and after the last with words."""
    worded = [number for number, paragraph in enumerate(paragraphs) if paragraph.text.strip()]
    return paragraphs[worded[0] : worded[-1] + 1] if worded else ()
