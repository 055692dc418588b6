"""Breaking an excerpt into the lines of a row, so that its first match is on one of them."""

from __future__ import annotations

from bulletin_tui.model.article import Span
from bulletin_tui.model.snippet import Snippet
from bulletin_tui.ui.rendering.cells import cell_width, cluster_end, offset_at_cell


def snippet_lines(snippet: Snippet, width: int, count: int) -> tuple[Snippet, ...]:
    """At most `count` lines of `width` cells, cut at spaces, that show the first match.

    The last line is longer if the text is. They begin where it does unless the match is far off.
    """
    lines = _lines(snippet, 0, width, count)
    for first in snippet.matches[:1]:
        if not _shows(lines[-1], snippet.offset + first.end, width):
            return _lines(snippet, _shortly_before(first, snippet.text, width), width, count)
    return lines


def _lines(snippet: Snippet, start: int, width: int, count: int) -> tuple[Snippet, ...]:
    lines: list[Snippet] = []
    while start < len(snippet.text) and len(lines) < count:
        end = _line_end(snippet.text, start, width, is_last=len(lines) == count - 1)
        lines.append(_part(snippet, start, end))
        start = end + (snippet.text[end : end + 1] == " ")
    return tuple(lines)


def _shows(last: Snippet, offset: int, width: int) -> bool:
    """Whether all before the offset is seen, and something behind it unless that is cut off."""
    before = cell_width(last.text, 0, max(0, offset - last.offset))
    return before <= width * 3 // 4 or cell_width(last.text) <= width


def _shortly_before(match: Span, text: str, width: int) -> int:
    """The beginning of a word at most half a line before the match, if one begins there."""
    start = max(0, match.start - width // 2)
    too_far = cell_width(text, start, match.start) - width // 2
    wanted = offset_at_cell(text, start, match.start, too_far)
    return text.find(" ", wanted, match.start) + 1 or wanted


def _line_end(text: str, start: int, width: int, *, is_last: bool) -> int:
    if is_last or cell_width(text, start) <= width:
        return len(text)
    limit = offset_at_cell(text, start, len(text), width)
    cut = text.rfind(" ", start, limit + 1)
    return cut if cut > start else max(limit, cluster_end(text, start, len(text)))


def _part(snippet: Snippet, start: int, end: int) -> Snippet:
    matches = tuple(
        Span(max(span.start, start) - start, min(span.end, end) - start)
        for span in snippet.matches
        if span.start < end and span.end > start
    )
    return Snippet(snippet.text[start:end], snippet.offset + start, matches)
