"""The articles of a large library: listed and kept by the index, which another process builds."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.errors import ArticleNotFoundError, ArticleUnreadableError, IndexUnavailableError
from bulletin_tui.library.answering import status_in_time
from bulletin_tui.model.library import Library
from bulletin_tui.search import catalogue
from bulletin_tui.search.chosen_encodings import known_encodings
from bulletin_tui.search.corrected import known_corrections, note_corrections
from bulletin_tui.search.opening import find_identity, open_index
from bulletin_tui.search.preparing import prepare
from bulletin_tui.search.stored import restore
from bulletin_tui.search.writing import IndexWriter
from bulletin_tui.services.stacks import article_not_found, file_status
from bulletin_tui.text.by_hand import corrected
from bulletin_tui.words import _
from bulletin_tui.workers.builder_lock import builder_lock
from bulletin_tui.workers.one_file import prepare_file

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from bulletin_tui.model.article import Article, ArticleSummary
    from bulletin_tui.search.opening import Identity, Index

REST = 9
"""A snapshot is not taken again before so many times the time that the last one took."""


class IndexStacks:
    """What the index at `path` holds, also while it is being built; nothing before there is one.

    `library` is empty until the first `refresh`.
    """

    articles: tuple[Article, ...] = ()
    grows = True

    def __init__(
        self,
        path: Path,
        folders: Sequence[Path] = (),
        *,
        encodings: Mapping[str, str] | None = None,
        corrections: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        """With `folders` the library lists the articles by these too.

        `encodings` are those that the reader chose, by path; `corrections` were made by hand, by
        article and field.
        """
        self.library = Library()
        self._corrections = dict(corrections or {})
        self.failure: IndexUnavailableError | None = None
        self._path = path
        self._folders = folders
        self._encodings = encodings or {}
        self._index: Index | None = None
        self._identity: Identity | None = None
        self._version: int | None = None
        self._rested_at = 0.0

    def find_article(self, article_id: str) -> Article | None:
        """The article as the index has it, whatever has become of its file.

        This and what follows raises IndexUnavailableError.
        """
        index = self._current_index()
        found = catalogue.find_article(index, article_id) if index is not None else None
        return found and self._corrected(found)

    def get_article(self, article_id: str) -> Article:
        """The article as its file is now: a file that has changed is read again.

        Raises ArticleNotFoundError, and ArticleUnreadableError for a file that changed for the
        worse, or whose folder does not answer.
        """
        summary = self.find_summary(article_id)
        if summary is None:
            raise article_not_found(article_id)
        found, failure = _in_time(summary.paths)
        if any(self._is_as_it_was(path, status) for path, status in found.items()):
            article = self.find_article(article_id)
            if article is not None:
                return article
        for path in found:
            try:
                read = restore(prepare_file(Path(path), self._encodings.get(path)))
            except ArticleUnreadableError as error:  # the same text may be in another file
                failure = failure or error
                continue
            if read.document.metadata.id in (None, article_id):
                return self._corrected(replace(read, summary=replace(read.summary, id=article_id)))
        if failure is not None:
            raise failure
        sentence = _("The file of “{title}” is gone; it was there when the index was built.")
        raise ArticleNotFoundError(
            sentence.format(title=summary.title),
            advice=_("`bulletin index` brings the index up to date."),
        )

    def _corrected(self, article: Article) -> Article:
        """The article by what was corrected, also where the index does not have that yet."""
        values = self._corrections.get(article.id)
        return article if values is None else corrected(article, values)

    def correct(self, article: Article, corrections: Mapping[str, str]) -> None:
        """Know an article, which is as it was corrected, by that from now on.

        The index is told at once if it has the article and is not being built; else the next
        build sees to it.
        """
        self._corrections[article.id] = corrections
        known_here = self.find_summary(article.id)
        if known_here is None:
            return
        # A file that was read again is not the only one with its text.
        article = replace(article, summary=replace(article.summary, paths=known_here.paths))
        with builder_lock(self._path) as is_mine:
            if not is_mine:
                return
            with open_index(self._path, for_writing=True) as index:
                writer = IndexWriter(index)
                with writer.batch():
                    writer.write([prepare(article)])
                    known = {**known_corrections(index), article.id: dict(corrections)}
                    note_corrections(index, {key: each for key, each in known.items() if each})
        self._rested_at = 0.0

    def find_summary(self, article_id: str) -> ArticleSummary | None:
        """What is known about an article, without reading its text."""
        index = self._current_index()
        return catalogue.find_summary(index, article_id) if index is not None else None

    def ids_at(self, paths: Collection[str]) -> tuple[str, ...]:
        """The articles that stand in these files, as the index knows them."""
        index = self._current_index()
        return catalogue.ids_at(index, paths) if index is not None else ()

    def ids_named(self, file_names: Collection[str], titles: Collection[str]) -> tuple[str, ...]:
        """The articles whose file, in whatever folder, or whose title has one of these names."""
        index = self._current_index()
        return catalogue.ids_named(index, file_names, titles) if index is not None else ()

    def text_hashes(self, ids: Collection[str]) -> dict[str, str]:
        """The text hash of each of these articles that the index has."""
        index = self._current_index()
        return catalogue.find_text_hashes(index, ids) if index is not None else {}

    def texts(self) -> dict[str, str]:
        """The article of every text that the index has, by text hash."""
        index = self._current_index()
        return catalogue.texts(index) if index is not None else {}

    def files_below(self, folder: Path) -> dict[str, str]:
        """The article in each file below the folder, by path, as the index knows them."""
        index = self._current_index()
        return catalogue.files_below(index, str(folder)) if index is not None else {}

    def is_up_to_date(self, path: str) -> bool:
        """Whether the index has the file at `path` as it would be read today."""
        status = file_status(Path(path))
        return status is not None and self._is_as_it_was(path, status)

    def newest_ids(self, limit: int) -> tuple[str, ...]:
        """The first ids of today's index, also before there is a snapshot."""
        index = self._current_index()
        return catalogue.newest_ids(index, limit) if index is not None else ()

    def summaries(self) -> Iterator[ArticleSummary]:
        """What is known about every article of the snapshot that is still there."""
        ids = map(self.library.id_at, range(len(self.library)))
        return (summary for summary in map(self.find_summary, ids) if summary is not None)

    def count_in(self, folders: Collection[Path]) -> tuple[int, ...]:
        """How many articles the index has of each of these folders."""
        index = self._current_index()
        return catalogue.count_in(index, folders) if index is not None else (0,) * len(folders)

    def refresh(self) -> bool:
        """Take a newer snapshot if the index has changed; whether it was taken.

        When that cannot be, `failure` says why, and the snapshot stays.
        """
        try:
            return self._refresh()
        except IndexUnavailableError as error:
            self.close()
            self.failure = error
            return False

    def _refresh(self) -> bool:
        index = self._current_index()
        if index is None or time.monotonic() < self._rested_at:
            return False
        version = catalogue.find_version(index)
        if version == self._version:
            return False
        began = time.monotonic()
        self.library, self._version = catalogue.load_library(index, self._folders), version
        ended = time.monotonic()
        self._rested_at = ended + REST * (ended - began)
        return True

    def close(self) -> None:
        """Close the index; it is opened again when it is needed."""
        if self._index is not None:
            self._index.close()
        self._index = self._version = None

    def _current_index(self) -> Index | None:
        """The index that is at the path now; a rebuilt one is another file."""
        identity = find_identity(self._path)
        if self._index is not None and identity == self._identity:
            return self._index
        self.close()
        self.failure = None
        if identity is None:  # it is built for the first time: no failure
            return None
        try:
            self._index, self._identity = open_index(self._path), identity
        except IndexUnavailableError as error:
            self.failure = error
        return self._index

    def _is_as_it_was(self, path: str, status: tuple[int, int]) -> bool:
        """Whether the index has the file as it would be read today."""
        index = self._current_index()
        return (
            index is not None
            and status == catalogue.find_file_status(index, path)
            and self._encodings.get(path) == known_encodings(index).get(path)
        )


def _in_time(
    paths: Sequence[str],
) -> tuple[dict[str, tuple[int, int]], ArticleUnreadableError | None]:
    """`file_status` of those that are there, and why there is none of one that does not answer."""
    found: dict[str, tuple[int, int]] = {}
    failure: ArticleUnreadableError | None = None
    for path in paths:
        try:
            status = status_in_time(Path(path))
        except OSError:
            continue
        except ArticleUnreadableError as error:  # the same text may be in another folder
            failure = error
            continue
        found[path] = status.st_size, status.st_mtime_ns
    return found, failure
