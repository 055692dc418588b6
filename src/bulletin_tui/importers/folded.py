"""Folding what is no part of a text by its place in the file, with the rule that told it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.model.article import BOILERPLATE_FIELD, Evidence, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.model.article import Boilerplate, Document

_SURE = 0.9


def with_folded(
    document: Document, is_folded: Sequence[bool], boilerplate: Boilerplate, rule: str
) -> Document:
    """The document with these of its blocks folded, by one flag for each of them."""
    folded = [block for block, is_one in zip(document.blocks, is_folded, strict=True) if is_one]
    if not folded:
        return document
    span = Span(folded[0].start, folded[0].end)
    evidence = Evidence(BOILERPLATE_FIELD, boilerplate.value, rule, _SURE, span)
    said = document.provenance
    return replace(
        document,
        blocks=tuple(
            replace(block, boilerplate=boilerplate, is_folded=True) if is_one else block
            for block, is_one in zip(document.blocks, is_folded, strict=True)
        ),
        provenance=replace(said, evidence=(*said.evidence, evidence)),
    )
