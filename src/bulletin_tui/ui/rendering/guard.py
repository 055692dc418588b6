"""The last guard of the screen: whatever a widget was given, no control reaches the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

from bulletin_tui.text.clean import guard
from bulletin_tui.text.forbidden import FORBIDDEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual.color import Color


class GuardFilter(LineFilter):
    """Substitutes forbidden code points in every painted line and drops links that hold one.

    The only filter that `App.get_line_filters` should return, always the same object: every
    filter makes, and caches, another copy of each line.
    """

    def __init__(self, before: Sequence[LineFilter] = ()) -> None:
        super().__init__()
        self.before = tuple(before)
        """Textual's own filters, applied first."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same list when it is clean, else a clean one of the same width."""
        for line_filter in self.before:
            segments = line_filter.apply(segments, background)
        if _is_clean(segments):
            return segments
        guarded = [_guarded(segment) for segment in segments]
        return Segment.adjust_line_length(guarded, Segment.get_line_length(segments))


def _is_clean(segments: Sequence[Segment]) -> bool:
    """One look at the whole line, as nearly all are."""
    text = "".join([text for text, _style, _control in segments])
    links = [style.link for _text, style, _control in segments if style is not None and style.link]
    return not any(map(FORBIDDEN.search, (text, *links)))


def _guarded(segment: Segment) -> Segment:
    text, style = guard(segment.text), _without_bad_link(segment.style)
    if text is segment.text and style is segment.style:
        return segment
    return Segment(text, style, segment.control)


def _without_bad_link(style: Style | None) -> Style | None:
    if style is None or style.link is None or guard(style.link) is style.link:
        return style
    return style.update_link(None)
