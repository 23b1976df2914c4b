# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet is found in a mail, and in what is attached to a mail."""

from email.message import EmailMessage

from tests.support.sheet_scores import SHEETS

from amnesty_desktop.intake.sheet.draft import Sureness
from amnesty_desktop.intake.sheet_file import sheet_in

NEPAL = (SHEETS / "2000s-nepal-3.txt").read_text("utf-8")


def mail(body: str, attached: str = "", subject: str = "For Tuesday", subtype: str = "plain") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@mail.example", "b@mail.example", subject
    message["Date"] = "Thu, 4 Nov 2004 20:11:00 +0000"
    message.set_content(body, subtype=subtype)
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


BODY = """
Ana Ruiz Paz (f), a teacher, was arrested on 2 November. She may be tortured.

RECOMMENDED ACTION: Please send appeals in Spanish:
- urging the authorities to release her.

APPEALS TO:
Minister of Justice
Juan Perez Rojas
Fax: +504 555 0101
Salutation: Dear Minister
"""


def test_the_subject_and_day_of_a_mail_help_where_the_sheet_is_silent_and_are_never_sure() -> None:
    draft = sheet_in("mail.eml", mail(BODY, subject="Fwd: [uan] UA 305/04 Honduras: teacher arrested")).draft
    assert (draft.number.value, draft.year.value, draft.countries.value) == (305, 2004, ("HN",))
    assert draft.title.value == "Honduras: teacher arrested"
    assert draft.issued.value is not None
    assert draft.issued.value.edtf == "2004-11-04"
    found = (draft.number, draft.year, draft.countries, draft.title, draft.issued)
    assert {each.sureness for each in found} == {Sureness.UNSURE}


def test_the_subject_of_a_mail_does_not_overrule_the_sheet_in_it() -> None:
    draft = sheet_in("mail.eml", mail(NEPAL, subject="UA 1/99 Peru: something else")).draft
    assert (draft.number.value, draft.year.value, draft.countries.value) == (198, 2004, ("NP",))


def test_a_sheet_that_is_html_only_is_read() -> None:
    page = "".join(f"<p>{line}</p>" for line in NEPAL.splitlines() if line)
    assert sheet_in("mail.eml", mail(page, subtype="html")).draft.number.value == 198
