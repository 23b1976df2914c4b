# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail is read with its headers, its text or else its HTML, and the files that came with it."""

import quopri

from tests.intake.outside_files import mail_file

from amnesty_desktop.intake import kinds, mail
from amnesty_desktop.intake.page_text import AttachedFile

HTML_PART = b'Content-Type: text/html; charset="utf-8"\r\n\r\n<p>Fear for <b>safety</b></p><p>Second</p>\r\n'


def plain_part(text: str, encoding: str = "iso-8859-1") -> bytes:
    head = f'Content-Type: text/plain; charset="{encoding}"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
    return head.encode() + quopri.encodestring(text.encode(encoding)) + b"\r\n"


def test_a_text_in_quoted_printable_is_read() -> None:
    page = mail.read(mail_file(plain_part("José está desaparecido = no sabemos nada")))
    assert page.text == "José está desaparecido = no sabemos nada"


def test_the_usual_headers_are_there_with_their_words_decoded() -> None:
    page = mail.read(mail_file(plain_part("x"), headers=["Subject: =?utf-8?q?Acci=C3=B3n_urgente?="]))
    assert dict(page.headers)["Subject"] == "Acción urgente"
    assert dict(page.headers)["From"] == "Urgent Action team <team@section.example>"


def test_html_is_read_where_there_is_no_text() -> None:
    assert mail.read(mail_file(HTML_PART)).text == "Fear for safety\n\nSecond"


def test_of_two_alternatives_the_text_is_read() -> None:
    body = b'Content-Type: multipart/alternative; boundary="two"\r\n\r\n--two\r\n' + plain_part("As text")
    assert mail.read(mail_file(body + b"--two\r\n" + HTML_PART + b"--two--\r\n")).text == "As text"


def test_of_a_text_that_only_points_to_the_html_the_html_is_read() -> None:
    body = b'Content-Type: multipart/alternative; boundary="two"\r\n\r\n--two\r\n' + plain_part("See it in a browser.")
    page = b'Content-Type: text/html; charset="utf-8"\r\n\r\n<p>' + b"Fear for safety. " * 40 + b"</p>\r\n"
    assert mail.read(mail_file(body + b"--two\r\n" + page + b"--two--\r\n")).text.startswith("Fear for safety.")


def test_files_that_came_along_are_handed_on_under_their_names() -> None:
    page = mail.read(mail_file(plain_part("See the sheet"), attached=[("sheet.pdf", b"%PDF-1.4")]))
    assert page.attached == (AttachedFile("sheet.pdf", b"%PDF-1.4"),)


def test_an_unknown_encoding_is_guessed() -> None:
    body = b'Content-Type: text/plain; charset="no-such"\r\n\r\nSe\xf1or Ministro\r\n'
    assert mail.read(mail_file(body)).text == "Señor Ministro"


def test_a_mail_is_known_by_its_headers_and_a_letter_is_not_one() -> None:
    assert kinds.kind_of(mail_file(plain_part("x"))) is kinds.MAIL
    assert kinds.kind_of(b"From: us\n\nDear Minister,\nDate: today") is kinds.TEXT
