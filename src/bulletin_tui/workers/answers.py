"""The lines that processes answer with: an article or its words, or why there are none."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass

READY = '{"ready":true}'
"""The first line: from now on, if the process ends it is because of a file."""
_REFUSAL = '{"problem":'


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not among the articles."""

    reason: str
    is_passing: bool
    """Whether the same file may be readable another time."""


def refusal_line(reason: str, *, is_passing: bool) -> str:
    """A refusal as a line."""
    return _REFUSAL + json.dumps(reason) + f',"passing":{json.dumps(is_passing)}}}'


def find_refusal(line: str) -> Refusal | None:
    """The refusal that the line is; None if it is a prepared article."""
    if not line.startswith(_REFUSAL):
        return None
    said = json.loads(line)
    return Refusal(said["problem"], said["passing"])


def write_answer(line: str) -> None:
    """Give the line to whoever waits for it."""
    out = sys.stdout.buffer
    out.write(line.encode("utf-8", "surrogatepass"))
    out.write(b"\n")
    out.flush()
