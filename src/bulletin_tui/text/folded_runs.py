"""Runs of folded blocks: what a page had around its report, each run read as one line."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import compress, groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Block, BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bulletin_tui.model.article import Boilerplate

_HEADING = BlockKind.HEADING


@dataclass(frozen=True, slots=True)
class FoldedRun:
    """Folded blocks that follow one another."""

    first: int
    """The index of its first block."""
    stop: int
    """The index of the block behind its last one."""
    span: Span
    """From the start of its first block to the end of its last one."""
    kinds: tuple[Boilerplate, ...]
    """What is in it, each once, as they come."""

    def __len__(self) -> int:
        return self.stop - self.first


def folded_runs(blocks: Sequence[Block]) -> tuple[FoldedRun, ...]:
    """The runs of a document's blocks, in order."""
    folded = compress(range(len(blocks)), map(attrgetter("is_folded"), blocks))
    return tuple(
        _run(blocks, [index for _place, index in group])
        for _key, group in groupby(enumerate(folded), key=lambda pair: pair[1] - pair[0])
    )


def _run(blocks: Sequence[Block], indices: Sequence[int]) -> FoldedRun:
    first, last = blocks[indices[0]], blocks[indices[-1]]
    kinds = (blocks[index].boilerplate for index in indices)
    return FoldedRun(
        first=indices[0],
        stop=indices[-1] + 1,
        span=Span(first.start, last.end),
        kinds=tuple(dict.fromkeys(kind for kind in kinds if kind is not None)),
    )


def run_of_block(runs: Sequence[FoldedRun], index: int) -> FoldedRun | None:
    """The run that a block belongs to."""
    if not runs:
        return None
    number = bisect_right(runs, index, key=lambda run: run.first) - 1
    return runs[number] if number >= 0 and index < runs[number].stop else None


def outside(span: Span, runs: Iterable[FoldedRun]) -> Iterator[Span]:
    """What of `span` is in none of the runs, which come in order; nothing empty."""
    start = span.start
    for run in runs:
        if start < min(run.span.start, span.end):
            yield Span(start, min(run.span.start, span.end))
        start = max(start, run.span.end)
    if start < span.end:
        yield Span(start, span.end)


def text_outside(text: str, span: Span, runs: Iterable[FoldedRun]) -> str:
    """The text of `span` without the runs; of the blank lines around one, a single one is left."""
    parts = list(outside(span, runs))
    if parts == [span]:
        return text[span.start : span.end]
    kept = (text[part.start : part.end].strip("\n") for part in parts)
    return "\n\n".join(part for part in kept if part)


def is_of_report(block: Block) -> bool:
    """Whether a block counts as a paragraph of the report: headings and boilerplate do not."""
    return block.boilerplate is None and block.kind is not _HEADING
