"""Reading: an article opens where it was left, and remembers where it is left again."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bulletin_tui.errors import ArticleNotFoundError, ArticleUnreadableError, IndexUnavailableError
from bulletin_tui.model.annotation import Position
from bulletin_tui.services.annotating import annotations_in
from bulletin_tui.text.words_at import words_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bulletin_tui.model.annotation import PlacedAnnotation
    from bulletin_tui.model.article import Article
    from bulletin_tui.services.workspace import Workspace

SYLLABLES_A_MINUTE = 200
"""A careful reader's pace; Vietnamese is written syllable by syllable."""


_TRIED_AT_FIRST = 20
"""Articles of the index whose files may be gone before none is opened."""


@dataclass(frozen=True, slots=True)
class OpenedArticle:
    """An article with everything the reader has left in it."""

    article: Article
    position: Position | None
    placed: tuple[PlacedAnnotation, ...]
    is_read: bool


@dataclass(frozen=True, slots=True)
class ReadingState:
    """What the reader has done with the library so far, as far as it is known."""

    read_ids: frozenset[str] = frozenset()
    marks: Mapping[str, int] = field(default_factory=dict)
    """Annotations by article id."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """What the reader starts with."""

    opened: OpenedArticle | None
    """None without articles."""
    read_ids: frozenset[str]
    data_version: int


def open_article(workspace: Workspace, article_id: str) -> OpenedArticle:
    """The article with its position and marks.

    Raises ArticleNotFoundError, and ArticleUnreadableError when its file can be read no longer.
    """
    article = workspace.get_article(article_id)
    return OpenedArticle(
        article=article,
        position=_position_in(article, workspace.store.find_position(article.id)),
        placed=annotations_in(workspace, article),
        is_read=article.id in workspace.store.read_ids(),
    )


def find_article(workspace: Workspace, article_id: str) -> Article | None:
    """The article as the library has it today."""
    return workspace.stacks.find_article(article_id)


def find_today(workspace: Workspace, article: Article) -> Article | None:
    """What an article that was read before is today: itself, or what is in its file now."""
    ids = (article.id, *workspace.stacks.ids_at(article.summary.paths))
    return next(filter(None, map(workspace.stacks.find_article, ids)), None)


def _position_in(article: Article, saved: Position | None) -> Position | None:
    """The position in today's text: one that was edited opens at the same words, or nearby."""
    if saved is None:
        return None
    end, moved = len(article.text), 0
    if saved.words and saved.words != words_at(article.text, saved.top):
        from bulletin_tui.text.carrying import find_words  # few texts ever change

        moved = find_words(article.text, saved.words, saved.top) - saved.top
    return Position(min(saved.top + moved, end), max(0, min(saved.cursor + moved, end)))


def resume(workspace: Workspace, article_id: str | None = None) -> Resumed:
    """Go on where reading stopped, or with the article asked for.

    Raises ArticleNotFoundError for an article that was asked for and is not there.
    """
    return Resumed(
        opened=_open_first(workspace) if article_id is None else _open(workspace, article_id),
        read_ids=read_ids(workspace),
        data_version=data_version(workspace),
    )


def _open(workspace: Workspace, article_id: str) -> OpenedArticle:
    """Open an article asked for; only the beginning of an id needs the whole library."""
    if workspace.stacks.find_summary(article_id) is None:
        workspace.stacks.refresh()
    return open_article(workspace, article_id)


def _open_first(workspace: Workspace) -> OpenedArticle | None:
    """The last one opened, else the newest that can be; None without articles."""
    with suppress(IndexUnavailableError):
        for article_id in _first_ids(workspace):
            with suppress(ArticleNotFoundError, ArticleUnreadableError):
                return open_article(workspace, article_id)
    return None


def _first_ids(workspace: Workspace) -> Iterator[str]:
    last = workspace.store.last_opened_id()
    if last is not None and workspace.stacks.find_summary(last) is not None:
        yield last
    yield from workspace.stacks.newest_ids(_TRIED_AT_FIRST)


def read_ids(workspace: Workspace) -> frozenset[str]:
    """The articles that were read."""
    return workspace.store.read_ids()


def save_position(workspace: Workspace, article: Article, position: Position) -> None:
    """Remember the place, and that this article is the last one opened.

    Raises NotSavedError.
    """
    workspace.store.save_position(article, position)


def save_position_by_id(workspace: Workspace, article_id: str, position: Position) -> None:
    """`save_position` of an article that is not at hand; not of one that is gone."""
    article = workspace.stacks.find_article(article_id)
    if article is not None:
        save_position(workspace, article, position)


def set_read(workspace: Workspace, article: Article, *, is_read: bool) -> None:
    """Mark an article read or unread. Raises NotSavedError."""
    workspace.store.set_read(article, is_read=is_read)


def set_read_by_id(workspace: Workspace, article_id: str, *, is_read: bool) -> None:
    """`set_read` of an article that is not at hand; not of one that is gone."""
    article = workspace.stacks.find_article(article_id)
    if article is not None:
        set_read(workspace, article, is_read=is_read)


def data_version(workspace: Workspace) -> int:
    """A number that changes when another window has saved something."""
    return workspace.store.data_version()


def reading_minutes(words: int) -> int:
    """Minutes that `words` syllables take, at least one."""
    return max(1, round(words / SYLLABLES_A_MINUTE))
