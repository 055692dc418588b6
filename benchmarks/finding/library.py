"""A corpus with the indexes that are built over it, and what building them cost."""

from __future__ import annotations

import resource
import time
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from finding.ours import build_ours
from finding.peers import build_tantivy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from finding.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Cost:
    """What an act took, of this process with its threads and of its children."""

    wall_s: float
    cpu_s: float


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

    @cached_property
    def ours(self) -> Path:
        """The file of our index."""
        path = self.folder / "index.db"
        if not path.exists():
            self._say("ours")
            build_ours(self.corpus.articles(), path)
        return path

    @cached_property
    def tantivy(self) -> Path:
        """The folder of tantivy's."""
        path = self.folder / "tantivy"
        if not path.exists():
            self._say("tantivy")
            build_tantivy(self.corpus, path)
        return path

    def _say(self, name: str) -> None:
        print(f"(building {name} over {self.corpus.size} articles)", flush=True)
