"""Parsed documents, kept from one start to the next so that nothing is parsed twice.

The file is rebuildable: its first line has the version of the parsers and the digest of the rest,
and with another one the documents are parsed again.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias

from bulletin_tui.model.article import (
    Block,
    BlockKind,
    Document,
    Inline,
    InlineStyle,
    Metadata,
    Precision,
    PrintedDate,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PackedDate: TypeAlias = tuple[str, str] | None
PackedBlock: TypeAlias = tuple[str, int, int, int, str, list[list[tuple[int, int]]]]
PackedDocument: TypeAlias = tuple[
    str,
    list[PackedBlock],
    list[tuple[int, int, str]],
    tuple[str | None, str | None, str | None, str | None, str | None, str | None, str | None],
    tuple[list[str], list[str], list[str]],
    tuple[PackedDate, PackedDate],
]


def load_documents(path: Path, version: str) -> dict[str, Document]:
    """The documents kept by this version of the parsers; none unless the file is as it was kept."""
    try:
        head, _newline, body = path.read_bytes().partition(b"\n")
    except OSError:
        return {}
    if head != _head(version, body):
        return {}
    documents: dict[str, PackedDocument] = json.loads(body)
    return {digest: _unpacked(packed) for digest, packed in documents.items()}


def keep_documents(path: Path, version: str, documents: Mapping[str, Document]) -> None:
    """Keep these and no others, without their warnings; a folder that is full is no matter."""
    packed = {digest: _packed(document) for digest, document in documents.items()}
    body = json.dumps(packed).encode("ascii")
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(b"\n".join((_head(version, body), body)))
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()


def _head(version: str, body: bytes) -> bytes:
    return f"{version} {sha256(body).hexdigest()}".encode()


def _packed(document: Document) -> PackedDocument:
    data = document.metadata
    return (
        document.text,
        [_packed_block(block) for block in document.blocks],
        [(run.start, run.end, run.style.value) for run in document.inlines],
        (data.id, data.title, data.source, data.place, data.language, data.portal, data.category),
        (list(data.authors), list(data.documents), list(data.tags)),
        (_packed_date(data.published), _packed_date(data.updated)),
    )


def _packed_block(block: Block) -> PackedBlock:
    cells = [[(cell.start, cell.end) for cell in row] for row in block.rows]
    return (block.kind.value, block.start, block.end, block.level, block.marker, cells)


def _packed_date(date: PrintedDate | None) -> PackedDate:
    return (date.value.isoformat(), date.precision.value) if date else None


def _unpacked(packed: PackedDocument) -> Document:
    text, blocks, inlines, single, several, (published, updated) = packed
    id_, title, source, place, language, portal, category = single
    authors, documents, tags = several
    return Document(
        text=text,
        blocks=tuple(_unpacked_block(block) for block in blocks),
        inlines=tuple(Inline(start, end, InlineStyle(style)) for start, end, style in inlines),
        metadata=Metadata(
            id=id_,
            title=title,
            source=source,
            place=place,
            authors=tuple(authors),
            published=_unpacked_date(published),
            updated=_unpacked_date(updated),
            language=language,
            documents=tuple(documents),
            portal=portal,
            category=category,
            tags=tuple(tags),
        ),
    )


def _unpacked_block(block: PackedBlock) -> Block:
    kind, start, end, level, marker, rows = block
    cells = tuple(tuple(Span(*cell) for cell in row) for row in rows)
    return Block(BlockKind(kind), start, end, level, marker, cells)


def _unpacked_date(date: PackedDate) -> PrintedDate | None:
    return PrintedDate(datetime.fromisoformat(date[0]), Precision(date[1])) if date else None
