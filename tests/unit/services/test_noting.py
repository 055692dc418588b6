"""What the reader made is asked along with the articles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.model.search import Query, Restriction, SearchResult, Tier
from bulletin_tui.services.annotating import add_highlight, edit_note, remove, undo
from bulletin_tui.services.noting import NotesAnswer, NoteSearcher, asks_the_reader, with_notes
from bulletin_tui.services.reading import set_read
from bulletin_tui.services.searching import Searcher
from unit.store.samples import (
    ARTICLE,
    BEES,
    OTHER,
    ROAD,
    YELLOW,
    bookmark,
    highlight,
    make_workspace,
    span_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.services.workspace import Workspace

BOATS = span_of(OTHER, "Thuyền về lúc bốn giờ")


@pytest.fixture
def searcher(workspace: Workspace) -> NoteSearcher:
    """Over a workspace without marks."""
    return NoteSearcher(workspace)


def ids(answer: NotesAnswer) -> list[str]:
    """The marks that were found, best first."""
    return [note.annotation_id for note in answer.notes]


def test_what_was_just_marked_is_found_with_the_next_key(
    workspace: Workspace, searcher: NoteSearcher
) -> None:
    assert ids(searcher.ask("ong ")) == []
    made = highlight(workspace, BEES, note="Hỏi giá một thùng ong")
    assert ids(searcher.ask("thung ong ")) == [made.id]
    edit_note(workspace, made.id, "Đã hỏi")
    assert ids(searcher.ask("thung ong ")) == []
    undo(workspace)
    assert ids(searcher.ask("thung ong ")) == [made.id]
    remove(workspace, [made.id])
    assert ids(searcher.ask("ong ")) == []


def test_marks_of_an_article_that_is_gone_are_found_with_its_name(
    workspace: Workspace, tmp_path: Path
) -> None:
    made = highlight(workspace, BEES)
    with make_workspace(tmp_path, OTHER) as later:
        searcher = NoteSearcher(later)
        assert ids(searcher.ask("nuôi ong ")) == [made.id]
        assert ids(searcher.ask('title:"tổ kiểm tra" nuôi ong ')) == [made.id]
        assert ids(searcher.ask("title:thuyền nuôi ong ")) == []


def test_marks_of_an_article_in_another_folder_are_not_of_this_library(
    workspace: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "ong.md"
    file.write_text("Nuôi ong.")
    elsewhere = replace(ARTICLE, summary=replace(ARTICLE.summary, paths=(str(file),)))
    add_highlight(workspace, elsewhere, BEES, YELLOW)
    with make_workspace(tmp_path, OTHER) as later:
        assert ids(NoteSearcher(later).ask("nuôi ong ")) == []


def test_fields_and_dates_narrow_the_notes_by_their_articles(
    workspace: Workspace, searcher: NoteSearcher
) -> None:
    bees = highlight(workspace, BEES, note="về sớm")
    boats = add_highlight(workspace, OTHER, BOATS, YELLOW)
    assert ids(searcher.ask("về ")) == [boats.id, bees.id]
    assert ids(searcher.ask('về title:"bến cá"')) == [boats.id]
    assert ids(searcher.ask('về -title:"bến cá"')) == [bees.id]
    assert ids(searcher.ask("về before:2020 ")) == []


def test_conditions_come_to_ids_of_articles(workspace: Workspace, searcher: NoteSearcher) -> None:
    highlight(workspace, BEES)
    bookmark(workspace, OTHER, 0)
    set_read(workspace, OTHER, is_read=True)
    assert searcher.ask("is:highlighted ").restriction == Restriction(frozenset({ARTICLE.id}))
    assert searcher.ask("is:read ").restriction == Restriction(frozenset({OTHER.id}))
    assert not searcher.ask("is:unread ").restriction.allows(OTHER.id)
    set_read(workspace, OTHER, is_read=False)
    assert searcher.ask("is:unread ").restriction.allows(OTHER.id)


def test_a_condition_holds_for_notes_too(workspace: Workspace, searcher: NoteSearcher) -> None:
    boats = add_highlight(workspace, OTHER, BOATS, YELLOW)
    highlight(workspace, BEES, note="về sớm")
    set_read(workspace, ARTICLE, is_read=True)
    assert ids(searcher.ask("về is:unread ")) == [boats.id]


def test_in_notes_leaves_the_articles_of_the_notes_alone(
    workspace: Workspace, searcher: NoteSearcher
) -> None:
    highlight(workspace, BEES, note="Xem lại tháng sau")
    bookmark(workspace, OTHER, 0)
    answer = searcher.ask("in:notes tháng sau ")
    assert answer.restriction == Restriction(only=frozenset({ARTICLE.id}))
    assert searcher.ask("in:notes xyzzy ").restriction == Restriction(only=frozenset())


def test_in_notes_alone_lists_them_all(workspace: Workspace, searcher: NoteSearcher) -> None:
    bees = highlight(workspace, BEES)
    road = highlight(workspace, ROAD)
    assert ids(searcher.ask("in:notes ")) == [road.id, bees.id]


def test_the_readers_tags_let_articles_in(workspace: Workspace, searcher: NoteSearcher) -> None:
    made = add_highlight(workspace, ARTICLE, BEES, YELLOW, tags=["nông nghiệp"])
    highlight(workspace, ROAD)
    answer = searcher.ask("tag:nong|cá ")
    assert dict(answer.restriction.tagged) == {answer.query.terms[0]: frozenset({ARTICLE.id})}
    assert ids(answer) == [made.id]


def test_articles_can_be_searched_meanwhile_unless_marks_are_asked_for() -> None:
    assert asks_the_reader(Query("", in_notes=True))
    assert not asks_the_reader(Query("ong"))


def test_corrected_notes_are_left_out_while_an_article_has_the_words(
    workspace: Workspace, searcher: NoteSearcher
) -> None:
    highlight(workspace, BEES, note="Mua thêm muối")
    articles = Searcher.over((ARTICLE, OTHER))

    def tiers(typed: str) -> list[Tier]:
        notes = with_notes(articles.find(typed), searcher.ask(typed)).notes
        return [note.tier for note in notes]

    assert tiers("suối ") == []
    assert tiers("cuối suối ") == []
    assert tiers("tuối ") == [Tier.CORRECTED]


def test_notes_are_beside_what_was_found_otherwise(
    workspace: Workspace, searcher: NoteSearcher
) -> None:
    highlight(workspace, BEES)
    answer = searcher.ask("mô hình ")
    found = SearchResult(answer.query, (), 0)
    assert with_notes(found, answer).notes == answer.notes != ()
