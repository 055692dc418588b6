"""The article view alone, in an app that is otherwise empty.

    python benchmarks/article_scroll.py MEGABYTES REPORT

The document is ready before the app starts; the key `o` opens it. `m` writes to the file REPORT
how many bytes of memory the open article holds above its text.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from generated import generated_document
from textual.app import App, ComposeResult
from textual.binding import Binding

from bulletin_tui.ui.rendering.head import ArticleHeader
from bulletin_tui.ui.widgets.article_view import ArticleView


class Reader(App[None]):
    """Nothing but the article."""

    BINDINGS = [  # noqa: RUF012
        Binding("pagedown", "page(1)"),
        Binding("pageup", "page(-1)"),
        Binding("o", "open"),
        Binding("m", "measure"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._document = generated_document(int(float(sys.argv[1]) * 1_000_000))
        self._before = 0

    def compose(self) -> ComposeResult:
        """One view."""
        yield ArticleView()

    def action_open(self) -> None:
        """Show the document that is already parsed."""
        self._before = resident_bytes()
        self.query_one(ArticleView).show(self._document, ArticleHeader("OPENED"), None)

    def action_page(self, step: int) -> None:
        """Scroll by a screenful."""
        self.query_one(ArticleView).scroll_page(step)

    def action_measure(self) -> None:
        """Report the memory once the article is at rest."""
        Path(sys.argv[2]).write_text(str(resident_bytes() - self._before))


def resident_bytes() -> int:
    """What this process holds in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    Reader().run()
