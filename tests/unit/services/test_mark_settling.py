"""A mark whose text has changed is confirmed where it is, or put where it belongs by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import BulletinError
from bulletin_tui.model.annotation import AnchorState
from bulletin_tui.model.article import Span
from bulletin_tui.services import annotating
from bulletin_tui.services.marks import settling
from bulletin_tui.services.placing import version_of
from bulletin_tui.services.stacks import MemoryStacks
from unit.store.samples import OTHER, PARAGRAPHS, ROAD, highlight, make_article, marks, span_of

if TYPE_CHECKING:
    from bulletin_tui.services.workspace import Workspace

LONGER = make_article(paragraphs=("Một đoạn mới thêm lên đầu.", *PARAGRAPHS))
HARBOUR = span_of(OTHER, "cá xếp đầy khoang")


def test_confirmed_marks_stand_on_todays_text(workspace: Workspace) -> None:
    ids = [highlight(workspace).id, highlight(workspace, ROAD).id]
    workspace.stacks = MemoryStacks((LONGER,))
    assert settling.confirm(workspace, ids) == 2
    placed = annotating.list_annotations(workspace)
    assert {one.state for one in placed} == {AnchorState.KEPT}
    for one in placed:
        mark = one.annotation
        assert mark.version == version_of(LONGER)
        assert LONGER.text[mark.span.start : mark.span.end] == mark.quote.exact
        assert workspace.store.find_text(mark.text_digest) == LONGER.text


def test_confirming_many_is_undone_as_one(workspace: Workspace) -> None:
    made = [highlight(workspace), highlight(workspace, ROAD)]
    workspace.stacks = MemoryStacks((LONGER,))
    settling.confirm(workspace, [mark.id for mark in made])
    annotating.undo(workspace)
    assert {mark.span for mark in marks(workspace)} == {mark.span for mark in made}


def test_a_mark_without_a_place_cannot_be_confirmed(workspace: Workspace) -> None:
    made = highlight(workspace)
    workspace.stacks = MemoryStacks(())
    assert settling.confirm(workspace, [made.id]) == 0
    assert marks(workspace) == [made]


def test_a_mark_is_put_on_a_passage_of_another_article(workspace: Workspace) -> None:
    made = highlight(workspace, note="Đã hỏi")
    settling.place_by_hand(workspace, made.id, OTHER, Span(HARBOUR.start - 1, HARBOUR.end))
    (placed,) = annotating.list_annotations(workspace, OTHER.id)
    assert (placed.state, placed.span) == (AnchorState.KEPT, HARBOUR)
    assert (placed.annotation.id, placed.annotation.note) == (made.id, "Đã hỏi")
    annotating.undo(workspace)
    assert [mark.article_id for mark in marks(workspace)] == [made.article_id]


def test_a_mark_cannot_be_put_on_a_gap(workspace: Workspace) -> None:
    made = highlight(workspace)
    with pytest.raises(BulletinError, match="no words"):
        settling.place_by_hand(workspace, made.id, OTHER, Span(HARBOUR.start - 1, HARBOUR.start))
    assert marks(workspace) == [made]


def test_a_removed_mark_that_is_put_somewhere_is_there_again(workspace: Workspace) -> None:
    made = highlight(workspace)
    annotating.remove(workspace, [made.id])
    settling.place_by_hand(workspace, made.id, OTHER, HARBOUR)
    assert [mark.id for mark in marks(workspace)] == [made.id]
