"""What was made, as events that any device can take in: to JSON, and back from foreign JSON.

What comes back is checked field by field, and its strings are cleaned.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from bulletin_tui.model.annotation import (
    Annotation,
    AnnotationKind,
    HighlightColor,
    TextQuoteSelector,
    TextVersion,
)
from bulletin_tui.model.article import Span
from bulletin_tui.store.documents import KnownDocument
from bulletin_tui.store.revisions import Revision, event_name
from bulletin_tui.text.clean import clean, clean_line
from bulletin_tui.text.hashing import text_digest

if TYPE_CHECKING:
    from collections.abc import Mapping

LATEST_CLOCK = 1 << 53
"""A clock beyond this is no clock: it could not be counted on from."""
_YEARS = (1, 9999)
"""Instants of the first and the last year cannot be told in every time zone."""
_OFFSETS = range(1 << 40)
_QUOTE = ("exact", "prefix", "suffix")
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_DEVICE = re.compile(r"[0-9a-f]{16}")
_EVENT = re.compile(r"[0-9a-f]{16}-[0-9]{1,16}")

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


@dataclass(frozen=True, slots=True)
class MarkEvent:
    """A revision of an annotation, with what is known of the article it is on."""

    revision: Revision
    """Its `parents` are there; the annotation's own number counts on no other device."""
    document: KnownDocument


@dataclass(frozen=True, slots=True)
class TextEvent:
    """A text that was marked."""

    digest: str
    text: str


@dataclass(frozen=True, slots=True)
class DeviceEvent:
    """What a device calls itself."""

    device: str
    name: str


Event: TypeAlias = MarkEvent | TextEvent | DeviceEvent


class NotAnEventError(Exception):
    """This was not written by the program, or was changed since."""


def record_of(event: Event) -> dict[str, Json]:
    """The event as JSON."""
    if isinstance(event, TextEvent):
        return {"op": "text", "digest": event.digest, "text": event.text}
    if isinstance(event, DeviceEvent):
        return {"op": "device", "device": event.device, "name": event.name}
    mark, known = event.revision.annotation, event.document
    return {
        "op": "mark",
        "device": event.revision.device,
        "clock": event.revision.clock,
        "parents": list(event.revision.parents or ()),
        "id": mark.id,
        "kind": mark.kind.value,
        "start": mark.span.start,
        "end": mark.span.end,
        "exact": mark.quote.exact,
        "prefix": mark.quote.prefix,
        "suffix": mark.quote.suffix,
        "text_hash": mark.version.text_hash,
        "parser_version": mark.version.parser_version,
        "text_digest": mark.text_digest,
        "color": mark.color.value if mark.color is not None else None,
        "note": mark.note,
        "tags": list(mark.tags),
        "created_at": mark.created_at.isoformat(),
        "updated_at": mark.updated_at.isoformat(),
        "deleted": mark.deleted,
        "document": {
            "id": known.id,
            "text_hash": known.text_hash,
            "title": known.title,
            "source": known.source,
            "paths": list(known.paths),
        },
    }


def event_of(record: Mapping[str, Json]) -> Event | None:
    """What the record says; None for what only a newer version of the program says.

    Raises NotAnEventError, and ValueError for a value that none of the fields can have.
    """
    op = string(record, "op")
    if op == "mark":
        return _mark_event(record)
    if op == "text":
        text, digest = string(record, "text"), string(record, "digest")
        if text_digest(text) != digest or clean(text) != text:
            raise NotAnEventError
        return TextEvent(digest, text)
    if op == "device":
        return DeviceEvent(_named(_DEVICE, record, "device"), clean_line(string(record, "name")))
    return None


def _mark_event(record: Mapping[str, Json]) -> MarkEvent:
    document = mapping(record.get("document"))
    known = KnownDocument(
        id=clean_line(string(document, "id")),
        text_hash=clean_line(string(document, "text_hash")),
        title=clean_line(string(document, "title")),
        source=_line_or_none(document, "source"),
        paths=tuple(clean_line(path) for path in _texts(document, "paths")),
    )
    clock = number(record, "clock")
    parents = _texts(record, "parents")
    if not 0 < clock <= LATEST_CLOCK or not all(map(_EVENT.fullmatch, parents)):
        raise NotAnEventError
    device = _named(_DEVICE, record, "device")
    if event_name(device, clock) in parents or not known.id:
        raise NotAnEventError
    return MarkEvent(Revision(_annotation(record, known.id), device, clock, parents), known)


def _annotation(record: Mapping[str, Json], document_id: str) -> Annotation:
    kind = AnnotationKind(string(record, "kind"))
    start, end = number(record, "start"), number(record, "end")
    if start not in _OFFSETS or end not in _OFFSETS or start > end:
        raise NotAnEventError
    color = record.get("color")
    return Annotation(
        id=_named(_NAME, record, "id"),
        revision=0,
        article_id=document_id,
        kind=kind,
        span=Span(start, end),
        quote=TextQuoteSelector(*(clean(string(record, key)) for key in _QUOTE)),
        version=TextVersion(
            clean_line(string(record, "text_hash")), number(record, "parser_version")
        ),
        color=HighlightColor(string(record, "color")) if color is not None else None,
        note=clean(string(record, "note")),
        tags=tuple(filter(None, (clean_line(tag) for tag in _texts(record, "tags")))),
        created_at=_instant(record, "created_at"),
        updated_at=_instant(record, "updated_at"),
        deleted=record.get("deleted") is True,
        text_digest=_named(_DIGEST, record, "text_digest"),
    )


def mapping(value: Json) -> Mapping[str, Json]:
    """The value, which has to be an object. Raises NotAnEventError."""
    if not isinstance(value, dict):
        raise NotAnEventError
    return value


def string(record: Mapping[str, Json], key: str) -> str:
    """The value of a key, which has to be a string. Raises NotAnEventError."""
    value = record.get(key)
    if not isinstance(value, str):
        raise NotAnEventError
    return value


def _line_or_none(record: Mapping[str, Json], key: str) -> str | None:
    return None if record.get(key) is None else clean_line(string(record, key))


def _named(pattern: re.Pattern[str], record: Mapping[str, Json], key: str) -> str:
    value = string(record, key)
    if pattern.fullmatch(value) is None:
        raise NotAnEventError
    return value


def number(record: Mapping[str, Json], key: str) -> int:
    """The value of a key, which has to be a whole number. Raises NotAnEventError."""
    value = record.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > LATEST_CLOCK:
        raise NotAnEventError
    return value


def _texts(record: Mapping[str, Json], key: str) -> tuple[str, ...]:
    value = record.get(key)
    if not isinstance(value, list):
        raise NotAnEventError
    texts = tuple(each for each in value if isinstance(each, str))
    if len(texts) != len(value):
        raise NotAnEventError
    return texts


def _instant(record: Mapping[str, Json], key: str) -> datetime:
    instant = datetime.fromisoformat(string(record, key))
    if instant.tzinfo is None or not _YEARS[0] < instant.year < _YEARS[1]:
        raise NotAnEventError
    return instant
