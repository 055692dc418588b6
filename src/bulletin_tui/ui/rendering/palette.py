"""The names of the styles that an article is painted with; a style sheet says how they look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import HighlightColor
from bulletin_tui.model.article import BlockKind, InlineStyle
from bulletin_tui.ui.rendering.head import HeadRole

if TYPE_CHECKING:
    from bulletin_tui.model.article import Block

BLOCKS = {
    BlockKind.QUOTE: "quote",
    BlockKind.CAPTION: "caption",
    BlockKind.CODE: "code-block",
}
HEADINGS = ("heading-1", "heading-2", "heading-3", "heading-4")
"""By level; deeper ones look like the last."""
HEAD = {HeadRole.TITLE: "title", HeadRole.META: "meta", HeadRole.RULE: "rule"}
INLINES = {style: style.value for style in InlineStyle}
HIGHLIGHTS = {color: f"highlight-{color.value}" for color in HighlightColor}
GLYPHS = {color: f"glyph-{color.value}" for color in HighlightColor}
"""In the margin beside a highlight."""
OVERLAP = "overlap"
"""Where highlights overlap."""
LEAD, RULE, TABLE_HEADER = "lead", "rule", "table-header"
MATCH, CURRENT_MATCH, SELECTION = "match", "match-current", "selection"
CURSOR, GLYPH = "cursor", "glyph"
FOLD, BOILERPLATE = "fold", "boilerplate"
"""The line of a run of folded blocks, and what does not belong to the report."""

STYLE_NAMES = (
    *BLOCKS.values(),
    *HEADINGS,
    *HEAD.values(),
    *INLINES.values(),
    *HIGHLIGHTS.values(),
    *GLYPHS.values(),
    OVERLAP,
    *(LEAD, TABLE_HEADER, MATCH, CURRENT_MATCH, SELECTION, CURSOR, GLYPH, FOLD, BOILERPLATE),
)
"""Every name, for COMPONENT_CLASSES and the style sheet."""


def block_style(block: Block) -> str | None:
    """The style of a block's own text; None for plain text."""
    if block.boilerplate is not None:
        return BOILERPLATE
    if block.kind is BlockKind.HEADING:
        return HEADINGS[min(max(block.level, 1), len(HEADINGS)) - 1]
    return BLOCKS.get(block.kind)
