"""What stands above the text, when something else is known about the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.ui.panes.reader.finishing import Finishing
from bulletin_tui.ui.rendering.article_header import article_header

if TYPE_CHECKING:
    from bulletin_tui.model.article import Article


class Heading(Finishing):
    """Shows what was corrected."""

    def show_corrected(self, article: Article) -> None:
        """Know the open article as it was corrected; its text stays as it is on the screen.

        It may be another text than the one that was corrected: its file has changed meanwhile.
        """
        if self.article is None or self.article.id != article.id:
            return
        self.view.set_header(article_header(article))
        if self.article.text == article.text:  # else what is marked would stand elsewhere
            self.article = article
