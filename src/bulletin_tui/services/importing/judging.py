"""What a file is to the library: new, a newer version of an article, or one that is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.services.importing.earlier import EarlierVersions
from bulletin_tui.services.importing.report import Outcome
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

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
    place: Path | None = None
    """The file of the article that it is a newer version of."""


class Judge:
    """Judges files one after the other."""

    def __init__(self, stacks: Stacks, folder: Path, encodings: Mapping[str, str]) -> None:
        """`folder` has the originals; `encodings` are those that the reader chose, by path."""
        self._stacks = stacks
        self._texts = stacks.texts()
        self._earlier = EarlierVersions(stacks, folder, encodings)
        self._seen: dict[str, ArticleSummary] = {}
        """Articles of this import by text hash."""
        self._ids: set[str] = set()
        """Of this import."""

    def judge(self, article: Article, file_name: str, encoding: str | None = None) -> Verdict:
        """What the article, read by this chosen encoding, is to the library.

        Raises IndexUnavailableError.
        """
        same = self._seen.get(article.text_hash) or self._find_same(article)
        if same is not None:
            return Verdict(Outcome.DUPLICATE, same)
        if reason := self._why_its_id_is_taken(article):
            return Verdict(Outcome.SKIPPED, reason=reason)
        older = self._earlier.find(article, file_name, encoding)
        if older is None:
            return Verdict(Outcome.ADDED)
        return Verdict(Outcome.UPDATED, older.article, place=older.path)

    def remember(self, article: Article, verdict: Verdict) -> None:
        """Have the article belong to the library, now that it is kept or would be."""
        self._seen[article.text_hash] = article.summary
        self._ids.add(article.id)
        if verdict.other is not None:
            self._earlier.replace(verdict.other.id)

    def _find_same(self, article: Article) -> ArticleSummary | None:
        """An article with this text that is still there: what knows of it may be behind."""
        known = self._stacks.find_summary(self._texts.get(article.text_hash, ""))
        if known is None or (len(known.paths) == 1 and self._earlier.is_replaced(known.id)):
            return None
        return known if any(map(self._stacks.is_up_to_date, known.paths)) else None

    def _why_its_id_is_taken(self, article: Article) -> str:
        """Empty unless another text, that this import cannot replace, has its id."""
        other = self._stacks.find_summary(article.id)
        if article.id not in self._ids and (other is None or self._earlier.has(other.id)):
            return ""
        sentence = _("Its id “{id}” is already that of {other}.")
        where = other.paths[0] if other else _("a file of this import")
        return sentence.format(id=article.id, other=where)
