"""Building an index: what the files of the library are, brought into it batch by batch.

First every file is read and its article listed, then the words of the texts follow. A build that is
ended at any moment loses its last batch at most; the next one goes on from there and comes to the
same index, for files are taken in the order of their paths.
"""

from __future__ import annotations

import math
import time
from collections import deque
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.importers.formats import reading_version
from bulletin_tui.model.indexing import IndexProgress, IndexState
from bulletin_tui.search.built_from import count_articles, known_files, note_build
from bulletin_tui.search.chosen_encodings import read_by_choices
from bulletin_tui.search.corrected import as_corrected, correct_by
from bulletin_tui.search.merging import merge_in_steps
from bulletin_tui.search.preparing import from_line
from bulletin_tui.search.writing import TRY_AGAIN, FileState, IndexWriter
from bulletin_tui.words import _, language_in_use
from bulletin_tui.workers.full_text import FullText
from bulletin_tui.workers.limits import CPU_LIMIT_S
from bulletin_tui.workers.planning import look_again, plan_build
from bulletin_tui.workers.pool import PreparePool, process_count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bulletin_tui.search.opening import Index
    from bulletin_tui.search.writing import Clash
    from bulletin_tui.workers.build_order import BuildOrder
    from bulletin_tui.workers.planning import BuildPlan, Wanted
    from bulletin_tui.workers.pool import Answer

BATCH_FILES = 2000
BATCH_S = 2.0
"""A batch is committed after so many files, or so long; fewer and larger ones take less time."""
FIRST_BATCH_S = 0.3
"""The first ones are shorter, so that there is something to read; each is twice the one before."""
LEAST_CLEARED = 500
MOSTLY = 3
"""With so many files gone for each that is there, beginning anew is the shorter way."""
_TICK_S = 0.2


