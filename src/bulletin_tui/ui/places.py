"""Places in the library, and the jumps between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bulletin_tui.model.annotation import Position
    from bulletin_tui.model.article import Span

MOST_JUMPS = 100


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader was, in which article."""

    article_id: str
    position: Position
    selection: Span | None = None


@dataclass(frozen=True, slots=True)
class JumpList:
    """The places that were left by a jump, oldest first, and those gone back from."""

    behind: tuple[Place, ...] = ()
    ahead: tuple[Place, ...] = ()

    def leave(self, here: Place) -> JumpList:
        """After a jump away from `here`; what lay ahead is forgotten."""
        if self.behind and self.behind[-1] == here:
            return JumpList(self.behind)
        return JumpList((*self.behind, here)[-MOST_JUMPS:])

    def back(self, here: Place) -> tuple[JumpList, Place | None]:
        """One jump back from `here`, and where that leads; None at the oldest place."""
        if not self.behind:
            return self, None
        return JumpList(self.behind[:-1], (here, *self.ahead)), self.behind[-1]

    def forward(self, here: Place) -> tuple[JumpList, Place | None]:
        """One jump forward again from `here`, and where that leads."""
        if not self.ahead:
            return self, None
        return JumpList((*self.behind, here), self.ahead[1:]), self.ahead[0]
