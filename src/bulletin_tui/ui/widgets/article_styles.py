"""How the parts of an article look by default; themes give the colours.

Highlights are a tint with an underline, bold where two overlap, matches are solid, the selection is
a plain tint: each can be told from the others without colour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from bulletin_tui.ui.rendering.palette import STYLE_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.color import Color
    from textual.css.styles import StylesBase
    from textual.dom import DOMNode

PREFIX = "article--"
COMPONENTS = frozenset(PREFIX + name for name in STYLE_NAMES)

ARTICLE_CSS = """
ArticlePage {
    overflow-x: hidden;
    overflow-y: scroll;
    scrollbar-gutter: stable;
    scrollbar-size-vertical: 1;
    & > .article--title { color: $primary; text-style: bold; }
    & > .article--meta { color: $foreground 70%; }
    & > .article--rule { color: $foreground 30%; }
    & > .article--heading-1 { color: $accent; text-style: bold; }
    & > .article--heading-2 { color: $primary; text-style: bold; }
    & > .article--heading-3 { color: $secondary; text-style: bold; }
    & > .article--heading-4 { color: $secondary; text-style: italic; }
    & > .article--quote { color: $foreground 85%; text-style: italic; }
    & > .article--caption { color: $foreground 70%; text-style: italic; }
    & > .article--code-block { color: $secondary; }
    & > .article--table-header { text-style: bold; }
    & > .article--lead { color: $secondary; }
    & > .article--strong { text-style: bold; }
    & > .article--emphasis { text-style: italic; }
    & > .article--code { color: $secondary; background: $foreground 8%; }
    & > .article--strike { text-style: strike; }
    & > .article--link { color: $primary; }
    & > .article--highlight-yellow { background: #d8b400 32%; text-style: underline; }
    & > .article--highlight-green { background: #2fa84f 32%; text-style: underline; }
    & > .article--highlight-blue { background: #2f7fe0 32%; text-style: underline; }
    & > .article--highlight-pink { background: #e0489a 30%; text-style: underline; }
    & > .article--highlight-orange { background: #ff5000 38%; text-style: underline; }
    & > .article--glyph-yellow { color: #d8b400; }
    & > .article--glyph-green { color: #4fc46c; }
    & > .article--glyph-blue { color: #6aa8f0; }
    & > .article--glyph-pink { color: #f078b8; }
    & > .article--glyph-orange { color: #ff7a3c; }
    &:light > .article--glyph-yellow { color: #766000; }
    &:light > .article--glyph-green { color: #1a6f34; }
    &:light > .article--glyph-blue { color: #1c5cae; }
    &:light > .article--glyph-pink { color: #a82a70; }
    &:light > .article--glyph-orange { color: #ab3c00; }
    & > .article--overlap { text-style: bold underline; }
    & > .article--match { color: $background; background: $secondary; text-style: bold; }
    & > .article--match-current {
        color: $background;
        background: $accent;
        text-style: bold underline;
    }
    & > .article--selection { background: $primary 35%; }
    & > .article--cursor { color: $foreground 35%; }
    & > .article--glyph { color: $accent; }
    & > .article--fold { color: $foreground 70%; }
    & > .article--boilerplate { color: $foreground 70%; }
    &:focus > .article--cursor { color: $primary; }
    &:nocolor > .article--match { text-style: bold reverse; }
    &:nocolor > .article--selection { text-style: reverse; }
}
"""


def article_styles(node: DOMNode) -> Mapping[str, Style]:
    """The style of every part, without what the plain text already has."""
    background = node.background_colors[1]
    return {
        name: _partial_style(node.get_component_styles(PREFIX + name), background)
        for name in STYLE_NAMES
    }


def _partial_style(styles: StylesBase, background: Color) -> Style:
    """Colours with an alpha are laid over the background: a terminal has no transparency."""
    under = background + styles.background if styles.has_rule("background") else background
    has_color, has_background = styles.has_rule("color"), styles.has_rule("background")
    return (
        Style(
            color=(under + styles.color).rich_color if has_color else None,
            bgcolor=under.rich_color if has_background else None,
        )
        + styles.text_style
    )
