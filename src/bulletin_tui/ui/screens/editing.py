"""What is known about an article, as the screen wires it: looked at, corrected, shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from bulletin_tui.services import reading
from bulletin_tui.ui.commands import Where
from bulletin_tui.ui.messages import announcing_failures
from bulletin_tui.ui.screens.encoding import EncodingScreen

if TYPE_CHECKING:
    from bulletin_tui.model.article import Article


class EditingScreen(EncodingScreen):
    """Opens an article's data, and shows at once what was corrected in it."""

    @work
    async def action_article_data(self) -> None:
        """Show what is known about the article under the sidebar's cursor, or the open one."""
        from bulletin_tui.ui.screens.article_data import ArticleData

        article = await self._find_meant()
        if article is not None:
            data = ArticleData(article, self._correct, self.choose_encoding)
            await self.ask(data)

    async def _find_meant(self) -> Article | None:
        is_in_sidebar = self.focused_where is Where.SIDEBAR
        pointed_id = self.sidebar.article_id if is_in_sidebar else None
        open_article = self.reader.article
        if pointed_id is None or (open_article is not None and open_article.id == pointed_id):
            return open_article
        with announcing_failures(self):
            return (await self.session.call(reading.open_article, pointed_id)).article
        return None

    async def _correct(self, article: Article, field: str, correction: str | None) -> Article:
        """Save one correction, or take it back with None. Raises BulletinError."""
        from bulletin_tui.services import editing

        if correction is None:
            article = await self.session.call(editing.uncorrect, article, (field,))
        else:
            article = await self.session.call(editing.correct, article, {field: correction})
        self.back_up_soon()
        self.session.finder.use(self.session.workspace)
        self.reader.show_corrected(article)
        await self._take_corrected()
        return article

    async def _take_corrected(self) -> None:
        """Have the sidebar and the results show the article as it is now."""
        from bulletin_tui.services.workspace import refresh_library

        await self.session.call(refresh_library)
        self.take_library()
        self.search_again()
