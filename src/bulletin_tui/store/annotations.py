"""Annotation rows: every revision ever written, each with a checksum; none is ever overwritten.

A row whose checksum fails is reported and its mark shown as the newest sound revision has it. Which
revisions nobody has revised is kept in `annotation_head`, and can be told from the rows again.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import (
    Annotation,
    AnnotationKind,
    TextQuoteSelector,
    TextVersion,
)
from bulletin_tui.model.article import Span
from bulletin_tui.store.merging import Standing, merge
from bulletin_tui.store.revisions import (
    COLUMNS,
    DamagedRow,
    Revision,
    decode,
    decode_parents,
    encode,
    event_name,
    is_sound,
    known_before,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from bulletin_tui.store.revisions import Stored

TO_BE_MENDED = "to be mended"
"""The key in `meta` of a database whose rows are to be checked when it is opened next."""

_SELECT = f"SELECT {COLUMNS} FROM annotation AS row"  # noqa: S608 - constants alone
_LAST_NUMBER = """
    SELECT max(
        (SELECT coalesce(max(rowid), 0) FROM annotation),
        (SELECT coalesce(max(number), 0) FROM purged)
    )
"""
_INSERT = f"""
    INSERT INTO annotation (rowid, {COLUMNS}) VALUES (1 + ({_LAST_NUMBER}), {"?, " * 22}?)
"""  # noqa: S608
_HEADS = f"{_SELECT} JOIN annotation_head USING (id, revision)"
_MADE_AT = "(SELECT min(clock) FROM annotation WHERE id = row.id)"
_CHANGED = f"""
    {_HEADS} WHERE id IN (SELECT id FROM annotation WHERE rowid > ? AND rowid <= ?)
    ORDER BY {_MADE_AT}, id
"""  # noqa: S608
_PURGED = "SELECT id FROM purged WHERE number > ? AND number <= ?"
_COUNTS = """
    SELECT document_id, count(DISTINCT id) FROM annotation JOIN annotation_head USING (id, revision)
    WHERE NOT deleted GROUP BY document_id
"""
_LINEAGE = """
    SELECT revision, device, clock, parents, parents_checksum FROM annotation
    WHERE id = ? ORDER BY revision
