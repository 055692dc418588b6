"""Highlights and notes as a Kindle keeps them, in `My Clippings.txt`.

A note has an entry of its own, at the place where its highlight ends.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnnotationKind, TextQuoteSelector
from bulletin_tui.services.interchange.incoming import (
    Incoming,
    IncomingArticle,
    IncomingMark,
    Refusal,
)
from bulletin_tui.services.interchange.outgoing import whole_note
from bulletin_tui.services.interchange.reading import numbered, read_each
from bulletin_tui.text.clean import clean, clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.services.marked_articles import MarkedArticle

_END = "=========="
_NOTE = re.compile(r"\b(?:note|nota|notiz|notitie|notatka)\b|笔记|メモ", re.IGNORECASE)
_NUMBERS = re.compile("[0-9]{1,12}")
_TITLE = re.compile(r"(?P<title>.*\S) \((?P<author>[^()]+)\)")
_DATES = ("%B %d, %Y %I:%M:%S %p", "%d %B %Y %H:%M:%S", "%d %B %Y %I:%M:%S %p")
_HEAD = 100_000
_LONGEST_LINE = 10_000


@dataclass(frozen=True, slots=True)
class _Clipping:
    article: IncomingArticle
    is_note: bool
    ends_at: str
    """The last number of its place, which a note shares with its highlight."""
    added_at: datetime | None
    words: str

    @property
    def key(self) -> tuple[str, str]:
        return self.article.title, self.ends_at


def set_in_clippings(articles: Sequence[MarkedArticle]) -> str:
    """The whole file; a location counts code points of the text that was marked."""
    return "".join(
        entry
        for marked in articles
        for placed in marked.placed
        if placed.annotation.kind is AnnotationKind.HIGHLIGHT
        for entry in _entries(marked, placed.annotation)
    )


def is_clippings(text: str) -> bool:
    """Whether a text is such a file: its first entry looks and ends as they do."""
    head = text[:_HEAD].splitlines()
    return _END in head[1:] and head[1].startswith("- ")


def read_clippings(text: str) -> Incoming:
    """The highlights, each with its notes; bookmarks quote nothing and are refused."""
    clippings = dict(numbered(_parsed(part) for part in _parts(text)))
    notes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for clipping in clippings.values():
        if clipping.is_note:
            notes[clipping.key].append(clipping.words)

    def mark(where: str, clipping: _Clipping) -> IncomingMark:
        return _mark(where, clipping, notes.pop(clipping.key, []))

    highlights = ((where, each) for where, each in clippings.items() if not each.is_note)
    read = read_each(highlights, mark)
    lone = [
        Refusal(where, _("the highlight of this note is not in the file"))
        for where, each in clippings.items()
        if each.is_note and each.key in notes
    ]
    return Incoming(read.marks, (*read.refusals, *lone))


def _entries(marked: MarkedArticle, annotation: Annotation) -> Iterator[str]:
    name = f"{marked.title} ({marked.source})" if marked.source else marked.title
    span, added_at = annotation.span, annotation.created_at.astimezone(UTC)
    date = f"Added on {added_at:%A, %B} {added_at.day}, {added_at:%Y %I:%M:%S %p}"
    place = f"Location {span.start}-{span.end}"
    yield _entry(name, f"- Your Highlight on {place} | {date}", annotation.quote.exact)
    if note := whole_note(annotation):
        yield _entry(name, f"- Your Note on Location {span.end} | {date}", note)


def _entry(name: str, data: str, words: str) -> str:
    """One entry; a line of the words that would end it is indented."""
    lines = (f" {line}" if line.strip() == _END else line for line in words.split("\n"))
    return "\n".join((name, data, "", *lines, _END, ""))


def _parts(text: str) -> Iterator[list[str]]:
    lines: list[str] = []
    for line in text.splitlines():
        if line.rstrip() != _END or line.startswith(" "):
            lines.append(line)
        elif lines:
            yield lines
            lines = []
    if any(line.strip() for line in lines):
        yield lines


def _parsed(lines: list[str]) -> _Clipping:
    name, data, *words = [*lines, ""]
    what, _bar, added = data[:_LONGEST_LINE].rpartition("|")
    numbers = _NUMBERS.findall(what)
    titled = _TITLE.fullmatch(clean_line(name[:_LONGEST_LINE]))
    title, author = titled.groups() if titled else (clean_line(name), "")
    return _Clipping(
        article=IncomingArticle(title=title, source=author or None),
        is_note=_NOTE.search(what) is not None,
        ends_at=numbers[-1] if numbers else "",
        added_at=_instant(added),
        words=clean("\n".join(words)).strip(),
    )


def _mark(where: str, clipping: _Clipping, notes: list[str]) -> IncomingMark:
    return IncomingMark(
        where=where,
        article=clipping.article,
        kind=AnnotationKind.HIGHLIGHT,
        quote=TextQuoteSelector(clipping.words, "", ""),
        note="\n\n".join(notes),
        created_at=clipping.added_at,
    )


def _instant(text: str) -> datetime | None:
    """The date behind the weekday, as a Kindle writes it in English; UTC for want of a zone."""
    date = text.partition(",")[2].strip()
    for form in _DATES:
        try:
            return datetime.strptime(date, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None
