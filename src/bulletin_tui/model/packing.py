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

PACKING_VERSION = 2
"""To be raised when what is packed reads differently."""
PackedRows: TypeAlias = list[list[tuple[int, int]]]
PackedWhole: TypeAlias = (
    tuple[int, int, int]
    | tuple[int, int, int, int, str]
    | tuple[int, int, int, int, str, PackedRows]
)
PackedBlock: TypeAlias = int | PackedWhole
"""A number is the length of a block of the kind and the distance of the one before."""
PackedInline: TypeAlias = tuple[int, int, int]
Layout: TypeAlias = tuple[list[PackedBlock], list[PackedInline]]
"""The blocks and styled runs of a text."""
PackedMetadata: TypeAlias = tuple[dict[str, str], dict[str, list[str]], dict[str, tuple[str, str]]]
"""What is known, by the name of the field: one value, several, a date with its precision."""

_SINGLE = ("id", "title", "source", "place", "language", "portal", "category")
_SEVERAL = ("authors", "documents", "tags")
_DATES = ("published", "updated")
_KINDS = tuple(BlockKind)
_STYLES = tuple(InlineStyle)


def pack_layout(blocks: tuple[Block, ...], inlines: tuple[Inline, ...]) -> Layout:
    """Ordered blocks and runs, packed."""
    packed: list[PackedBlock] = []
    end, kind, gap = 0, -1, -1
    for block in blocks:
        each = _packed_block(block, end)
        is_same = len(each) == 3 and each[:2] == (kind, gap)
        packed.append(block.end - block.start if is_same else each)
        end, kind, gap = block.end, each[0], each[1]
    return packed, [(run.start, run.end - run.start, _STYLES.index(run.style)) for run in inlines]


def unpack_layout(layout: Layout) -> tuple[tuple[Block, ...], tuple[Inline, ...]]:
    """What `pack_layout` packed."""
    packed, runs = layout
    blocks: list[Block] = []
    end, kind, gap = 0, -1, -1
    for each in packed:
        whole = (kind, gap, each) if isinstance(each, int) else each
        blocks.append(_unpacked_block(whole, end))
        end, kind, gap = blocks[-1].end, whole[0], whole[1]
    inlines = (Inline(start, start + length, _STYLES[style]) for start, length, style in runs)
    return tuple(blocks), tuple(inlines)


def block_spans(layout: Layout) -> list[Span]:
    """Where the blocks of a packed layout stand."""
    spans = []
    end = gap = 0
    for each in layout[0]:
        gap, length = (gap, each) if isinstance(each, int) else (each[1], each[2])
        spans.append(Span(end + gap, end + gap + length))
        end = spans[-1].end
    return spans


def pack_metadata(data: Metadata) -> PackedMetadata:
    """Metadata, packed."""
    single = {name: getattr(data, name) for name in _SINGLE}
    several = {name: list(getattr(data, name)) for name in _SEVERAL}
    dates = {name: getattr(data, name) for name in _DATES}
    return (
        {name: value for name, value in single.items() if value is not None},
        {name: values for name, values in several.items() if values},
        {
            name: (date.value.isoformat(), date.precision.value)
            for name, date in dates.items()
            if date is not None
        },
    )


def unpack_metadata(packed: PackedMetadata) -> Metadata:
    """What `pack_metadata` packed."""
    single, several, dates = packed
    return Metadata(
        id=single.get("id"),
        title=single.get("title"),
        source=single.get("source"),
        place=single.get("place"),
        authors=tuple(several.get("authors", ())),
        published=_unpacked_date(dates.get("published")),
        updated=_unpacked_date(dates.get("updated")),
        language=single.get("language"),
        documents=tuple(several.get("documents", ())),
        portal=single.get("portal"),
        category=single.get("category"),
        tags=tuple(several.get("tags", ())),
    )


def _packed_block(block: Block, after: int) -> PackedWhole:
    place = (_KINDS.index(block.kind), block.start - after, block.end - block.start)
    if block.rows:
        cells = [[(cell.start, cell.end) for cell in row] for row in block.rows]
        return (*place, block.level, block.marker, cells)
    if block.level or block.marker:
        return (*place, block.level, block.marker)
    return place


def _unpacked_block(packed: PackedWhole, after: int) -> Block:
    kind, start = _KINDS[packed[0]], after + packed[1]
    end = start + packed[2]
    if len(packed) == 3:
        return Block(kind, start, end)
    if len(packed) == 5:
        return Block(kind, start, end, packed[3], packed[4])
    cells = tuple(tuple(Span(*cell) for cell in row) for row in packed[5])
    return Block(kind, start, end, packed[3], packed[4], cells)


def _unpacked_date(packed: tuple[str, str] | None) -> PrintedDate | None:
    return PrintedDate(datetime.fromisoformat(packed[0]), Precision(packed[1])) if packed else None
