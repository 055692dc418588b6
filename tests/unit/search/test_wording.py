"""The words of an article as the index takes them are those of what it keeps of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Boilerplate
from bulletin_tui.search.preparing import prepare
from bulletin_tui.search.stored import row_of
from bulletin_tui.search.wording import words_of
from unit.search.articles import article

if TYPE_CHECKING:
    from bulletin_tui.model.article import Article
    from bulletin_tui.search.wording import ArticleWords

LONG = " ".join(f"w{number}" for number in range(400))
"""A block that is cut into passages."""


def words(whole: Article) -> ArticleWords:
    prepared = prepare(whole)
    stored = row_of(prepared, number=1, first_passage=1)
    return words_of(stored, prepared.passages, prepared.head)


def test_a_word_of_the_title_is_counted_once() -> None:
    found = words(article("Họp thôn", "Họp ở thôn trên"))
    assert set(found.head.vocabulary.split()) == {"hop", "thon"}
    assert set(found.vocabulary.split()) == {"o", "tren"}


def test_the_code_of_a_language_is_no_word_of_an_article_in_it() -> None:
    found = words(article("Họp thôn", "Họp ở thôn trên"))
    assert "vi" not in f"{found.head.tokens} {found.vocabulary}".split()
    assert ("l", "vi") in found.head.labels


def test_what_is_folded_has_no_words() -> None:
    whole = article("Họp", "Xã họp.", "Bản quyền")
    first, last = whole.document.blocks
    last = replace(last, boilerplate=Boilerplate.FOOTER, is_folded=True)
    whole = replace(whole, document=replace(whole.document, blocks=(first, last)))
    assert words(whole).passages == ("xa hop _xa_hop",)


def test_a_row_of_words_is_found_also_where_its_block_is_cut() -> None:
    first, second, *_others = words(article("Dài", LONG)).passages
    begins_second = second.split()[0]
    last_of_first = f"w{int(begins_second[1:]) - 1}"
    assert f"_{last_of_first}_{begins_second}" in first.split()
    assert f"_{last_of_first}_{begins_second}" not in second.split()


def test_no_row_of_words_reaches_from_one_block_into_the_next() -> None:
    first, *_others = words(article("Hai", f"{'a ' * 300}cuối", "đầu b", LONG)).passages
    assert "_cuoi_dau" not in first.split()
