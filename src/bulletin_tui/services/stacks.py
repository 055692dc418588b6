"""Where the articles of the library are kept: all of them in memory, or in the index."""

from __future__ import annotations

from datetime import datetime
from heapq import nlargest
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Protocol

from bulletin_tui.errors import ArticleNotFoundError
from bulletin_tui.model.library import RECENT, Entry, Group, Library
from bulletin_tui.text.clean import clean_line
from bulletin_tui.text.collation import collation_key
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from bulletin_tui.errors import IndexUnavailableError
    from bulletin_tui.model.article import Article, ArticleSummary
    from bulletin_tui.model.library import FileProblem


class Stacks(Protocol):
    """Articles by id, whole ones too; to be used in the thread that opened them."""

    @property
    def library(self) -> Library:
        """What is there, as lists show it; another thread may look at it."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """Those that are held in memory: all of them, or none."""

    @property
    def grows(self) -> bool:
        """Whether another process adds to them, so that `refresh` is worth calling."""

    @property
    def failure(self) -> IndexUnavailableError | None:
        """Why nothing is there, or not as it should be."""

    def find_article(self, article_id: str) -> Article | None:
        """The article as it was read last, whatever has become of its file."""

    def get_article(self, article_id: str) -> Article:
        """The article as its file is now.

        Raises ArticleNotFoundError, and ArticleUnreadableError for a file that changed for the
        worse.
        """

    def find_summary(self, article_id: str) -> ArticleSummary | None:
        """What is known about an article, without reading its text."""

    def ids_at(self, paths: Collection[str]) -> tuple[str, ...]:
        """The articles that stand in these files."""

    def ids_named(self, file_names: Collection[str], titles: Collection[str]) -> tuple[str, ...]:
        """The articles whose file, in whatever folder, or whose title has one of these names."""

    def text_hashes(self, ids: Collection[str]) -> dict[str, str]:
        """The text hash of each of these articles that is there, without reading a text."""

    def texts(self) -> dict[str, str]:
        """The article of every text, by text hash, without reading a text."""

    def files_below(self, folder: Path) -> dict[str, str]:
        """The article in each file below the folder, by path."""

    def is_up_to_date(self, path: str) -> bool:
        """Whether the file at `path` is as it was when its article was read."""

    def newest_ids(self, limit: int) -> tuple[str, ...]:
        """The first ids in the library's order, also while `library` is not there yet."""

    def summaries(self) -> Iterator[ArticleSummary]:
        """What is known about every article, in the library's order."""

    def count_in(self, folders: Collection[Path]) -> tuple[int, ...]:
        """How many articles there are in each of these folders."""

    def refresh(self) -> bool:
        """Take in what another process has added; whether there was anything."""

    def close(self) -> None:
        """Let go of every file."""


