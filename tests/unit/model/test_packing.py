"""Documents packed as plain values come back as they were."""

from __future__ import annotations

import json

from bulletin_tui.model.article import (
    Block,
    BlockKind,
    Boilerplate,
    Document,
    Evidence,
    Provenance,
    Span,
)
from bulletin_tui.model.packing import (
    pack_layout,
    pack_provenance,
    unpack_layout,
    unpack_provenance,
)


def test_blocks_keep_what_they_are_of_the_page_they_stood_on() -> None:
    blocks = (
        Block(BlockKind.PARAGRAPH, 0, 9, boilerplate=Boilerplate.NAVIGATION, is_folded=True),
        Block(BlockKind.PARAGRAPH, 10, 30),
        Block(BlockKind.PARAGRAPH, 10, 12, reflows=True),
        Block(BlockKind.LIST_ITEM, 31, 40, 1, "•", boilerplate=Boilerplate.RELATED),
        *(
            Block(BlockKind.CAPTION, start, start + 5, boilerplate=kind, is_folded=True)
            for start, kind in enumerate(Boilerplate, start=41)
        ),
    )
    packed = json.loads(json.dumps(pack_layout(blocks, ())))
    assert unpack_layout(packed) == (blocks, ())


def test_evidence_is_kept_with_its_line_or_without_one() -> None:
    provenance = Provenance(
        "tcvn3",
        (
            Evidence("title", "Đổi mới giáo dục", "first line", 0.75, Span(0, 16)),
            Evidence("published", "2018-10-18", "og:published_time", 0.98),
        ),
    )
    document = Document("Đổi mới giáo dục", (), warnings=("Một lời nhắc.",), provenance=provenance)
    packed = json.loads(json.dumps(pack_provenance(document)))
    assert unpack_provenance(packed) == (provenance, document.warnings)
