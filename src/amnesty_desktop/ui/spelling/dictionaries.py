# SPDX-License-Identifier: GPL-3.0-or-later
"""Spelling dictionaries (Hunspell's .aff and .dic) wherever they lie: the user's own, the system's, LibreOffice's.

English comes with the library itself. No dictionary is shipped by the program, since each has a licence of its own.
"""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...paths import config_folder
from ...store.errors import CaseFileError

LARGEST = 40 * 1024 * 1024
"""Bytes the words of one dictionary may have; the largest that are in use have some ten million."""
_SYSTEM = (
    "/usr/share/hunspell",
    "/usr/share/myspell/dicts",
    "/usr/share/myspell",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
)
_OFFICES = (
    "/usr/lib/libreoffice/share/extensions",
    "/usr/lib64/libreoffice/share/extensions",
    "/usr/share/libreoffice/share/extensions",
    "/Applications/LibreOffice.app/Contents/Resources/extensions",
    "C:/Program Files/LibreOffice/share/extensions",
    "C:/Program Files (x86)/LibreOffice/share/extensions",
)
_COUNTRIES = {"en": ("GB", "US"), "fr": ("FR", ""), "es": ("ES", "ANY", ""), "de": ("DE", "DE_frami")}
"""Which form of a language to take where there is none of the group's own country."""
_NO_DICTIONARY = "There is no dictionary in it."
_WAY_OUT = "Choose an .oxt of LibreOffice, or an .aff file with its .dic beside it."


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Where a dictionary lies: folder holds name.aff and name.dic."""

    folder: Path
    name: str


def own_folder() -> Path:
    """Where the user's own dictionaries lie."""
    return config_folder() / "dictionaries"


def folders() -> tuple[Path, ...]:
    """Everywhere dictionaries may lie, the user's own first."""
    offices = [Path(office) for office in (*_OFFICES, *map(str, Path("/opt").glob("libreoffice*/share/extensions")))]
    inside = [folder for office in offices if office.is_dir() for folder in sorted(office.glob("dict-*"))]
    deeper = [below for folder in inside for below in (folder, folder / "dictionaries", folder / "hunspell")]
    return (own_folder(), *map(Path, _SYSTEM), *deeper)


def find(language: str, country: str, places: Iterable[Path] | None = None) -> Dictionary | None:
    """The dictionary for a language as written in a country (ISO code), else as written elsewhere; None for none."""
    for place in folders() if places is None else places:
        names = sorted(path.stem for path in place.glob(f"{language}*.aff") if path.with_suffix(".dic").is_file())
        found = next((name for name in _liked(language, country) if name in names), None)
        found = found or next((name for name in names if name.replace("-", "_").split("_")[0] == language), None)
        if found:
            return Dictionary(place, found)
    return _of_library() if language == "en" else None


def _liked(language: str, country: str) -> Iterator[str]:
    for region in (country, *_COUNTRIES.get(language, ())):
        yield from (f"{language}_{region}", f"{language}-{region}") if region else (language,)


def _of_library() -> Dictionary | None:
    """The English words that come with the library."""
    from importlib.util import find_spec

    spec = find_spec("hunspell")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "dictionaries"
    return Dictionary(folder, "en_US") if (folder / "en_US.dic").is_file() else None


def add(path: Path, folder: Path | None = None) -> Sequence[str]:
    """Take in dictionaries the user chose, from an .oxt or an .aff with its .dic; returns their names.

    Raises CaseFileError with a way out for anything else; nothing was copied then.
    """
    target = folder or own_folder()
    try:
        found = _packed(path) if path.suffix.lower() in (".oxt", ".zip") else _pair(path)
        if not found:
            raise CaseFileError(_NO_DICTIONARY, _WAY_OUT)
        target.mkdir(parents=True, exist_ok=True)
        for name, content in found.items():
            (target / name).write_bytes(content)
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as trouble:
        raise CaseFileError(f"“{path.name}” cannot be read as a dictionary.", _WAY_OUT) from trouble
    return sorted(Path(name).stem for name in found if name.endswith(".aff"))


def _pair(path: Path) -> dict[str, bytes]:
    both = [path.with_suffix(".aff"), path.with_suffix(".dic")]
    if not all(one.is_file() and one.stat().st_size <= LARGEST for one in both):
        return {}
    return {one.name: one.read_bytes() for one in both}


def _packed(path: Path) -> dict[str, bytes]:
    """The pairs in an extension of LibreOffice, by their bare names, so that none lands anywhere else."""
    found: dict[str, bytes] = {}
    with zipfile.ZipFile(path) as pack:
        entries = {Path(entry.filename).name: entry for entry in pack.infolist() if not entry.is_dir()}
        for name in sorted(entries):
            other = f"{Path(name).stem}.dic"
            if not name.endswith(".aff") or other not in entries:
                continue
            for one in (name, other):
                if entries[one].file_size > LARGEST:
                    raise CaseFileError(f"“{path.name}” is too large for a dictionary.", _WAY_OUT)
                with pack.open(entries[one]) as stream:
                    found[one] = stream.read(LARGEST)
    return found
