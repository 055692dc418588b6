"""Marking: highlights, bookmarks, notes and tags, each act saved whole and undone whole.

What a person typed is cleaned here, once. Everything that saves raises NotSavedError.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from bulletin_tui.errors import BulletinError, NothingFoundError
from bulletin_tui.model.annotation import Annotation, AnnotationKind, HighlightColor
from bulletin_tui.model.article import Span
from bulletin_tui.services.placing import in_reading_order, orphans_first, version_of
from bulletin_tui.text.clean import clean, clean_line
from bulletin_tui.text.paragraphs import with_paragraphs
from bulletin_tui.text.quoting import describe
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bulletin_tui.model.annotation import OtherNote, PlacedAnnotation
    from bulletin_tui.model.article import Article, Block
    from bulletin_tui.services.workspace import Workspace
    from bulletin_tui.store.acts import Act
    from bulletin_tui.store.undo_log import Change

BOOKMARK_WORDS = 8
"""How many of a paragraph's words a bookmark quotes, if none is cut by that."""
_JOINER = "\u200d"
"""Makes one sign of those on either side of it."""


class ActKind(StrEnum):
    """What an act did, to be named when it is undone or redone."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class ActOfMarks:
    """An act that was undone or redone."""

    kind: ActKind
    marks: tuple[Annotation, ...]
    """Those that it is about, as they are now."""


def add_highlight(
    workspace: Workspace,
    article: Article,
    span: Span,
    color: HighlightColor,
    note: str = "",
    tags: Iterable[str] = (),
) -> Annotation:
    """Highlight a passage of this very text, which the library may hold no longer.

    A passage that is highlighted already takes the colour, note and tags.
    Raises BulletinError for a passage without words.
    """
    span = trimmed(article.text, span)
    note, tags = _clean_note(note), clean_tags(tags)
    with workspace.store.act() as act:
        same = _find_highlight(workspace, act, article, span)
        if same is None:
            new = _new_annotation(act, article, span, AnnotationKind.HIGHLIGHT)
            return act.add(article, replace(new, color=color, note=note, tags=tags))
        note = with_paragraphs(same.note, note)
        tags = clean_tags((*same.tags, *tags))
        return act.revise(replace(same, color=color, note=note, tags=tags))


def toggle_bookmark(workspace: Workspace, article: Article, offset: int) -> Annotation | None:
    """Bookmark the block that holds `offset`, or remove its bookmark and return None.

    Raises BulletinError for an article without words.
    """
    with workspace.store.act() as act:
        bookmark = _find_bookmark(workspace, act, article, offset)
        if bookmark is None:
            return _add_bookmark(act, article, offset)
        act.revise(replace(bookmark, deleted=True))
        return None


def edit_note(
    workspace: Workspace,
    annotation_id: str,
    note: str,
    *,
    begun_with: str | None = None,
    seen: tuple[OtherNote, ...] = (),
) -> Annotation:
    """Replace the note. An annotation removed meanwhile comes back: what was typed is kept.

    `begun_with` is the note as it was when its writer began, with those `seen` beside it: what
    another window saved since then stays, below what is written now, and what another device
    wrote waits; without it nothing does. Raises NothingFoundError.
    """
    with workspace.store.act() as act:
        annotation = get_annotation(act, annotation_id, even_removed=True)
        written, others = _clean_note(note), annotation.other_notes
        if begun_with not in {None, annotation.note}:
            written = with_paragraphs(written, annotation.note)
        known = {begun_with, *(each.note for each in (others if begun_with is None else seen))}
        waiting = (each for each in others if each.note not in known)
        unread = tuple(each for each in waiting if with_paragraphs(written, each.note) != written)
        return act.revise(replace(annotation, note=written, other_notes=unread, deleted=False))


def recolor(workspace: Workspace, annotation_id: str, color: HighlightColor) -> Annotation:
    """Give a highlight another colour. Raises NothingFoundError, BulletinError for a bookmark."""
    with workspace.store.act() as act:
        annotation = get_annotation(act, annotation_id)
        if annotation.kind is not AnnotationKind.HIGHLIGHT:
            raise BulletinError(_("A bookmark has no colour."))
        return act.revise(replace(annotation, color=color))


def remove(workspace: Workspace, ids: Sequence[str]) -> tuple[Annotation, ...]:
    """Remove annotations in one act; what is removed already stays so.

    Raises NothingFoundError, with nothing removed, when one of them never was.
    """
    with workspace.store.act() as act:
        annotations = [get_annotation(act, one, even_removed=True) for one in ids]
        return tuple(act.revise(replace(one, deleted=True)) for one in annotations)


def can_undo(workspace: Workspace) -> bool:
    """Whether this device made a change to marks that is not undone."""
    return workspace.store.can_undo()


def undo(workspace: Workspace) -> ActOfMarks | None:
    """Take back this device's latest act, even of an earlier start; None without one."""
    return _undone(workspace.store.undo(), gone=ActKind.ADDED, back=ActKind.REMOVED)


def redo(workspace: Workspace) -> ActOfMarks | None:
    """Do again what was undone last; None when there is nothing, or another act came after it."""
    return _undone(workspace.store.redo(), gone=ActKind.REMOVED, back=ActKind.ADDED)


