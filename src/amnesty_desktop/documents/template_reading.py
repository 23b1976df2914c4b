# SPDX-License-Identifier: GPL-3.0-or-later
"""From the bytes of a Word file to a template: which parts come along, cleaned, and where the fields are.

Only what is known to be harmless is taken over; the rest is left behind, or the file is refused where
something would be missing from the page.
"""

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field, replace
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml

from .faults import TemplateFault
from .form import BODY, Form, TemplateKind
from .package import Part, part
from .relations import KINDS, relation_xml, relations_name, relations_xml
from .template import HeadForm, Template
from .template_cleaning import clean_part, clean_settings
from .template_forms import form_of
from .template_limits import look_over, macros_found
from .word_xml import ParagraphLook

# Kinds of relationship, by the last word of their address.
_KEPT = frozenset(
    {"styles", "numbering", "settings", "webSettings", "fontTable", "theme", "header", "footer", "footnotes"}
    | {"endnotes", "image", "font"}
)
_LEFT_BEHIND = frozenset(
    {"hyperlink", "attachedTemplate", "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"}
    | {"customXml", "glossaryDocument", "stylesWithEffects", "keyMapCustomizations", "printerSettings", "thumbnail"}
    | {"mailMergeSource", "mailMergeHeaderSource", "recipientData", "documenttasks", "classificationlabels"}
)
_CLEANED = frozenset({"styles", "numbering", "header", "footer", "footnotes", "endnotes", "document"})
_WITH_FIELDS = frozenset({"header", "footer"})
_NOTES = frozenset({"footnotes", "endnotes"})
_TAGS = re.compile("<[^>]*>")
_BRACE = re.compile(r"[{}][^{}]{0,40}\}?")
_BULLET_STYLE = "List Bullet"
_REFERENCES = ("id", "embed", "link", "pict")
_RELATIONS_NAMESPACE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_MEND = "Take it out in Word and choose the file again."
_AGAIN = "Open it in Word, save it as a Word document (.docx), and choose it again."


def read(content: bytes, use: TemplateKind) -> Template:
    """Read a template; raises TemplateFault with a sentence and the way out."""
    look_over(content)
    if b"macroEnabled" in _types(content):
        raise macros_found()
    try:
        return _template(Document(io.BytesIO(content)), use)
    except TemplateFault:
        raise
    except Exception:  # A file from outside, read by a library: whatever is wrong with it, it is the file.
        raise TemplateFault("The template cannot be read as a Word document (.docx).", _AGAIN) from None


def _template(document: WordDocument, use: TemplateKind) -> Template:
    main = document.part
    root: Any = main.element
    _check_shape(root)
    gathered = _Gathered(use)
    gathered.take(main, "document")
    _number_pages_anew(root.find(f"{qn('w:body')}/{qn('w:sectPr')}"))
    form = _bulleted(form_of(root, use.known), document)
    heads = tuple(gathered.heads)
    _check_fields(form, heads, use)
    for each in (form, *(head.form for head in heads)):
        _check_braces(each)
    return Template(
        name=_name(main),
        form=form,
        heads=heads,
        still=tuple(gathered.still),
        types=tuple(gathered.types),
        relations=gathered.relations,
    )


