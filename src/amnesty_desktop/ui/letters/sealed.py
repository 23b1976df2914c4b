# SPDX-License-Identifier: GPL-3.0-or-later
"""A sent letter as it was posted, read back from its seal."""

import json
from dataclasses import replace

from ...domain.letter import Letter, Seal
from ...store.rows import columns_from_draft


def posted(letter: Letter, seal: Seal | None) -> Letter:
    """The letter as the seal keeps it, in the state it has now; without a seal, the letter itself."""
    if seal is None:
        return letter
    kept = columns_from_draft(Letter, json.loads(seal.letter))
    # The seal holds what was posted; whether it was answered since stands in the letter.
    return replace(kept, state=letter.state)
