"""Marks on articles that are not here, known again by the title of the article and their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.text.clean import clean, clean_line
from bulletin_tui.text.flattening import flatten

if TYPE_CHECKING:
    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.services.workspace import Workspace


class GoneMarks:
    """As they are when the first one is asked for."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._by_words: dict[tuple[str, ...], str] | None = None

    def find_id(self, title: str, annotation: Annotation) -> str | None:
        """The mark with these words on an article of this title, best one with this note too."""
        if self._by_words is None:
            self._by_words = {}
            for known_title, mark in self._marks():
                for name in _names(known_title, mark):
                    self._by_words.setdefault(name, mark.id)
        found = (self._by_words.get(name) for name in _names(title, annotation))
        return next(filter(None, found), None)

    def _marks(self) -> list[tuple[str, Annotation]]:
        store, stacks = self._workspace.store, self._workspace.stacks
        titles: dict[str, str | None] = {}
        marks = store.annotations()
        for article_id in {mark.article_id for mark in marks}:
            is_here = stacks.find_summary(article_id) is not None
            known = None if is_here else store.find_document(article_id)
            titles[article_id] = known.title if known is not None else None
        named = ((titles[mark.article_id], mark) for mark in marks)
        return [(title, mark) for title, mark in named if title is not None]


def _names(title: str, mark: Annotation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    words = clean_line(title), mark.kind.value, flatten(clean(mark.quote.exact))
    return (*words, mark.note), words
