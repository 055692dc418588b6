"""What is known about the open article, as the screen wires it: looked at, corrected, shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from bulletin_tui.ui.screens.keeping_up import KeepingUpScreen

if TYPE_CHECKING:
    from bulletin_tui.model.article import Article


class EditingScreen(KeepingUpScreen):
    """Opens an article's data, and shows at once what was corrected in it."""

    @work
    async def action_article_data(self) -> None:
        """Show what is known about the open article."""
        from bulletin_tui.ui.screens.article_data import ArticleData

        if self.reader.article is not None:
            data = ArticleData(self.reader.article, self._correct)
            await self.app.push_screen_wait(data)

    async def _correct(self, article: Article, field: str, correction: str | None) -> Article:
        """Save one correction, or take it back with None. Raises BulletinError."""
        from bulletin_tui.services import editing

        if correction is None:
            article = await self.session.call(editing.uncorrect, article, (field,))
        else:
            article = await self.session.call(editing.correct, article, {field: correction})
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
