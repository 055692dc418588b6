"""Encodings, as the screen wires them: doubts are told once, and another one can be chosen."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on, work

from bulletin_tui.services import reading
from bulletin_tui.ui.commands import command_named
from bulletin_tui.ui.messages import (
    ArticleOpened,
    MarksChanged,
    ReadingMoved,
    announcing_failures,
)
from bulletin_tui.ui.screens.keeping_up import KeepingUpScreen
from bulletin_tui.ui.screens.toasts import LatestToast
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.model.article import Article
    from bulletin_tui.ui.background import Session
    from bulletin_tui.ui.keymap import Keymap
    from bulletin_tui.ui.screens.article_data import ArticleData


class EncodingScreen(KeepingUpScreen):
    """Says when an article seems to be in another encoding, and reads it by the one chosen."""

    def __init__(self, session: Session, keymap: Keymap) -> None:
        super().__init__(session, keymap)
        self._heard_of: set[str] = set()
        """Articles of which was said what there is to say about their encodings."""
        self._about_encodings = LatestToast("information")

    @on(ArticleOpened)
    @on(ReadingMoved)
    def _look_at_encoding(self) -> None:
        """Once it is read, not only looked at: previews come and go."""
        article = self.reader.article
        if article is None or self.reader.is_previewing or article.id in self._heard_of:
            return
        self._heard_of.add(article.id)
        if article.document.warnings:
            self._tell_of_misreading(article)

    @work(group="misreading")
    async def _tell_of_misreading(self, article: Article) -> None:
        from bulletin_tui.services.encodings import encoding_label, find_misreading

        encoding = await self.session.call(find_misreading, article)
        if encoding is not None:
            words = _("This text looks like {encoding}, shown wrongly.")
            way = _("Press {key}, then Enter on “Encoding”, to see what it would be.")
            sentences = (words.format(encoding=encoding_label(encoding)), self._with_key(way))
            self._about_encodings.show(self.app, " ".join(sentences))

    def _with_key(self, words: str) -> str:
        label = _(command_named("article_data").label)
        return words.format(key=self.keymap.shown("article_data") or label)

    async def choose_encoding(self, article: Article, data: ArticleData) -> bool:
        """Ask above its data for the encoding of its file; whether another one was chosen."""
        from bulletin_tui.services.encodings import propose
        from bulletin_tui.ui.screens.encoding_choice import EncodingChoice

        with announcing_failures(self):
            found = await asyncio.to_thread(propose, self.session.paths, article)
            self._about_encodings.drop()
            chosen = await data.ask(EncodingChoice(found))
            if chosen is not None:
                self.say(_("Reading…"))
                self._read_by(article, chosen)
                return True
        return False

    @work(group="encoding")
    async def _read_by(self, article: Article, typed: str) -> None:
        from bulletin_tui.services.encodings import choose, get_choice

        encoding = get_choice(typed)
        with announcing_failures(self):
            read = await self.session.call(choose, article, encoding)
            self.back_up_soon()
            self._heard_of.add(read.id)
            self.session.finder.use(self.session.workspace)
            self.take_library()
            shown = self.reader.article
            if shown is not None and shown.id == article.id:
                await self._show_read(shown, read)
            self.post_message(MarksChanged())
            self.search_again()
            if self.session.workspace.stacks.grows:
                await self.bring_index_up_to_date()
            self._tell_of_choice(read, is_taken_back=encoding is None)

    def _tell_of_choice(self, read: Article, *, is_taken_back: bool) -> None:
        from bulletin_tui.services.encodings import encoding_label

        words = (
            _("Its encoding is found out again; it is read as {encoding}.")
            if is_taken_back
            else _("It is read as {encoding} from now on; the file itself is unchanged.")
        )
        way = self._with_key(_("To change that again: {key}, then Enter on “Encoding”."))
        label = encoding_label(read.document.provenance.encoding)
        self._about_encodings.show(self.app, f"{words.format(encoding=label)} {way}")

    async def _show_read(self, article: Article, read: Article) -> None:
        """Show the new text where the old one was; an index still has it by the old id."""
        from bulletin_tui.services.encodings import carried

        place = self.reader.view.position
        position = await asyncio.to_thread(carried, place, article, read)
        name = read.id
        if self.session.workspace.stacks.grows:
            today = await self.session.call(reading.find_today, article)
            name = today.id if today is not None else article.id
        opened = await self.session.call(reading.open_article, name)
        if self.reader.article is article:  # else another one was opened meanwhile
            self.reader.show_opened(opened, position)
            await self.reader.save_place()
