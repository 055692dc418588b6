"""Annotation rows: every revision ever written, each with a checksum; none is ever overwritten.

A row whose checksum fails is reported and its mark shown as the newest sound revision has it.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias, cast

from bulletin_tui.model.annotation import (
    Annotation,
    AnnotationKind,
    HighlightColor,
    TextQuoteSelector,
    TextVersion,
)
from bulletin_tui.model.article import Span

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

_Stored: TypeAlias = "str | bytes | int | float | None"
"""What SQLite may return, whatever a column's type says, when a file is damaged."""

_Values: TypeAlias = (
    "tuple[str, int, str, str, int, int, str, str, str, str, int, str,"
    " str | None, str, str, str, str, int, str, int]"
)
"""In the order of _COLUMNS."""

_COLUMNS = """
    id, revision, document_id, kind, start, "end", exact, prefix, suffix, text_hash,
    parser_version, text_digest, color, note, tags, created_at, updated_at, deleted, device, clock
"""
_SELECT = f"SELECT {_COLUMNS}, checksum FROM annotation AS row"  # noqa: S608 - constants alone
_INSERT = f"INSERT INTO annotation ({_COLUMNS}, checksum) VALUES ({'?, ' * 20}?)"  # noqa: S608
_NEWEST = "revision = (SELECT max(revision) FROM annotation WHERE id = row.id)"
_COUNTS = f"""
    SELECT document_id, count(*) FROM annotation AS row
    WHERE {_NEWEST} AND NOT deleted GROUP BY document_id
"""  # noqa: S608
_CHANGED = f"""
    {_SELECT} WHERE {_NEWEST} AND id IN (SELECT id FROM annotation WHERE rowid > ?)
    ORDER BY (SELECT min(clock) FROM annotation WHERE id = row.id), device, id
"""  # noqa: S608
_LATEST_MADE_FIRST = """
    ORDER BY (SELECT min(clock) FROM annotation WHERE id = row.id) DESC, device DESC, id
"""


@dataclass(frozen=True, slots=True)
class Revision:
    """An annotation as one row holds it."""

    annotation: Annotation
    device: str
    clock: int
    """Logical: every new revision has a greater one than all that were known then."""


@dataclass(frozen=True, slots=True, order=True)
class DamagedRow:
    """A revision that is not as it was written; its content is not to be trusted."""

    annotation_id: str
    revision: int


