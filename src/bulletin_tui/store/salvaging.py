"""What can still be read of a database, sound or damaged, of any version.

Annotations and texts are found page by page and known by their checksums, so no damage to the
rest of the file hides them. The other tables are read through SQLite, from both ends towards what
is damaged. The file itself is only read.
"""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from bulletin_tui.store.database import connect_to_copy
from bulletin_tui.store.documents import KnownDocument
from bulletin_tui.store.events import MarkEvent, TextEvent
from bulletin_tui.store.raw_pages import read_rows
from bulletin_tui.store.revisions import COLUMNS, Revision, decode
from bulletin_tui.text.hashing import text_digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bulletin_tui.store.events import Event
    from bulletin_tui.store.revisions import Stored

_MOST_COLUMNS = COLUMNS.count(",") + 1
_FEWEST_COLUMNS = _MOST_COLUMNS - 2
"""Of an annotation, before its parents were written down."""

_BLOCK_BYTES = 4096
_PURGED = ("id", "number", "clock", "is_cleaned")

Row: TypeAlias = "dict[str, Stored]"


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table, in the order in which they were written."""

    rows: list[Row]
    """Each by the names of its columns."""
    is_whole: bool
    """Whether no damage was met."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """The annotations of a file with what they refer to."""

    revisions: list[Revision] = field(default_factory=list)
    """In the order of their numbers, parents told."""
    texts: dict[str, bytes] = field(default_factory=dict)
    """Compressed, by digest; all of them are what they say they are."""
    documents: dict[str, KnownDocument] = field(default_factory=dict)
    purged: list[Row] = field(default_factory=list)
    """Of the table of what was removed for good."""

    def events(self) -> Iterator[Event]:
        """Everything as events, the texts first; they keep the numbers of their revisions."""
        for digest in {one.annotation.text_digest for one in self.revisions} & self.texts.keys():
            yield TextEvent(digest, zlib.decompress(self.texts[digest]).decode())
        for revision in self.revisions:
            mark = revision.annotation
            nameless = KnownDocument(mark.article_id, mark.version.text_hash, "", None, ())
            yield MarkEvent(revision, self.documents.get(mark.article_id, nameless))


def salvage(file: Path) -> Salvaged:
    """Every sound annotation that is in the file."""
    found: dict[str, Revision] = {}
    texts: dict[str, bytes] = {}
    documents: dict[str, KnownDocument] = {}
    purged: list[Row] = []
    for row in read_rows(_content(file)):
        if len(row) >= _FEWEST_COLUMNS:
            revision = _revision_in(row)
            if revision is not None:
                found[revision.event] = revision
        elif len(row) == 2 and _is_text(row):
            texts[str(row[0])] = bytes(row[1]) if isinstance(row[1], bytes) else b""
        elif (known := _document_in(row)) is not None:
            documents[known.id] = known
        elif len(row) == len(_PURGED) and _is_purge(row):
            purged.append(dict(zip(_PURGED, row, strict=True)))
    return Salvaged(_with_parents(found.values()), texts, documents, purged)


def read_table(file: Path, table: str) -> Table:
    """As many rows of a table as SQLite finds; none in a file that is no database."""
    found: dict[int, Row] = {}
    is_whole = False
    for order in ("ASC", "DESC"):
        question = f"SELECT rowid AS its_number, * FROM {table} ORDER BY rowid {order}"  # noqa: S608
        with suppress(sqlite3.DatabaseError), closing(connect_to_copy(file)) as connection:
            rows = connection.execute(question)
            names = [column[0] for column in rows.description]
            for number, *values in rows:
                found.setdefault(number, dict(zip(names[1:], values, strict=True)))
            is_whole = True
    return Table([found[number] for number in sorted(found)], is_whole)


def _content(file: Path) -> bytes:
    """The bytes of a file, with zeros for what the disk no longer gives back."""
    if not file.is_file():
        return b""
    with suppress(OSError):
        return file.read_bytes()
    parts: list[bytes] = []
    with suppress(OSError), file.open("rb", buffering=0) as stream:
        for at in range(0, file.stat().st_size, _BLOCK_BYTES):
            try:
                part = os.pread(stream.fileno(), _BLOCK_BYTES, at)
            except OSError:
                part = b""
            parts.append(part.ljust(_BLOCK_BYTES, b"\0"))
    return b"".join(parts)


def _revision_in(row: tuple[Stored, ...]) -> Revision | None:
    whole = (*row, *(None,) * (_MOST_COLUMNS - len(row)))[:_MOST_COLUMNS]
    try:
        found = decode(whole)
    except (TypeError, ValueError):  # the checksum fits: somebody else's work, or chance
        return None
    return found if isinstance(found, Revision) else None


def _is_text(row: tuple[Stored, ...]) -> bool:
    digest, packed = row
    if not isinstance(digest, str) or not isinstance(packed, bytes):
        return False
    try:
        return text_digest(zlib.decompress(packed).decode()) == digest
    except (zlib.error, UnicodeDecodeError):
        return False


def _is_purge(row: tuple[Stored, ...]) -> bool:
    """Whether a row is of a shape that only those of `purged` have."""
    annotation_id, number, clock, is_cleaned = row
    return (
        isinstance(annotation_id, str)
        and isinstance(number, int)
        and isinstance(clock, int)
        and is_cleaned in (0, 1)
    )


def _document_in(row: tuple[Stored, ...]) -> KnownDocument | None:
    """A row that looks like a document: it has no checksum, and is only a name of one."""
    if len(row) != 6:
        return None
    known_id, text_hash, title, source, paths, recorded_at = row
    if not all(isinstance(one, str) for one in (known_id, text_hash, title, paths, recorded_at)):
        return None
    try:
        listed = json.loads(str(paths))
    except ValueError:
        return None
    if not isinstance(listed, list) or not (source is None or isinstance(source, str)):
        return None
    names = tuple(str(path) for path in listed)
    return KnownDocument(str(known_id), str(text_hash), str(title), source, names)


def _with_parents(revisions: Iterable[Revision]) -> list[Revision]:
    """The revisions by annotation and number; without parents, one has the one before it."""
    ordered = sorted(revisions, key=lambda one: (one.annotation.id, one.annotation.revision))
    told: list[Revision] = []
    for _id, group in groupby(ordered, key=lambda one: one.annotation.id):
        before: tuple[str, ...] = ()
        for revision in group:
            parents = revision.parents if revision.parents is not None else before
            told.append(replace(revision, parents=parents))
            before = (revision.event,)
    return told
