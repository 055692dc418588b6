"""Placing shares work between marks and between openings, and does none where nothing changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bulletin_tui.model.annotation import AnchorState, TextQuoteSelector, TextVersion
from bulletin_tui.services.placing import NO_VERSION, Placer
from bulletin_tui.text.hashing import text_digest
from unit.store.samples import ARTICLE, PARAGRAPHS, make_annotation, make_article, span_of

BEES = make_annotation(ARTICLE)
ROAD = make_annotation(ARTICLE, "Đường vào bản mới", mark_id="road")
LONGER = make_article(paragraphs=("Một đoạn mới thêm lên đầu.", *PARAGRAPHS))
REWORDED = make_article(
    paragraphs=tuple(each.replace("mô hình nuôi ong", "mô hình ong mật") for each in PARAGRAPHS)
)


class Texts:
    """The texts that were marked, and which of them were asked for."""

    def __init__(self, *texts: str) -> None:
        self.asked: list[str] = []
        self._texts = {text_digest(text): text for text in texts}

    def find(self, digest: str) -> str | None:
        """The text with this digest."""
        self.asked.append(digest)
        return self._texts.get(digest)


@pytest.fixture
def texts() -> Texts:
    """The sample article's text."""
    return Texts(ARTICLE.text)


def test_the_old_text_is_read_once_for_all_marks_on_it(texts: Texts) -> None:
    placed = Placer(texts.find).place_all(LONGER, [BEES, ROAD])
    assert [one.annotation for one in placed] == [BEES, ROAD]
    assert [one.span for one in placed] == [
        span_of(LONGER, "mô hình nuôi ong"),
        span_of(LONGER, "Đường vào bản mới"),
    ]
    assert len(texts.asked) == 1


def test_what_was_found_is_remembered(texts: Texts) -> None:
    placer = Placer(texts.find)
    first = placer.place_all(LONGER, [BEES, ROAD])
    assert placer.place_all(LONGER, [BEES, ROAD]) == first
    assert placer.place(LONGER, BEES) == first[0]
    assert len(texts.asked) == 1


def test_another_text_is_looked_at_anew(texts: Texts) -> None:
    placer = Placer(texts.find)
    assert placer.place(LONGER, BEES).state is AnchorState.MOVED
    assert placer.place(REWORDED, BEES).state is AnchorState.CHANGED
    assert placer.place(ARTICLE, BEES).state is AnchorState.KEPT


@pytest.mark.parametrize("version", [BEES.version, TextVersion(ARTICLE.text_hash, 99)])
def test_the_old_text_is_not_asked_for_while_the_article_is_the_same(
    texts: Texts, version: TextVersion
) -> None:
    placed = Placer(texts.find).place(ARTICLE, replace(BEES, version=version))
    assert (placed.state, placed.span) == (AnchorState.KEPT, BEES.span)
    assert texts.asked == []


def test_a_changed_passage_comes_with_the_words_of_today(texts: Texts) -> None:
    placed = Placer(texts.find).place(REWORDED, BEES)
    assert (placed.state, placed.now) == (AnchorState.CHANGED, "mô hình ong mật")
    assert placed.span == span_of(REWORDED, "mô hình ong mật")


def test_other_marks_bring_no_words_of_today(texts: Texts) -> None:
    placer = Placer(texts.find)
    assert placer.place(LONGER, BEES).now == placer.place(ARTICLE, BEES).now == ""


def test_without_the_old_text_a_mark_is_placed_by_its_own_words() -> None:
    placed = Placer(lambda _digest: None).place(LONGER, BEES)
    assert (placed.state, placed.span) == (AnchorState.MOVED, span_of(LONGER, "mô hình nuôi ong"))


def test_a_mark_that_came_without_a_text_asks_for_none(texts: Texts) -> None:
    placed = Placer(texts.find).place(LONGER, replace(BEES, text_digest=""))
    assert placed.state is AnchorState.MOVED
    assert texts.asked == []


def test_a_text_that_comes_with_a_mark_is_not_asked_for(texts: Texts) -> None:
    brought = replace(BEES, text_digest="", quote=TextQuoteSelector(BEES.quote.exact, "", ""))
    placed = Placer(texts.find).place(REWORDED, brought, ARTICLE.text)
    assert (placed.annotation, placed.state) == (brought, AnchorState.CHANGED)
    assert texts.asked == []


def test_a_quote_of_which_nothing_more_is_known_is_kept_where_it_alone_can_stand() -> None:
    lone = replace(
        BEES, version=NO_VERSION, text_digest="", quote=TextQuoteSelector("các mô hình", "", "")
    )
    placed = Placer(lambda _digest: None).place(LONGER, lone)
    assert (placed.state, placed.span) == (AnchorState.KEPT, span_of(LONGER, "các mô hình"))


def test_an_article_that_is_gone_leaves_orphans(texts: Texts) -> None:
    placed = Placer(texts.find).place(None, BEES)
    assert (placed.state, placed.span, placed.now) == (AnchorState.ORPHAN, None, "")
