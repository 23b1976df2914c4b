# SPDX-License-Identifier: GPL-3.0-or-later
"""Where dictionaries are found, and how a user adds one."""

import zipfile
from pathlib import Path

import pytest

from amnesty_desktop.store.errors import CaseFileError
from amnesty_desktop.ui.spelling import dictionaries
from amnesty_desktop.ui.spelling.dictionaries import Dictionary
from amnesty_desktop.ui.spelling.speller import Speller

AFF = "SET UTF-8\n"
DIC = "2\nbonjour\nministre\n"


def put(folder: Path, *names: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.aff").write_text(AFF, encoding="utf-8")
        (folder / f"{name}.dic").write_text(DIC, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("country", "name"), [("CA", "fr_CA"), ("FR", "fr_FR"), ("GB", "fr_FR")])
def test_the_form_of_the_own_country_comes_first(tmp_path: Path, country: str, name: str) -> None:
    place = put(tmp_path, "fr_BE", "fr_CA", "fr_FR", "fro")
    assert dictionaries.find("fr", country, [place]) == Dictionary(place, name)


def test_english_is_always_there() -> None:
    found = dictionaries.find("en", "GB", [])
    assert found is not None
    assert Speller(found).knows("government")


def test_a_language_nobody_has_is_none(tmp_path: Path) -> None:
    assert dictionaries.find("fr", "FR", [tmp_path]) is None


def test_an_extension_of_libreoffice_is_taken_in_by_bare_names(tmp_path: Path) -> None:
    pack = tmp_path / "fr.oxt"
    with zipfile.ZipFile(pack, "w") as made:
        made.writestr("../../fr_FR.aff", AFF)
        made.writestr("../../fr_FR.dic", DIC)
        made.writestr("readme.txt", "words")
    kept = tmp_path / "kept"
    assert dictionaries.add(pack, kept) == ["fr_FR"]
    assert sorted(path.name for path in kept.iterdir()) == ["fr_FR.aff", "fr_FR.dic"]
    speller = Speller(Dictionary(kept, "fr_FR"))
    assert speller.knows("ministre")
    assert "ministre" in speller.suggestions("minitre")


@pytest.mark.parametrize("name", ["letter.docx", "fr.oxt", "lonely.aff"])
def test_anything_else_is_refused_with_a_way_out(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"no dictionary")
    with pytest.raises(CaseFileError, match=r"\.oxt"):
        dictionaries.add(path, tmp_path / "kept")


def test_a_word_the_dictionary_has_no_signs_for_is_let_be() -> None:
    found = dictionaries.find("en", "US", [])
    assert found is not None
    assert Speller(found).knows("Гора")
    assert Speller(found).suggestions("Гора") == []
