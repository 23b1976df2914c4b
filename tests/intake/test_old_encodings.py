# SPDX-License-Identifier: GPL-3.0-or-later
"""Text from before Unicode is read by the letters of its language."""

import pytest

from amnesty_desktop.intake.old_encodings import decoded

TEXTS = {
    "French": "Craintes de torture : le détenu a été transféré à Fès, écrivez « sans délai » au préfet.",
    "German": "Sorge um die Sicherheit: Frau Müller wurde am 5. März bei Köln verhaftet",
    "Spanish": "Temor por la seguridad: José Nuñez fue detenido en Bogotá. ¿Dónde está?",
    "Polish": "Zagrożenie życia: Łukasz Żeromski został aresztowany w więzieniu w Gdańsku",
    "Czech": "Obava o bezpečnost: Jiří Dvořák byl zadržen příslušníky v městě Plzeň",
    "Turkish": "İşkence korkusu: Şahin Çağlar, Diyarbakır'da gözaltına alındı ve ailesi görüşemiyor",
    "Russian": "Опасения за безопасность: Иван Шестаков был задержан в Минске",
    "Greek": "Φόβος για βασανιστήρια: ο Γιώργος συνελήφθη στην Αθήνα",
    "Arabic": "خوف من التعذيب: اعتقل الرجل في بغداد",
    "Japanese": "拷問のおそれ：男性は東京で拘束されました。家族は面会できません。",
    "Señor": "Señor Ministro",
    "Gdańsk": "Święto, Gdańsk, Łódź",
    "Øyvind": "Øyvind Åsgård",
    "price": "Fax: 12 £",
}
WAYS = [
    *[("French", way) for way in ("cp1252", "mac_roman", "cp850")],
    *[("German", way) for way in ("cp1252", "mac_roman", "cp850")],
    *[("Spanish", way) for way in ("cp1252", "mac_roman", "cp850")],
    *[("Polish", way) for way in ("cp1250", "iso8859_2", "cp852")],
    *[("Czech", way) for way in ("cp1250", "iso8859_2", "cp852")],
    *[("Russian", way) for way in ("cp1251", "koi8_r", "cp866")],
    *[("Turkish", "cp1254"), ("Greek", "cp1253"), ("Arabic", "cp1256"), ("Japanese", "shift_jis")],
    *[("Señor", "cp1252"), ("Gdańsk", "cp1250"), ("Øyvind", "cp1252"), ("price", "cp1252")],
]


@pytest.mark.parametrize(("language", "encoding"), WAYS)
def test_a_text_is_read_as_it_was_written(language: str, encoding: str) -> None:
    assert decoded(TEXTS[language].encode(encoding)) == TEXTS[language]
