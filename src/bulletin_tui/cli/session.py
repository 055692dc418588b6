"""What every command is given, and the exit statuses it answers with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bulletin_tui.cli.output import Output
    from bulletin_tui.paths import Paths
    from bulletin_tui.settings import Settings

DONE = 0
INCOMPLETE = 1
"""Nothing was found, or a part failed and was named on stderr."""
WRONG_USAGE = 2


@dataclass(frozen=True, slots=True)
class Session:
    """What a command works with."""

    paths: Paths
    settings: Settings
    out: Output
