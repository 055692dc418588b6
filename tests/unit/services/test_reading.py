"""Reading goes on where it stopped, also in a text that was edited meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import ArticleNotFoundError, ArticleUnreadableError
from bulletin_tui.model.annotation import Position
from bulletin_tui.services import reading
from bulletin_tui.services.stacks import MemoryStacks
from unit.store.samples import ARTICLE, OTHER, make_article

if TYPE_CHECKING:
    from bulletin_tui.model.article import Article
    from bulletin_tui.services.workspace import Workspace


def test_the_newest_article_is_opened_first(workspace: Workspace) -> None:
    opened = reading.resume(workspace).opened
    assert opened is not None
    assert opened.article is workspace.stacks.articles[0]
    assert opened.position is None


def test_reading_goes_on_where_it_stopped(workspace: Workspace) -> None:
    reading.save_position(workspace, OTHER, Position(10, 20))
    opened = reading.resume(workspace).opened
    assert opened is not None
    assert (opened.article.id, opened.position) == (OTHER.id, Position(10, 20))


def test_an_article_that_is_asked_for_goes_before_the_last_one(workspace: Workspace) -> None:
    reading.save_position(workspace, OTHER, Position(10, 20))
    opened = reading.resume(workspace, ARTICLE.id).opened
    assert opened is not None
    assert opened.article.id == ARTICLE.id


def test_asking_for_an_article_that_is_not_there_is_an_error(workspace: Workspace) -> None:
    with pytest.raises(ArticleNotFoundError, match="khong-co"):
        reading.resume(workspace, "khong-co")


def test_when_the_last_article_is_gone_the_newest_is_opened(workspace: Workspace) -> None:
    reading.save_position(workspace, OTHER, Position(10, 20))
    workspace.stacks = MemoryStacks((ARTICLE,))
    opened = reading.resume(workspace).opened
    assert opened is not None
    assert opened.article.id == ARTICLE.id


def test_when_the_last_article_can_be_read_no_longer_the_newest_that_can_is_opened(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading.save_position(workspace, OTHER, Position(10, 20))
    read = workspace.stacks.get_article

    def get_article(article_id: str) -> Article:
        if article_id == OTHER.id:
            raise ArticleUnreadableError("Tệp đã hỏng.")
        return read(article_id)

    monkeypatch.setattr(workspace.stacks, "get_article", get_article)
    opened = reading.resume(workspace).opened
    assert opened is not None
    assert opened.article.id == ARTICLE.id


def test_without_articles_there_is_nothing_to_open(workspace: Workspace) -> None:
    workspace.stacks = MemoryStacks()
    assert reading.resume(workspace).opened is None


def test_a_place_behind_the_end_of_a_shortened_text_is_its_end(workspace: Workspace) -> None:
    reading.save_position(workspace, ARTICLE, Position(150, 200))
    shorter = make_article(ARTICLE.id, ("Một câu ngắn.",))
    workspace.stacks = MemoryStacks((shorter,))
    end = len(shorter.text)
    assert reading.open_article(workspace, ARTICLE.id).position == Position(end, end)


def test_a_text_that_was_edited_meanwhile_opens_at_the_same_words(workspace: Workspace) -> None:
    paragraphs = tuple(f"Đoạn {number}: trạm {number * 7} báo tin." for number in range(1, 61))
    before = make_article(ARTICLE.id, paragraphs)
    workspace.stacks = MemoryStacks((before,))
    top, cursor = before.text.index("Đoạn 31:"), before.text.index("Đoạn 33:")
    reading.save_position(workspace, before, Position(top, cursor))
    after = make_article(ARTICLE.id, ("Tin mới về. " * 150, *paragraphs))
    workspace.stacks = MemoryStacks((after,))
    position = reading.open_article(workspace, ARTICLE.id).position
    assert position is not None
    assert after.text[position.top :].startswith("Đoạn 31:")
    assert after.text[position.cursor :].startswith("Đoạn 33:")


def test_an_article_becomes_read_and_unread_again(workspace: Workspace) -> None:
    assert not reading.open_article(workspace, ARTICLE.id).is_read
    reading.set_read(workspace, ARTICLE, is_read=True)
    assert reading.open_article(workspace, ARTICLE.id).is_read
    assert reading.read_ids(workspace) == {ARTICLE.id}
    reading.set_read(workspace, ARTICLE, is_read=False)
    assert not reading.open_article(workspace, ARTICLE.id).is_read


def test_an_article_whose_file_is_gone_becomes_read(workspace: Workspace) -> None:
    workspace.stacks = MemoryStacks()
    reading.set_read(workspace, ARTICLE, is_read=True)
    assert reading.read_ids(workspace) == {ARTICLE.id}


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (200, 1), (290, 1), (310, 2), (4000, 20)])
def test_reading_takes_whole_minutes_and_at_least_one(words: int, minutes: int) -> None:
    assert reading.reading_minutes(words) == minutes
