# SPDX-License-Identifier: GPL-3.0-or-later
"""The key of a case file: made from a passphrase, or typed in from the printed recovery sheet.

SQLCipher derives a key from a passphrase with PBKDF2-HMAC-SHA512, 256,000 rounds, and the
sixteen bytes of salt at the start of the file (defaults of SQLCipher 4). We do the same
ourselves and hand over the finished key, so that copies of a file open with the same sheet.
"""

import hashlib
import os
import unicodedata
from dataclasses import dataclass

from .errors import WrongPassphrase

ROUNDS = 256_000
SALT_BYTES = 16
KEY_BYTES = 32
# Crockford's letters: no I, L, O or U, which people misread in print.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_KEY_LETTERS = 52
_CHECK_LETTERS = 4


@dataclass(frozen=True, slots=True, repr=False)
class FileKey:
    """The 32 bytes that open a file, and the 16 bytes of salt it begins with."""

    key: bytes
    salt: bytes

    @property
    def pragma(self) -> str:
        """The raw-key form of PRAGMA key: 64 hex digits of key and 32 of salt."""
        return f"x'{self.key.hex()}{self.salt.hex()}'"


def key_from_passphrase(passphrase: str, salt: bytes | None = None) -> FileKey:
    """Derive the key; without a salt (a new file) a random one is taken. Takes about a tenth of a second."""
    salt = os.urandom(SALT_BYTES) if salt is None else salt
    words = unicodedata.normalize("NFC", passphrase).encode()
    return FileKey(hashlib.pbkdf2_hmac("sha512", words, salt, ROUNDS, KEY_BYTES), salt)


def recovery_text(key: FileKey) -> str:
    """The key as fourteen groups of four letters to print and keep in a sealed envelope; the last group checks."""
    letters = _spell(int.from_bytes(key.key, "big"), _KEY_LETTERS) + _check_letters(key.key)
    return " ".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def key_from_recovery_text(text: str, salt: bytes) -> FileKey:
    """Read the recovery sheet as typed; raises WrongPassphrase when a letter is missing or wrong."""
    typed = text.upper().replace("O", "0").replace("I", "1").replace("L", "1")
    letters = "".join(letter for letter in typed if letter in _LETTERS)
    if len(letters) != _KEY_LETTERS + _CHECK_LETTERS:
        raise WrongPassphrase(
            f"A recovery sheet has 56 letters and digits; these are {len(letters)}.",
            "Compare group by group: there are fourteen groups of four.",
        )
    number = 0
    for letter in letters[:_KEY_LETTERS]:
        number = number * 32 + _LETTERS.index(letter)
    if number >= 1 << (KEY_BYTES * 8) or _check_letters(number.to_bytes(KEY_BYTES, "big")) != letters[_KEY_LETTERS:]:
        raise WrongPassphrase(
            "One letter of the recovery sheet was typed wrongly.",
            "Compare group by group; 0 is always a zero and 1 a one.",
        )
    return FileKey(number.to_bytes(KEY_BYTES, "big"), salt)


def _spell(number: int, length: int) -> str:
    letters = []
    for _ in range(length):
        number, letter = divmod(number, 32)
        letters.append(_LETTERS[letter])
    return "".join(reversed(letters))


def _check_letters(key: bytes) -> str:
    digest = hashlib.sha256(b"recovery sheet" + key).digest()
    return _spell(int.from_bytes(digest[:3], "big") >> 4, _CHECK_LETTERS)
