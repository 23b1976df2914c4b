# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters as plain text for an e-mail."""

from amnesty_desktop.domain.letter import Body, Letter, Paragraph, ParagraphKind, Run
from amnesty_desktop.domain.plain_letter import for_email


def text(words: str, kind: ParagraphKind = ParagraphKind.TEXT) -> Paragraph:
    return Paragraph((Run(words[:3], bold=True), Run(words[3:])), kind)


def test_only_what_is_said_goes_into_an_email() -> None:
    body = Body(
        (text("I ask this:"), text("to free her", ParagraphKind.BULLET), text("to say so", ParagraphKind.BULLET))
    )
    letter = Letter(
        case_id="c", address="Street 1", subject="About her", salutation="Dear Minister,", body=body,
        close="Yours sincerely,", signature="Inga\nfor the group", copies="Copy to: nobody",
    )  # fmt: skip
    assert for_email(letter) == (
        "Dear Minister,\n\nI ask this:\n\n- to free her\n- to say so\n\nYours sincerely,\n\nInga\nfor the group"
    )


def test_empty_parts_leave_no_gaps() -> None:
    assert for_email(Letter(case_id="c", body=Body((text("   "), text("Hello."))))) == "Hello."
