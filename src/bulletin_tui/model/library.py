"""The library: one immutable snapshot of every article that can be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bulletin_tui.model.article import Article


@dataclass(frozen=True, slots=True)
class FileProblem:
    """A file or folder that could not be read, and why, in words."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Library:
    """Articles, newest first, undated ones last; replaced whole, never changed."""

    articles: tuple[Article, ...] = ()
    problems: tuple[FileProblem, ...] = ()
    by_id: dict[str, Article] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {article.id: article for article in self.articles})
