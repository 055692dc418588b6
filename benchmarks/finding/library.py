"""A corpus with the indexes that are built over it, and what building them cost."""

from __future__ import annotations

import resource
import shutil
import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.errors import IndexUnavailableError
from finding.corpus import write_files
from finding.ours import build_ours, count_articles
from finding.peers import build_tantivy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from finding.corpus import Corpus


INDEX = "index.db"


@dataclass(frozen=True, slots=True)
class Cost:
    """What an act took, of this process with its threads and of its children."""

    wall_s: float
    cpu_s: float

    def less(self, part: Cost) -> Cost:
        """Without this part."""
        return Cost(self.wall_s - part.wall_s, self.cpu_s - part.cpu_s)

    def mean(self, other: Cost) -> Cost:
        """Between the two."""
        return Cost((self.wall_s + other.wall_s) / 2, (self.cpu_s + other.cpu_s) / 2)


def cost_of(act: Callable[[], object]) -> Cost:
    """Do it."""
    wall, cpu = time.perf_counter(), _cpu_s()
    act()
    return Cost(time.perf_counter() - wall, _cpu_s() - cpu)


def _cpu_s() -> float:
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = [resource.getrusage(each) for each in who]
    return sum(each.ru_utime + each.ru_stime for each in used)


@dataclass(frozen=True)
class Library:
    """Indexes are built in `folder` when they are first asked for, if they are not there."""

    corpus: Corpus
    folder: Path

    @property
    def ours(self) -> Path:
        """The file of our index; one that another version of the program built is made anew."""
        path = self._built("ours", self._build_ours) / INDEX
        try:
            count_articles(path)
        except IndexUnavailableError:
            shutil.rmtree(path.parent)
            self._built("ours", self._build_ours)
        return path

    @property
    def tantivy(self) -> Path:
        """The folder of tantivy's."""
        return self._built("tantivy", lambda folder: build_tantivy(self.corpus, folder))

    @property
    def files(self) -> Path:
        """A folder with a Markdown file an article."""
        return self._built("files", lambda folder: write_files(self.corpus, folder))

    def build_anew(self) -> tuple[Cost, Cost]:
        """What our index and tantivy's cost, which is built before and after ours.

        Reading the file and making articles of it is left out: every index needs them as much.
        """
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        reading = cost_of(lambda: deque(self.corpus, maxlen=0))
        parsing = cost_of(lambda: deque(self.corpus.articles(), maxlen=0))
        before = cost_of(lambda: self.tantivy)
        ours = cost_of(lambda: self.ours)
        shutil.rmtree(self.tantivy)
        after = cost_of(lambda: self.tantivy)
        return ours.less(parsing), before.mean(after).less(reading)

    def _build_ours(self, folder: Path) -> None:
        build_ours(self.corpus.articles(), folder / INDEX)

    def _built(self, name: str, build: Callable[[Path], None]) -> Path:
        """The folder that `build` fills; one that is there was filled to the end."""
        folder = self.folder / name
        if not folder.exists():
            print(f"(making {name} of {self.corpus.size} articles)", flush=True)
            unfinished = self.folder / f"{name}-unfinished"
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir(parents=True)
            build(unfinished)
            unfinished.rename(folder)
        return folder
