"""What is searched of a text: all but its folded lines, in whose place nothing stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.text.folded_runs import folded_runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.model.article import Block, Span


def folded_spans(blocks: Sequence[Block]) -> tuple[Span, ...]:
    """The stretches of a text that are folded, in order."""
    return tuple(run.span for run in folded_runs(blocks))


def unfolded(text: str, folded: Sequence[Span], start: int = 0) -> str:
    """`text`, which begins at `start`, with line feeds for every code point that is folded."""
    if not folded:
        return text
    parts, at, end = [], 0, len(text)
    for span in folded:
        first, last = max(at, span.start - start), min(end, span.end - start)
        if first < last:
            parts += [text[at:first], "\n" * (last - first)]
            at = last
    return "".join((*parts, text[at:]))