"""
_NEVER = datetime.fromtimestamp(0, UTC)
_LATEST_MADE_FIRST = f"ORDER BY {_MADE_AT} DESC, id"


class AnnotationRows:
    """The annotation table; `damaged` collects the bad rows that were met while reading."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.damaged: set[DamagedRow] = set()

    def current(self, annotation_id: str) -> Standing | None:
        """How the annotation stands, removed perhaps; None when no row of it is sound."""
        heads = self._connection.execute(
            "SELECT revision FROM annotation_head WHERE id = ?", (annotation_id,)
        ).fetchall()
        revisions = self.history(annotation_id)
        sound = {one.annotation.revision: one for one in revisions}
        standing: dict[str, Revision] = {}
        for (number,) in heads:
            # A damaged row stands as what was written before it.
            numbers = [each for each in sound if each <= number]
            if numbers:
                head = sound[max(numbers)]
                standing[head.event] = head
        if not standing:
            return None
        known = {one.event: one for one in revisions}
        _numbers, parents = self._lineage(annotation_id)
        return merge(tuple(standing.values()), parents, known)

    def revision(self, annotation_id: str, number: int) -> Revision | None:
        """That very revision, if it is sound."""
        rows = self._connection.execute(
            f"{_SELECT} WHERE id = ? AND revision = ?", (annotation_id, number)
        )
        return next(self._sound(rows.fetchall()), None)

    def named(self, device: str, clock: int) -> Revision | None:
        """The revision of this name, if it is there and sound."""
        rows = self._connection.execute(
            f"{_SELECT} WHERE device = ? AND clock = ?", (device, clock)
        )
        return next(self._sound(rows.fetchall()), None)

    def has_event(self, revision: Revision) -> bool:
        """Whether a row of this name is there, sound or not."""
        return self.has_name(revision.device, revision.clock)

    def has_name(self, device: str, clock: int) -> bool:
        """Whether a device's revision of this clock is there, sound or not."""
        found = self._connection.execute(
            "SELECT 1 FROM annotation WHERE clock = ? AND device = ?", (clock, device)
        )
        return found.fetchone() is not None

    def is_purged(self, annotation_id: str) -> bool:
        """Whether the annotation was removed for good."""
        found = self._connection.execute("SELECT 1 FROM purged WHERE id = ?", (annotation_id,))
        return found.fetchone() is not None

    def made_by(self, device: str, after: int = 0) -> list[Revision]:
        """A device's sound revisions with a later clock than `after`, in order, parents told."""
        rows = self._connection.execute(
            f"{_SELECT} WHERE clock > ? AND device = ? ORDER BY clock", (after, device)
        )
        return [self.with_parents(one) for one in self._sound(rows.fetchall())]

    def texts_of(self, device: str, until: int) -> frozenset[str]:
        """The digests of the texts that a device had marked when its clock stood there."""
        found = self._connection.execute(
            "SELECT DISTINCT text_digest FROM annotation WHERE device = ? AND clock <= ?",
            (device, until),
        )
        return frozenset(row[0] for row in found)

    def count_by_device(self) -> dict[str, int]:
        """How many revisions each device has written."""
        found = self._connection.execute("SELECT device, count(*) FROM annotation GROUP BY device")
        return dict(found.fetchall())

    def with_parents(self, revision: Revision) -> Revision:
        """The revision with its parents, which may be those of the row before it."""
        if revision.parents is not None:
            return revision
        _numbers, parents = self._lineage(revision.annotation.id)
        return replace(revision, parents=parents.get(revision.event, ()))

    def history(self, annotation_id: str) -> list[Revision]:
        """Every sound revision, in the order in which they were written here."""
        rows = self._connection.execute(
            f"{_SELECT} WHERE id = ? ORDER BY revision", (annotation_id,)
        )
        return list(self._sound(rows.fetchall()))

    def all_current(self, document_ids: Sequence[str] | None = None) -> list[Standing]:
        """How each stands, the one made last first; without those that were removed.

        Those on some documents, or all.
        """
        return [each for each in self._all(document_ids) if not each.annotation.deleted]

    def all_removed(self) -> list[Standing]:
        """Those that were removed, the one made last first."""
        return [each for each in self._all(None) if each.annotation.deleted]

    def _all(self, document_ids: Sequence[str] | None) -> Iterator[Standing]:
        if document_ids is None:
            return self._standing(self._connection.execute(f"{_HEADS} {_LATEST_MADE_FIRST}"))
        places = ", ".join("?" * len(document_ids))
        question = f"{_HEADS} WHERE document_id IN ({places}) {_LATEST_MADE_FIRST}"
        return self._standing(self._connection.execute(question, document_ids))

    def changed_since(self, number: int, most: int | None = None) -> tuple[int, list[Standing]]:
        """The number of the last row, and what the rows behind that of `number` changed.

        Removed ones are among them; the one made last comes last. Rows are only ever added, so
        their numbers go up; a purge takes a number too, and leaves nothing but the id. At most so
        many numbers are looked at, the first ones; the last of them is then the one returned.
        """
        last = self._number(_LAST_NUMBER)
        if last <= number:
            return last, []
        if most is not None:
            last = min(last, number + most)
        rows = self._connection.execute(_PURGED, (number, last))
        purged = [_nothing_left(annotation_id) for (annotation_id,) in rows]
        return last, [*purged, *self._standing(self._connection.execute(_CHANGED, (number, last)))]

    def count_by_document(self) -> dict[str, int]:
        """How many annotations each document has, without removed ones; no row is checked."""
        return dict(self._connection.execute(_COUNTS).fetchall())

    def check(self) -> None:
        """Read every row, so that `damaged` is complete."""
        for row in self._connection.execute(_SELECT):
            if not is_sound(row):
                self._checked(row)

    def next_revision(self, annotation_id: str) -> int:
        """One more than the last revision, damaged ones included."""
        return self._number("SELECT max(revision) FROM annotation WHERE id = ?", annotation_id) + 1

    def _number(self, question: str, *values: str) -> int:
        row: tuple[int | None] = self._connection.execute(question, values).fetchone()
        return row[0] or 0

    def append(self, revision: Revision) -> None:
        """Write a new row; its document and its text have to be there."""
        self._connection.execute(_INSERT, encode(revision))
        self.find_heads(revision.annotation.id)

    def find_heads(self, annotation_id: str) -> None:
        """Tell from the rows which of them nobody has revised."""
        numbers, parents = self._lineage(annotation_id)
        revised = {parent for group in parents.values() for parent in group}
        # Only made-up events revise each other in a ring: the last one written then stands.
        heads = [number for event, number in numbers.items() if event not in revised] or [
            max(numbers.values())
        ]
        self._connection.execute("DELETE FROM annotation_head WHERE id = ?", (annotation_id,))
        self._connection.executemany(
            "INSERT INTO annotation_head (id, revision) VALUES (?, ?)",
            [(annotation_id, number) for number in heads],
        )

    def _lineage(self, annotation_id: str) -> tuple[dict[str, int], dict[str, tuple[str, ...]]]:
        """The number of each event, damaged ones too, and the events it was made in view of."""
        numbers: dict[str, int] = {}
        parents: dict[str, tuple[str, ...]] = {}
        before: tuple[str, ...] = ()
        for number, device, clock, *written in self._connection.execute(_LINEAGE, (annotation_id,)):
            event = event_name(device, clock)
            numbers[event] = number
            known = decode_parents(event, *written)
            parents[event] = known_before(event, known) if known is not None else before
            before = (event,)
        return numbers, parents

    def _standing(self, rows: sqlite3.Cursor) -> Iterator[Standing]:
        """How the annotations stand whose heads these rows are."""
        for annotation_id, group in groupby(rows.fetchall(), key=lambda row: row[0]):
            heads = list(group)
            only = self._checked(heads[0]) if len(heads) == 1 else None
            if only is not None:
                yield Standing(only.annotation, (only,))
            elif (found := self.current(annotation_id)) is not None:
                yield found

    def _sound(self, rows: Iterable[tuple[Stored, ...]]) -> Iterator[Revision]:
        return (revision for row in rows if (revision := self._checked(row)) is not None)

    def _checked(self, row: tuple[Stored, ...]) -> Revision | None:
        found = decode(row)
        if isinstance(found, Revision):
            return found
        self.damaged.add(found)
        return None


def _nothing_left(annotation_id: str) -> Standing:
    """An annotation that was removed for good."""
    nothing = Annotation(
        id=annotation_id,
        revision=0,
        article_id="",
        kind=AnnotationKind.BOOKMARK,
        span=Span(0, 0),
        quote=TextQuoteSelector("", "", ""),
        version=TextVersion("", 0),
        color=None,
        note="",
        tags=(),
        created_at=_NEVER,
        updated_at=_NEVER,
        deleted=True,
    )
    return Standing(nothing, ())
