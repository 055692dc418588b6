"""Finding what is painted over a row."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.model.article import Span
from bulletin_tui.ui.rendering.overlays import RangeIndex

SPANS = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(1, 30)
)


@given(st.lists(SPANS), SPANS)
def test_the_index_finds_the_ranges_that_overlap(spans: list[Span], row: Span) -> None:
    found = list(RangeIndex(spans).touching(row.start, row.end))
    assert sorted(found) == sorted(span for span in spans if span.overlaps(row))


def test_outer_ranges_come_before_the_ones_inside_them() -> None:
    outer, inner = Span(0, 9), Span(0, 4)
    assert list(RangeIndex([inner, outer]).touching(1, 2)) == [outer, inner]