class MemoryStacks:
    """Articles that are few enough to be held, as their files were when they were read."""

    grows = False
    failure: IndexUnavailableError | None = None

    def __init__(
        self,
        articles: tuple[Article, ...] = (),
        problems: tuple[FileProblem, ...] = (),
        *,
        folders: Sequence[Path] = (),
        changed: Mapping[str, int] | None = None,
        statuses: Mapping[str, tuple[int, int]] | None = None,
    ) -> None:
        """With `folders` they are listed by these too, and by when their files `changed`.

        `statuses` are size in bytes and time of change in nanoseconds, by path, as they were read.
        """
        self.articles = articles
        """Newest first, undated ones last."""
        self.library = Library(
            (entry(article.summary) for article in articles),
            problems,
            name_key=collation_key,
            find_folders=lambda: self._by_folder(folders),
            find_recent=lambda: self._changed_last(changed or {}),
        )
        self._again = (problems, folders, changed)
        self._statuses = statuses or {}
        self._by_id = {article.id: article for article in articles}

    def with_article(self, article: Article) -> MemoryStacks:
        """The same articles, but for one that has its id."""
        others = (one for one in self.articles if one.id != article.id)
        in_order = tuple(sorted((*others, article), key=newest_first))
        problems, folders, changed = self._again
        stacks = MemoryStacks(
            in_order, problems, folders=folders, changed=changed, statuses=self._statuses
        )
        stacks.failure = self.failure
        return stacks

    def find_article(self, article_id: str) -> Article | None:
        """The article with this id."""
        return self._by_id.get(article_id)

    def get_article(self, article_id: str) -> Article:
        """The article with this id. Raises ArticleNotFoundError."""
        article = self._by_id.get(article_id)
        if article is None:
            raise article_not_found(article_id)
        return article

    def find_summary(self, article_id: str) -> ArticleSummary | None:
        """What is known about an article."""
        article = self._by_id.get(article_id)
        return article.summary if article is not None else None

    def ids_at(self, paths: Collection[str]) -> tuple[str, ...]:
        """The articles that stand in these files."""
        wanted = frozenset(paths)
        return tuple(one.id for one in self.articles if not wanted.isdisjoint(one.summary.paths))

    def ids_named(self, file_names: Collection[str], titles: Collection[str]) -> tuple[str, ...]:
        """The articles whose file, in whatever folder, or whose title has one of these names."""
        return tuple(
            one.id
            for one in self.articles
            if one.summary.title in titles
            or any(PurePath(path).name in file_names for path in one.summary.paths)
        )

    def text_hashes(self, ids: Collection[str]) -> dict[str, str]:
        """The text hash of each of these articles that is there."""
        found = map(self._by_id.get, ids)
        return {article.id: article.text_hash for article in found if article is not None}

    def texts(self) -> dict[str, str]:
        """The article of every text, by text hash."""
        return {article.text_hash: article.id for article in self.articles}

    def files_below(self, folder: Path) -> dict[str, str]:
        """The article in each file below the folder, by path."""
        return {
            path: article.id
            for article in self.articles
            for path in article.summary.paths
            if PurePath(path).is_relative_to(folder)
        }

    def is_up_to_date(self, path: str) -> bool:
        """Whether the file is there, and as it was when it was read if that is known."""
        status = file_status(Path(path))
        return status is not None and self._statuses.get(path, status) == status

    def newest_ids(self, limit: int) -> tuple[str, ...]:
        """The first ids."""
        return tuple(article.id for article in self.articles[:limit])

    def summaries(self) -> Iterator[ArticleSummary]:
        """What is known about every article, newest first."""
        return (article.summary for article in self.articles)

    def count_in(self, folders: Collection[Path]) -> tuple[int, ...]:
        """How many articles there are in each of these folders."""
        return tuple(len(group.positions) for group in self._by_folder(folders))

    def _by_folder(self, folders: Iterable[Path]) -> tuple[Group, ...]:
        return tuple(Group(str(folder), self._positions_in(folder)) for folder in folders)

    def _positions_in(self, folder: Path) -> tuple[int, ...]:
        return tuple(
            position
            for position, one in enumerate(self.articles)
            if any(PurePath(path).is_relative_to(folder) for path in one.summary.paths)
        )

    def _changed_last(self, changed: Mapping[str, int]) -> tuple[int, ...]:
        def when(position: int) -> int:
            return max(changed.get(path, 0) for path in self.articles[position].summary.paths)

        positions = range(len(self.articles)) if changed else ()
        return tuple(sorted(nlargest(RECENT, positions, key=when)))

    def refresh(self) -> bool:
        """Nothing: files are read again only when that is asked for."""
        return False

    def close(self) -> None:
        """Nothing is open."""


def file_status(path: Path) -> tuple[int, int] | None:
    """Size in bytes and time of change in nanoseconds; None if the file is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def newest_first(article: Article) -> tuple[bool, float, str]:
    """The key by which articles are sorted: undated ones come last, by their titles."""
    dated = article.summary.dated
    if dated is None:
        return (True, 0.0, collation_key(article.summary.title))
    age = datetime.max - dated.value  # noqa: DTZ901 - printed dates are wall-clock values
    return (False, age.total_seconds(), collation_key(article.summary.title))


def entry(summary: ArticleSummary) -> Entry:
    """What the library's snapshot holds of an article."""
    year = f"{summary.dated.value.year:04}" if summary.dated else None
    return Entry(summary.id, summary.title, summary.source, summary.place, year)


def article_not_found(article_id: str) -> ArticleNotFoundError:
    """The error for an id that no article has."""
    sentence = _("There is no article “{id}”.").format(id=clean_line(article_id))
    return ArticleNotFoundError(sentence, advice=_("`bulletin list` names every article."))
