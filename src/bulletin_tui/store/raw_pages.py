"""Rows out of the pages of an SQLite file, where SQLite itself no longer finds the way.

Every page that can be a leaf of a table is read as one, whatever the rest of the file looks like;
what comes out may be of any table, or nonsense, and has to be known again by its content. The
format: https://www.sqlite.org/fileformat.html
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bulletin_tui.store.revisions import Stored

_LEAF_OF_A_TABLE = 0x0D
_FILE_HEADER_BYTES = 100
_LEAF_HEADER_BYTES = 8
_USUAL_PAGE_BYTES = 4096
_PAGE_SIZES = frozenset(1 << power for power in range(9, 17))
_INTEGER_BYTES = (0, 1, 2, 3, 4, 6, 8)
_REAL, _ZERO, _ONE, _FIRST_BLOB = 7, 8, 9, 12


def read_rows(content: bytes) -> Iterator[tuple[Stored, ...]]:
    """The rows of all tables in the bytes of a file, in the order of its pages."""
    size = _page_size(content)
    for start in range(0, len(content), size):
        header = start + (_FILE_HEADER_BYTES if start == 0 else 0)
        page = content[start : start + size]
        if content[header : header + 1] == bytes([_LEAF_OF_A_TABLE]):
            yield from _rows_of(content, page, header - start, size)


def _page_size(content: bytes) -> int:
    declared = int.from_bytes(content[16:18], "big")
    size = 1 << 16 if declared == 1 else declared
    return size if size in _PAGE_SIZES else _USUAL_PAGE_BYTES


def _rows_of(content: bytes, page: bytes, header: int, size: int) -> Iterator[tuple[Stored, ...]]:
    count = int.from_bytes(page[header + 3 : header + 5], "big")
    first = header + _LEAF_HEADER_BYTES
    for at in range(first, min(first + 2 * count, len(page) - 1), 2):
        cell = int.from_bytes(page[at : at + 2], "big")
        try:
            yield _record(_payload(content, page, cell, size))
        except (IndexError, ValueError, struct.error):
            continue


def _payload(content: bytes, page: bytes, cell: int, size: int) -> bytes:
    """What a cell holds, with what of it is on overflow pages. Raises IndexError, ValueError."""
    length, at = _varint(page, cell)
    _rowid, at = _varint(page, at)
    if length > len(content):
        raise ValueError(length)
    local = _local_bytes(length, size)
    parts = [page[at : at + local]]
    missing, next_page = length - local, page[at + local : at + local + 4]
    while missing > 0:
        number = int.from_bytes(next_page, "big")
        start = (number - 1) * size
        overflow = content[start : start + size] if number > 0 else b""
        part = overflow[4 : 4 + missing]
        if not part:
            raise ValueError(number)
        parts.append(part)
        missing, next_page = missing - len(part), overflow[:4]
    return b"".join(parts)


def _local_bytes(length: int, usable: int) -> int:
    """How much of a payload is on the page itself."""
    if length <= usable - 35:
        return length
    least = (usable - 12) * 32 // 255 - 23
    local = least + (length - least) % (usable - 4)
    return local if local <= usable - 35 else least


def _record(payload: bytes) -> tuple[Stored, ...]:
    """The values of a record. Raises IndexError, ValueError and struct.error."""
    header_bytes, at = _varint(payload, 0)
    kinds: list[int] = []
    while at < header_bytes:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    if not kinds or at != header_bytes:
        raise ValueError(at)
    values: list[Stored] = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != len(payload):
        raise ValueError(at)
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Stored, int]:
    if kind in (_ZERO, _ONE):
        return kind - _ZERO, at
    if kind >= _FIRST_BLOB:
        end = at + (kind - _FIRST_BLOB) // 2
        data = payload[at:end]
        return (data.decode("utf-8", "replace") if kind % 2 else data), end
    if kind == _REAL:
        (real,) = struct.unpack_from(">d", payload, at)
        return float(real), at + 8
    if kind == 0:
        return None, at
    end = at + _INTEGER_BYTES[kind]
    return int.from_bytes(payload[at:end], "big", signed=True), end


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends. Raises IndexError."""
    value = 0
    for end in range(at, at + 8):
        value = value << 7 | data[end] & 0x7F
        if data[end] < 0x80:
            return value, end + 1
    return value << 8 | data[at + 8], at + 9
