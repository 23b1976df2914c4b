# SPDX-License-Identifier: GPL-3.0-or-later
"""The field for a country."""

import pytest
from pytestqt.qtbot import QtBot

from amnesty_desktop.ui.widgets.country_edit import CountryEdit


@pytest.fixture
def field(qtbot: QtBot) -> CountryEdit:
    """An empty field."""
    made = CountryEdit()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(("typed", "code"), [("Burma", "MM"), ("turkey", "TR"), ("Elfenbeinküste", "CI"), ("HN", "HN")])
def test_any_usual_name_is_understood(qtbot: QtBot, field: CountryEdit, typed: str, code: str) -> None:
    with qtbot.waitSignal(field.code_changed):
        field.setText(typed)
    assert field.code == code
    assert field.is_understood


def test_words_that_are_no_country_stay_as_typed(field: CountryEdit) -> None:
    field.setText("Ruritania")
    assert (field.code, field.text()) == ("", "Ruritania")
    assert not field.is_understood


def test_a_country_set_by_the_program_is_told_to_nobody(qtbot: QtBot, field: CountryEdit) -> None:
    with qtbot.assertNotEmitted(field.code_changed):
        field.set_code("HN")
    assert field.text() == "Honduras"


def test_clearing_the_field_means_no_country(qtbot: QtBot, field: CountryEdit) -> None:
    field.set_code("HN")
    with qtbot.waitSignal(field.code_changed) as told:
        field.clear()
    assert told.args == [""]
    assert field.is_understood


def test_the_list_offers_names_with_the_letters_anywhere(field: CountryEdit) -> None:
    completer = field.completer()
    completer.setCompletionPrefix("korea")
    assert completer.completionCount() >= 2
