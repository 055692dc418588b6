"""Searching articles as a reader does: what is found, where, and when to stop."""

from __future__ import annotations

import pytest

from bulletin_tui.model.search import Tier
from bulletin_tui.services.searching import ArticleSearcher, Searcher
from unit.search.articles import ALL, BRIDGE, SCHOOLS, SEARCHER, TEA, article, only, shown, titles


def test_every_word_must_be_there() -> None:
    assert titles(SEARCHER.find("học trò suối ")) == [BRIDGE.id]
    assert titles(SEARCHER.find("học trò ngoại ngữ ")) == []


def test_words_may_stand_in_title_data_and_text() -> None:
    assert titles(SEARCHER.find("vùng cao lào cai khai giảng ")) == [SCHOOLS.id]


def test_an_unfinished_word_stands_for_words_that_begin_so() -> None:
    assert only("khai giả").tier is Tier.EXACT
    assert all(hit.tier > Tier.FOLDED for hit in SEARCHER.find("khai giả ").hits)


def test_a_phrase_stands_in_a_row_and_as_typed() -> None:
    assert titles(SEARCHER.find('"nghi quyet"')) == [SCHOOLS.id]
    assert titles(SEARCHER.find('"nghỉ quyết"')) == []
    assert titles(SEARCHER.find('"quyết nghị"')) == []


def test_a_phrase_is_found_behind_one_that_differs_in_a_mark() -> None:
    stutter = article("Nói lắp", "Ma mã mạ.")
    assert shown(stutter.text, Searcher.over([stutter]).find('"mã mạ"').hits[0].matches) == [
        "mã mạ"
    ]


def test_a_phrase_may_reach_over_a_comma() -> None:
    assert titles(Searcher.over([article("Chợ", "Rau, quả, trứng.")]).find('"rau quả trứng"')) == [
        "Chợ"
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("học trò -cầu", [SCHOOLS.id]),
        ("-nghị", [BRIDGE.id]),
        ("chè|cầu ", [TEA.id, BRIDGE.id]),
        ("title:chè", [TEA.id]),
        ("title:nương", []),
        ("source:huyen", [SCHOOLS.id]),
        ("author:may", [SCHOOLS.id]),
        ('place:"lao cai"', [SCHOOLS.id]),
        ("place:mường", []),
        ("doc:12", [SCHOOLS.id]),
        ("doc:12-NQ/HU", [SCHOOLS.id]),
        ("after:2018", [BRIDGE.id, SCHOOLS.id]),
        ("after:19/10/2018", [BRIDGE.id]),
        ("before:19/10/2018", [SCHOOLS.id]),
        ("after:6/2023", [BRIDGE.id]),
        ("after:2024", []),
        ("%", []),
        (";", [SCHOOLS.id, BRIDGE.id, TEA.id]),
    ],
)
def test_the_syntax_narrows_what_is_found(typed: str, found: list[str]) -> None:
    assert sorted(titles(SEARCHER.find(typed))) == sorted(found)


@pytest.mark.parametrize(
    "typed",
    ["12-NQ/HU", "12 nq hu", "nq12", "nq 12", "NQ-12", "12-nq", "12/NQ-HU", "nqhu12", "doc:nq12"],
)
def test_a_document_is_found_by_any_spelling_of_its_symbol(typed: str) -> None:
    assert titles(SEARCHER.find(typed)) == [SCHOOLS.id]


def test_a_symbol_with_its_year_is_found_without_it() -> None:
    decree = article("Nghị định", "Theo Nghị định 45/2019/NĐ-CP thì khác.")
    assert titles(Searcher.over([decree]).find("nđ45")) == ["Nghị định"]
    assert titles(Searcher.over([decree]).find("nq45")) == []


def test_a_symbol_is_found_without_the_zero_before_its_number() -> None:
    printed = ("04/2018/NĐ-CP", "4/2019/NĐ-CP", "14/2018/NĐ-CP")
    searcher = Searcher.over([article(f"Văn bản {each}", f"Theo {each}.") for each in printed])
    for typed in ("nđ4", "4nd", "4-nđ"):
        assert sorted(titles(searcher.find(typed))) == sorted(
            f"Văn bản {each}" for each in printed[:2]
        )
    for typed in ("nd04", "04/nđ"):
        assert titles(searcher.find(typed)) == [f"Văn bản {printed[0]}"]


