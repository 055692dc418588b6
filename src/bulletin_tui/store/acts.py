"""An act of the reader: the changes to annotations that are saved together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.store.clocks import next_clock
from bulletin_tui.store.documents import (
    find_document,
    keep_document,
    keep_sketch,
    keep_text,
    known_as,
)
from bulletin_tui.store.encodings import choose_encoding
from bulletin_tui.store.revisions import Revision
from bulletin_tui.store.successions import Successions, forget_succession, succeed
from bulletin_tui.text.sketching import sketch

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.model.article import Article
    from bulletin_tui.store.annotations import AnnotationRows
    from bulletin_tui.store.documents import KnownDocument
    from bulletin_tui.store.merging import Standing


class Act:
    """Reads and writes inside a transaction that the store holds open."""

    def __init__(
        self, connection: sqlite3.Connection, rows: AnnotationRows, device: str, now: datetime
    ) -> None:
        self._connection = connection
        self._rows = rows
        self._successions = Successions(connection)
        self.device = device
        self.now = now
        self.revisions: dict[str, tuple[int | None, int]] = {}
        """The revision before and after the act of each annotation; None before the first."""

    def find(self, annotation_id: str) -> Annotation | None:
        """The annotation as it stands inside this act; a deleted one too."""
        found = self._rows.current(annotation_id)
        return self._shown(found.annotation) if found is not None else None

    def is_purged(self, annotation_id: str) -> bool:
        """Whether it was removed for good: nothing may be written under its id again."""
        return self._rows.is_purged(annotation_id)

    def _shown(self, annotation: Annotation) -> Annotation:
        return next(self._successions.shown([annotation]))

    def find_revision(self, annotation_id: str, number: int) -> Annotation | None:
        """An earlier state; None when its row is damaged."""
        found = self._rows.revision(annotation_id, number)
        return found.annotation if found is not None else None

    def history(self, annotation_id: str) -> tuple[Annotation, ...]:
        """Every state that the annotation had, on this device and on others."""
        return tuple(one.annotation for one in self._rows.history(annotation_id))

    def annotations(self, article_id: str) -> tuple[Annotation, ...]:
        """The article's annotations as they stand inside this act, the newest first."""
        found = self._rows.all_current(self._successions.documents_of(article_id))
        return tuple(self._successions.shown(each.annotation for each in found))

    def add(self, article: Article, annotation: Annotation) -> Annotation:
        """Write a new annotation, with the text it was made on."""
        return self.admit(annotation, known_as(article), article.text)

    def admit(self, annotation: Annotation, known: KnownDocument, text: str) -> Annotation:
        """Write an annotation with its own times, on a text that no article may have any more.

        One that is there already gets it as its next revision. An empty `text` stands for one that
        is not known.
        """
        keep_document(self._connection, known, self.now)
        digest = keep_text(self._connection, text)
        current = self._rows.current(annotation.id)
        next_one = self._rows.next_revision(annotation.id)
        number = next_one if next_one > 1 else annotation.revision
        added = replace(annotation, revision=number, text_digest=digest)
        self._append(added, current)
        return added

    def revise(self, annotation: Annotation, article: Article | None = None) -> Annotation:
        """Write an annotation that is there already as its next revision, stamped now.

        With `article`, its text is kept as the one that the annotation stands on from now on.
        Nothing is written when nothing but the stamp would change.
        """
        if article is not None:
            keep_document(self._connection, known_as(article), self.now)
            digest = keep_text(self._connection, article.text)
            annotation = replace(annotation, article_id=article.id, text_digest=digest)
        current = self._rows.current(annotation.id)
        if current is None:
            raise KeyError(annotation.id)
        old = current.annotation
        if annotation.article_id == self._successions.article_of(old.article_id):
            annotation = replace(annotation, article_id=old.article_id)
        if replace(annotation, revision=old.revision, updated_at=old.updated_at) == old:
            return self._shown(old)
        number = self._rows.next_revision(old.id)
        revised = replace(annotation, revision=number, updated_at=self.now)
        self._append(revised, current)
        return self._shown(revised)

    def choose_encoding(self, path: str, encoding: str | None) -> None:
        """Have a file read by this encoding; with None, by the likeliest again."""
        choose_encoding(self._connection, path, encoding, self.now)

    def move(self, article_id: str, today: Article) -> None:
        """Have all that is known of an article be known of what it is today."""
        sketched = sketch(today.text)
        forget_succession(self._connection, today.id)
        for name in self._names(article_id):
            if name != today.id:
                succeed(self._connection, name, today.id, sketched, self.now)

    def expect(self, article: Article) -> None:
        """Have all that is known of an article be found again where this text of it will be."""
        keep_document(self._connection, known_as(article), self.now)
        sketched = sketch(article.text)
        for name in self._names(article.id):
            keep_sketch(self._connection, name, sketched)

    def _names(self, article_id: str) -> list[str]:
        """Under which the article is remembered."""
        names = self._successions.documents_of(article_id)
        return [name for name in names if find_document(self._connection, name) is not None]

    def _append(self, annotation: Annotation, current: Standing | None) -> None:
        """Write the annotation behind what it replaces, if anything."""
        parents = current.parents_of(annotation) if current is not None else ()
        clock = next_clock(self._connection, self.now)
        self._rows.append(Revision(annotation, self.device, clock, parents))
        replaced = current.annotation.revision if current is not None else None
        before, _after = self.revisions.get(annotation.id, (replaced, 0))
        self.revisions[annotation.id] = (before, annotation.revision)
