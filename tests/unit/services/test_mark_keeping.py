"""The list of all marks is read step by step, and only changed texts are looked at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnchorState
from bulletin_tui.services import annotating
from bulletin_tui.services.marks import keeping
from bulletin_tui.services.marks.elsewhere import is_elsewhere
from bulletin_tui.services.marks.keeping import MarkKeeper
from bulletin_tui.services.purging import purge
from bulletin_tui.services.stacks import MemoryStacks
from unit.store.samples import ARTICLE, OTHER, PARAGRAPHS, ROAD, bookmark, highlight, make_article

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from bulletin_tui.model.article import Article
    from bulletin_tui.services.marks.listed import MarkList
    from bulletin_tui.services.workspace import Workspace

LONGER = make_article(paragraphs=("Một đoạn mới thêm lên đầu.", *PARAGRAPHS))


class CountingStacks(MemoryStacks):
    """Notes whose text was asked for."""

    def __init__(self, *articles: Article) -> None:
        super().__init__(articles)
        self.asked_for: list[str] = []

    def find_article(self, article_id: str) -> Article | None:
        self.asked_for.append(article_id)
        return super().find_article(article_id)


def caught_up(keeper: MarkKeeper) -> MarkList:
    while keeper.step():
        pass
    return keeper.renew()


def states(marks: MarkList) -> list[AnchorState | None]:
    return [mark.state for mark in marks.marks]


def test_every_mark_is_listed_with_its_article(workspace: Workspace) -> None:
    first, second = highlight(workspace), bookmark(workspace, OTHER, 0)
    marks = caught_up(MarkKeeper(workspace))
    assert {mark.annotation: mark.article.title for mark in marks.marks} == {
        first: ARTICLE.summary.title,
        second: OTHER.summary.title,
    }
    assert marks.is_complete


def test_no_text_is_read_for_marks_whose_article_is_as_it_was(workspace: Workspace) -> None:
    highlight(workspace)
    stacks = CountingStacks(ARTICLE, OTHER)
    workspace.stacks = stacks
    assert states(caught_up(MarkKeeper(workspace))) == [AnchorState.KEPT]
    assert stacks.asked_for == []


def test_a_changed_article_is_read_once_for_all_its_marks(workspace: Workspace) -> None:
    highlight(workspace)
    highlight(workspace, ROAD)
    bookmark(workspace, OTHER, 0)
    stacks = CountingStacks(LONGER, OTHER)
    workspace.stacks = stacks
    marks = caught_up(MarkKeeper(workspace))
    assert sorted(str(state) for state in states(marks)) == ["kept", "moved", "moved"]
    assert marks.unsettled == {AnchorState.MOVED: 2}
    assert stacks.asked_for == [ARTICLE.id]


def test_marks_are_looked_for_again_in_each_new_version(workspace: Workspace) -> None:
    highlight(workspace)
    keeper = MarkKeeper(workspace)
    found = []
    for articles in ((LONGER,), (), (ARTICLE,)):
        workspace.stacks = MemoryStacks(articles)
        found += states(caught_up(keeper))
    assert found == [AnchorState.MOVED, AnchorState.ORPHAN, AnchorState.KEPT]


def test_only_what_changed_is_taken_anew(workspace: Workspace) -> None:
    stays, changes = highlight(workspace), highlight(workspace, ROAD)
    keeper = MarkKeeper(workspace)
    before = caught_up(keeper)
    assert caught_up(keeper) is before
    annotating.edit_note(workspace, changes.id, "Hỏi lại")
    after = caught_up(keeper)
    assert after.find(stays.id) is before.find(stays.id)
    found = after.find(changes.id)
    assert found is not None
    assert found.annotation.note == "Hỏi lại"


def test_many_marks_are_read_in_parts(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "STEP", 1)
    highlight(workspace)
    highlight(workspace, ROAD)
    keeper = MarkKeeper(workspace)
    assert keeper.step()
    assert not keeper.renew().is_complete
    assert len(caught_up(keeper).marks) == 2


def test_a_removed_mark_is_listed_as_removed_and_not_counted(workspace: Workspace) -> None:
    gone = highlight(workspace)
    highlight(workspace, ROAD)
    annotating.remove(workspace, [gone.id])
    marks = caught_up(MarkKeeper(workspace))
    assert marks.count_by_article() == {ARTICLE.id: 1}
    assert [mark.id for mark in marks.marks if mark.annotation.deleted] == [gone.id]


def test_an_article_of_another_folder_is_not_gone(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "khac" / "xa-vung-cao.md"
    path.parent.mkdir()
    path.write_text("…", encoding="utf-8")
    summary = replace(ARTICLE.summary, paths=(str(path),))
    workspace.stacks = MemoryStacks((replace(ARTICLE, summary=summary),))
    annotating.toggle_bookmark(workspace, replace(ARTICLE, summary=summary), 0)
    workspace.stacks = MemoryStacks((OTHER,))
    (mark,) = caught_up(MarkKeeper(workspace)).marks
    assert (mark.article.is_elsewhere, mark.state) == (True, None)
    path.unlink()
    (mark,) = caught_up(MarkKeeper(workspace)).marks
    assert (mark.article.is_elsewhere, mark.state) == (False, AnchorState.ORPHAN)


def test_marks_follow_the_file_that_was_edited(workspace: Workspace) -> None:
    highlight(workspace)
    keeper = MarkKeeper(workspace)
    caught_up(keeper)
    edited = make_article("xa-vung-cao-moi", ("Một đoạn mới.", *PARAGRAPHS))
    workspace.stacks = MemoryStacks((edited,))
    workspace.store.succeed(ARTICLE.id, edited.id, b"")
    (mark,) = caught_up(keeper).marks
    assert (mark.article.id, mark.state) == (edited.id, AnchorState.MOVED)


def test_a_purged_mark_is_listed_no_more(workspace: Workspace) -> None:
    stays, goes = highlight(workspace), highlight(workspace, ROAD)
    keeper = MarkKeeper(workspace)
    caught_up(keeper)
    purge(workspace, goes.id)
    assert [mark.id for mark in caught_up(keeper).marks] == [stays.id]
    workspace.stacks = MemoryStacks((LONGER,))
    assert states(caught_up(keeper)) == [AnchorState.MOVED]


def test_where_nothing_is_marked_the_list_is_complete(workspace: Workspace) -> None:
    marks = caught_up(MarkKeeper(workspace))
    assert (marks.marks, marks.is_complete) == ((), True)


def test_a_file_is_elsewhere_only_if_it_is_there_and_in_no_folder_of_the_library(
    tmp_path: Path,
) -> None:
    here, there = tmp_path / "đây", tmp_path / "kia"
    for folder in (here, there):
        folder.mkdir()
        (folder / "báo-cáo.md").write_text("Đê đã đắp xong.")
    paths = [str(folder / "báo-cáo.md") for folder in (here, there)]
    assert is_elsewhere(paths[1:], [here])
    assert not is_elsewhere(paths, [here, there])
    assert not is_elsewhere([str(there / "đã-xóa.md")], [here])
