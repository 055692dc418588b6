"""Files that were edited: each is known again as the article that was marked.

An article without an id of its own is named after its text. When its file is edited, renamed or
both, what was marked goes along: to the article at the same path, or of the same name, whose text
has most of the old one in it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import PurePath
from typing import TYPE_CHECKING

from bulletin_tui.errors import NotSavedError
from bulletin_tui.text.sketching import kept_share, sketch

if TYPE_CHECKING:
    from bulletin_tui.services.workspace import Workspace
    from bulletin_tui.store.documents import KnownDocument

LEAST_SHARE = 0.5
"""Of the old text's sketch: half of the words changed leave .14, other articles on one subject have
.17 at most.
"""


def follow_edited_files(workspace: Workspace) -> bool:
    """Let marks follow the files that were edited; whether any did.

    Cheap while every article that was marked is there. What cannot be saved is tried the next time.
    """
    if not workspace.store.keeps:
        return False
    with suppress(NotSavedError):
        return _follow_all(workspace)
    return False


def _follow_all(workspace: Workspace) -> bool:
    store = workspace.store
    has_changed = False
    successors = store.successors()
    for known in store.marked_documents():
        if workspace.stacks.find_summary(known.id) is not None:
            if known.id in successors:
                store.forget_succession(known.id)
                has_changed = True
        elif workspace.stacks.find_summary(successors.get(known.id, known.id)) is None:
            has_changed |= _find_successor(workspace, known)
    return has_changed


def _find_successor(workspace: Workspace, known: KnownDocument) -> bool:
    """Keep the likeliest article as the document's successor, if one is likely enough."""
    candidates = _candidates(workspace, known)
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
    if best is None:
        return False
    workspace.store.succeed(known.id, *best)
    return True


def _sketches(workspace: Workspace, document_id: str) -> list[bytes]:
    """Of the texts that were marked, and of the one that the marks were shown on last."""
    store = workspace.store
    texts = (store.find_text(digest) for digest in store.marked_digests(document_id))
    found = [sketch(text) for text in texts if text]
    last = store.find_sketch(document_id)
    return [*found, last] if last is not None else found


def _candidates(workspace: Workspace, known: KnownDocument) -> tuple[str, ...]:
    """The article at the same path; if no file is there, those of the same name or title."""
    at_path = workspace.stacks.ids_at(known.paths)
    if at_path or any(os.path.lexists(path) for path in known.paths):
        return at_path
    names = {PurePath(path).name for path in known.paths}
    return workspace.stacks.ids_named(names, {known.title})
