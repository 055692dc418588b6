"""Documents as plain values, to be kept as JSON; offsets are counted from the block before."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from bulletin_tui.model.article import (
    Block,
    BlockKind,
    Boilerplate,
    Document,
    Evidence,
    Inline,
    InlineStyle,
    Metadata,
    Precision,
    PrintedDate,
    Provenance,
    Span,
)

PACKING_VERSION = 4
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
PackedEvidence: TypeAlias = tuple[str, str, str, float] | tuple[str, str, str, float, int, int]
PackedProvenance: TypeAlias = tuple[str, list[PackedEvidence], list[str]]
"""The encoding, the evidence and the warnings."""

_SINGLE = ("id", "title", "source", "place", "language", "portal", "category")
_SEVERAL = ("authors", "documents", "tags")
_DATES = ("published", "updated")
_KINDS = tuple(BlockKind)
_BOILERPLATE = (None, *Boilerplate)
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


def pack_provenance(document: Document) -> PackedProvenance:
    """How a document was read, and what is not certain about it, packed."""
    provenance = document.provenance
    evidence = [_packed_evidence(each) for each in provenance.evidence]
    return provenance.encoding, evidence, list(document.warnings)


def unpack_provenance(packed: PackedProvenance) -> tuple[Provenance, tuple[str, ...]]:
    """What `pack_provenance` packed: the provenance and the warnings."""
    encoding, evidence, warnings = packed
    return Provenance(encoding, tuple(map(_unpacked_evidence, evidence))), tuple(warnings)


def _packed_evidence(evidence: Evidence) -> PackedEvidence:
    said = (evidence.field, evidence.value, evidence.rule, evidence.confidence)
    return (*said, evidence.span.start, evidence.span.end) if evidence.span else said


def _unpacked_evidence(packed: PackedEvidence) -> Evidence:
    if len(packed) == 4:
        return Evidence(*packed)
    return Evidence(*packed[:4], Span(*packed[4:]))


def _packed_look(block: Block) -> int:
    """The kind, the boilerplate, whether it is folded and reflows: one number, mostly small."""
    boilerplate = _BOILERPLATE.index(block.boilerplate)
    look = (boilerplate * 2 + block.is_folded) * 2 + block.reflows
    return look * len(_KINDS) + _KINDS.index(block.kind)


def _packed_block(block: Block, after: int) -> PackedWhole:
    place = (_packed_look(block), block.start - after, block.end - block.start)
    if block.rows:
        cells = [[(cell.start, cell.end) for cell in row] for row in block.rows]
        return (*place, block.level, block.marker, cells)
    if block.level or block.marker:
        return (*place, block.level, block.marker)
    return place


def _unpacked_block(packed: PackedWhole, after: int) -> Block:
    look, start = packed[0], after + packed[1]
    level, marker = 0, ""
    rows: tuple[tuple[Span, ...], ...] = ()
    if len(packed) > 3:
        level, marker = packed[3:5]
    if len(packed) > 5:
        rows = tuple(tuple(Span(*cell) for cell in row) for row in packed[5])
    look, kind = divmod(look, len(_KINDS))
    look, reflows = divmod(look, 2)
    boilerplate, is_folded = divmod(look, 2)
    return Block(
        _KINDS[kind],
        start,
        start + packed[2],
        level,
        marker,
        rows,
        _BOILERPLATE[boilerplate],
        bool(is_folded),
        bool(reflows),
    )


def _unpacked_date(packed: tuple[str, str] | None) -> PrintedDate | None:
    return PrintedDate(datetime.fromisoformat(packed[0]), Precision(packed[1])) if packed else None
