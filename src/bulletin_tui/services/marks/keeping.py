"""Keeping the list of all marks up to date, a step at a time, in the thread of the database."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bulletin_tui.importers.formats import PARSER_VERSION
from bulletin_tui.model.annotation import AnchorState, PlacedAnnotation, TextVersion
from bulletin_tui.services.folders import library_folders
from bulletin_tui.services.marks.elsewhere import is_elsewhere
from bulletin_tui.services.marks.listed import (
    UNSETTLED,
    ListedMark,
    MarkedText,
    MarkList,
    list_mark,
)

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.model.library import Library
    from bulletin_tui.services.stacks import Stacks
    from bulletin_tui.services.workspace import Workspace

STEP = 500
"""Changes that are read at a time, so that nobody else waits long for the database."""


class MarkKeeper:
    """Reads what has changed, and finds the marks again whose article is another one by now.

    A mark whose article has the text that it was made on is kept without reading that text.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._revision = 0
        self._is_complete = False
        self._marks: dict[str, ListedMark] = {}
        self._by_article: dict[str, dict[str, None]] = {}
        self._articles: dict[str, MarkedText] = {}
        self._to_place: dict[str, None] = {}
        self._seen: tuple[Stacks, Library] | None = None
        self._folders: list[Path] = []
        self._successors: dict[str, str] = {}
        self._list = MarkList()

    def step(self) -> bool:
        """Do the next piece of work; whether there may be more to do.

        Raises StateUnavailableError, IndexUnavailableError.
        """
        self._look_at_successors()
        self._look_at_library()
        if self._read_some():
            return True
        if self._to_place:
            self._place_those_of(next(iter(self._to_place)))
            return True
        return False

    def renew(self) -> MarkList:
        """Take a new snapshot, unless the last one is still true."""
        marks = tuple(self._marks.values())
        if marks != self._list.marks or self._is_complete is not self._list.is_complete:
            states = Counter(mark.state for mark in marks)
            unsettled = {state: states[state] for state in UNSETTLED if states[state]}
            has_others = any(mark.annotation.other_notes for mark in marks)
            device = self._workspace.store.exchange.device() if has_others else ""
            self._list = MarkList(marks, self._is_complete, unsettled, device)
        return self._list

    def _read_some(self) -> bool:
        reached, changed = self._workspace.store.annotations_since(self._revision, STEP)
        is_news = reached != self._revision
        self._revision = reached
        self._is_complete = not is_news
        purged = [mark for mark in changed if not mark.article_id]
        for mark in purged:
            self._forget(mark.id)
        left = [mark for mark in changed if mark.article_id]
        self._know({mark.article_id for mark in left})
        for mark in left:
            self._take(mark)
        return is_news

    def _take(self, annotation: Annotation) -> None:
        self._forget(annotation.id)
        article = self._articles[annotation.article_id]
        self._by_article.setdefault(article.id, {})[annotation.id] = None
        self._marks[annotation.id] = list_mark(
            annotation, article, self._placed_at_once(annotation, article)
        )

    def _forget(self, annotation_id: str) -> None:
        old = self._marks.pop(annotation_id, None)
        if old is not None:
            del self._by_article[old.article.id][annotation_id]

    def _placed_at_once(
        self, annotation: Annotation, article: MarkedText
    ) -> PlacedAnnotation | None:
        """Where the mark is, if no text has to be read for it."""
        if article.is_elsewhere:
            return None
        if article.text_hash is None:
            return PlacedAnnotation(annotation, AnchorState.ORPHAN, None)
        if annotation.version == TextVersion(article.text_hash, PARSER_VERSION):
            return PlacedAnnotation(annotation, AnchorState.KEPT, annotation.span)
        self._to_place[article.id] = None
        return None

    def _place_those_of(self, article_id: str) -> None:
        del self._to_place[article_id]
        article = self._workspace.stacks.find_article(article_id)
        for name in self._by_article.get(article_id, ()):
            mark = self._marks[name]
            if mark.placed is None or mark.placed.state is not AnchorState.KEPT:
                placed = self._workspace.placer.place(article, mark.annotation)
                self._marks[name] = list_mark(mark.annotation, mark.article, placed)

    def _look_at_successors(self) -> None:
        """Read all marks anew once those of some articles are shown on others."""
        successors = self._workspace.store.successors()
        if successors != self._successors:
            self._successors = successors
            self._revision = 0

    def _look_at_library(self) -> None:
        """Look at every article again once the library is another one."""
        seen = (self._workspace.stacks, self._workspace.library)
        if self._seen is not None and all(
            old is new for old, new in zip(self._seen, seen, strict=True)
        ):
            return
        self._seen = seen
        self._folders = [folder.absolute() for folder in library_folders(self._workspace.paths)]
        before, self._articles = self._articles, {}
        self._know(set(before))
        for article_id, article in self._articles.items():
            if article != before[article_id]:
                for name in tuple(self._by_article.get(article_id, ())):
                    self._take(self._marks[name].annotation)

    def _know(self, ids: set[str]) -> None:
        """Find out what is to be known of these articles."""
        new = ids - self._articles.keys()
        if not new:
            return
        hashes = self._workspace.stacks.text_hashes(new)
        for article_id in new:
            self._articles[article_id] = self._look_up(article_id, hashes.get(article_id))

    def _look_up(self, article_id: str, text_hash: str | None) -> MarkedText:
        library, store = self._workspace.library, self._workspace.store
        position = library.find_position(article_id)
        if position is not None:
            entry = library.entry_at(position)
            return MarkedText(article_id, entry.title, entry.source, text_hash, position)
        known = store.find_document(article_id)
        title, source = (known.title, known.source) if known is not None else (article_id, None)
        paths = known.paths if known is not None and text_hash is None else ()
        is_there = is_elsewhere(paths, self._folders)
        return MarkedText(article_id, title, source, text_hash, len(library), is_there)
