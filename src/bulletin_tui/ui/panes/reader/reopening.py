"""The open article read anew, once its file has changed: the same words stay on the screen."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bulletin_tui.services import reading
from bulletin_tui.ui.messages import ReadingMoved, announcing_failures
from bulletin_tui.ui.panes.reader.heading import Heading
from bulletin_tui.ui.widgets.article_view import ArticleView
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.model.annotation import Position
    from bulletin_tui.model.article import Article
    from bulletin_tui.services.reading import OpenedArticle
    from bulletin_tui.ui.background import Session


class Reopening(Heading):
    """Follows the file of the open article."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._one_at_a_time = asyncio.Lock()
        """A place counts on the text that is shown, which nothing else may replace meanwhile."""

    def show_opened(self, opened: OpenedArticle, position: Position | None) -> None:
        """Show an article with its marks, and announce it."""
        raise NotImplementedError

    @property
    def _is_whole(self) -> bool:
        """Whether all that is shown here is still there: at the end it goes piece by piece."""
        return bool(self.query(".empty")) and bool(self.query(ArticleView))

    async def reload_article(self) -> None:
        """Show the open article as its file is now, at the same words."""
        async with self._one_at_a_time:
            article = self.article
            if article is None:
                return
            now = await self.session.call(reading.find_today, article)
            if now is None:
                words = _("The file of this article is gone; its text stays open.")
                self.notify(words, markup=False)
            elif now != article and self.article is article:
                with announcing_failures(self):
                    await self._reopen(now.id, article)

    async def _reopen(self, article_id: str, before: Article) -> None:
        from bulletin_tui.services.reopening import reopen_article

        position, selection = self.view.position, self.view.selection
        now = await self.session.call(reopen_article, article_id, before, position, selection)
        if not self._is_whole or self.article is not before:
            return  # the program has ended meanwhile, or reading goes on elsewhere
        self.show_opened(now.opened, now.opened.position)
        if now.selection is not None:
            self.view.select_span(now.selection)
        self.post_message(ReadingMoved())