class AnnotationRows:
    """The annotation table; `damaged` collects the bad rows that were met while reading."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.damaged: set[DamagedRow] = set()

    def current(self, annotation_id: str) -> Revision | None:
        """The newest sound revision, a tombstone perhaps."""
        rows = self._connection.execute(
            f"{_SELECT} WHERE id = ? ORDER BY revision DESC", (annotation_id,)
        )
        return next(self._sound(rows.fetchall()), None)

    def revision(self, annotation_id: str, number: int) -> Revision | None:
        """That very revision, if it is sound."""
        rows = self._connection.execute(
            f"{_SELECT} WHERE id = ? AND revision = ?", (annotation_id, number)
        )
        return next(self._sound(rows.fetchall()), None)

    def all_current(self, document_id: str | None = None) -> list[Revision]:
        """The newest sound revision of each, the one created last first; without tombstones."""
        if document_id is None:
            rows = self._connection.execute(f"{_SELECT} WHERE {_NEWEST} {_LATEST_MADE_FIRST}")
        else:
            rows = self._connection.execute(
                f"{_SELECT} WHERE document_id = ? AND {_NEWEST} {_LATEST_MADE_FIRST}",
                (document_id,),
            )
        return [one for one in self._soundest(rows) if not one.annotation.deleted]

    def changed_since(self, number: int) -> tuple[int, list[Revision]]:
        """The number of the last row, and what the rows behind that of `number` changed.

        Of each annotation the newest sound revision, a tombstone perhaps, the one created last at
        the end. Rows are only ever added, so their numbers go up.
        """
        last = self._number("SELECT max(rowid) FROM annotation")
        if last <= number:
            return last, []
        return last, list(self._soundest(self._connection.execute(_CHANGED, (number,))))

    def count_by_document(self) -> dict[str, int]:
        """How many annotations each document has, without tombstones; no row is checked."""
        return dict(self._connection.execute(_COUNTS).fetchall())

    def check(self) -> None:
        """Read every row, so that `damaged` is complete."""
        for _sound in self._sound(self._connection.execute(_SELECT)):
            pass

    def next_revision(self, annotation_id: str) -> int:
        """One more than the last revision, damaged ones included."""
        return self._number("SELECT max(revision) FROM annotation WHERE id = ?", annotation_id) + 1

    def next_clock(self) -> int:
        """One tick later than everything that is known here."""
        return self._number("SELECT max(clock) FROM annotation") + 1

    def _number(self, question: str, *values: str) -> int:
        row: tuple[int | None] = self._connection.execute(question, values).fetchone()
        return row[0] or 0

    def append(self, revision: Revision) -> None:
        """Write a new row; its document and its text have to be there."""
        values = _encode(revision)
        self._connection.execute(_INSERT, (*values, _checksum(values)))

    def _soundest(self, rows: sqlite3.Cursor) -> Iterator[Revision]:
        """For each newest row itself, or what was written of its annotation before."""
        for row in rows.fetchall():
            found = self._checked(row) or self.current(row[0])
            if found is not None:
                yield found

    def _sound(self, rows: Iterable[tuple[_Stored, ...]]) -> Iterator[Revision]:
        return (revision for row in rows if (revision := self._checked(row)) is not None)

    def _checked(self, row: tuple[_Stored, ...]) -> Revision | None:
        values, checksum = row[:-1], row[-1]
        if checksum == _checksum(values):
            return _decode(cast("_Values", values))
        number = row[1] if isinstance(row[1], int) else 0
        self.damaged.add(DamagedRow(str(row[0]), number))
        return None


def _checksum(values: tuple[_Stored, ...]) -> int:
    return zlib.crc32(json.dumps(values, default=repr).encode("ascii"))


def _encode(revision: Revision) -> _Values:
    annotation = revision.annotation
    return (
        annotation.id,
        annotation.revision,
        annotation.article_id,
        annotation.kind.value,
        annotation.span.start,
        annotation.span.end,
        annotation.quote.exact,
        annotation.quote.prefix,
        annotation.quote.suffix,
        annotation.version.text_hash,
        annotation.version.parser_version,
        annotation.text_digest,
        annotation.color.value if annotation.color is not None else None,
        annotation.note,
        json.dumps(annotation.tags, ensure_ascii=False),
        annotation.created_at.isoformat(),
        annotation.updated_at.isoformat(),
        int(annotation.deleted),
        revision.device,
        revision.clock,
    )


def _decode(values: _Values) -> Revision:
    (
        annotation_id,
        number,
        document_id,
        kind,
        start,
        end,
        exact,
        prefix,
        suffix,
        text_hash,
        parser_version,
        text_digest,
        color,
        note,
        tags,
        created_at,
        updated_at,
        deleted,
        device,
        clock,
    ) = values
    annotation = Annotation(
        id=annotation_id,
        revision=number,
        article_id=document_id,
        kind=AnnotationKind(kind),
        span=Span(start, end),
        quote=TextQuoteSelector(exact, prefix, suffix),
        version=TextVersion(text_hash, parser_version),
        color=HighlightColor(color) if color is not None else None,
        note=note,
        tags=tuple(json.loads(tags)),
        created_at=datetime.fromisoformat(created_at),
        updated_at=datetime.fromisoformat(updated_at),
        deleted=bool(deleted),
        text_digest=text_digest,
    )
    return Revision(annotation, device, clock)