def list_annotations(
    workspace: Workspace, article_id: str | None = None
) -> tuple[PlacedAnnotation, ...]:
    """Annotations as they stand in today's texts, orphans first.

    Those of one article follow in reading order, those of all articles the one made last first.
    An article that is gone leaves orphans, so any id will do.
    """
    placed = _placed(workspace, workspace.store.annotations(article_id))
    return in_reading_order(placed) if article_id is not None else orphans_first(placed)


def list_removed(
    workspace: Workspace, article_id: str | None = None
) -> tuple[PlacedAnnotation, ...]:
    """Annotations that were removed, of one article or all, the one made last first."""
    removed = workspace.store.removed_annotations()
    return _placed(workspace, [one for one in removed if article_id in (None, one.article_id)])


def _placed(
    workspace: Workspace, annotations: Sequence[Annotation]
) -> tuple[PlacedAnnotation, ...]:
    """Where they stand today, in their order; articles are read one at a time."""
    by_article: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        by_article.setdefault(annotation.article_id, []).append(annotation)
    placed: dict[str, PlacedAnnotation] = {}
    for name, group in by_article.items():
        article = workspace.stacks.find_article(name)
        found = workspace.placer.place_all(article, group)
        placed.update((one.annotation.id, one) for one in found)
    return tuple(placed[each.id] for each in annotations)


def annotations_in(workspace: Workspace, article: Article) -> tuple[PlacedAnnotation, ...]:
    """The article's annotations as they stand in this very text, in reading order."""
    annotations = workspace.store.annotations(article.id)
    return in_reading_order(workspace.placer.place_all(article, annotations))


def _undone(changes: tuple[Change, ...], *, gone: ActKind, back: ActKind) -> ActOfMarks | None:
    if not changes:
        return None
    kind = ActKind.CHANGED
    if all(change.after.deleted for change in changes):
        kind = gone
    elif all(change.before.deleted for change in changes):
        kind = back
    return ActOfMarks(kind, tuple(change.after for change in changes))


def get_annotation(act: Act, annotation_id: str, *, even_removed: bool = False) -> Annotation:
    """The annotation as it stands inside an act. Raises NothingFoundError."""
    found = act.find(annotation_id)
    if found is None or (found.deleted and not even_removed):
        sentence = _("There is no mark with the id “{id}”.")
        raise NothingFoundError(sentence.format(id=clean_line(annotation_id)))
    return found


def _find_highlight(
    workspace: Workspace, act: Act, article: Article, span: Span
) -> Annotation | None:
    found = _placed_inside(workspace, act, article, AnnotationKind.HIGHLIGHT)
    return next((one.annotation for one in found if one.span == span), None)


def _find_bookmark(
    workspace: Workspace, act: Act, article: Article, offset: int
) -> Annotation | None:
    block = _block_at(article, offset)
    for placed in _placed_inside(workspace, act, article, AnnotationKind.BOOKMARK):
        if placed.span is not None and block.start <= placed.span.start < block.end:
            return placed.annotation
    return None


def _placed_inside(
    workspace: Workspace, act: Act, article: Article, kind: AnnotationKind
) -> list[PlacedAnnotation]:
    annotations = [each for each in act.annotations(article.id) if each.kind is kind]
    return workspace.placer.place_all(article, annotations)


def _add_bookmark(act: Act, article: Article, offset: int) -> Annotation:
    block = _block_at(article, offset)
    from bulletin_tui.text.words import opening_words  # only bookmarks need it

    words = opening_words(article.text, block.start, block.end, BOOKMARK_WORDS)
    span = Span(words[0].start, words[-1].end) if words else Span(block.start, block.end)
    span = trimmed(article.text, span)
    return act.add(article, _new_annotation(act, article, span, AnnotationKind.BOOKMARK))


def _block_at(article: Article, offset: int) -> Block:
    """The block that holds the offset, else the one after it, else the last one."""
    blocks = article.document.blocks
    if not blocks:
        raise BulletinError(_("There is nothing to bookmark in this article."))
    return next((block for block in blocks if offset < block.end), blocks[-1])


def _new_annotation(act: Act, article: Article, span: Span, kind: AnnotationKind) -> Annotation:
    return Annotation(
        id=secrets.token_hex(8),
        revision=1,
        article_id=article.id,
        kind=kind,
        span=span,
        quote=describe(article.text, span),
        version=version_of(article),
        color=None,
        note="",
        tags=(),
        created_at=act.now,
        updated_at=act.now,
    )


def trimmed(text: str, span: Span) -> Span:
    """The passage in whole letters, without white space at its ends.

    Raises BulletinError if it has no words.
    """
    passage = text[span.start : span.end] if span.start >= 0 else ""
    words = passage.strip()
    if not words:
        raise BulletinError(
            _("There are no words in this passage."), advice=_("Select some words first.")
        )
    start = span.start + passage.index(words)
    end = start + len(words)
    while start > 0 and _JOINER in text[start - 1 : start + 1]:
        start -= 1
    while end < len(text) and _JOINER in text[end - 1 : end + 1]:
        end += 1
    return Span(start, end)


def _clean_note(note: str) -> str:
    return clean(note).strip()


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """What a person typed as tags, each once."""
    cleaned = (clean_line(tag) for tag in tags)
    return tuple(dict.fromkeys(tag for tag in cleaned if tag))
