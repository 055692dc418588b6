"""Marks go along with a file that is edited, renamed, or both; never to another text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.model.annotation import Position
from bulletin_tui.services.annotating import add_highlight, list_annotations
from bulletin_tui.services.identifying import follow_edited_files
from bulletin_tui.services.stacks import MemoryStacks
from bulletin_tui.services.workspace import use_stacks
from unit.store.samples import ARTICLE, BEES, PARAGRAPHS, YELLOW, make_article, make_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.model.article import Article
    from bulletin_tui.services.workspace import Workspace

MORE = ("Chiều cùng ngày, đoàn làm việc với lãnh đạo huyện về kinh phí sửa trường.",)


def edited(name: str = "moi", path: str = "/bao-cao/xa-vung-cao.md", title: str = "") -> Article:
    """The article after a paragraph was added, at this path."""
    article = make_article(name, (*PARAGRAPHS, *MORE), title=title or ARTICLE.summary.title)
    return replace(article, summary=replace(article.summary, paths=(path,)))


def marked(folder: Path) -> Workspace:
    """A workspace in which the article has a mark."""
    workspace = make_workspace(folder, ARTICLE)
    add_highlight(workspace, ARTICLE, BEES, YELLOW, "bao nhiêu hộ?")
    workspace.store.save_position(ARTICLE, Position(0, 30))
    workspace.store.set_read(ARTICLE, is_read=True)
    return workspace


def now_with(workspace: Workspace, *articles: Article) -> bool:
    """The library read again; whether marks moved."""
    use_stacks(workspace, MemoryStacks(articles))
    return follow_edited_files(workspace)


def shown_on(workspace: Workspace) -> list[str]:
    """The articles that marks are shown on."""
    return [placed.annotation.article_id for placed in list_annotations(workspace)]


def test_marks_go_along_with_a_file_that_was_edited(tmp_path: Path) -> None:
    workspace = marked(tmp_path)
    new = edited()
    assert now_with(workspace, new)
    (placed,) = list_annotations(workspace)
    assert placed.annotation.article_id == new.id
    assert placed.span is not None
    assert new.text[placed.span.start : placed.span.end] == "mô hình nuôi ong"
    assert workspace.store.find_position(new.id) == Position(0, 30)
    assert new.id in workspace.store.read_ids()
    assert [mark.article_id for mark in workspace.store.annotations()] == [new.id]


def test_a_second_look_changes_nothing(tmp_path: Path) -> None:
    workspace = marked(tmp_path)
    assert now_with(workspace, edited())
    assert not follow_edited_files(workspace)


def test_marks_go_along_with_a_file_that_was_moved_and_edited(tmp_path: Path) -> None:
    workspace = marked(tmp_path)
    assert now_with(workspace, edited(path="/khac/xa-vung-cao.md", title="Tên khác"))
    assert now_with(workspace, edited(name="ba", path="/khac/ten-khac.md")) is True
    assert shown_on(workspace) == ["ba"]


def test_a_file_that_is_as_it_was_again_has_its_marks_again(tmp_path: Path) -> None:
    workspace = marked(tmp_path)
    now_with(workspace, edited())
    assert now_with(workspace, ARTICLE)
    assert shown_on(workspace) == [ARTICLE.id]


def test_another_text_in_the_place_of_the_file_gets_no_marks(tmp_path: Path) -> None:
    workspace = marked(tmp_path)
    other = make_article("khac", ("Bến cá buổi sớm, thuyền về lúc bốn giờ, cá xếp đầy khoang.",))
    at_path = replace(other, summary=replace(other.summary, paths=ARTICLE.summary.paths))
    assert not now_with(workspace, at_path)
    assert shown_on(workspace) == [ARTICLE.id]


def test_a_file_that_is_elsewhere_keeps_its_marks(tmp_path: Path) -> None:
    workspace = marked(tmp_path)
    there = tmp_path / "xa-vung-cao.md"
    there.write_text("ở thư mục khác", encoding="utf-8")
    known = replace(ARTICLE, summary=replace(ARTICLE.summary, paths=(str(there),)))
    workspace.store.save_position(known, Position(0, 0))
    assert not now_with(workspace, edited(path="/khac/xa-vung-cao.md"))


def test_what_is_marked_on_the_new_text_stays_with_it(tmp_path: Path) -> None:
    workspace = marked(tmp_path)
    new = edited()
    now_with(workspace, new)
    again = add_highlight(workspace, new, BEES, YELLOW, "đã hỏi")
    assert again.note == "bao nhiêu hộ?\n\nđã hỏi"
    assert shown_on(workspace) == [new.id]


@pytest.mark.parametrize("order", [1, -1])
def test_of_several_files_of_its_name_the_likest_one_is_what_it_became(
    tmp_path: Path, order: int
) -> None:
    workspace = marked(tmp_path)
    likest = edited("likest", "/moi/xa-vung-cao.md")
    less = make_article("less", (*PARAGRAPHS[:3], *MORE, *MORE), title=ARTICLE.summary.title)
    less = replace(less, summary=replace(less.summary, paths=("/cu/xa-vung-cao.md",)))
    assert now_with(workspace, *[likest, less][::order])
    assert shown_on(workspace) == ["likest"]
