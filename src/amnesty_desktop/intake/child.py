# SPDX-License-Identifier: GPL-3.0-or-later
"""The child's side of intake.isolated: one question in, one JSON value out."""

import base64
import json
import sys
from typing import Any

from . import isolated
from .opening import read_file
from .page_text import Unreadable
from .process_limits import confine_self

_LONGEST_QUESTION = 10_000


def main() -> int:
    """Read one question and its file from standard input, answer on standard output."""
    confine_self()
    question = json.loads(sys.stdin.buffer.readline(_LONGEST_QUESTION))
    content = sys.stdin.buffer.read()
    try:
        answer = _answered(question, content)
    except Unreadable as trouble:
        answer = {"unreadable": [trouble.sentence, trouble.way_out]}
    except MemoryError:
        answer = {"unreadable": ["The file needs too much memory to be read.", "Save the pages you need alone."]}
    sys.stdout.buffer.write(json.dumps(answer).encode())
    sys.stdout.buffer.flush()
    return 0


def _answered(question: dict[str, Any], content: bytes) -> dict[str, Any]:
    if question["task"] == "picture":
        from .pdf_picture import first_page

        return {"png": base64.b64encode(first_page(content, int(question["width"]))).decode("ascii")}
    if question["task"] == "table":
        from . import table
        from .table_file import read_table

        return {"table": table.as_json(read_table(str(question["name"]), content))}
    return {"page": isolated.as_json(read_file(str(question["name"]), content))}
