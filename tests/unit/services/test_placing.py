"""Marks stand where their words are today; those without a place are never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnchorState
from bulletin_tui.services.annotating import (
    add_highlight,
    edit_note,
    list_annotations,
    remove,
)
from bulletin_tui.services.stacks import MemoryStacks
from unit.store.samples import (
    ARTICLE,
    BEES,
    GREEN,
    OTHER,
    PARAGRAPHS,
    ROAD,
    bookmark,
    highlight,
    make_article,
    marks,
    span_of,
)

if TYPE_CHECKING:
    from bulletin_tui.services.workspace import Workspace


def test_an_article_lists_its_marks_in_reading_order(workspace: Workspace) -> None:
    late = highlight(workspace, ROAD)
    early = highlight(workspace, BEES)
    placed = list_annotations(workspace, ARTICLE.id)
    assert [one.annotation for one in placed] == [early, late]
    assert [one.state for one in placed] == [AnchorState.KEPT] * 2


def test_the_library_lists_the_marks_made_last_first(workspace: Workspace) -> None:
    first = highlight(workspace, ROAD)
    second = bookmark(workspace, OTHER, 0)
    assert marks(workspace) == [second, first]


def test_a_mark_moves_with_its_words(workspace: Workspace) -> None:
    highlight(workspace)
    changed = make_article(paragraphs=("Một đoạn mới thêm lên đầu.", *PARAGRAPHS))
    workspace.stacks = MemoryStacks((changed,))
    (placed,) = list_annotations(workspace, ARTICLE.id)
    assert placed.state is AnchorState.MOVED
    assert placed.span == span_of(changed, "mô hình nuôi ong")


def test_a_mark_moves_when_white_space_alone_has_changed(workspace: Workspace) -> None:
    highlight(workspace)
    changed = make_article(paragraphs=(ARTICLE.text.replace("\n\n", "\n"),))
    assert changed.text_hash == ARTICLE.text_hash
    workspace.stacks = MemoryStacks((changed,))
    (placed,) = list_annotations(workspace, ARTICLE.id)
    assert placed.span == span_of(changed, "mô hình nuôi ong")


def test_a_moved_passage_highlighted_again_is_one_mark(workspace: Workspace) -> None:
    highlight(workspace)
    changed = make_article(paragraphs=("Một đoạn mới thêm lên đầu.", *PARAGRAPHS))
    workspace.stacks = MemoryStacks((changed, OTHER))
    again = span_of(changed, "mô hình nuôi ong")
    add_highlight(workspace, changed, again, GREEN)
    assert [mark.color for mark in marks(workspace)] == [GREEN]


def test_words_that_are_gone_leave_an_orphan_listed_first(workspace: Workspace) -> None:
    kept = highlight(workspace, BEES)
    gone = highlight(workspace, span_of(ARTICLE, "trả lời trước cuối tháng"))
    workspace.stacks = MemoryStacks((make_article(paragraphs=PARAGRAPHS[:3]),))
    placed = list_annotations(workspace, ARTICLE.id)
    assert [one.annotation for one in placed] == [gone, kept]
    assert (placed[0].state, placed[0].span) == (AnchorState.ORPHAN, None)


def test_marks_of_an_article_that_is_gone_are_orphans(workspace: Workspace) -> None:
    made = highlight(workspace)
    workspace.stacks = MemoryStacks((OTHER,))
    for placed in (list_annotations(workspace), list_annotations(workspace, ARTICLE.id)):
        assert [(one.annotation, one.state) for one in placed] == [(made, AnchorState.ORPHAN)]


def test_an_orphan_can_be_edited_and_removed(workspace: Workspace) -> None:
    made = highlight(workspace)
    workspace.stacks = MemoryStacks()
    assert edit_note(workspace, made.id, "vẫn còn").note == "vẫn còn"
    remove(workspace, [made.id])
    assert marks(workspace) == []
