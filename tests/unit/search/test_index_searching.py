"""An index in a file is searched as one in memory is, while others write to it and fail to."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import IndexUnavailableError
from bulletin_tui.model.search import Restriction, Tier
from bulletin_tui.search import engine, entries, stored
from bulletin_tui.search.opening import open_index, remove_index
from bulletin_tui.search.preparing import prepare
from bulletin_tui.search.writing import IndexWriter
from bulletin_tui.services.searching import Searcher
from unit.search.articles import ALL, SCHOOLS, article, titles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from sqlite3 import Connection

    from bulletin_tui.model.article import Article
    from bulletin_tui.search.opening import Index
    from bulletin_tui.search.stored import StoredArticle

COMMON = [article(f"Tin {at}", "Bản tin giá gạo hằng ngày.", source="Chợ") for at in range(90)]


def write(path: Path, articles: Iterable[Article]) -> None:
    with open_index(path, for_writing=True) as index:
        writer = IndexWriter(index)
        with writer.batch():
            writer.write(prepare(each) for each in articles)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "index.db"


@pytest.fixture
def searcher(path: Path) -> Iterator[Searcher]:
    write(path, ALL)
    with closing(Searcher(open_index(path))) as searcher:
        yield searcher


@pytest.mark.parametrize("typed", ["nghị quyết", "hoc tro ", "ngih quyet", 'place:"lào cai" bản'])
def test_a_file_answers_as_memory_does(searcher: Searcher, typed: str) -> None:
    in_memory = Searcher.over(ALL).find(typed)
    found = searcher.find(typed)
    assert [(hit.article, hit.tier, hit.matches) for hit in found.hits] == [
        (hit.article, hit.tier, hit.matches) for hit in in_memory.hits
    ]


def test_what_another_process_adds_is_found_by_the_next_search(
    path: Path, searcher: Searcher
) -> None:
    assert titles(searcher.find_strict("rươi ")) == []
    write(path, [article("Mùa rươi", "Rươi nổi ngoài bãi.", source="Ven biển")])
    assert titles(searcher.find("rươi ")) == ["Mùa rươi"]
    assert titles(searcher.find('source:"ven biển" ')) == ["Mùa rươi"]


def test_what_another_process_changes_is_shown_as_it_is_now(path: Path, searcher: Searcher) -> None:
    assert titles(searcher.find("nghị quyết vùng cao ")) == [SCHOOLS.id]
    changed = replace(SCHOOLS, document=replace(SCHOOLS.document, text="Rươi nổi."), text_hash="00")
    write(path, [changed])
    assert titles(searcher.find_strict("nghị quyết vùng cao ")) == []
    assert titles(searcher.find("rươi ")) == [SCHOOLS.id]


def test_a_file_that_is_damaged_meanwhile_is_named_as_such(path: Path) -> None:
    write(path, COMMON)
    with closing(Searcher(open_index(path))) as searcher:
        path.write_bytes(path.read_bytes()[:8192] + b"\0" * (path.stat().st_size - 8192))
        with pytest.raises(IndexUnavailableError):
            searcher.find("giá gạo ")


def test_a_filter_is_applied_before_the_cut() -> None:
    rare = article("Tin xa", "Bản tin giá gạo vùng cao.", source="Bản làng")
    with closing(Searcher.over([rare, *COMMON])) as searcher:
        assert titles(searcher.find('giá gạo source:"bản làng" ', limit=1)) == ["Tin xa"]


def test_a_mark_that_must_stand_is_looked_for_beyond_the_first_candidates(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(engine, "perf_counter", lambda: 0.0)
    marked = article("Gà gô", "Con gà gô.")
    others = [article(f"Ga {at}", "Sân ga, ga tàu.") for at in range(90)]
    with closing(Searcher.over([marked, *others])) as searcher:
        assert [hit.tier for hit in searcher.find("gà ", limit=1).hits] == [Tier.EXACT]


def test_a_cut_is_said_and_the_others_are_counted() -> None:
    with closing(Searcher.over(COMMON)) as searcher:
        first = searcher.find_strict("gia gao ", limit=50)
        assert not first.is_complete
        found = searcher.find_more(first, limit=10)
        assert (len(found.hits), found.total, found.is_complete) == (10, len(COMMON), True)
        marked = searcher.find("giá gạo ", limit=10)
        assert marked.is_cut
        assert 10 <= marked.total < len(COMMON)


@pytest.mark.parametrize("typed", ["gia -gao ", "gia before:2001 ", '"gia gao" '])
def test_articles_are_not_counted_where_only_their_texts_can_tell(typed: str) -> None:
    with closing(Searcher.over(COMMON)) as searcher:
        found = searcher.find(typed, limit=10)
        assert found.total <= len(COMMON)
        assert found.is_cut or found.total == len(found.hits)


def test_a_row_with_a_word_corrected_is_on_the_first_screen() -> None:
    """Articles that only have all the words somewhere would fill it."""
    apart = "Dê. " + "x " * 300 + "Kéo. " + "x " * 300 + "Cát."
    scattered = [article(f"Số {at}", apart) for at in range(20)]
    meant = article("Đê kéo cát", "Ở đây không có gì.")
    with closing(Searcher.over([meant, *scattered])) as searcher:
        hits = searcher.find("de keo cta ", limit=10).hits
        assert "Đê kéo cát" in {hit.article.title for hit in hits}


def test_of_few_articles_all_with_a_corrected_word_are_found_and_a_cut_of_more_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    titled = [article(f"Giá gạo {at}", "Tin.") for at in range(12)]
    others = [article(f"Tin {at}", "Hôm nay giá gạo lên.") for at in range(3)]
    with closing(Searcher.over([*titled, *others])) as searcher:
        found = searcher.find("giagao ", limit=50)
        assert (found.total, found.is_cut) == (15, False)
        monkeypatch.setattr(engine, "FEW", 14)
        found = searcher.find("giagao ", limit=50)
        assert (found.total, found.is_cut) == (12, True)


def test_keys_are_read_as_words_unless_that_is_switched_off(searcher: Searcher) -> None:
    found = searcher.find("nghij quyeets ")
    assert titles(found) == titles(searcher.find("nghị quyết "))
    assert [(each.typed, each.word) for each in found.decoded] == [
        ("nghij", "nghị"),
        ("quyeets", "quyết"),
    ]
    assert titles(searcher.find("nghij quyeets ", decodes_keys=False)) == []


@pytest.mark.parametrize("typed", ["ootoo ddieejn ", "o6to6 d9ie65n "])
def test_keys_of_words_without_a_space_are_read_however_the_word_is_written(typed: str) -> None:
    for title in ("Xe ôtô điện", "Ô tô điện"):
        two = [article(title, "Có trạm sạc."), article("Tin khác", "Trời mưa.")]
        with closing(Searcher.over(two)) as searcher:
            assert titles(searcher.find(typed)) == [title]


def test_the_query_is_respelt_as_it_stands_in_what_was_found(searcher: Searcher) -> None:
    assert searcher.find("source:báo ngih quyet ").respelt == ""
    assert searcher.find("ngih quyet").respelt == "nghị quyet"


def test_an_interrupted_search_finds_nothing_and_the_next_one_is_as_ever(path: Path) -> None:
    write(path, COMMON)
    index = open_index(path)
    with closing(Searcher(index)) as searcher:
        index.connection.set_progress_handler(searcher.interrupt, 50)
        assert searcher.find("giá gạo ").hits == ()
        index.connection.set_progress_handler(None, 0)
        assert searcher.find("giá gạo ").hits != ()


def look_twice(index: Index, between: Callable[[], None]) -> None:
    """Two statements of one moment, and something that happens when neither is under way."""
    with index.one_moment():
        index.version()
        between()
        index.version()


def test_an_interrupt_between_two_statements_ends_the_next_one() -> None:
    with open_index(None) as index:
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            look_twice(index, index.interrupt)
        index.interrupt()
        look_twice(index, lambda: None)


def test_an_interrupt_into_the_end_of_a_search_does_no_harm_to_the_next(path: Path) -> None:
    write(path, COMMON)
    index = open_index(path)
    with closing(Searcher(index)) as searcher:
        with pytest.raises(sqlite3.OperationalError, match="interrupted"), index.one_moment():
            index.connection.set_progress_handler(lambda: True, 1)
        index.connection.set_progress_handler(None, 0)
        assert searcher.find("giá gạo ").hits != ()


def test_every_article_is_weighed_though_few_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "MOST_KEPT", 100)
    with closing(Searcher.over(COMMON[:14])) as searcher:
        for _attempt in range(3):
            assert searcher.find("gạo ").total == 14
            searcher.find("tin ", limit=3)


def test_among_many_that_may_be_found_none_is_lost_to_newer_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(engine, "perf_counter", lambda: 0.0)
    old = [article(f"Cũ {at}", "Bản tin giá gạo.") for at in range(250)]
    ids = frozenset(each.id for each in old)
    only = Restriction(only=ids)
    with closing(Searcher.over([*old, *COMMON])) as searcher:
        found = searcher.find("giá gạo ", limit=300, restriction=only)
        assert {hit.article.id for hit in found.hits} == ids
        without = Restriction(without=frozenset(each.id for each in COMMON))
        left = searcher.find("giá gạo ", limit=300, restriction=without)
        assert {hit.article.id for hit in left.hits} == ids


def test_words_are_corrected_among_the_few_that_may_be_found(searcher: Searcher) -> None:
    only = Restriction(only=frozenset({SCHOOLS.id, COMMON[0].id}))
    assert titles(searcher.find("ngih quyet xay ", restriction=only)) == [SCHOOLS.id]


def test_an_unwanted_tag_rules_out_by_the_articles_own_tags_too() -> None:
    plain, tagged = article("Một", "Giá gạo."), article("Hai", "Giá gạo.")
    known = replace(tagged.document.metadata, tags=("kinh tế",))
    tagged = replace(tagged, document=replace(tagged.document, metadata=known))
    with closing(Searcher.over([plain, tagged])) as searcher:
        assert titles(searcher.find("gạo -tag:kinh ")) == ["Một"]


def test_dates_of_any_century_are_compared() -> None:
    early = article("Xưa", "Giá gạo.", published="1890")
    late = article("Sau", "Giá gạo.", published="2140")
    with closing(Searcher.over([early, late])) as searcher:
        assert titles(searcher.find("gạo before:2000 ")) == ["Xưa"]
        assert titles(searcher.find("gạo after:2000 ")) == ["Sau"]
        assert titles(searcher.find("gạo before:1800 ")) == []


def test_an_apostrophe_that_counts_as_a_letter_parts_words() -> None:
    with closing(Searcher.over([article("Kiev", "Це обʼєкт.")])) as searcher:
        assert titles(searcher.find("об")) == ["Kiev"]
        assert titles(searcher.find("обʼєкт ")) == ["Kiev"]


def test_a_search_is_of_one_moment(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch is committed between the moment an article is found and the one it is read."""
    one, two = article("Một", "Giá gạo."), article("Hai", "Giá gạo bí mật.")
    write(path, [one])
    load = stored.load_text

    def late(connection: Connection, row: StoredArticle) -> str:
        with open_index(path, for_writing=True) as index:
            writer = IndexWriter(index)
            with writer.batch():
                writer.remove([one.id])
                writer.write([prepare(two)])
        return load(connection, row)

    with closing(Searcher(open_index(path))) as searcher:
        monkeypatch.setattr(entries, "load_text", late)
        (hit,) = searcher.find_strict("gạo ").hits
        assert (hit.article.id, hit.passages[0].snippet.text) == ("Một", "Giá gạo.")
        monkeypatch.undo()
        assert titles(searcher.find("gạo ")) == ["Hai"]


def test_an_index_that_was_put_in_the_place_of_another_is_searched(path: Path) -> None:
    write(path, [article("Một", "Giá gạo.")])
    with closing(Searcher.in_file(path)) as searcher:
        assert titles(searcher.find("gạo ")) == ["Một"]
        remove_index(path)
        write(path, [article("Hai", "Giá gạo.")])
        assert titles(searcher.find("gạo ")) == ["Hai"]
