"""An index in a file is searched as one in memory is, while others write to it and fail to."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import IndexUnavailableError
from bulletin_tui.model.search import Tier
from bulletin_tui.search import engine
from bulletin_tui.search.opening import open_index
from bulletin_tui.search.preparing import prepare
from bulletin_tui.search.writing import IndexWriter
from bulletin_tui.services.searching import Searcher
from unit.search.articles import ALL, SCHOOLS, article, titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bulletin_tui.model.article import Article

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
        first = searcher.find_strict("giá gạo ", limit=50)
        assert not first.is_complete
        found = searcher.find_more(first, limit=10)
        assert (len(found.hits), found.total, found.is_complete) == (10, len(COMMON), True)


def test_a_row_with_a_word_corrected_is_on_the_first_screen() -> None:
    """Articles that only have all the words somewhere would fill it."""
    apart = "Dê. " + "x " * 300 + "Kéo. " + "x " * 300 + "Cát."
    scattered = [article(f"Số {at}", apart) for at in range(20)]
    meant = article("Đê kéo cát", "Ở đây không có gì.")
    with closing(Searcher.over([meant, *scattered])) as searcher:
        hits = searcher.find("de keo cta ", limit=10).hits
        assert "Đê kéo cát" in {hit.article.title for hit in hits}


def test_keys_are_read_as_words_unless_that_is_switched_off(searcher: Searcher) -> None:
    found = searcher.find("nghij quyeets ")
    assert titles(found) == titles(searcher.find("nghị quyết "))
    assert [(each.typed, each.word) for each in found.decoded] == [
        ("nghij", "nghị"),
        ("quyeets", "quyết"),
    ]
    assert titles(searcher.find("nghij quyeets ", decodes_keys=False)) == []


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
