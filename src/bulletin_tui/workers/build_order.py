"""What an index is to be built from, handed to the builder as one line of JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Correction: TypeAlias = "Mapping[str, str]"
"""What a person corrected of one article, by the names of its fields; see `text.by_hand`."""


@dataclass(frozen=True, slots=True)
class BuildOrder:
    """The library as the rows of the reader say it is; the builder never opens these rows."""

    folders: tuple[Path, ...]
    encodings: Mapping[str, str] = field(default_factory=dict)
    """Chosen by a person, by the path of the file."""
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    """By the id of the article."""

    def to_line(self) -> str:
        """One line, in ASCII, also of paths that are not UTF-8."""
        values = {
            "folders": [str(folder) for folder in self.folders],
            "encodings": dict(self.encodings),
            "corrections": {key: dict(values) for key, values in self.corrections.items()},
        }
        return json.dumps(values)


def order_from_line(line: str | bytes) -> BuildOrder:
    """What `to_line` wrote. Raises ValueError for anything else."""
    values = json.loads(line)
    return BuildOrder(
        folders=tuple(map(Path, values["folders"])),
        encodings=values["encodings"],
        corrections=values["corrections"],
    )
