"""What a file is to the library: new, a newer version of an article, or one that is there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from bulletin_tui.services.identifying import LEAST_SHARE
from bulletin_tui.services.importing.report import Outcome
from bulletin_tui.text.sketching import kept_share, sketch
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bulletin_tui.library.originals import Originals
    from bulletin_tui.model.article import Article, ArticleSummary
    from bulletin_tui.services.stacks import Stacks


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a file is."""

    outcome: Outcome
    other: ArticleSummary | None = None
    """What it is a duplicate or a newer version of."""
    reason: str = ""
    """Why it is skipped."""


class Judge:
    """Judges files one after the other; what it has seen belongs to the library from then on."""

    def __init__(self, stacks: Stacks, originals: Originals) -> None:
        self._stacks = stacks
        self._texts = stacks.texts()
        self._seen: dict[str, ArticleSummary] = {}
        """Articles of this import by text hash."""
        self._ids: set[str] = set()
        """Of this import."""
        self._files = stacks.files_below(originals.folder)
        self._named: dict[str, set[str]] = {}
        """Imported articles by file name, and by title."""
        for path, article_id in self._files.items():
            entry = stacks.library.find_entry(article_id)
            for name in (PurePath(path).name, entry.title if entry else ""):
                self._named.setdefault(name, set()).add(article_id)
        self._imported = frozenset(self._files.values())

    def judge(self, article: Article, file_name: str) -> Verdict:
        """What the article is to the library. Raises IndexUnavailableError."""
        same = self._seen.get(article.text_hash) or self._find_same(article)
        if same is not None:
            return Verdict(Outcome.DUPLICATE, same)
        if reason := self._why_its_id_is_taken(article):
            return Verdict(Outcome.SKIPPED, reason=reason)
        self._seen[article.text_hash] = article.summary
        self._ids.add(article.id)
        older = self._find_older(article, file_name)
        return Verdict(Outcome.ADDED) if older is None else Verdict(Outcome.UPDATED, older)

    def _find_same(self, article: Article) -> ArticleSummary | None:
        known = self._texts.get(article.text_hash)
        return self._stacks.find_summary(known) if known is not None else None

    def _why_its_id_is_taken(self, article: Article) -> str:
        """Empty unless another text, that this import cannot replace, has its id."""
        other = self._stacks.find_summary(article.id)
        if article.id not in self._ids and (other is None or other.id in self._imported):
            return ""
        sentence = _("Its id “{id}” is already that of {other}.")
        where = other.paths[0] if other else _("a file of this import")
        return sentence.format(id=article.id, other=where)

    def _find_older(self, article: Article, file_name: str) -> ArticleSummary | None:
        """The imported article that has most of its text in this one, if one has enough."""
        best, best_share = None, LEAST_SHARE
        today = sketch(article.text)
        for known in self._candidates(article, file_name):
            share = 1.0 if known.id == article.id else kept_share(sketch(known.text), today)
            if share >= best_share:
                best, best_share = known.summary, share
        return best

    def _candidates(self, article: Article, file_name: str) -> Iterator[Article]:
        named = self._named.get(file_name, set()) | self._named.get(article.summary.title, set())
        for each in sorted(named | ({article.id} & self._imported)):
            known = self._stacks.find_article(each)
            if known is not None:
                yield known
