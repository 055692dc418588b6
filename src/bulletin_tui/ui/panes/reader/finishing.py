"""Whether the open article has been read: noted at its end, or said with a key."""

from __future__ import annotations

from textual import on, work

from bulletin_tui.services import reading
from bulletin_tui.ui.messages import Announced, ReadMarkChanged, announcing_failures
from bulletin_tui.ui.panes.reader.placing import Placing
from bulletin_tui.ui.widgets.article_view import ArticleView
from bulletin_tui.words import _


class Finishing(Placing):
    """Marks articles read."""

    is_read = False
    _has_ended = False

    @property
    def is_previewing(self) -> bool:
        """Whether what is shown was not opened but only looked at from a list."""
        raise NotImplementedError

    @on(ArticleView.ReachedEnd)
    def _note_end(self) -> None:
        self._has_ended = True
        self._mark_read_at_end()

    def _mark_read_at_end(self) -> None:
        if self.article and self._has_ended and not self.is_previewing and not self.is_read:
            self.set_read(self.article.id, is_read=True)

    def action_toggle_read(self) -> None:
        """Mark the article read, or unread."""
        if self.article is not None:
            is_read = not self.is_read
            self.set_read(self.article.id, is_read=is_read)
            self.post_message(Announced(_("Read.") if is_read else _("Unread.")))

    @work(group="marking")
    async def set_read(self, article_id: str, *, is_read: bool) -> None:
        """Mark an article read or unread, the open one or another."""
        with announcing_failures(self):
            if self.article is not None and self.article.id == article_id:
                await self.session.call(reading.set_read, self.article, is_read=is_read)
            else:
                await self.session.call(reading.set_read_by_id, article_id, is_read=is_read)
            if self.article is not None and self.article.id == article_id:  # it may be another now
                self.is_read = is_read
            self.post_message(ReadMarkChanged(article_id, is_read))
