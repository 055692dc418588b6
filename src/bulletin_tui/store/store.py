"""The reader's database, as the services see it: what was marked, read, and where reading stopped.

Everything belongs to the thread that opened it. Saving raises NotSavedError, reading
StateUnavailableError.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from bulletin_tui.errors import NotSavedError
from bulletin_tui.store import devices, documents, positions, recent_queries, successions
from bulletin_tui.store.annotations import AnnotationRows
from bulletin_tui.store.corrections import Corrections
from bulletin_tui.store.database import Database, pragma_number
from bulletin_tui.store.encodings import EncodingChoices
from bulletin_tui.store.folders import Folders
from bulletin_tui.store.opening import StoreAccess, open_database
from bulletin_tui.store.successions import Successions
from bulletin_tui.text.sketching import sketch

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from bulletin_tui.model.annotation import Annotation, Position
    from bulletin_tui.model.article import Article
    from bulletin_tui.paths import Paths
    from bulletin_tui.store.acting import Acting
    from bulletin_tui.store.acts import Act
    from bulletin_tui.store.documents import KnownDocument
    from bulletin_tui.store.exchange import Exchange
    from bulletin_tui.store.opening import OpenedDatabase
    from bulletin_tui.store.revisions import DamagedRow
    from bulletin_tui.store.undo_log import Change

__all__ = ["Store", "StoreAccess", "open_store"]


def utc_now() -> datetime:
    """The instant to record; shown to people, never used to order anything."""
    return datetime.now(UTC)


def open_store(paths: Paths, *, now: Callable[[], datetime] = utc_now) -> Store:
    """Open the database, whatever state it is in; `access` and `notice` say what came of it.

    Raises StateUnavailableError when another program keeps it locked, or SQLite is too old.
    """
    return Store(open_database(paths), now, journal_folder=paths.journal)


class Store:
    """One connection to `state.db`."""

    def __init__(
        self,
        opened: OpenedDatabase,
        now: Callable[[], datetime] = utc_now,
        *,
        journal_folder: Path | None = None,
    ) -> None:
        self.access: StoreAccess = opened.access
        self.notice: str = opened.notice
        self._now = now
        self._database = Database(opened.connection)
        self._rows = AnnotationRows(opened.connection)
        self._journal_folder = journal_folder if self.keeps else None
        self.folders = Folders(self._database, now)
        """What the library is made of."""
        self.corrections = Corrections(self._database, now)
        """What was corrected of what is known about articles."""
        self.encodings = EncodingChoices(self._database)
        """By which encoding files are to be read."""
        self._settle()

    def _settle(self) -> None:
        """See that no other device has our name, unless nothing can be saved anyhow."""
        folder = self._journal_folder
        if folder is None:
            return
        with suppress(NotSavedError), self._database.reading() as connection:
            if devices.is_elsewhere(connection, folder.parent):
                with self._database.saving():
                    devices.settle(connection, folder.parent)

    @property
    def keeps(self) -> bool:
        """Whether what is saved outlives this process."""
        return self.access is StoreAccess.WRITABLE

    def check_keeping(self) -> None:
        """Raises NotSavedError where nothing outlives this process, saying why."""
        if not self.keeps:
            raise NotSavedError(self.notice)

    @property
    def sqlite_version(self) -> str:
        """The version of the library that keeps the file."""
        return sqlite3.sqlite_version

    def close(self) -> None:
        """Close the connection; a second time does nothing."""
        self._database.close()

    def data_version(self) -> int:
        """A number that changes when another connection has committed something."""
        with self._database.reading() as connection:
            return pragma_number(connection, "data_version")

    def act(self) -> AbstractContextManager[Act]:
        """One act of the reader: everything inside is saved and undone together."""
        return self._acting.act()

    def can_undo(self) -> bool:
        """Whether there is an act for `undo` to take back."""
        return self._acting.can_undo()

    def undo(self) -> tuple[Change, ...]:
        """Take back the latest act made on this device; empty when there is none."""
        return self._acting.undo()

    def redo(self) -> tuple[Change, ...]:
        """Do again what was undone last; empty when another act came after it."""
        return self._acting.redo()

    def follow_with_journal(self) -> None:
        """Bring the journal up to the database; `journal_fault` says why it could not be."""
        self._acting.follow_with_journal()

    @property
    def journal_fault(self) -> str:
        """Why the journal lacks what was saved last; empty when it does not."""
        return self._acting.journal_fault

    def get_ready(self) -> None:
        """Have everything loaded that a first act would wait for."""
        _loaded_here = self._acting

    @cached_property
    def _acting(self) -> Acting:
        from bulletin_tui.store.acting import Acting  # what is only read needs none of it

        return Acting(self._database, self._rows, self._now, self._journal_folder)

    @cached_property
    def exchange(self) -> Exchange:
        """What goes to other devices, and comes from them."""
        from bulletin_tui.store.exchange import Exchange  # no start waits for other devices

        return Exchange(self._database, self._rows, self._now)

    def annotations(self, article_id: str | None = None) -> tuple[Annotation, ...]:
        """Those of one article or all, the one made last first; deleted ones are left out."""
        with self._database.reading() as connection:
            today = Successions(connection)
            wanted = None if article_id is None else today.documents_of(article_id)
            found = self._rows.all_current(wanted)
            return tuple(today.shown(each.annotation for each in found))

    def removed_annotations(self) -> tuple[Annotation, ...]:
        """Those that were removed, the one made last first."""
        with self._database.reading() as connection:
            found = self._rows.all_removed()
            return tuple(Successions(connection).shown(each.annotation for each in found))

    def annotations_since(
        self, revision: int, most: int | None = None
    ) -> tuple[int, tuple[Annotation, ...]]:
        """Today's revision of all annotations together, and those that changed since `revision`.

        0 stands for the beginning. The one made last comes last; a removed one is `deleted`. Takes
        next to no time when nothing has changed. With `most`, not more than so many changes are
        looked at, and the revision is the one reached: ask again until it stays the same.
        """
        with self._database.reading() as connection:
            today, changed = self._rows.changed_since(revision, most)
            shown = Successions(connection).shown(found.annotation for found in changed)
            return today, tuple(shown)

    def followed_documents(self) -> tuple[KnownDocument, ...]:
        """The articles that were marked, corrected or read, as they were then."""
        with self._database.reading() as connection:
            found = {known.id: known for known in documents.sketched_documents(connection)}
            marked = self._rows.count_by_document().keys() - found.keys()
            known = (documents.find_document(connection, one) for one in sorted(marked))
            return (*found.values(), *filter(None, known))

    def successors(self) -> dict[str, str]:
        """The articles on which marks of other ones are shown, by the ids of those others."""
        with self._database.reading() as connection:
            return Successions(connection).by_document

    def article_of(self, document_id: str) -> str:
        """The article that the marks of another one are shown on: itself, as a rule."""
        with self._database.reading() as connection:
            return Successions(connection).article_of(document_id)

    def marked_digests(self, document_id: str) -> tuple[str, ...]:
        """The digests of the texts on which an article's marks stand."""
        with self._database.reading():
            found = self._rows.all_current([document_id])
        return tuple(dict.fromkeys(each.annotation.text_digest for each in found))

    def succeed(self, document_id: str, article_id: str, sketched: bytes) -> None:
        """Show the marks of one article on another; `sketched` is the other's text."""
        with self._database.saving() as connection:
            successions.succeed(connection, document_id, article_id, sketched, self._now())

    def forget_succession(self, document_id: str) -> None:
        """Show the marks of an article on itself again."""
        with self._database.saving() as connection:
            successions.forget_succession(connection, document_id)

    def find_sketches(self, document_id: str) -> list[bytes]:
        """Of the texts by which an article is known again, besides those that were marked."""
        with self._database.reading() as connection:
            return documents.find_sketches(connection, document_id)

    def damaged_rows(self, *, check_all: bool = False) -> tuple[DamagedRow, ...]:
        """The rows that failed their checksum when they were read, or all that do."""
        with self._database.reading():
            if check_all:
                self._rows.check()
        return tuple(sorted(self._rows.damaged))

    def find_document(self, article_id: str) -> KnownDocument | None:
        """What is remembered of an article that has a mark, a position or a read flag."""
        with self._database.reading() as connection:
            names = Successions(connection).documents_of(article_id)
            known = (documents.find_document(connection, name) for name in names)
            return next(filter(None, known), None)

    def find_text(self, digest: str) -> str | None:
        """A text that was marked, by its digest; None when it is not there, or damaged."""
        with self._database.reading() as connection:
            return documents.find_text(connection, digest)

    def save_position(self, article: Article, position: Position) -> None:
        """Remember where reading stopped, and that this article was the last one opened."""
        with self._database.saving() as connection:
            now = self._now()
            documents.keep_document(connection, documents.known_as(article), now)
            positions.save_position(connection, article, position, now)

    def find_position(self, article_id: str) -> Position | None:
        """Where reading stopped, though the text may be another one by now."""
        with self._database.reading() as connection:
            names = Successions(connection).documents_of(article_id)
            found = (positions.find_position(connection, name) for name in names)
            return next(filter(None, found), None)

    def last_opened_id(self) -> str | None:
        """The article whose position was saved last; it may be gone."""
        with self._database.reading() as connection:
            last = positions.last_opened_id(connection)
            return Successions(connection).article_of(last) if last is not None else None

    def set_read(self, article: Article, *, is_read: bool) -> None:
        """Mark an article read or unread."""
        with self._database.saving() as connection:
            now = self._now()
            documents.keep_document(connection, documents.known_as(article), now)
            documents.keep_sketch(connection, article.id, sketch(article.text))
            positions.set_read(connection, article, now, is_read=is_read)

    def read_ids(self) -> frozenset[str]:
        """The articles that were read."""
        with self._database.reading() as connection:
            today = Successions(connection)
            return frozenset(map(today.article_of, positions.read_ids(connection)))

    def recent_queries(self) -> tuple[str, ...]:
        """What was searched for, the last one first."""
        with self._database.reading() as connection:
            return recent_queries.recent_queries(connection)

    def remember_query(self, text: str) -> None:
        """Keep what was searched for, in the place of the oldest when there are too many."""
        with self._database.saving() as connection:
            recent_queries.remember_query(connection, text, self._now())

    def forget_query(self, text: str) -> None:
        """Forget one search."""
        with self._database.saving() as connection:
            recent_queries.forget_query(connection, text)

    def forget_queries(self) -> None:
        """Forget every search."""
        with self._database.saving() as connection:
            recent_queries.forget_queries(connection)
