"""Laws of finding: nothing raises, spans cover what was asked for, a text finds itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_tui.model.search import Tier
from bulletin_tui.search.query import parse_query
from bulletin_tui.services.searching import ArticleSearcher, Searcher
from bulletin_tui.text.clean import clean
from bulletin_tui.text.fold import fold, strict, strictly_matches
from bulletin_tui.text.words import word_spans
from unit.search.articles import article

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bulletin_tui.model.article import Article, Span
    from bulletin_tui.model.search import Hit

WORDS = (
    "nước sạch về bản hòa hoà thủy thuỷ quả qua quà đường dương được nghị nghỉ kỹ 29 2018 a NQ"
).split()
OTHERS = [
    "29-NQ/TW",
    "45/2019/NĐ-CP",
    "5%",
    "(xã)",
    "“thôn”",
    "nước–non",
    "näo",
    "q\u0308u",
    "数学",
    "TP.HCM",
]
LINES = st.lists(st.sampled_from(WORDS + OTHERS), min_size=1, max_size=12).map(" ".join)
TEXTS = LINES | st.text(min_size=1, max_size=30).map(clean).filter(str.strip)
ARTICLES = st.lists(
    st.builds(article, TEXTS, TEXTS, LINES), max_size=4, unique_by=lambda each: each.id
)
KEYS = (
    'nuoc sajch vee nghi5 hoa " - | ngih nứoc title: 29 nq29 after:2018 duong đương sachve % q d'
    " 数 tp \x00 \ud800"
).split(" ")
TYPED = LINES | st.text(max_size=20) | st.lists(st.sampled_from(KEYS), max_size=6).map(" ".join)

unhurried = settings(deadline=None)
"""The first correction loads a library."""


@unhurried
@given(ARTICLES, TYPED)
def test_no_query_raises_and_better_tiers_come_first(articles: list[Article], typed: str) -> None:
    result = Searcher.over(articles).find(typed)
    order = [(hit.tier, -hit.score) for hit in result.hits]
    assert order == sorted(order)
    assert result.total == len(result.hits)


@unhurried
@given(ARTICLES, TYPED)
def test_spans_lie_apart_and_in_order(articles: list[Article], typed: str) -> None:
    by_id = {each.id: each for each in articles}
    for hit in Searcher.over(articles).find(typed).hits:
        text = by_id[hit.article.id].text
        check_order(hit.matches, len(text))
        check_order(hit.title_matches, len(hit.article.title))
        for passage in hit.passages:
            check_order(passage.matches, passage.span.end)
            assert all(passage.span.start <= span.start for span in passage.matches)
            snippet = passage.snippet
            check_order(snippet.matches, len(snippet.text))
            for span in snippet.matches:
                start, end = snippet.offset + span.start, snippet.offset + span.end
                assert snippet.text[span.start : span.end].split() == text[start:end].split()


@unhurried
@given(ARTICLES, TYPED)
def test_a_span_covers_what_was_typed_or_what_is_said_to_be_meant(
    articles: list[Article], typed: str
) -> None:
    by_id = {each.id: each for each in articles}
    terms = parse_query(typed).terms
    found = Searcher.over(articles).find(typed)
    asked = [fold(word) for term in terms for word in term.alternatives]
    asked += [fold(each.word) for each in found.decoded]
    for hit in found.hits:
        meant = asked + [fold(word) for word in re.findall("“(.*?)” for", hit.why)]
        for word in covered_words(hit, by_id[hit.article.id].text):
            assert any(word in each or each in word for each in meant)


@unhurried
@given(LINES, st.data())
def test_a_text_is_found_by_any_words_of_it_in_a_row(line: str, data: st.DataObject) -> None:
    target = article("Đích", line)
    words = [line[span.start : span.end] for span in word_spans(line)]
    if not words:
        return
    start = data.draw(st.integers(0, len(words) - 1))
    typed = " ".join(words[start : data.draw(st.integers(start + 1, len(words)))])
    searcher = Searcher.over([target])
    assert [hit.tier for hit in searcher.find(f'"{typed}"').hits] == [Tier.EXACT]
    assert [hit.tier for hit in searcher.find(f"{typed} ").hits] in ([Tier.EXACT], [Tier.FOLDED])
    (folded,) = searcher.find(fold(typed)).hits
    assert folded.tier <= Tier.FOLDED


@unhurried
@given(LINES, st.sampled_from(WORDS), st.booleans())
def test_the_open_article_shows_every_place_where_a_word_stands(
    line: str, word: str, is_bare: bool
) -> None:
    typed = fold(word) if is_bare else word
    stands = [
        span
        for span in word_spans(line)
        if strictly_matches(strict(typed), strict(line[span.start : span.end]))
    ]
    hits = ArticleSearcher().find(article("Đích", line), f"{typed} ").hits
    shown = {offset for hit in hits for span in hit.matches for offset in offsets([span])}
    assert {at for at in shown if not line[at].isspace()} == offsets(stands)


def check_order(spans: tuple[Span, ...], end: int) -> None:
    """Assert that spans hold something, lie apart, in order, and inside a text."""
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(span.start < span.end for span in spans)
    assert not edges or (edges[0] >= 0 and edges[-1] <= end)


def covered_words(hit: Hit, text: str) -> list[str]:
    """The bare words and signs under the spans of a hit."""
    parts = [text[span.start : span.end] for span in hit.matches]
    parts += [hit.article.title[span.start : span.end] for span in hit.title_matches]
    bare = [fold(part) for part in parts]
    return [part[span.start : span.end] for part in bare for span in word_spans(part)]


def offsets(spans: Iterable[Span]) -> set[int]:
    """Every code point under the spans."""
    return {offset for span in spans for offset in range(span.start, span.end)}