def test_matches_are_all_listed_in_reading_order() -> None:
    hit = SEARCHER.find("nghị quyết ").hits[0]
    assert shown(SCHOOLS.text, hit.matches) == ["nghị quyết", "nghị quyết"]
    assert list(hit.matches) == sorted(hit.matches)


def test_where_the_words_stand_together_only_those_places_are_matches() -> None:
    assert shown(SCHOOLS.text, only("nghị quyết xây ").matches) == ["nghị quyết xây"]


def test_else_only_paragraphs_with_all_of_the_words_have_matches() -> None:
    hit = only("nghị quyết ủng ")
    assert shown(SCHOOLS.text, hit.matches) == ["nghị quyết", "ủng"]


def test_title_matches_count_in_the_title() -> None:
    assert shown(TEA.summary.title, only("che xuan ").title_matches) == ["chè xuân"]


def test_passages_are_blocks_best_first() -> None:
    first, second = SEARCHER.find("trường|khai nghi quyet ").hits[0].passages
    assert shown(SCHOOLS.text, [first.span, second.span]) == SCHOOLS.text.split("\n\n")[:2]
    assert shown(SCHOOLS.text, first.matches) == ["nghị quyết", "trường"]
    assert shown(first.snippet.text, first.snippet.matches) == ["nghị quyết", "trường"]


def test_an_article_found_by_its_data_has_no_passage() -> None:
    hit = only("mường khương")
    assert (hit.passages, hit.matches, hit.title_matches) == ((), (), ())


def test_the_open_article_is_searched_by_its_text_alone() -> None:
    (hit,) = ArticleSearcher().find(SCHOOLS, "nghị").hits
    assert shown(SCHOOLS.text, hit.matches) == ["nghị", "nghị"]
    assert titles(ArticleSearcher().find(SCHOOLS, "lào cai")) == []
    assert titles(ArticleSearcher().find(SCHOOLS, "chè")) == []


def test_nothing_is_corrected_in_the_open_article() -> None:
    assert titles(ArticleSearcher().find(SCHOOLS, "nghỉ")) == []
    assert titles(ArticleSearcher().find(SCHOOLS, "ngih")) == []


def test_the_limit_leaves_the_total() -> None:
    result = SEARCHER.find("nam ", limit=1)
    assert (len(result.hits), result.total) == (1, 2)


def test_nothing_typed_finds_nothing() -> None:
    assert SEARCHER.find(" ").hits == ()


def test_a_cancelled_search_finds_nothing() -> None:
    assert SEARCHER.find_strict("nghị", is_cancelled=lambda: True).hits == ()


def test_a_search_asks_between_articles_whether_it_is_cancelled() -> None:
    asked: list[None] = []

    def is_cancelled() -> bool:
        asked.append(None)
        return len(asked) > 1

    assert Searcher.over(ALL).find_strict("nam ", is_cancelled=is_cancelled).total == 0
    assert len(asked) == 2


def test_the_hint_of_a_query_comes_with_its_result() -> None:
    assert SEARCHER.find("colour:red chè").query.hint


def test_scripts_without_spaces_are_searched_by_any_part() -> None:
    (hit,) = Searcher.over([article("数学", "今日は数学を学ぶ。")]).find("学").hits
    assert len(hit.matches) == 2


def test_offsets_hold_in_long_texts() -> None:
    text = "Đồng lúa chín. " * 10_000
    long = article("Dài", f"{text}Mùa gặt về.")
    (hit,) = Searcher.over([long]).find("mua gat ").hits
    assert shown(long.text, hit.matches) == ["Mùa gặt"]


@pytest.mark.parametrize("typed", ["facebook2023", "2018android", "chatgpt4", "title:windows10"])
def test_many_letters_and_a_number_are_a_word(typed: str) -> None:
    target = article(typed.removeprefix("title:"), "Một dòng.")
    assert titles(Searcher.over([target]).find(typed)) == [target.id]


def test_a_sign_is_found_wherever_it_stands() -> None:
    others = [article(f"Số {at}", "Không có gì.") for at in range(200)]
    target = article("Vui", "Xong việc 🎉.")
    assert titles(Searcher.over([target, *others]).find("🎉")) == ["Vui"]


def test_few_words_are_corrected_in_every_article_that_has_them() -> None:
    titled = article("Nghị quyết mới", "Không nhắc lại.")
    others = [article(f"Số {at}", "Bản nghị quyết của xã.") for at in range(3)]
    assert len(titles(Searcher.over([titled, *others]).find("ngih quyet "))) == 4
