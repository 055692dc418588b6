"""The blocks of a page before they have their place in its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.importers.html.regions import PAGE

if TYPE_CHECKING:
    from bulletin_tui.importers.styled_text import StyledText
    from bulletin_tui.model.article import BlockKind


@dataclass(frozen=True, slots=True)
class Piece:
    """One block; never without a visible character."""

    kind: BlockKind
    content: StyledText
    level: int = 0
    marker: str = ""
    rows: tuple[tuple[StyledText, ...], ...] = ()
    """Of a table, whose own content is empty; all rows are of one length."""
    region: int = PAGE
    link_share: float = 0.0
    is_apart: bool = False

    @property
    def words(self) -> str:
        """All that is in it, with single spaces."""
        texts = [cell.text for row in self.rows for cell in row] or [self.content.text]
        return " ".join(" ".join(texts).split())
