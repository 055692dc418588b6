"""Which imported article a file is a newer version of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.library.originals import safe_name
from bulletin_tui.search.unfolded import folded_spans, unfolded
from bulletin_tui.services.identifying import LEAST_SHARE
from bulletin_tui.text.figures import kept_figures
from bulletin_tui.text.sketching import kept_share, size, sketch

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bulletin_tui.model.article import Article, ArticleSummary
    from bulletin_tui.services.stacks import Stacks

LEAST_SHARE_OF_LIKE = 0.75
"""Of the older text, where only the name or only the title is the same, or where it is short: two
articles where one would do can be mended, one that took another's place can hardly.
"""
LEAST_FIGURES = 0.6
"""Of the older text's figures: reports of one form have the same words, and others of these."""
SHORT = 60
"""Rows of three words, of which a line that a site puts under every report is a good part."""
_NAMES_OF_ANYTHING = frozenset(("default", "document", "download", "index", "print", "stdin"))
"""Stems of files that say nothing about what is in them."""
MOST_CANDIDATES = 50
"""Of one name, or of one title: the files that were written last. Others are not compared."""


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """An article whose place a newer version may take."""

    article: ArticleSummary
    path: Path
    """Its file."""


class EarlierVersions:
    """What was imported before this import began; each can be replaced once."""

    def __init__(
        self, stacks: Stacks, folder: Path, encodings: Mapping[str, str] | None = None
    ) -> None:
        """`encodings` are those that the reader chose, by path."""
        self._stacks = stacks
        self._folder = folder
        self._encodings = encodings or {}
        self._sketches: dict[str, bytes] = {}
        files = stacks.files_below(folder)
        by_name: dict[str, dict[str, str]] = {}
        by_title: dict[str, dict[str, str]] = {}
        for path, article_id in files.items():
            entry = stacks.library.find_entry(article_id)
            by_name.setdefault(Path(path).name, {})[path] = article_id
            by_title.setdefault(entry.title if entry else "", {})[path] = article_id
        self._named = {name: _newest(found) for name, found in by_name.items()}
        self._titled = {title: _newest(found) for title, found in by_title.items()}
        self._ids = frozenset(files.values())
        self._replaced: set[str] = set()

    def has(self, article_id: str) -> bool:
        """Whether the article was imported before, be it replaced by now."""
        return article_id in self._ids

    def is_replaced(self, article_id: str) -> bool:
        """Whether a file of this import has taken the article's place."""
        return article_id in self._replaced

    def replace(self, article_id: str) -> None:
        """Let no other file of this import take the article's place."""
        self._replaced.add(article_id)

    def find(
        self, article: Article, file_name: str, encoding: str | None = None
    ) -> EarlierVersion | None:
        """The one that has most of its text in the article, if one has enough of it there.

        It is read by the same chosen `encoding`, by which its place will be read also tomorrow.
        """
        same_name = self._ids_named(file_name)
        same_title = self._titled.get(article.summary.title, frozenset())
        today = sketch_of_report(article)
        best, best_share = None, 0.0
        for known in sorted((same_name | same_title | {article.id}) & self._ids - self._replaced):
            old = self._sketch(known)
            share = 1.0 if known == article.id else kept_share(old, today)
            least = _least_share(old, is_same=known in same_name and known in same_title)
            if share >= least and share > best_share and self._has_its_figures(known, article):
                found = self._with_place(known, encoding)
                best, best_share = (found, share) if found else (best, best_share)
        return best

    def _ids_named(self, file_name: str) -> frozenset[str]:
        name = safe_name(file_name)
        is_telling = Path(name).stem.lower() not in _NAMES_OF_ANYTHING
        return self._named.get(name, frozenset()) if is_telling else frozenset()

    def _with_place(self, article_id: str, encoding: str | None) -> EarlierVersion | None:
        """The article with a file that still is what was read of it."""
        known = self._stacks.find_summary(article_id)
        if known is None:
            return None
        for path in map(Path, known.paths):
            is_read_so = self._encodings.get(str(path)) == encoding
            if path.is_relative_to(self._folder) and is_read_so and self._is_up_to_date(path):
                return EarlierVersion(known, path)
        return None

    def _has_its_figures(self, article_id: str, article: Article) -> bool:
        """Whether it is not the same report on another month, say."""
        known = self._stacks.find_article(article_id)
        is_same = known is not None and article_id == article.id
        return is_same or (
            known is not None and kept_figures(known.text, article.text) >= LEAST_FIGURES
        )

    def _is_up_to_date(self, path: Path) -> bool:
        return self._stacks.is_up_to_date(str(path))

    def _sketch(self, article_id: str) -> bytes:
        if article_id not in self._sketches:
            known = self._stacks.find_article(article_id)
            self._sketches[article_id] = sketch_of_report(known) if known is not None else b""
        return self._sketches[article_id]


def sketch_of_report(article: Article) -> bytes:
    """The sketch of what is not folded: pages of one site share the rest."""
    return sketch(unfolded(article.text, folded_spans(article.document.blocks)))


def _least_share(old: bytes, *, is_same: bool) -> float:
    return LEAST_SHARE if is_same and size(old) >= SHORT else LEAST_SHARE_OF_LIKE


def _newest(files: dict[str, str]) -> frozenset[str]:
    """The articles in the files that were written last."""
    paths: Iterable[str] = files
    if len(files) > MOST_CANDIDATES:
        paths = sorted(files, key=_written_at)[-MOST_CANDIDATES:]
    return frozenset(files[path] for path in paths)


def _written_at(path: str) -> int:
    try:
        return Path(path).stat().st_mtime_ns
    except OSError:
        return 0
