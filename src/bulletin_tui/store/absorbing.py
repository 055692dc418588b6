"""Taking in what was made elsewhere: other devices' events, those of a backup, of a damaged file.

The order in which they come does not matter, nor how often: an event is known by its name. What is
not among them is left as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING

from bulletin_tui.store import documents
from bulletin_tui.store.database import transaction
from bulletin_tui.store.events import DeviceEvent, MarkEvent, TextEvent, record_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from bulletin_tui.store.annotations import AnnotationRows
    from bulletin_tui.store.events import Event
    from bulletin_tui.store.revisions import Revision

_BATCH = 500
"""Events a transaction: other windows wait no longer than for these."""


@dataclass(slots=True)
class Absorbed:
    """What became of the events."""

    new: int = 0
    """Revisions that were not known here."""
    known: int = 0
    purged: int = 0
    """Revisions of annotations that were removed for good here, and stay so."""
    devices: set[str] = field(default_factory=set)
    """Whose revisions were not known here."""


def absorb(
    connection: sqlite3.Connection, rows: AnnotationRows, events: Iterable[Event], now: datetime
) -> Absorbed:
    """Take in events, some at a time in a transaction. Raises sqlite3.Error."""
    absorbed = Absorbed()
    source = iter(events)
    while batch := list(islice(source, _BATCH)):
        with transaction(connection):
            for event in batch:
                _absorb(connection, rows, event, now, absorbed)
    return absorbed


def _absorb(
    connection: sqlite3.Connection,
    rows: AnnotationRows,
    event: Event,
    now: datetime,
    absorbed: Absorbed,
) -> None:
    if isinstance(event, TextEvent):
        documents.keep_text(connection, event.text)
    elif isinstance(event, DeviceEvent):
        connection.execute(
            "INSERT OR REPLACE INTO device (id, name) VALUES (?, ?)", (event.device, event.name)
        )
    elif rows.is_purged(event.revision.annotation.id):
        documents.forget_text(connection, event.revision.annotation.text_digest)
        absorbed.purged += 1
    elif (revision := _unknown(rows, event)) is None:
        absorbed.known += 1
    else:
        documents.keep_foreign_document(connection, event.document, now)
        documents.expect_text(connection, revision.annotation.text_digest)
        number = rows.next_revision(revision.annotation.id)
        numbered = replace(revision.annotation, revision=number)
        rows.append(replace(revision, annotation=numbered))
        absorbed.new += 1
        absorbed.devices.add(event.revision.device)


def _unknown(rows: AnnotationRows, event: MarkEvent) -> Revision | None:
    """The revision to write, under a name that is free; None when it is there.

    Two devices with one name may have written different things under one name of an event: then
    the one that comes second is named after its content, and neither is lost.
    """
    revision = event.revision
    if not rows.has_event(revision):
        return revision
    known = rows.named(revision.device, revision.clock)
    if known is None or _is_same(known, event):
        return None
    content = repr(record_of(event)).encode("utf-8", "surrogatepass")
    other = replace(revision, device=sha256(content).hexdigest()[:16])
    return None if rows.has_event(other) else other


def _is_same(known: Revision, event: MarkEvent) -> bool:
    """Whether a row and an event are one revision; a row's number is its own affair."""
    mark = replace(event.revision.annotation, revision=known.annotation.revision)
    return known.annotation == mark


def events_of(connection: sqlite3.Connection, revisions: Iterable[Revision]) -> Iterator[Event]:
    """The revisions as events, each text ahead of the first one that is on it."""
    told: set[str] = set()
    for revision in revisions:
        mark = revision.annotation
        if mark.text_digest not in told:
            told.add(mark.text_digest)
            text = documents.find_text(connection, mark.text_digest)
            if text is not None:
                yield TextEvent(mark.text_digest, text)
        known = documents.find_document(connection, mark.article_id)
        if known is not None:
            yield MarkEvent(revision, known)
