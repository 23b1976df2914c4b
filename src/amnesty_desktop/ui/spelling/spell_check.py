# SPDX-License-Identifier: GPL-3.0-or-later
"""The spell check of the letter on the desk: looks a moment after the last key, and knows the names of the case."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from ...domain.addressee import Addressee
from ...domain.case import Case
from ...domain.claim import Claim
from ...domain.countries import country_name
from ...domain.letter import Letter
from ...domain.letter_words import language_of
from ...domain.member import Member
from ...domain.name_mentions import names_of
from ...domain.person import Person, Situation
from ...domain.spelling import Seen, is_right, known_words, names_in, words_to_check
from ...edits import own_words
from ...store.changes import Changes
from ..session import Session
from .dictionaries import Dictionary, find
from .speller import Speller

LOOKS_AFTER_MS = 120


class SpellCheck(QObject):
    """Looks over one letter, which letter gives, None while there is none.

    Signal: found(list of Seen), the words that are in no dictionary. The dictionary is loaded when the first letter
    has been shown, never before.
    """

    found = Signal(object)

    def __init__(
        self,
        session: Session,
        letter: Callable[[], Letter | None],
        parent: QObject,
        *,
        finder: Callable[[str, str], Dictionary | None] = find,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._letter = letter
        self._finder = finder
        self._spellers: dict[str, Speller | None] = {}
        self._known: frozenset[str] | None = None
        self._of = ("", "")
        self.wrong: list[Seen] = []
        self._soon = QTimer(self, interval=LOOKS_AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self.look)
        session.changed.connect(self._on_changed)

    @property
    def has_dictionary(self) -> bool:
        """Whether words of the letter's language can be looked up."""
        letter = self._letter()
        return letter is not None and self._speller(letter.language) is not None

    @property
    def language(self) -> str:
        """The language of the letter, empty while none can be written in."""
        letter = self._letter()
        return letter.language if letter is not None else ""

    def look_soon(self) -> None:
        """Something was typed, or another letter lies on the desk."""
        self._soon.start()

    def rest(self) -> None:
        """No letter lies on the desk."""
        self._soon.stop()
        self.wrong = []

    def forget_dictionaries(self) -> None:
        """Look for dictionaries anew, one was added."""
        self._spellers.clear()
        self.look()

    def look(self) -> None:
        """Look now."""
        self._soon.stop()
        if self._session.is_locked:
            return
        letter = self._letter()
        if letter is None:
            self.wrong = []
            self.found.emit(self.wrong)
            return
        speller = self._speller(letter.language)
        known = self._names(letter)
        self.wrong = [] if speller is None else list(_wrong(letter, known, speller))
        self.found.emit(self.wrong)

    def suggestions(self, word: str) -> list[str]:
        """What may have been meant by a word of the letter."""
        letter = self._letter()
        speller = self._speller(letter.language) if letter is not None else None
        return speller.suggestions(word) if speller is not None else []

    def keep(self, word: str) -> None:
        """Let a word pass from now on."""
        letter = self._letter()
        if letter is not None:
            add = partial(own_words.add, word=word, language=language_of(letter.language))
            self._session.edit("Add a word of ours", add)

    def _speller(self, language: str) -> Speller | None:
        code = language_of(language) or language
        if code not in self._spellers:
            dictionary = self._finder(code, self._session.group.country)
            self._spellers[code] = Speller(dictionary) if dictionary is not None else None
        return self._spellers[code]

    def _names(self, letter: Letter) -> frozenset[str]:
        of = (letter.case_id, letter.language)
        if self._known is None or of != self._of:
            self._known, self._of = known_words(self._texts(letter)), of
        return self._known | known_words((letter.address, letter.salutation, letter.signature))

    def _texts(self, letter: Letter) -> Iterable[str]:
        file = self._session.file
        group = self._session.group
        yield from (group.name, group.address)
        yield from (member.name for member in file.all(Member))
        for person in file.all(Person, case_id=letter.case_id):
            yield from names_of(person)
            yield person.organisation
        for one in file.all(Addressee, case_id=letter.case_id):
            yield from (one.name, one.office, one.address)
        case = file.find(Case, letter.case_id)
        if case is not None:
            yield from names_in(f"The {case.title}. {case.situation}")
        if case is not None and case.country:
            yield from (country_name(case.country, code) for code in ("en", "fr", "es", "de"))
        for claim in file.all(Claim, case_id=letter.case_id):
            yield from names_in(claim.text)
        for entry in file.all(Situation, case_id=letter.case_id):
            yield entry.place
            yield from names_in(entry.text)
        yield from own_words.words_of_ours(file, language_of(letter.language))

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.touches("people", "addressees", "claims", "situations", "members", "groups", "own_words", "cases"):
            self._known = None
            self._soon.start()


def _wrong(letter: Letter, known: frozenset[str], speller: Speller) -> Iterator[Seen]:
    for seen in words_to_check(letter.body, letter.language):
        if not is_right(seen.word, letter.language, known, speller.knows):
            yield seen
