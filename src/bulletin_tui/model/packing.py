"""Documents as plain values, to be kept as JSON; offsets are counted from the block before."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from bulletin_tui.model.article import (
    Block,
    BlockKind,
    Inline,
    InlineStyle,
    Metadata,
    Precision,
    PrintedDate,
    Span,
)

PACKING_VERSION = 1
"""To be raised when what is packed reads differently."""
PackedDate: TypeAlias = tuple[str, str] | None
PackedRows: TypeAlias = list[list[tuple[int, int]]]
PackedBlock: TypeAlias = (
    tuple[int, int, int]
    | tuple[int, int, int, int, str]
    | tuple[int, int, int, int, str, PackedRows]
)
PackedInline: TypeAlias = tuple[int, int, int]
Layout: TypeAlias = tuple[list[PackedBlock], list[PackedInline]]
"""The blocks and styled runs of a text."""
PackedMetadata: TypeAlias = tuple[
    tuple[str | None, str | None, str | None, str | None, str | None, str | None, str | None],
    tuple[list[str], list[str], list[str]],
    tuple[PackedDate, PackedDate],
]

_KINDS = tuple(BlockKind)
_STYLES = tuple(InlineStyle)


def pack_layout(blocks: tuple[Block, ...], inlines: tuple[Inline, ...]) -> Layout:
    """Ordered blocks and runs, packed."""
    packed: list[PackedBlock] = []
    end = 0
    for block in blocks:
        packed.append(_packed_block(block, end))
        end = block.end
    return packed, [(run.start, run.end - run.start, _STYLES.index(run.style)) for run in inlines]


def unpack_layout(layout: Layout) -> tuple[tuple[Block, ...], tuple[Inline, ...]]:
    """What `pack_layout` packed."""
    packed, runs = layout
    blocks: list[Block] = []
    end = 0
    for each in packed:
        blocks.append(_unpacked_block(each, end))
        end = blocks[-1].end
    inlines = (Inline(start, start + length, _STYLES[style]) for start, length, style in runs)
    return tuple(blocks), tuple(inlines)


def pack_metadata(data: Metadata) -> PackedMetadata:
    """Metadata, packed."""
    return (
        (data.id, data.title, data.source, data.place, data.language, data.portal, data.category),
        (list(data.authors), list(data.documents), list(data.tags)),
        (_packed_date(data.published), _packed_date(data.updated)),
    )


def unpack_metadata(packed: PackedMetadata) -> Metadata:
    """What `pack_metadata` packed."""
    single, (authors, documents, tags), (published, updated) = packed
    id_, title, source, place, language, portal, category = single
    return Metadata(
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
    )


def _packed_block(block: Block, after: int) -> PackedBlock:
    place = (_KINDS.index(block.kind), block.start - after, block.end - block.start)
    if block.rows:
        cells = [[(cell.start, cell.end) for cell in row] for row in block.rows]
        return (*place, block.level, block.marker, cells)
    if block.level or block.marker:
        return (*place, block.level, block.marker)
    return place


def _unpacked_block(packed: PackedBlock, after: int) -> Block:
    kind, start = _KINDS[packed[0]], after + packed[1]
    end = start + packed[2]
    if len(packed) == 3:
        return Block(kind, start, end)
    if len(packed) == 5:
        return Block(kind, start, end, packed[3], packed[4])
    cells = tuple(tuple(Span(*cell) for cell in row) for row in packed[5])
    return Block(kind, start, end, packed[3], packed[4], cells)


def _packed_date(date: PrintedDate | None) -> PackedDate:
    return (date.value.isoformat(), date.precision.value) if date else None


def _unpacked_date(date: PackedDate) -> PrintedDate | None:
    return PrintedDate(datetime.fromisoformat(date[0]), Precision(date[1])) if date else None
