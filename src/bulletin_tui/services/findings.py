"""What the doctor finds: how well one thing works, in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Health(StrEnum):
    """How well one thing works."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"
    """Something is lost or does not work until it is mended."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    topic: str
    """A stable name; several findings may share one."""
    health: Health
    sentence: str
    advice: str = ""
