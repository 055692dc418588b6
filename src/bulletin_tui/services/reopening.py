"""Opening the article that is being read anew, after its file has changed, at the same words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import Position
from bulletin_tui.services.reading import open_article

if TYPE_CHECKING:
    from bulletin_tui.model.article import Article, Span
    from bulletin_tui.services.reading import OpenedArticle
    from bulletin_tui.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ReopenedArticle:
    """The article as it is now, at the place where it was being read."""

    opened: OpenedArticle
    selection: Span | None
    """None also when the selected words are gone."""


def reopen_article(
    workspace: Workspace,
    article_id: str,
    before: Article,
    position: Position,
    selection: Span | None,
) -> ReopenedArticle:
    """What `before` is now; the places count on its text.

    Raises ArticleNotFoundError, and ArticleUnreadableError when its file can be read no longer.
    """
    opened = open_article(workspace, article_id)
    text = opened.article.text
    if text == before.text:
        return ReopenedArticle(replace(opened, position=position), selection)
    from bulletin_tui.text.carrying import Carrying  # few texts ever change

    carrying = Carrying(before.text, text)
    place = Position(carrying.carry(position.top), carrying.carry(position.cursor))
    found = carrying.find(selection) if selection is not None else None
    return ReopenedArticle(replace(opened, position=place), found)
