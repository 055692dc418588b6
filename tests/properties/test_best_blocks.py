"""The best blocks of an article are the same, whether all of them are weighed or only some."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.search.matching import Slot, find_all
from bulletin_tui.search.query import parse_query
from bulletin_tui.search.ranking import best_blocks, weigh_block
from bulletin_tui.search.readings import typed_readings
from bulletin_tui.search.runs import in_blocks
from bulletin_tui.search.texts import ArticleEntry
from unit.search.articles import article

PARAGRAPHS = st.lists(st.sampled_from(["xã", "xa", "thôn", "họp", "làng", "xãm"]), min_size=1)


@given(st.lists(PARAGRAPHS, min_size=1, max_size=12), st.integers(1, 6))
def test_what_is_ruled_out_is_worth_less(paragraphs: list[list[str]], most: int) -> None:
    entry = ArticleEntry(article("Một", *map(" ".join, paragraphs)))
    terms = parse_query("xa thon hop").terms
    slots = [Slot(term, typed_readings(term, is_strict=False)) for term in terms]
    found = find_all(entry, slots)
    if found is None:
        return
    shares = (0.5, 0.3, 0.2)
    blocks = list(in_blocks(entry, found.body))
    every = sorted(blocks, key=lambda block: (-weigh_block(found, block[1], shares)[0], block[0]))
    assert best_blocks(found, blocks, shares, most) == every[:most]
