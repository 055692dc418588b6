"""Parsed documents, kept from one start to the next so that nothing is parsed twice.

The file is rebuildable: whatever is wrong with it, the documents are parsed again.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from datetime import datetime
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

_FAULTS = (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError)


def load_documents(path: Path, version: str) -> dict[str, Document]:
    """The documents kept by this version of the parsers; none when anything is wrong."""
    try:
        kept = json.loads(path.read_bytes())
        if kept["version"] != version:
            return {}
        documents: dict[str, PackedDocument] = kept["documents"]
        return {digest: _unpacked(packed) for digest, packed in documents.items()}
    except (OSError, *_FAULTS):
        return {}


def keep_documents(path: Path, version: str, documents: Mapping[str, Document]) -> None:
    """Keep these and no others; a folder that cannot be written to is no matter."""
    packed = {
        digest: _packed(document)
        for digest, document in documents.items()
        if not document.warnings  # sentences, which are in one language
    }
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps({"version": version, "documents": packed}), encoding="utf-8")
        beside.replace(path)


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
    """The document that was packed; raises one of `_FAULTS` if it cannot be one."""
    text, blocks, inlines, single, several, (published, updated) = packed
    id_, title, source, place, language, portal, category = single
    authors, documents, tags = several
    length = len(text)
    return Document(
        text=text,
        blocks=tuple(_unpacked_block(block, length) for block in blocks),
        inlines=tuple(
            Inline(*_within(start, end, length), InlineStyle(style))
            for start, end, style in inlines
        ),
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


def _unpacked_block(block: PackedBlock, length: int) -> Block:
    kind, start, end, level, marker, rows = block
    cells = tuple(tuple(Span(*_within(*cell, length)) for cell in row) for row in rows)
    return Block(BlockKind(kind), *_within(start, end, length), level, marker, cells)


def _unpacked_date(date: PackedDate) -> PrintedDate | None:
    return PrintedDate(datetime.fromisoformat(date[0]), Precision(date[1])) if date else None


def _within(start: int, end: int, length: int) -> tuple[int, int]:
    if not 0 <= start <= end <= length:
        raise ValueError
    return start, end