class IndexBuild:
    """One build of one index, in the calling thread and processes of its own."""

    def __init__(
        self,
        index: Index,
        order: BuildOrder,
        report: Callable[[IndexProgress], None],
        is_stopped: Callable[[], bool] = lambda: False,
        *,
        limit: int | None = None,
        processes: int | None = None,
        cpu_s: float = CPU_LIMIT_S,
    ) -> None:
        self._index = index
        self._order = order
        self._report = report
        self._is_stopped = is_stopped
        self._limit = limit
        self._processes = processes
        self._cpu_s = cpu_s
        self._writer = IndexWriter(index)
        self._full_text = FullText(index, self._writer, is_stopped, cpu_s)
        self._batch_s = min(FIRST_BATCH_S, BATCH_S)
        self._progress = IndexProgress(IndexState.LOOKING)
        self._known: dict[str, FileState] = {}
        self._again: set[str] = set()
        """Files to be read once more at the end, when all others have the ids that are theirs."""

    def run(self) -> IndexProgress:
        """Build and tidy until done or stopped; every step is reported, and the end returned.

        Raises IndexUnavailableError.
        """
        self._tell(IndexState.LOOKING)
        with self._writer.batch():
            self._writer.read_by(reading_version())
            self._writer.word_problems_in(language_in_use())
            correct_by(self._index, self._order.corrections)
            read_by_choices(self._index, self._order.encodings)
        plan = self._plan()
        if len(plan.gone) >= LEAST_CLEARED and len(plan.gone) > MOSTLY * plan.total:
            with self._writer.batch():
                self._writer.clear()
            plan = self._plan()
        self._progress = replace(self._progress, total=plan.total)
        self._tell(IndexState.BUILDING, done=plan.total - len(plan.wanted))
        self._begin(plan)
        self._take_in(plan.wanted)
        self._take_in(look_again(sorted(self._again, key=self._rank)), is_again=True)
        self._complete_words()
        if self._is_stopped():
            return replace(self._progress, state=IndexState.STOPPED)
        note_build(self._index, plan.seen)
        self._tell(IndexState.MERGING)
        for _step in merge_in_steps(self._index):
            if self._is_stopped():
                break
        return replace(self._progress, state=IndexState.DONE)

    def _plan(self) -> BuildPlan:
        self._known = known_files(self._index)
        return plan_build(self._order.folders, self._known, self._limit)

    def _begin(self, plan: BuildPlan) -> None:
        gone = deque(plan.gone)
        while gone and not self._is_stopped():
            with self._writer.batch():
                removed = 0
                end = time.monotonic() + BATCH_S
                while gone and removed < BATCH_FILES and not self._is_over(end):
                    self._forget(gone.popleft())
                    removed += 1
            self._tell(IndexState.BUILDING, changed=removed)
        with self._writer.batch():
            self._writer.record_files(plan.troubles)

    def _complete_words(self) -> None:
        if self._is_stopped():
            return
        articles = count_articles(self._index)
        for left in self._full_text.complete():
            self._progress = replace(self._progress, articles=articles, worded=articles - left)
            if left:
                self._tell(IndexState.WORDING)

    def _take_in(self, wanted: Wanted, *, is_again: bool = False) -> None:
        if not wanted or self._is_stopped():
            return
        paths = [path for path, _state in wanted]
        states = iter([state for _path, state in wanted])
        left = len(paths)
        count, encodings = self._process_count(left), self._order.encodings
        with PreparePool(paths, count, cpu_s=self._cpu_s, encodings=encodings) as pool:
            while left and not self._is_stopped():
                with self._writer.batch():
                    written = 0
                    for answer in self._answers(pool, min(left, BATCH_FILES)):
                        self._settle(answer, next(states))
                        written += 1
                left -= written
                if written:
                    self._batch_s = min(2 * self._batch_s, BATCH_S)
                counted = 0 if is_again else written
                self._tell(IndexState.BUILDING, done=counted, changed=counted)

    def _answers(self, pool: PreparePool, most: int) -> Iterator[Answer]:
        """What a batch takes in: until it is long enough, or has lasted long enough."""
        end = math.inf
        taken = 0
        while taken < most and not self._is_over(end):
            answer = pool.take(_TICK_S)
            if answer is not None:
                end = min(end, time.monotonic() + self._batch_s)
                taken += 1
                yield answer

    def _settle(self, answer: Answer, state: FileState) -> None:
        writer = self._writer
        known = self._known.get(state.path)
        if answer.refusal is not None:
            when = TRY_AGAIN if answer.refusal.is_passing else state.mtime_ns
            self._forget(state.path)
            writer.record_files([state._replace(mtime_ns=when, problem=answer.refusal.reason)])
            return
        article = as_corrected(from_line(answer.line), self._order.corrections)
        if known is not None and known.article_id != article.key:
            self._forget(state.path)
        clashes = writer.catalogue([article])
        if clashes and self._takes_over(clashes[0]):
            clashes = writer.catalogue([article])
        for clash in clashes:
            self._forget(state.path)
            self._again.add(state.path)
            sentence = _("Its id “{id}” is already that of {other}.")
            other = min(clash.other_paths, key=self._rank)
            problem = sentence.format(id=clash.article_id, other=other)
            writer.record_files([state._replace(mtime_ns=TRY_AGAIN, problem=problem)])
        if not clashes:
            writer.record_files([state._replace(article_id=article.key)])

    def _takes_over(self, clash: Clash) -> bool:
        """Have a file get the id from those that a build from nothing would read after it."""
        if self._rank(clash.path) > min(map(self._rank, clash.other_paths)):
            return False
        for path in clash.other_paths:
            self._forget(path)
        self._again.update(clash.other_paths)
        return True

    def _rank(self, path: str) -> tuple[int, str]:
        """Where a file comes among all: by folder, and by path."""
        folders = enumerate(self._order.folders)
        number = next((at for at, folder in folders if Path(path).is_relative_to(folder)), -1)
        return number, path

    def _forget(self, path: str) -> None:
        self._again.discard(path)
        self._again.update(self._writer.forget_files([path]))

    def _is_over(self, end: float) -> bool:
        return self._is_stopped() or time.monotonic() >= end

    def _process_count(self, files: int) -> int:
        return process_count(files, self._processes)

    def _tell(self, state: IndexState, *, done: int = 0, changed: int = 0) -> None:
        """Report that so many more files are done, and were changed."""
        now = self._progress
        self._progress = replace(
            now, state=state, done=now.done + done, changed=now.changed + changed
        )
        self._report(self._progress)
