"""The articles that are searched: a file with one JSON object a line, or a part of it.

A line has id, title and body; source and date are used where it has them.
"""

from __future__ import annotations

import json
import lzma
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.library.articles import make_article
from bulletin_tui.model.article import Block, BlockKind, Document, Metadata
from bulletin_tui.text.dates import parse_printed_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bulletin_tui.model.article import Article


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
    """A story with a block a line, as if its file had been parsed."""
    blocks: list[Block] = []
    start = 0
    for paragraph in story.body.split("\n"):
        if paragraph:
            blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(paragraph)))
        start += len(paragraph) + 1
    metadata = Metadata(
        id=story.id,
        title=story.title,
        source=story.source or None,
        published=parse_printed_date(story.date),
        language="vi",
    )
    document = Document(story.body, tuple(blocks), metadata=metadata)
    return make_article(document, Path(f"{story.id}.md"))


def write_files(corpus: Corpus, folder: Path) -> None:
    """Every story as a Markdown file, a thousand to a folder."""
    for number, story in enumerate(corpus):
        part = folder / f"{number // 1000:04}"
        part.mkdir(parents=True, exist_ok=True)
        (part / f"{story.id}.md").write_text(_as_markdown(story), encoding="utf-8")


def _as_markdown(story: Story) -> str:
    fields = {"id": story.id, "title": story.title, "source": story.source, "date": story.date}
    front = "\n".join(f"{name}: {_quoted(value)}" for name, value in fields.items() if value)
    text = "\n\n".join(story.body.split("\n"))
    return f"---\n{front}\n---\n\n{text}\n"


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
