"""Encodings: by which one a file is read, what it would look like in others, and choosing one.

A choice changes what is read, never the file. It makes another text, so marks are carried along
word by word.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from bulletin_tui.errors import ArticleUnreadableError, NotSavedError, UsageError
from bulletin_tui.importers.decode import decode
from bulletin_tui.importers.encodings.choices import AUTOMATIC, CHOICES, UNICODE, find_choice
from bulletin_tui.importers.encodings.repairing import find_repair
from bulletin_tui.importers.formats import ENCODED_SUFFIXES
from bulletin_tui.library.files import read_article_bytes
from bulletin_tui.model.annotation import Position
from bulletin_tui.model.article import Span
from bulletin_tui.paths import is_in_utf8
from bulletin_tui.search.stored import restore
from bulletin_tui.services.folders import find_made
from bulletin_tui.services.marks.settling import put
from bulletin_tui.services.workspace import reload_library
from bulletin_tui.text.clean import clean, clean_line
from bulletin_tui.text.word_for_word import WordForWord
from bulletin_tui.words import _
from bulletin_tui.workers.one_file import prepare_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bulletin_tui.importers.decode import Decoded
    from bulletin_tui.model.annotation import PlacedAnnotation
    from bulletin_tui.model.article import Article
    from bulletin_tui.paths import Paths
    from bulletin_tui.services.workspace import Workspace
    from bulletin_tui.store.acts import Act

_MOST_LINES = 3
_LOOKED_AT = 20_000
"""Code points of a text in which lines that differ are looked for."""
_MOST_LOST = 0.1
"""Of the code points of a text that is worth proposing, those that stand for bytes it has not."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Another encoding, and what a file looks like in it."""

    encoding: str
    label: str
    is_likely: bool
    """Whether the text itself suggests it."""
    lines: tuple[tuple[str, str], ...]
    """The first lines that differ: as they are now, and as they would be."""


@dataclass(frozen=True, slots=True)
class Encodings:
    """By which encoding a file is read, and by which others it could be."""

    current: str
    chosen: str | None
    """By the reader; None when it was found out."""
    proposals: tuple[Proposal, ...]
    """Those that give another text, the likely one first."""
    automatic: Proposal | None
    """Finding it out again, which takes a choice back; None where there is none."""


def encoding_label(encoding: str) -> str:
    """The name of an encoding for people."""
    return _(CHOICES[encoding]) if encoding in CHOICES else clean_line(encoding)


def get_choice(typed: str) -> str | None:
    """The encoding that was typed; None for `auto`. Raises UsageError."""
    found = find_choice(typed)
    if found is None and typed.strip().lower() != AUTOMATIC:
        raise UsageError(
            _("There is no encoding “{name}”.").format(name=clean_line(typed)),
            advice=_("It is one of {names}.").format(names=", ".join((*CHOICES, AUTOMATIC))),
        )
    return found


def has_encoding(article: Article) -> bool:
    """Whether the article's file is text, which could be read by another encoding."""
    return PurePath(article.summary.paths[0]).suffix.lower() in ENCODED_SUFFIXES


def find_misreading(workspace: Workspace, article: Article) -> str | None:
    """The encoding that a text looks like which is shown by a wrong one, unless one was chosen."""
    document = article.document
    if not document.warnings or document.provenance.encoding not in UNICODE:
        return None
    if not workspace.store.encodings.all().keys().isdisjoint(article.summary.paths):
        return None
    return find_repair(article.text)


def propose(paths: Paths, article: Article) -> Encodings:
    """What the article's first file could be read by. Raises ArticleUnreadableError."""
    path = Path(article.summary.paths[0])
    data = read_article_bytes(path)
    chosen = find_made(paths).encodings.get(str(path))
    today, likeliest = decode(data, chosen), decode(data)
    likely = likeliest.proposal or likeliest.encoding
    automatic = None
    if chosen is not None:
        lines = _differing(today.text, likeliest.text)
        automatic = Proposal(AUTOMATIC, encoding_label(likeliest.encoding), False, lines)
    proposals = []
    for name in CHOICES:
        there = _find_decoded(data, name)
        lines = _differing(today.text, there.text) if there is not None else ()
        if lines:
            proposals.append(Proposal(name, encoding_label(name), name == likely, lines))
    proposals.sort(key=lambda each: not each.is_likely)
    return Encodings(today.encoding, chosen, tuple(proposals), automatic)


def read_as(article: Article, encoding: str | None) -> Article:
    """The article as its first file reads by this encoding, or by the likeliest.

    Raises ArticleUnreadableError.
    """
    return restore(prepare_file(Path(article.summary.paths[0]), encoding))


def choose(workspace: Workspace, article: Article, encoding: str | None) -> Article:
    """Have the article's files read by this encoding from now on, or by the likeliest.

    The library is read again, and the marks stand on the same words. A library that the index
    serves lists the new text once the index has been built; until then the article keeps its id.
    Raises NotSavedError, ArticleUnreadableError.
    """
    workspace.store.check_keeping()
    read = read_as(article, encoding)
    placed = workspace.placer.place_all(article, workspace.store.annotations(article.id))
    paths = _same_files(article)
    for path in paths:
        _check_name(path)
    with workspace.store.act() as act:
        for path in paths:
            act.choose_encoding(path, encoding)
        same = replace(read, summary=replace(read.summary, id=article.id))
        _carry_marks(act, article, same, placed)
        if workspace.stacks.grows:
            act.expect(same)
        elif read.id != article.id:
            act.move(article.id, read)
    reload_library(workspace)
    return read


def carried(position: Position, before: Article, after: Article) -> Position:
    """A place in an article, on the same words as another encoding has them."""
    words = WordForWord(before.text, after.text)

    def find(offset: int) -> int:
        found = words.find(Span(offset, offset + 1)) if offset else None
        return min(offset, len(after.text)) if found is None else found.start

    return Position(find(position.top), find(position.cursor))


def _carry_marks(
    act: Act, article: Article, read: Article, placed: Iterable[PlacedAnnotation]
) -> None:
    """Put the marks on the new text; that it has become another article is found out later."""
    words = WordForWord(article.text, read.text)
    for each in placed:
        span = words.find(each.span) if each.span is not None else None
        if span is not None:
            put(act, each.annotation, read, span)


def _same_files(article: Article) -> list[str]:
    """The first file of an article, and those of its others that have the same bytes."""
    first, *others = article.summary.paths
    data = read_article_bytes(Path(first))
    return [first, *(other for other in others if _has_bytes(other, data))]


def _has_bytes(path: str, data: bytes) -> bool:
    try:
        return read_article_bytes(Path(path)) == data
    except ArticleUnreadableError:
        return False


def _check_name(path: str) -> None:
    if not is_in_utf8(path):
        raise NotSavedError(
            _("The encoding cannot be kept for a file whose name is not in UTF-8."),
            advice=_("Rename the file."),
        )


def _find_decoded(data: bytes, encoding: str) -> Decoded | None:
    try:
        decoded = decode(data, encoding)
    except ArticleUnreadableError:
        return None
    lost = decoded.text.count("\ufffd")
    return decoded if lost <= _MOST_LOST * len(decoded.text) else None


def _differing(before: str, after: str) -> tuple[tuple[str, str], ...]:
    old, new = (clean(text[:_LOOKED_AT]).splitlines() for text in (before, after))
    pairs = zip(old, new, strict=False)
    return tuple((one, other) for one, other in pairs if one != other)[:_MOST_LINES]
