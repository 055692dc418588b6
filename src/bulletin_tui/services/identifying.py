"""Files that were edited: each is known again as the article that was marked or corrected.

An article without an id of its own is named after its text. When its file is edited, renamed or
both, what was marked and corrected goes along: to the article at the same path, or of the same
name, whose text has most of the old one in it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import PurePath
from typing import TYPE_CHECKING

from bulletin_tui.errors import IndexUnavailableError, NotSavedError
from bulletin_tui.services.editing import show_corrected
from bulletin_tui.text.sketching import kept_share, sketch

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from bulletin_tui.services.workspace import Workspace
    from bulletin_tui.store.documents import KnownDocument

LEAST_SHARE = 0.5
"""Of the old text's sketch: half of the words changed leave .14, other articles on one subject have
.17 at most.
"""


def follow_edited_files(workspace: Workspace) -> bool:
    """Let marks and corrections follow the files that were edited; whether any did.

    Cheap while every article that was marked is there. What cannot be saved, or not be looked up in
    an index that is damaged, is tried the next time.
    """
    if not workspace.store.keeps:
        return False
    with suppress(NotSavedError, IndexUnavailableError):
        moved = _follow_all(workspace)
        _show_corrections(workspace, moved)
        return bool(moved)
    return False


def _follow_all(workspace: Workspace) -> set[str]:
    """The articles that have now what was said of another, or of themselves again."""
    store = workspace.store
    successors, documents = store.successors(), store.followed_documents()
    there = workspace.stacks.text_hashes({*successors.values(), *(one.id for one in documents)})
    back = {known.id for known in documents if known.id in there and known.id in successors}
    for document_id in back:
        store.forget_succession(document_id)
    gone = [one for one in documents if not {one.id, successors.get(one.id, one.id)} & there.keys()]
    found: set[str] = set()
    for known, candidates in _candidates(workspace, gone):
        successor = _find_successor(workspace, known, candidates)
        if successor is not None:
            store.succeed(known.id, *successor)
            found.add(successor[0])
    return back | found


def _show_corrections(workspace: Workspace, article_ids: Collection[str]) -> None:
    """The files were read before it was known whose corrections are theirs."""
    corrections = workspace.store.corrections.all() if article_ids else {}
    for article_id in corrections.keys() & article_ids:
        article = workspace.stacks.find_article(article_id)
        if article is not None:
            show_corrected(workspace, article, corrections[article_id])


def _find_successor(
    workspace: Workspace, known: KnownDocument, candidates: Collection[str]
) -> tuple[str, bytes] | None:
    """The likeliest article with the sketch of its text, if one is likely enough."""
    before = _sketches(workspace, known.id) if candidates else []
    best, best_share = None, LEAST_SHARE
    for candidate in candidates if before else ():
        article = workspace.stacks.find_article(candidate)
        if article is None:
            continue
        today = sketch(article.text)
        share = max(kept_share(old, today) for old in before)
        if share >= best_share:
            best, best_share = (article.id, today), share
    return best


def _sketches(workspace: Workspace, document_id: str) -> list[bytes]:
    """Of the texts that were marked or corrected, and of the one that was there last."""
    store = workspace.store
    texts = (store.find_text(digest) for digest in store.marked_digests(document_id))
    return [*(sketch(text) for text in texts if text), *store.find_sketches(document_id)]


def _candidates(
    workspace: Workspace, gone: Sequence[KnownDocument]
) -> Iterator[tuple[KnownDocument, Collection[str]]]:
    """The article at the same path; if no file is there, those of the same name or title."""
    elsewhere: list[KnownDocument] = []
    for known in gone:
        at_path = workspace.stacks.ids_at(known.paths)
        if at_path:
            yield known, at_path
        elif not any(os.path.lexists(path) for path in known.paths):
            elsewhere.append(known)
    named = _ids_by_name(workspace, elsewhere)
    for known in elsewhere:
        names = (*_file_names(known.paths), known.title)
        yield known, dict.fromkeys(one for name in names for one in named.get(name, ()))


def _ids_by_name(workspace: Workspace, wanted: Sequence[KnownDocument]) -> dict[str, list[str]]:
    """The articles by their titles and the names of their files, all looked up at once."""
    names = {name for known in wanted for name in _file_names(known.paths)}
    titles = {known.title for known in wanted}
    found: dict[str, list[str]] = {}
    for article_id in workspace.stacks.ids_named(names, titles) if wanted else ():
        summary = workspace.stacks.find_summary(article_id)
        for name in (*_file_names(summary.paths), summary.title) if summary is not None else ():
            found.setdefault(name, []).append(article_id)
    return found


def _file_names(paths: Sequence[str]) -> list[str]:
    return [PurePath(path).name for path in paths]
