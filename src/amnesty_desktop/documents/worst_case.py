# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter to try a template with: long names in two scripts, six address lines, three copies, and no date."""

from ..domain.letter import Body, Letter, Paragraph, ParagraphKind, Run
from .letter import PrintedLetter, letters_document
from .letterhead import Letterhead
from .template import Template

_NAME = "عبد الرحمن بن محمد بن عبد العزيز الحداد الأنصاري"
_ADDRESS = (
    "His Excellency the Minister for Home Affairs and Public Security\nMinistry of Home Affairs\n"
    "Fourth Floor, East Wing\n100 Example Avenue\nPrivate Bag 12345, Port Example\nREPUBLIC OF EXAMPLE"
)
_COPIES = (
    "Copies to: Office of the Public Prosecutor, Port Example; National Human Rights Commission of the Republic of"
    " Example; Embassy of the Republic of Example"
)


def worst_case_document(template: Template, letterhead: Letterhead) -> bytes:
    """The bytes of a .docx with two invented letters, one in English and one in Arabic, as hard to fit as they come."""
    return letters_document([PrintedLetter(letter, letterhead) for letter in (_english(), _arabic())], template)


def _english() -> Letter:
    return Letter(
        case_id="",
        address=_ADDRESS,
        subject=f"Threats against Maribel Alejandra Quiñónez Tábora de la Encarnación and {_NAME}",
        salutation="Your Excellency, dear Minister,",
        body=Body(
            (
                _paragraph(f"This is a test letter about nobody. It names {_NAME} to see how the template takes it."),
                _paragraph("It asks for three things:"),
                _paragraph("that long words such as Verfassungsgerichtsbarkeit stay on the page;", bullet=True),
                _paragraph("that lines break where they should, in both directions;", bullet=True),
                _paragraph("that nothing is lost.", bullet=True),
                _paragraph("There is no date on it, and nothing stands where it would be."),
            )
        ),
        close="Yours faithfully,",
        signature="Hanna Margarethe Brandvold-Ostermann\nfor the group with a rather long name",
        enclosures="Enclosures: 3 lists of signatures",
        copies=_COPIES,
    )


def _arabic() -> Letter:
    return Letter(
        case_id="",
        language="ar",
        address="معالي وزير العدل\nوزارة العدل\nشارع المثال ١٠٠\nصنعاء\nYEMEN",
        subject=f"بشأن {_NAME}",
        salutation="معالي الوزير،",
        body=Body((_paragraph(f"هذه رسالة تجريبية عن {_NAME} مع اسم لاتيني: Maribel Quiñónez (2026)."),)),
        close="وتفضلوا بقبول فائق الاحترام،",
        signature="Hanna Brandvold",
    )


def _paragraph(text: str, *, bullet: bool = False) -> Paragraph:
    return Paragraph((Run(text),), ParagraphKind.BULLET if bullet else ParagraphKind.TEXT)
