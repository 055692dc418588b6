"""Settling where a mark stands once its text has changed: confirming a place, or choosing one.

Afterwards the mark stands on today's text: the words that are there are its quote.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.services.annotating import get_annotation, trimmed
from bulletin_tui.services.placing import version_of
from bulletin_tui.text.quoting import describe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.model.article import Article, Span
    from bulletin_tui.services.workspace import Workspace
    from bulletin_tui.store.acts import Act


def confirm(workspace: Workspace, ids: Sequence[str]) -> int:
    """Take the places where marks were found again for good, in one act; those without stay.

    Returns how many have a place. Raises NothingFoundError, NotSavedError.
    """
    confirmed = 0
    with workspace.store.act() as act:
        marks = [get_annotation(act, name) for name in ids]
        for article_id in dict.fromkeys(mark.article_id for mark in marks):
            article = workspace.stacks.find_article(article_id)
            for mark in marks:
                span = (
                    workspace.placer.place(article, mark).span
                    if mark.article_id == article_id
                    else None
                )
                if article is not None and span is not None:
                    put(act, mark, article, span)
                    confirmed += 1
    return confirmed


def place_by_hand(
    workspace: Workspace, annotation_id: str, article: Article, span: Span
) -> Annotation:
    """Put a mark on this passage of this very text, whatever it was on.

    Raises NothingFoundError, NotSavedError, and BulletinError for a passage without words.
    """
    with workspace.store.act() as act:
        mark = get_annotation(act, annotation_id, even_removed=True)
        return put(act, replace(mark, deleted=False), article, trimmed(article.text, span))


def put(act: Act, mark: Annotation, article: Article, span: Span) -> Annotation:
    """Put a mark on this passage of this very text, inside an act."""
    placed = replace(
        mark,
        article_id=article.id,
        span=span,
        quote=describe(article.text, span),
        version=version_of(article),
    )
    return act.revise(placed, article)
