"""Events as the lines of a log, which anything may carry from one device to another.

A line is the CRC-32 of its JSON in eight hex digits, a space, the JSON and a line feed, 64 KB at
most: a longer event is compressed and cut into several lines. A line that is not as it was written
is counted and left out.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from hashlib import sha256
from typing import TYPE_CHECKING

from bulletin_tui.store.events import NotAnEventError, event_of, mapping, number, record_of, string

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from bulletin_tui.store.events import Event, Json

MOST_LINE_BYTES = 64 * 1024
_PART_BYTES = 45_000
_MOST_PARTS = 4096
_MOST_EVENT_BYTES = 256 * 1024 * 1024
"""The text of the largest file that is read takes less, and its quotes escaped."""
_MOST_OUTSIDE_STRINGS = 1 << 20
"""Bytes: each may become a value, which takes up to a hundred bytes of memory."""
_LINE = re.compile(rb"([0-9a-f]{8}) (.*)", re.DOTALL)


def lines_of(event: Event) -> list[bytes]:
    """The event as lines of a log."""
    record = json.dumps(record_of(event), ensure_ascii=False).encode("utf-8", "surrogatepass")
    if len(record) <= MOST_LINE_BYTES - len("00000000 \n"):
        return [_line(record)]
    packed = zlib.compress(record, 6)
    of = sha256(packed).hexdigest()
    pieces = [packed[at : at + _PART_BYTES] for at in range(0, len(packed), _PART_BYTES)]
    return [
        _line(
            json.dumps(
                {
                    "op": "part",
                    "of": of,
                    "part": at,
                    "parts": len(pieces),
                    "data": base64.b64encode(piece).decode(),
                }
            ).encode()
        )
        for at, piece in enumerate(pieces)
    ]


class LineReader:
    """Events out of the lines of one log, in their order."""

    def __init__(self) -> None:
        self.bad = 0
        """Lines that are not as they were written, or that say what cannot be."""
        self._parts: dict[str, dict[int, bytes]] = {}

    @property
    def is_amid_parts(self) -> bool:
        """Whether an event has begun whose last line has not come yet."""
        return bool(self._parts)

    def events(self, lines: Iterable[bytes]) -> Iterator[Event]:
        """The events that the lines, without their line feeds, complete."""
        for line in lines:
            if not line:
                continue
            try:
                event = self._event(_checked(line))
            except (NotAnEventError, RecursionError, ValueError):
                self.bad += 1
                continue
            if event is not None:
                yield event

    def _event(self, record: Mapping[str, Json]) -> Event | None:
        if record.get("op") != "part":
            return event_of(record)
        of, packed = self._joined(record)
        if packed is None:
            return None
        del self._parts[of]
        return event_of(_unpacked(of, packed))

    def _joined(self, record: Mapping[str, Json]) -> tuple[str, bytes | None]:
        """The name of an event in parts, and all of it once this was the last part."""
        of, part, parts = string(record, "of"), number(record, "part"), number(record, "parts")
        if not 0 <= part < parts <= _MOST_PARTS:
            raise NotAnEventError
        pieces = self._parts.setdefault(of, {})
        pieces[part] = base64.b64decode(string(record, "data"), validate=True)
        if len(pieces) < parts:
            return of, None
        return of, b"".join(pieces.get(at, b"") for at in range(parts))


def lines_with(lines: Iterable[bytes], is_kept: Callable[[Event], bool]) -> Iterator[bytes]:
    """The lines of those events, as they are; sound ones that say nothing yet are kept too."""
    reader = LineReader()
    held: list[bytes] = []
    for line in lines:
        if not line:
            continue
        bad_before = reader.bad
        event = next(reader.events([line]), None)
        if reader.bad > bad_before:
            continue
        held.append(line)
        if event is None and reader.is_amid_parts:
            continue
        if event is None or is_kept(event):
            yield from held
        held.clear()


def _line(record: bytes) -> bytes:
    return b"%08x %s\n" % (zlib.crc32(record), record)


def _checked(line: bytes) -> Mapping[str, Json]:
    found = _LINE.fullmatch(line)
    if found is None or zlib.crc32(found[2]) != int(found[1], 16):
        raise NotAnEventError
    return mapping(json.loads(found[2]))


def _unpacked(of: str, packed: bytes) -> Mapping[str, Json]:
    if sha256(packed).hexdigest() != of:
        raise NotAnEventError
    unpacking = zlib.decompressobj()
    try:
        record = unpacking.decompress(packed, _MOST_EVENT_BYTES)
    except zlib.error as error:
        raise NotAnEventError from error
    if not unpacking.eof or not _is_mostly_text(record):
        raise NotAnEventError
    return mapping(json.loads(record))


def _is_mostly_text(record: bytes) -> bool:
    """Whether little of it is outside of its strings, so that memory will hold what it becomes."""
    bare = record.replace(rb"\\", b"").replace(rb"\"", b"")
    if bare.count(b'"') > _MOST_OUTSIDE_STRINGS:
        return False
    return sum(map(len, bare.split(b'"')[::2])) <= _MOST_OUTSIDE_STRINGS
