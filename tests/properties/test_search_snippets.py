"""Laws of excerpts: their offsets and their matches are those of the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.model.article import Span
from bulletin_tui.text.snippets import ELLIPSIS, snippet

TEXTS = st.text("ab c\n,đ", max_size=80)


@given(TEXTS, st.sets(st.integers(0, 80), max_size=12), st.integers(1, 40), st.data())
def test_an_excerpt_stands_for_its_part_of_the_text(
    text: str, edges: set[int], width: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    block = Span(start, data.draw(st.integers(start, len(text))))
    inside = sorted(edge for edge in edges if block.start <= edge <= block.end)
    matches = [Span(*pair) for pair in zip(inside[::2], inside[1::2], strict=False)]
    excerpt = snippet(text, block, matches, width)
    assert len(excerpt.text.strip(ELLIPSIS)) <= width
    assert "\n" not in excerpt.text
    assert bool(excerpt.matches) == bool(matches)
    for index, char in enumerate(excerpt.text):
        if char != ELLIPSIS:
            found = text[excerpt.offset + index]
            assert char == (" " if found.isspace() else found)
    for span in excerpt.matches:
        within = Span(span.start + excerpt.offset, span.end + excerpt.offset)
        assert any(match.start <= within.start < within.end <= match.end for match in matches)
