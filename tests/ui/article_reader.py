"""An app that is only an article, for tests of the article's view."""

from __future__ import annotations

from textual import on
from textual.app import App, ComposeResult

from bulletin_tui.ui.rendering.head import ArticleHeader
from bulletin_tui.ui.widgets.article_view import ArticleView
from unit.rendering.documents import document_of

_PARAGRAPH = "Ngày {n} hội đồng nhà trường họp bàn về kế hoạch dạy và học của năm mới. " * 3
LONG = document_of(*(_PARAGRAPH.format(n=n).strip() for n in range(1, 41)))
"""Forty paragraphs of three sentences, numbered."""
HEADER = ArticleHeader("Kế hoạch năm học mới", ("Trường Hoa Mai · 05/09/2021",))


class ReaderApp(App[None]):
    """Shows an ArticleView and keeps what it announces."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def compose(self) -> ComposeResult:
        """Nothing but the article."""
        yield ArticleView()

    @property
    def view(self) -> ArticleView:
        """The article."""
        return self.query_one(ArticleView)

    @on(ArticleView.PositionChanged)
    def _hear_position(self, event: ArticleView.PositionChanged) -> None:
        self.heard.append(event.position)

    @on(ArticleView.SelectionChanged)
    def _hear_selection(self, event: ArticleView.SelectionChanged) -> None:
        self.heard.append(event.selection)

    @on(ArticleView.ReachedEnd)
    def _hear_end(self) -> None:
        self.heard.append("end")


def screen_of(app: ReaderApp) -> list[str]:
    """The lines of the article's pane."""
    return [app.view.render_line(y).text.rstrip() for y in range(app.view.size.height)]


def selected_text(view: ArticleView) -> str:
    """The selected passage as it stands in the text, without what is in closed folds."""
    return view.text_shown(view.selection) if view.selection else ""
