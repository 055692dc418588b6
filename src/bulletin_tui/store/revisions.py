"""Revisions of annotations as rows hold them: encoded, decoded, and checked against damage."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias, cast

from bulletin_tui.model.annotation import (
    Annotation,
    AnnotationKind,
    HighlightColor,
    TextQuoteSelector,
    TextVersion,
)
from bulletin_tui.model.article import Span

_as_json = json.JSONEncoder(default=repr).encode
"""`json.dumps` would make an encoder for every row."""

Stored: TypeAlias = "str | bytes | int | float | None"
"""What SQLite may return, whatever a column's type says, when a file is damaged."""

_Values: TypeAlias = (
    "tuple[str, int, str, str, int, int, str, str, str, str, int, str,"
    " str | None, str, str, str, str, int, str, int]"
)
"""In the order of _COLUMNS."""

_NO_TAGS = _NO_PARENTS = "[]"
"""What most rows hold, known without asking the parser."""

_COLUMNS = (
    'id, revision, document_id, kind, start, "end", exact, prefix, suffix, text_hash,'
    " parser_version, text_digest, color, note, tags, created_at, updated_at, deleted,"
    " device, clock"
)
CHECKED_COLUMNS = f"{_COLUMNS}, checksum"
"""Those that every version has had, and that a row is known by."""
COLUMNS = f"{CHECKED_COLUMNS}, parents, parents_checksum"
"""Of the table `annotation`, in the order that `encode` and `decode` have them."""
_CHECKSUM_AT = _COLUMNS.count(",") + 1


BELIEVED_CLOCK = 1 << 52
"""Microseconds, in the year 2112: a later clock was made up, and ours does not follow it."""


@dataclass(frozen=True, slots=True)
class Revision:
    """An annotation as one row holds it."""

    annotation: Annotation
    """Its `revision` counts the rows of this database; other devices have other numbers."""
    device: str
    clock: int
    """Hybrid: microseconds of wall time, or some more than all that was known then."""
    parents: tuple[str, ...] | None = None
    """Events that this one was made in the knowledge of; None: of the row before, by its number."""

    @property
    def event(self) -> str:
        """The name of the revision on every device."""
        return event_name(self.device, self.clock)

    @property
    def order(self) -> tuple[int, str]:
        """Later ones are greater; every device has the same order."""
        return (self.clock, self.device)


@dataclass(frozen=True, slots=True, order=True)
class DamagedRow:
    """A revision that is not as it was written; its content is not to be trusted."""

    annotation_id: str
    revision: int


def encode(revision: Revision) -> tuple[Stored, ...]:
    """The values of a row, in the order of COLUMNS."""
    annotation = revision.annotation
    values: _Values = (
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
    parents = json.dumps(revision.parents) if revision.parents is not None else None
    return (*values, _checksum(values), parents, _checksum((revision.event, parents)))


def decode(row: tuple[Stored, ...]) -> Revision | DamagedRow:
    """The revision that a row holds, if it is as it was written."""
    values, (checksum, parents, parents_checksum) = row[:_CHECKSUM_AT], row[_CHECKSUM_AT:]
    if checksum != _checksum(values):
        return DamagedRow(str(row[0]), row[1] if isinstance(row[1], int) else 0)
    annotation, device, clock = _decode(cast("_Values", values))
    lineage = decode_parents(event_name(device, clock), parents, parents_checksum)
    return Revision(annotation, device, clock, lineage)


def is_sound(row: tuple[Stored, ...]) -> bool:
    """Whether CHECKED_COLUMNS, or COLUMNS, are as they were written.

    `decode` says the same of a row, and takes four times as long.
    """
    return row[_CHECKSUM_AT] == _checksum(row[:_CHECKSUM_AT])


def decode_parents(event: str, parents: Stored, checksum: Stored) -> tuple[str, ...] | None:
    """The parents of an event; None when they were not written, or are not as they were."""
    if not isinstance(parents, str) or checksum != _checksum((event, parents)):
        return None
    return tuple(json.loads(parents)) if parents != _NO_PARENTS else ()


def known_before(event: str, parents: tuple[str, ...]) -> tuple[str, ...]:
    """The parents that the event can have been made in view of.

    One that was made up may name itself, or events that came after it: then nothing would be the
    last word on its annotation.
    """
    order = _order(event)
    return tuple(one for one in parents if _order(one) < order or _order(one)[0] > BELIEVED_CLOCK)


def _order(event: str) -> tuple[int, str]:
    device, _dash, clock = event.rpartition("-")
    return (int(clock) if clock.isdecimal() else 0, device)


def event_name(device: Stored, clock: Stored) -> str:
    """The name of a revision on every device."""
    return f"{device!s}-{clock!s}"


def _checksum(values: tuple[Stored, ...]) -> int:
    return zlib.crc32(_as_json(values).encode("ascii"))


def _decode(values: _Values) -> tuple[Annotation, str, int]:
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
        tags=tuple(json.loads(tags)) if tags != _NO_TAGS else (),
        created_at=datetime.fromisoformat(created_at),
        updated_at=datetime.fromisoformat(updated_at),
        deleted=bool(deleted),
        text_digest=text_digest,
    )
    return annotation, device, clock
