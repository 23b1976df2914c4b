# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of words as they are kept in the sources: words with spaces between them."""


def word_set(text: str) -> frozenset[str]:
    """The words of text."""
    return frozenset(text.split())
