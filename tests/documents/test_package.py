# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the zip files that Word documents are."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.documents.package import package, part

NAMES = st.text("abcßé陈/.", min_size=1, max_size=12)


@given(st.dictionaries(NAMES, st.binary(max_size=3000), max_size=5))
def test_what_is_packed_is_unpacked_by_any_reader(content: dict[str, bytes]) -> None:
    packed = package(part(name, data) for name, data in content.items())
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        assert [(entry.filename, archive.read(entry)) for entry in archive.infolist()] == list(content.items())


def test_packages_do_not_tell_when_they_were_made() -> None:
    with zipfile.ZipFile(io.BytesIO(package([part("a.xml", "<a/>")]))) as archive:
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_large_parts_are_deflated_and_tiny_ones_are_not() -> None:
    assert part("large", b"a" * 5000).method == zipfile.ZIP_DEFLATED
    assert part("tiny", b"a" * 50).method == zipfile.ZIP_STORED
