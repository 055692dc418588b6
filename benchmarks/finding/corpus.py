"""The articles that are searched: a file with one JSON object a line, or a part of it.

A line has id, title and body; source and date are used where it has them.
"""

from __future__ import annotations

import json
import lzma
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

from bulletin_tui.model.article import (
    Article,
    ArticleSummary,
    Block,
    BlockKind,
    Document,
    Precision,
    PrintedDate,
)
from bulletin_tui.text.hashing import text_hash

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Story:
    """A line of the file."""

    id: str
    title: str
    body: str
    source: str = ""
    date: str = ""
    """ISO, or empty."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The first `size` lines of a file, read anew each time they are asked for."""

    path: Path
    size: int

    def __iter__(self) -> Iterator[Story]:
        opening = lzma.open if self.path.suffix == ".xz" else open
        with opening(self.path, "rt", encoding="utf-8") as lines:
            for line in islice(lines, self.size):
                fields = json.loads(line)
                yield Story(
                    id=str(fields["id"]),
                    title=fields["title"],
                    body=fields["body"],
                    source=fields.get("source") or "",
                    date=fields.get("date") or "",
                )

    def articles(self) -> Iterator[Article]:
        """The stories as parsed articles."""
        return map(article, self)

    def first(self, size: int) -> Corpus:
        """No more than this many."""
        return replace(self, size=min(size, self.size))


def article(story: Story) -> Article:
    """A story with a block a line, as if it had been parsed."""
    blocks: list[Block] = []
    start = 0
    for paragraph in story.body.split("\n"):
        if paragraph:
            blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(paragraph)))
        start += len(paragraph) + 1
    summary = ArticleSummary(
        id=story.id,
        title=story.title,
        source=story.source or None,
        place=None,
        authors=(),
        published=_printed(story.date),
        updated=None,
        language="vi",
        documents=(),
        portal=None,
        paths=(f"{story.id}.md",),
        words=len(story.body.split()),
    )
    return Article(summary, Document(story.body, tuple(blocks)), text_hash(story.body))


def _printed(date: str) -> PrintedDate | None:
    return PrintedDate(datetime.fromisoformat(date), Precision.DAY) if date else None
