# SPDX-License-Identifier: GPL-3.0-or-later
"""The templates of cards, envelopes and sheets of labels: everything stands in frames at its place on the page."""

from amnesty_desktop.documents.layout import Box, PageLayout, layout_of
from amnesty_desktop.documents.stationery_layout import ENVELOPES, LABELS
from amnesty_desktop.domain.group import Paper
from amnesty_desktop.domain.stationery import EnvelopeSize, LabelSheet
from word_blocks import TINY, frame, framed, paragraph, root, run, section, styled, word_file
from word_styles import Style, fonts, numbering, settings, size, spacing, styles

_LAST = f"<w:p><w:pPr>{TINY}</w:pPr></w:p>"


def envelope(kind: EnvelopeSize) -> bytes:
    """The template of an envelope."""
    page = ENVELOPES[kind]
    sender, to = _place(page.sender), _place(page.address)
    blocks = (
        framed(sender, "EnvelopeSenderName", "{group_name}"),
        framed(sender, "EnvelopeSender", "{sender}"),
        framed(_place(page.airmail), "AirMail", "{airmail}"),
        framed(_place(page.sample), "EnvelopeSample", "{sample}"),
        framed(to, "EnvelopeAddress", "{address}"),
        framed(to, "EnvelopeCountry", "{country}"),
    )
    box = "".join(
        f'<w:{side} w:val="single" w:sz="6" w:space="{space}" w:color="000000"/>'
        for side, space in (("top", 3), ("left", 5), ("bottom", 3), ("right", 5))
    )
    more = (
        Style("EnvelopeSenderName", "Envelope Sender Name", "", f"<w:b/><w:bCs/>{size(11)}"),
        Style("EnvelopeSender", "Envelope Sender", spacing(0, 12.5), size(9.5)),
        Style("AirMail", "Air Mail", f"<w:pBdr>{box}</w:pBdr>", f"<w:b/><w:bCs/>{size(9)}"),
        Style("EnvelopeSample", "Envelope Sample", '<w:jc w:val="right"/>', f"<w:b/><w:bCs/>{size(10)}"),
        Style("EnvelopeAddress", "Envelope Address", "", size(page.points)),
        Style("EnvelopeCountry", "Envelope Country", "", "<w:b/><w:bCs/>", "EnvelopeAddress"),
    )
    body = "".join(blocks) + _LAST + section(page.width, page.height, (10, 10, 10, 10))
    return word_file(root("document", f"<w:body>{body}</w:body>"), _inside(layout_of(Paper.A4), more))


def labels(kind: LabelSheet) -> bytes:
    """The template of a sheet of labels."""
    page = LABELS[kind]
    blocks = [
        framed(frame(box.left, box.top, box.width, box.height), "Label", f"{{label_{number}}}")
        for number, box in enumerate(page.boxes, 1)
    ]
    mark = framed(frame(page.width - 68, page.height - 5, 60), "LabelSample", "{sample}")
    more = (
        Style("Label", "Label", "", size(page.points)),
        Style("LabelSample", "Label Sample", '<w:jc w:val="right"/>', f"<w:b/><w:bCs/>{size(7)}"),
    )
    body = "".join(blocks) + mark + _LAST + section(page.width, page.height, (10, 10, 10, 10))
    return word_file(root("document", f"<w:body>{body}</w:body>"), _inside(layout_of(Paper.A4), more))


def card(page: PageLayout) -> bytes:
    """The template of a card: half a sheet, no letterhead, and the sender only where the writer wants it."""
    beside = frame(page.sender.left, page.sender.top, page.sender.width)
    blocks = (
        framed(frame(page.head.left, page.head.top + 1, page.head.width), "CardSample", "{sample}"),
        framed(_place(page.address), "Address", "{address}"),
        framed(beside, "CardSender", "{group_name}"),
        framed(beside, "CardSender", "{sender}"),
        framed(beside, "CardSender", "{date}"),
        *(
            paragraph(style, text)
            for style, text in (
                ("CardSubject", "{subject}"),
                ("Salutation", "{salutation}"),
                ("BodyText", "{body}"),
                ("Closing", "{close}"),
                ("Signature", "{signature}"),
                ("Smallprint", "{enclosures}"),
            )
        ),
        styled("Smallprint", run("{copies}")),
    )
    # The text begins where the subject would stand; without one the salutation takes its place.
    margins = (page.subject, page.right_margin, page.bottom_margin, page.left_margin)
    more = (
        Style("CardSample", "Card Sample", '<w:jc w:val="right"/>', f"<w:b/><w:bCs/>{size(9)}"),
        Style("CardSender", "Card Sender", spacing(0, 11.5), size(8)),
        Style("CardSubject", "Card Subject", "<w:keepNext/>", "<w:b/><w:bCs/>"),
    )
    body = "".join(blocks) + section(page.width, page.height, margins)
    return word_file(root("document", f"<w:body>{body}</w:body>"), _inside(page, more))


def _inside(page: PageLayout, more: tuple[Style, ...]) -> dict[str, str]:
    return {"styles": styles(page, more), "numbering": numbering(), "settings": settings(), "fontTable": fonts()}


def _place(box: Box) -> str:
    return frame(box.left, box.top, box.width)
