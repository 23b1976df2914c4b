# SPDX-License-Identifier: GPL-3.0-or-later
"""The styles of the templates: sizes, spaces and looks, each named after what it is for."""

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from amnesty_desktop.documents.layout import FONT, GREY, RED, SIZES, YELLOW, PageLayout
from word_blocks import root, twips


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: id and name, then XML in the order of CT_PPr and CT_RPr."""

    id: str
    name: str
    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"

    def xml(self) -> str:
        """The style as Word keeps it."""
        based = f'<w:basedOn w:val="{self.based_on}"/>' if self.id != "Normal" else ""
        default = ' w:default="1"' if self.id == "Normal" else ""
        own = "" if self.name[0].islower() or self.name in _BUILT_IN else ' w:customStyle="1"'
        paragraph = f"<w:pPr>{self.paragraph}</w:pPr>" if self.paragraph else ""
        run = f"<w:rPr>{self.run}</w:rPr>" if self.run else ""
        return (
            f'<w:style w:type="paragraph"{default}{own} w:styleId="{self.id}"><w:name w:val={quoteattr(self.name)}/>'
            f"{based}<w:qFormat/>{paragraph}{run}</w:style>"
        )


_BUILT_IN = ("Normal", "Body Text", "List Bullet", "Date", "Salutation", "Closing", "Signature", "header")


def size(points: float, complex_points: float = 0) -> str:
    """The size of type in points, and that of Arabic and Hebrew letters."""
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round((complex_points or points) * 2)}"/>'


def spacing(before: float, line: float = 0, rule: str = "atLeast") -> str:
    """Space above only: programs differ in how they join a space below with the next one above."""
    lines = f' w:line="{round(line * 20)}" w:lineRule="{rule}"' if line else ""
    return f'<w:spacing w:before="{round(before * 20)}" w:after="0"{lines}/>'


def points(mm: float) -> float:
    """Millimetres in points."""
    return mm * 72 / 25.4


def _paragraph_styles(page: PageLayout) -> tuple[Style, ...]:
    s = SIZES
    bold, grey = "<w:b/><w:bCs/>", f'<w:color w:val="{GREY}"/>'
    rule = '<w:pBdr><w:{} w:val="single" w:sz="4" w:space="{}" w:color="{}"/></w:pBdr>'
    indent = round(s.bullet_indent * 20)
    indented = f'<w:ind w:left="{indent}" w:hanging="{indent}"/>'
    list_place = f'<w:numPr><w:numId w:val="1"/></w:numPr>{spacing(s.before_bullet, s.line)}{indented}'
    right_tab = f'<w:tabs><w:tab w:val="right" w:pos="{twips(page.text_width)}"/></w:tabs>'
    shaded = f'{rule.format("bottom", 0, "000000")}<w:shd w:val="clear" w:color="auto" w:fill="{YELLOW}"/>'
    kept, together = "<w:keepNext/><w:keepLines/>", "<w:contextualSpacing/>"
    below_window = points(page.subject - page.address.bottom)
    return (
        Style("Normal", "Normal", "<w:widowControl/>"),
        Style("BodyText", "Body Text", spacing(s.after, s.line)),
        Style("ListBullet", "List Bullet", list_place, based_on="BodyText"),
        Style("LetterheadName", "Letterhead Name", spacing(0, s.name_line, "exact"), bold + size(s.name)),
        Style("LetterheadLine", "Letterhead Line", right_tab + spacing(2), grey + size(s.group_line)),
        Style("LetterheadRule", "Letterhead Rule", shaded + spacing(0, 2.25, "exact")),
        Style("ReturnLine", "Return Line", rule.format("bottom", 2, "808080"), grey + size(s.return_line)),
        Style("Address", "Address", spacing(0, s.address_line, "exact"), size(s.address)),
        Style("Sender", "Sender", spacing(0, s.sender_line), size(s.sender)),
        Style("Date", "Date", spacing(s.sender_line, s.sender_line), size(s.sender), "Sender"),
        Style("Subject", "Subject", f"<w:keepNext/>{spacing(below_window, s.line)}", bold),
        Style("Salutation", "Salutation", f"<w:keepNext/>{spacing(s.before_salutation, s.line)}"),
        Style("Closing", "Closing", kept, based_on="BodyText"),
        Style("Signature", "Signature", f"<w:keepLines/>{spacing(points(page.signature_space), s.line)}"),
        Style("Smallprint", "Enclosures and Copies", f"{spacing(s.before_small)}{together}", size(s.small)),
        Style("Header", "header", right_tab + spacing(points(4)), grey + size(s.group_line)),
    )


def styles(page: PageLayout, more: tuple[Style, ...] = ()) -> str:
    """The styles of all templates, and more besides."""
    faces = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="SimSun" w:cs="Times New Roman"/>'
    language = '<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    body = size(SIZES.body, SIZES.body_complex)
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{faces}{body}{language}</w:rPr></w:rPrDefault>"
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    others = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="SampleMark"><w:name w:val="Sample Mark"/><w:qFormat/>'
        f'<w:rPr><w:b/><w:bCs/><w:color w:val="{RED}"/><w:spacing w:val="6"/>{size(SIZES.sample)}</w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
    )
    return root("styles", defaults + "".join(style.xml() for style in (*_paragraph_styles(page), *more)) + others)


def numbering() -> str:
    """Bullets."""
    indent = round(SIZES.bullet_indent * 20)
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>'
        f'<w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/></w:rPr></w:lvl>'
    )
    many = f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
    return root("numbering", f'{many}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')


def settings() -> str:
    """How Word opens the file."""
    mode = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
    return root(
        "settings",
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat><w:compatSetting {mode}/></w:compat><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
    )


def fonts() -> str:
    """The face of letters and its likenesses."""
    return root(
        "fonts",
        f'<w:font w:name="{FONT}"><w:altName w:val="Caladea"/><w:panose1 w:val="02040503050406030204"/>'
        '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>',
    )