def _types(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = {name.lower(): name for name in archive.namelist()}
        return archive.read(names["[content_types].xml"])


@dataclass(slots=True)
class _Gathered:
    """The parts that come along, as they are found by following the relationships."""

    use: TemplateKind
    still: list[Part] = field(default_factory=list)
    heads: list[HeadForm] = field(default_factory=list)
    types: list[tuple[str, str]] = field(default_factory=list)
    relations: str = ""
    _seen: set[str] = field(default_factory=set)

    def take(self, source: Any, kind: str, reference: str = "") -> None:
        """Take a part and all it needs along; the main document itself is only cleaned."""
        name = _name(source)
        if name in self._seen:
            return
        self._seen.add(name)
        self.types.append((name, source.content_type))
        root = _tree(source, kind)
        kept = [relation for relation in source.rels.values() if _is_kept(relation)]
        if root is not None:
            _check_references(root, {relation.rId for relation in kept})
        self._keep(source, kind, root, _relations(source, kept), reference)
        for relation in sorted(kept, key=lambda each: (len(each.rId), each.rId)):
            self.take(relation.target_part, _kind(relation), relation.rId)

    def _keep(self, source: Any, kind: str, root: Any, relations: str, reference: str) -> None:
        name = _name(source)
        if kind == "document":
            self.relations = relations
            return
        if kind in _WITH_FIELDS and "{" in "".join(root.itertext()):
            form = form_of(root, self.use.known)
            self.heads.append(HeadForm(name, source.content_type, f"{KINDS}/{kind}", reference, relations, form))
            return
        if kind in _NOTES:
            _refuse_braces("".join(root.itertext()))
        if relations:
            self.still.append(part(relations_name(name), relations_xml(relations), level=9))
        self.still.append(part(name, source.blob if root is None else _written(root), level=9))


def _tree(source: Any, kind: str) -> Any:
    """The cleaned tree of a part, or None for one that holds no XML of Word's own."""
    if kind not in _CLEANED and kind != "settings":
        return None
    root = getattr(source, "element", None)
    root = parse_xml(source.blob) if root is None else root
    clean_settings(root) if kind == "settings" else clean_part(root)
    return root


def _written(root: Any) -> bytes:
    return serialize_part_xml(root)


def _is_kept(relation: Any) -> bool:
    kind = _kind(relation)
    if kind in _LEFT_BEHIND:
        return False
    if kind not in _KEPT:
        raise TemplateFault(f"The template holds something that letters do not carry: {kind[:40]}.", _MEND)
    if relation.is_external:
        raise TemplateFault(
            "A picture in the template is only a link to a file elsewhere.", "Insert the picture itself in Word."
        )
    return True


def _check_references(root: Any, known: set[str]) -> None:
    """Every reference of the tree must lead to a part that comes along, or Word calls the letter damaged."""
    names = {f"{_RELATIONS_NAMESPACE}{name}" for name in _REFERENCES}
    for element in root.iter():
        for name in names & set(element.attrib):
            if element.get(name) and element.get(name) not in known:
                raise TemplateFault("The template holds a link to something outside of it.", _MEND)


def _relations(source: Any, kept: list[Any]) -> str:
    folder = posixpath.dirname(_name(source))
    return "".join(
        relation_xml(relation.rId, relation.reltype, posixpath.relpath(_name(relation.target_part), folder))
        for relation in sorted(kept, key=lambda each: (len(each.rId), each.rId))
    )


def _check_shape(root: Any) -> None:
    if root.prefix != "w":
        raise TemplateFault("The template was written in a way letters cannot follow.", _AGAIN)
    if next(root.iterfind(f".//{qn('w:pPr')}/{qn('w:sectPr')}"), None) is not None:
        raise TemplateFault(
            "The template has more than one section.", "Take the section breaks out in Word: a letter has one section."
        )
    body = root.find(qn("w:body"))
    if body.find(qn("w:sectPr")) is None:
        body.append(OxmlElement("w:sectPr"))


def _number_pages_anew(section: Any) -> None:
    """Each letter counts its pages from 1, also the ninth of one document."""
    for numbering in section.findall(qn("w:pgNumType")):
        section.remove(numbering)
    numbering = OxmlElement("w:pgNumType", {qn("w:start"): "1"})
    later = ("cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid")
    following = next((child for child in section if child.tag in {qn(f"w:{name}") for name in later}), None)
    if following is None:
        section.append(numbering)
    else:
        following.addprevious(numbering)


def _bulleted(form: Form, document: WordDocument) -> Form:
    """Bullets are set in the template's own style for them; without one they are typed, in the style of the text."""
    for style in document.styles:
        if style.name == _BULLET_STYLE and style.type == WD_STYLE_TYPE.PARAGRAPH:
            return replace(form, bullet=ParagraphLook(f'<w:pStyle w:val="{style.style_id}"/>'), sign="")
    places = (each for each in form.paragraphs if any(place.name == BODY for place in each.places))
    style_of_text = next((each.look.style for each in places), "")
    return replace(form, bullet=replace(form.bullet, style=style_of_text))


def _check_fields(form: Form, heads: tuple[HeadForm, ...], use: TemplateKind) -> None:
    found = form.fields.union(*(head.form.fields for head in heads))
    missing = [f"{{{name}}}" for name in use.needed if name not in found]
    if missing or (BODY in use.needed and BODY not in form.fields):
        named = " ".join(missing or ["{body}"])
        raise TemplateFault(
            f"The template has no place for a part of the letter: {named}.",
            "Type it in the Word file where it belongs, each in braces, {body} in a paragraph of its own.",
        )


def _check_braces(form: Form) -> None:
    """A letter never holds a brace: what is no field would be printed as it stands."""
    pieces = [block for block in form.blocks if isinstance(block, str)]
    pieces += [piece for each in form.paragraphs for piece in each.pieces if isinstance(piece, str)]
    for piece in pieces:
        _refuse_braces(_TAGS.sub("", piece))


def _refuse_braces(text: str) -> None:
    found = _BRACE.search(text)
    if found:
        raise TemplateFault(
            f"The template has braces that are no field: {found[0]}", "Take them out in Word and choose the file again."
        )


def _kind(relation: Any) -> str:
    return str(relation.reltype).rpartition("/")[2]


def _name(source: Any) -> str:
    return str(source.partname).lstrip("/")
