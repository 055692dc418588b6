"""Breaking an excerpt into the lines of a row, so that its first match is on one of them."""

from __future__ import annotations

from bulletin_tui.model.article import Span
from bulletin_tui.model.snippet import Snippet
from bulletin_tui.ui.rendering.cells import cell_width


def snippet_lines(snippet: Snippet, width: int, count: int) -> tuple[Snippet, ...]:
    """At most `count` lines of `width` cells, cut at spaces, that show the first match."""
    lines: list[Snippet] = []
    start = _first_shown(snippet, width, count)
    while start < len(snippet.text) and len(lines) < count:
        end = _line_end(snippet.text, start, width, is_last=len(lines) == count - 1)
        lines.append(_part(snippet, start, end))
        start = end + (snippet.text[end : end + 1] == " ")
    return tuple(lines)


def _first_shown(snippet: Snippet, width: int, count: int) -> int:
    """Where to begin so that the first match is on a line: at 0 when it is near enough."""
    first = snippet.matches[0] if snippet.matches else Span(0, 0)
    if cell_width(snippet.text, 0, first.end) <= width * count * 3 // 4:
        return 0
    wanted = max(0, first.start - width // 2)
    return snippet.text.find(" ", wanted, first.start) + 1 or wanted


def _line_end(text: str, start: int, width: int, *, is_last: bool) -> int:
    if is_last or cell_width(text, start) <= width:
        return len(text)
    cut = text.rfind(" ", start, start + width + 1)
    return cut if cut > start else min(len(text), start + width)


def _part(snippet: Snippet, start: int, end: int) -> Snippet:
    matches = tuple(
        Span(max(span.start, start) - start, min(span.end, end) - start)
        for span in snippet.matches
        if span.start < end and span.end > start
    )
    return Snippet(snippet.text[start:end], snippet.offset + start, matches)
