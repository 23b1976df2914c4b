# SPDX-License-Identifier: GPL-3.0-or-later
"""The directory of addresses: searched, added to, and used for a case."""

from pytestqt.qtbot import QtBot
from tests.support.builders import add, case

from amnesty_desktop.domain.addressee import Addressee, AddresseeRole
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.dialogs.addresses import Addresses

EMBASSY = Addressee(role=AddresseeRole.EMBASSY, office="Embassy of Honduras", address="1 Square\nLondon", country="GB")
PAPER = Addressee(role=AddresseeRole.NEWSPAPER, office="The Example", address="2 Row\nLondon", country="GB")


def opened(desk: Desk, qtbot: QtBot, case_id: str = "") -> Addresses:
    dialog = Addresses(desk, case_id, None)
    qtbot.addWidget(dialog)
    return dialog


def shown(dialog: Addresses) -> list[str]:
    return [dialog.list.item(row).text().split(",")[0] for row in range(dialog.list.count())]


def test_it_is_searched_by_any_word(desk: Desk, qtbot: QtBot) -> None:
    add(desk.session.file, EMBASSY, PAPER)
    dialog = opened(desk, qtbot)
    assert shown(dialog) == ["Embassy of Honduras", "The Example"]
    dialog.search.setText("hond")
    dialog._fill()
    assert shown(dialog) == ["Embassy of Honduras"]


def test_an_entry_is_used_for_the_case_one_came_from(desk: Desk, qtbot: QtBot) -> None:
    one = case()
    add(desk.session.file, one, EMBASSY)
    dialog = opened(desk, qtbot, one.id)
    dialog.use.click()
    (used,) = desk.session.file.all(Addressee, case_id=one.id)
    assert (used.office, used.entry_id) == ("Embassy of Honduras", EMBASSY.id)


def test_without_a_case_nothing_offers_to_use_it(desk: Desk, qtbot: QtBot) -> None:
    add(desk.session.file, EMBASSY)
    assert opened(desk, qtbot).use.isHidden()


def test_a_new_entry_is_kept_as_it_is_typed(desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(desk, qtbot)
    dialog.new.click()
    assert dialog.form is not None
    dialog.form.fields["office"].type_words("Ministry of Justice")
    dialog.accept()
    (entry,) = desk.session.file.all(Addressee, case_id=None)
    assert entry.office == "Ministry of Justice"


def test_an_entry_goes_to_the_bin_and_back(desk: Desk, qtbot: QtBot) -> None:
    add(desk.session.file, EMBASSY)
    dialog = opened(desk, qtbot)
    dialog.bin.click()
    assert shown(dialog) == []
    desk.session.undo()
    assert shown(dialog) == ["Embassy of Honduras"]
