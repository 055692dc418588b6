"""Notes that are being written: kept aside, and saved at the next start if nobody did."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from bulletin_tui.errors import (
    ArticleNotFoundError,
    ArticleUnreadableError,
    BulletinError,
    IndexUnavailableError,
    NothingFoundError,
)
from bulletin_tui.model.article import Span
from bulletin_tui.model.draft import DraftedPassage
from bulletin_tui.services import annotating
from bulletin_tui.store.drafts import DraftFile, drafts_left_behind
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import ngettext

if TYPE_CHECKING:
    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.model.article import Article
    from bulletin_tui.model.draft import Draft
    from bulletin_tui.paths import Paths
    from bulletin_tui.services.workspace import Workspace

_NO_PLACE = (
    ArticleNotFoundError,
    ArticleUnreadableError,
    IndexUnavailableError,
    NothingFoundError,
)
"""Raised where a note has no place now, which may be there another time."""


def begin_draft(paths: Paths) -> DraftFile:
    """Where to keep a note while it is written; nothing is made yet."""
    return DraftFile.new(paths.drafts)


def keep_draft(workspace: Workspace, file: DraftFile, draft: Draft) -> None:
    """Keep what is typed so far; what cannot be kept is told of when the note is saved."""
    if workspace.store.keeps:
        with suppress(OSError):
            file.keep(draft)


def drop_draft(_workspace: Workspace, file: DraftFile) -> None:
    """The note is saved, or given up."""
    with suppress(OSError):
        file.drop()


def save_drafts_left_behind(workspace: Workspace) -> tuple[Annotation, ...]:
    """Save the notes that were being written when the program ended without a word.

    Each is an act of its own, which can be undone. One that changes nothing, and one whose mark is
    gone for good, is dropped; one whose place is not known now waits for it.
    Raises NotSavedError: what is not saved by then waits for the next start.
    """
    if not workspace.store.keeps:
        return ()
    saved: list[Annotation] = []
    for file, draft in drafts_left_behind(workspace.paths.drafts):
        try:
            mark = _saved(workspace, draft) if _says_more(draft) else None
        except _NO_PLACE:
            file.close()
            continue
        except BulletinError:
            file.close()
            raise
        saved += [mark] if mark is not None else []
        drop_draft(workspace, file)
    return tuple(saved)


def waiting_drafts(workspace: Workspace) -> str:
    """How many notes nobody has saved, and where they are, in words; empty without any."""
    waiting = 0
    for file, draft in drafts_left_behind(workspace.paths.drafts):
        waiting += _says_more(draft)
        file.close()
    words = ngettext(
        "{count} note that was being written waits in {path}: it is saved at a start that finds"
        " its passage in the library.",
        "{count} notes that were being written wait in {path}: each is saved at a start that finds"
        " its passage in the library.",
        waiting,
    )
    path = clean_line(str(workspace.paths.drafts))
    return words.format(count=waiting, path=path) if waiting else ""


def drop_drafts_of(workspace: Workspace, annotation_id: str) -> None:
    """Leave nothing of what was being written on a mark that is removed for good."""
    for file, draft in drafts_left_behind(workspace.paths.drafts):
        if draft.at == annotation_id:
            drop_draft(workspace, file)
        else:
            file.close()


def _says_more(draft: Draft) -> bool:
    return draft.note.strip() not in ("", draft.begun_with.strip())


def _saved(workspace: Workspace, draft: Draft) -> Annotation | None:
    """The mark with the note; None for a mark that is gone for good.

    Raises one of `_NO_PLACE`, and NotSavedError.
    """
    if isinstance(draft.at, DraftedPassage):
        article = workspace.get_article(draft.at.article_id)
        span = _place(article, draft.at)
        return annotating.add_highlight(workspace, article, span, draft.at.color, draft.note)
    with workspace.store.act() as act:
        if act.is_purged(draft.at):
            return None
    begun_with = draft.begun_with
    return annotating.edit_note(workspace, draft.at, draft.note, begun_with=begun_with)


def _place(article: Article, passage: DraftedPassage) -> Span:
    """Where the passage is in today's text.

    Raises ArticleNotFoundError if it is nowhere, or stands elsewhere and more than once.
    """
    span, quote = passage.span, passage.quote
    if article.text[span.start : span.end] == quote:
        return span
    if article.text.count(quote) != 1:
        raise ArticleNotFoundError(passage.article_id)
    start = article.text.index(quote)
    return Span(start, start + len(quote))
