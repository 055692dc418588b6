"""The second half of a build: the words of the articles that are listed and have none yet.

They are those of the text in the index, so no file is read for it.
"""

from __future__ import annotations

import time
from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from bulletin_tui.search.built_from import find_files
from bulletin_tui.search.failures import using_index
from bulletin_tui.search.stored import find_stored, load_article
from bulletin_tui.search.unworded import load_words, unworded
from bulletin_tui.search.wording import words_from_line
from bulletin_tui.workers.pool import Pool
from bulletin_tui.workers.process import word_finder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bulletin_tui.search.opening import Index
    from bulletin_tui.search.writing import IndexWriter
    from bulletin_tui.workers.answers import Refusal

BATCH_ARTICLES = 2000
BATCH_S = 2.0
"""A batch is committed after so many articles, or so long: each becomes a segment of its own in the
tables of words, and fewer and larger ones take less time to write and to merge.
"""
SHORT = 1 << 19
"""Code points in all: their words are found sooner than a process is started."""
PROCESSES = 1
"""One finds the words of articles about as fast as they are written."""
_TICK_S = 0.2


class FullText:
    """Puts the words of articles in, until none is without; it belongs to the build's thread."""

    def __init__(
        self, index: Index, writer: IndexWriter, is_stopped: Callable[[], bool], cpu_s: float
    ) -> None:
        self._index = index
        self._writer = writer
        self._is_stopped = is_stopped
        self._cpu_s = cpu_s
        self._left: deque[int] = deque()
        self._put_off = 0

    def complete(self) -> Iterator[int]:
        """How many articles are left, now and after each batch.

        Raises IndexUnavailableError.
        """
        with using_index():
            self._left = deque(unworded(self._index.connection))
        yield len(self._left)
        path = self._index.find_path()
        if path is None or self._is_short():
            yield from self._in_batches(self._write_here)
        else:
            start = partial(word_finder, path, self._cpu_s)
            with Pool(map(str, tuple(self._left)), PROCESSES, start) as pool:
                yield from self._in_batches(partial(self._write_found, pool))

    def _is_short(self) -> bool:
        with using_index():
            row: tuple[int] = self._index.connection.execute(
                "SELECT coalesce(sum(length), 0) FROM article"
                " WHERE id IN (SELECT article FROM unworded)"
            ).fetchone()
        return row[0] <= SHORT

    def _in_batches(self, write: Callable[[int], bool]) -> Iterator[int]:
        while self._left and not self._is_stopped():
            end = time.monotonic() + BATCH_S
            written = 0
            with self._writer.batch():
                while self._left and written < BATCH_ARTICLES and not self._is_over(end):
                    if write(self._left[0]):
                        self._left.popleft()
                        written += 1
            yield len(self._left) + self._put_off

    def _is_over(self, end: float) -> bool:
        return self._is_stopped() or time.monotonic() >= end

    def _write_here(self, number: int) -> bool:
        self._writer.put_words_in(load_words(self._index.connection, number))
        return True

    def _write_found(self, pool: Pool, number: int) -> bool:
        """Write what a process has found, if it has by now."""
        answer = pool.take(_TICK_S)
        if answer is None:
            return False
        if answer.refusal is None:
            self._writer.put_words_in(words_from_line(answer.line))
        else:
            self._refuse(number, answer.refusal)
        return True

    def _refuse(self, number: int, refusal: Refusal) -> None:
        """Take out an article whose words take too much, and tell it of its files.

        One over which a process was ended from outside is left to the next build, without words.
        """
        (stored,) = find_stored(self._index.connection, [number])
        load_article(self._index.connection, stored)  # else it is the index that is damaged
        if refusal.is_passing:
            self._put_off += 1
            return
        files = find_files(self._index, stored.unpacked_paths())
        self._writer.forget_files([file.path for file in files])
        self._writer.record_files(
            file._replace(article_id=None, problem=refusal.reason) for file in files
        )
