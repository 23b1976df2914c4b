# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet is found in a mail, and in what is attached to a mail."""

from email.message import EmailMessage

from tests.support.sheet_scores import SHEETS

from amnesty_desktop.intake.sheet_file import sheet_in

NEPAL = (SHEETS / "2000s-nepal-3.txt").read_text("utf-8")


def mail(body: str, attached: str = "") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@mail.example", "b@mail.example", "For Tuesday"
    message["Date"] = "Thu, 4 Nov 2004 20:11:00 +0000"
    message.set_content(body)
    if attached:
        message.add_attachment(attached, filename="sheet.txt")
    return message.as_bytes()


def test_a_sheet_in_the_body_of_a_mail_is_read() -> None:
    found = sheet_in("mail.eml", mail(NEPAL))
    assert (found.draft.number.value, found.attached) == (198, "")


def test_a_sheet_attached_to_a_mail_is_found() -> None:
    found = sheet_in("mail.eml", mail("Dear all, the sheet for Tuesday is attached. Anna", NEPAL))
    assert (found.draft.number.value, found.attached) == (198, "sheet.txt")
    assert "UA 198/04" in found.page.text
