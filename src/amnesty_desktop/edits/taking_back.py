# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking a letter back that was changed in Word: compared first, then its words become the letter's."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

from ..documents.faults import DocumentFault
from ..documents.letter_reading import ReturnedLetter, is_letter, read_letter
from ..documents.template_limits import LARGEST_FILE
from ..domain.letter import SEALED, Letter, Seal
from ..domain.taken_back import PARTS, Difference, differences, merged
from ..store.errors import CaseFileError, FileMissing
from ..store.letters import seal_of
from ..store.reading import Reading
from ..store.recorder import Transaction
from ..store.rows import columns_from_draft, to_row
from . import letters
from .export import posted_document

LABEL = "Take back the letter from Word"
SEAL_LABEL = "Keep what was posted"


@dataclass(frozen=True, slots=True)
class Returned:
    """A Word file that is a letter of ours: its bytes and what stands in it."""

    content: bytes
    letter: ReturnedLetter


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A letter as the file has it, as it came from Word, and what differs; content is the Word file itself."""

    before: Letter
    after: Letter
    differences: tuple[Difference, ...]
    content: bytes

    @property
    def is_sent(self) -> bool:
        """Whether the letter is sealed, so that this would become what was posted."""
        return self.before.state in SEALED


def read_returned(path: Path) -> Returned:
    """Read a Word file. Pure but for the file; raises CaseFileError with its sentence."""
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except FileNotFoundError as trouble:
        raise FileMissing(f"“{path.name}” is not there any more.", "Choose it again.") from trouble
    except OSError as trouble:
        raise CaseFileError(f"“{path.name}” cannot be read.", "Close it in Word, and try again.") from trouble
    try:
        return Returned(content, read_letter(content))
    except DocumentFault as fault:
        raise CaseFileError(fault.message, fault.way_out) from fault


def is_exported_letter(path: Path) -> bool:
    """Whether a file says that it is a letter exported from here; never raises."""
    try:
        with path.open("rb") as stream:
            return bool(is_letter(stream.read(LARGEST_FILE + 1)))
    except OSError:
        return False


def compare(reading: Reading, returned: Returned) -> TakenBack:
    """Compare what came back with the letter of the file; raises CaseFileError where there is no such letter."""
    kept = reading.find(Letter, returned.letter.letter_id)
    if kept is None or not reading.count(Letter, id=kept.id):
        raise CaseFileError(
            "This letter is not in this file.", "Was it written in another group's file, or put into the bin?"
        )
    before = posted(kept, seal_of(reading, kept.id) if kept.state in SEALED else None)
    # What the template prints around a part is in the Word file too; our own page tells what that is.
    printed = read_letter(posted_document(reading, before))
    words = {part: _bare(part, before, printed, text) for part, text in returned.letter.words.items() if part in PARTS}
    body = before.body if returned.letter.body == printed.body else returned.letter.body
    after = merged(before, words, body)
    return TakenBack(before, after, differences(before, after), returned.content)


def _bare(part: str, before: Letter, printed: ReturnedLetter, text: str) -> str:
    """The text of a part without the words the template puts around it."""
    ours, value = printed.words.get(part, ""), getattr(before, part).strip()
    if text == ours or not value or value not in ours:
        return value if text == ours else text
    ahead, _, behind = ours.partition(value)
    return text.removeprefix(ahead).removesuffix(behind)


def posted(letter: Letter, seal: Seal | None) -> Letter:
    """The letter as the seal keeps it, in the state it has now; without a seal, the letter itself."""
    if seal is None:
        return letter
    kept = columns_from_draft(Letter, json.loads(seal.letter))
    # The seal holds what was posted; whether it was answered since stands in the letter.
    return replace(kept, state=letter.state)


def take_back(write: Transaction, taken: TakenBack) -> None:
    """Let the words from Word be the letter's. It stays exported, for the paper says the same."""
    letters.save(write, taken.after)


def keep_as_posted(write: Transaction, taken: TakenBack) -> Seal:
    """Seal the very file from Word as what was posted; the earlier seal stays in the history."""
    letter = write.get(Letter, taken.before.id)
    if letter.state not in SEALED:
        raise CaseFileError("This letter is not marked as sent.", "Take its words back instead.")
    seal = Seal(
        case_id=letter.case_id,
        letter_id=letter.id,
        letter=json.dumps(to_row(taken.after), ensure_ascii=False, sort_keys=True),
        document=write.keep_bytes(taken.content),
    )
    write.save(seal)
    return seal
