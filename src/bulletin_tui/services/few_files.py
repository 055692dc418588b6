"""The articles of folders with few files, held in memory as the files are now.

The bundled reports are parsed here. Foreign files are read by processes that may be ended, unless
they were read before: what came of them is kept, by the digest of their bytes.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui import __version__
from bulletin_tui.errors import ArticleUnreadableError, IndexUnavailableError
from bulletin_tui.importers.formats import SUFFIXES, rules_version
from bulletin_tui.importers.guarding import parse_guarded
from bulletin_tui.library.articles import make_article
from bulletin_tui.library.files import read_article_bytes
from bulletin_tui.library.parsed import keep_documents, load_documents
from bulletin_tui.library.shelf import find_article_files
from bulletin_tui.model.library import FileProblem
from bulletin_tui.services.folders import build_order
from bulletin_tui.services.stacks import MemoryStacks, newest_first
from bulletin_tui.text.by_hand import corrected
from bulletin_tui.words import _, language_in_use
from bulletin_tui.workers.answers import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from bulletin_tui.library.shelf import FoundFile
    from bulletin_tui.model.article import Article, Document
    from bulletin_tui.paths import Paths
    from bulletin_tui.workers.build_order import BuildOrder

_TICK_S = 0.2


def read_articles(
    paths: Paths,
    order: BuildOrder | None = None,
    *,
    is_stopped: Callable[[], bool] = lambda: False,
    on_read: Callable[[int, int], None] = lambda _done, _total: None,
) -> MemoryStacks:
    """Every article of the library, as it is now or as the order has it.

    There are fewer once it `is_stopped`. Identical texts become one article with several paths.
    `on_read` hears how many files of how many were read.
    """
    order = build_order(paths) if order is None else order
    found = find_article_files(order.folders, SUFFIXES)
    reader = _Reader(paths, order.encodings, is_stopped, on_read)
    articles, failed = _told_apart(reader.read(found.files))
    reader.keep()
    for article_id, corrections in order.corrections.items():
        if article_id in articles:
            articles[article_id] = corrected(articles[article_id], corrections)
    in_order = tuple(sorted(articles.values(), key=newest_first))
    problems = (*found.absent, *found.problems, *failed)
    statuses = {file.path: (file.size, file.mtime_ns) for file in found.files}
    if len(order.folders) < 2:
        return MemoryStacks(in_order, problems, statuses=statuses)
    changed = {file.path: file.mtime_ns for file in found.files}
    return MemoryStacks(
        in_order, problems, folders=order.folders, changed=changed, statuses=statuses
    )


def _told_apart(
    read: Iterable[tuple[str, Article | str]],
) -> tuple[dict[str, Article], list[FileProblem]]:
    """The articles by id, each text once, and the files without one."""
    articles: dict[str, Article] = {}
    failed: list[FileProblem] = []
    for path, article in read:
        if isinstance(article, str):
            failed.append(FileProblem(path, article))
            continue
        same = articles.get(article.id)
        if same is None:
            articles[article.id] = article
        elif same.text_hash == article.text_hash:
            articles[article.id] = _with_path(same, article)
        else:
            failed.append(_clash(path, same))
    return articles, failed


@dataclass(frozen=True, slots=True)
class _Unread:
    """A file that has to be read by another process."""

    file: FoundFile
    digest: str


class _Reader:
    """Reads files, and remembers what came of them."""

    def __init__(
        self,
        paths: Paths,
        encodings: Mapping[str, str],
        is_stopped: Callable[[], bool],
        on_read: Callable[[int, int], None],
    ) -> None:
        self._is_stopped = is_stopped
        self._on_read = on_read
        self._cache = paths.parsed_documents
        self._bundled = paths.articles if paths.is_library else None
        self._encodings = encodings
        # Warnings are sentences, which are in one language.
        self._version = f"{__version__} {rules_version()} {language_in_use()}"
        self._known = load_documents(self._cache, self._version)
        self._used: dict[str, Document | str] = {}

    def read(self, files: Sequence[FoundFile]) -> Iterator[tuple[str, Article | str]]:
        """The article in each file, or why there is none, in their order."""
        results: dict[str, Article | str] = {}
        unread: list[_Unread] = []
        for file in files:
            try:
                outcome = self._look_at(file)
            except ArticleUnreadableError as error:
                results[file.path] = str(error)
                continue
            if isinstance(outcome, _Unread):
                unread.append(outcome)
            else:
                results[file.path] = outcome
        self._on_read(len(results), len(files))
        for path, result in self._read_elsewhere(unread):
            results[path] = result
            self._on_read(len(results), len(files))
        return ((file.path, results[file.path]) for file in files)

    def keep(self) -> None:
        """Keep what was read for the next time."""
        if self._used.keys() != self._known.keys():
            keep_documents(self._cache, self._version, self._used)

    def _look_at(self, file: FoundFile) -> Article | str | _Unread:
        path = Path(file.path)
        data = read_article_bytes(path)
        encoding = self._encodings.get(file.path)
        way = f"{path.suffix.lower()}\0{encoding or ''}\0".encode()
        digest = sha256(way + data).hexdigest()
        document = self._known.get(digest)
        if document is None:
            if self._bundled is None or not path.is_relative_to(self._bundled):
                return _Unread(file, digest)
            document = parse_guarded(data, path.name, encoding)
        self._used[digest] = document
        return document if isinstance(document, str) else make_article(document, path)

    def _read_elsewhere(self, unread: Sequence[_Unread]) -> Iterator[tuple[str, Article | str]]:
        if not unread:
            return
        left = deque(unread)
        try:
            for outcome in self._answers(unread):
                each = left.popleft()
                is_final = not (isinstance(outcome, Refusal) and outcome.is_passing)
                result = outcome.reason if isinstance(outcome, Refusal) else outcome
                if is_final and _is_as_it_was(each.file):
                    self._used[each.digest] = result if isinstance(result, str) else result.document
                yield each.file.path, result
        except IndexUnavailableError as error:  # no process can be started any more
            yield from ((each.file.path, str(error)) for each in left)

    def _answers(self, unread: Iterable[_Unread]) -> Iterator[Article | Refusal]:
        from bulletin_tui.search.preparing import from_line  # the bundled articles need no process
        from bulletin_tui.search.stored import restore
        from bulletin_tui.workers.pool import PreparePool, process_count

        paths = [Path(each.file.path) for each in unread]
        with PreparePool(paths, process_count(len(paths)), encodings=self._encodings) as pool:
            for _path in paths:
                answer = None
                while answer is None and not self._is_stopped():
                    answer = pool.take(_TICK_S)
                if answer is None:
                    yield Refusal(_("It was not read: the program was about to end."), True)
                else:
                    yield answer.refusal or restore(from_line(answer.line))


def _is_as_it_was(file: FoundFile) -> bool:
    """Whether it still is what its digest was taken of."""
    try:
        status = Path(file.path).stat()
    except OSError:
        return False
    return (status.st_size, status.st_mtime_ns) == (file.size, file.mtime_ns)


def _with_path(known: Article, again: Article) -> Article:
    paths = known.summary.paths + again.summary.paths
    return replace(known, summary=replace(known.summary, paths=paths))


def _clash(path: str, known: Article) -> FileProblem:
    sentence = _("Its id “{id}” is already that of {other}.")
    return FileProblem(path, sentence.format(id=known.id, other=known.summary.paths[0]))
