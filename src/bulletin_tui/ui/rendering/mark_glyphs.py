"""What marks are told by where there is no colour: a glyph for each, in the text and in lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnchorState, AnnotationKind, HighlightColor
from bulletin_tui.ui.rendering.list_rows import Role
from bulletin_tui.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bulletin_tui.ui.rendering.overlays import PaintedMark

BOOKMARK, BOOKMARK_WITH_NOTE, NOTE = "◆", "◈", "✎"
COLOR_GLYPHS = {
    HighlightColor.YELLOW: "●",
    HighlightColor.GREEN: "▲",
    HighlightColor.BLUE: "■",
    HighlightColor.PINK: "♥",
    HighlightColor.ORANGE: "★",
}
COLOR_OF_GLYPH = {glyph: color for color, glyph in COLOR_GLYPHS.items()}
STATE_GLYPHS = {
    AnchorState.KEPT: "",
    AnchorState.MOVED: "↕",
    AnchorState.CHANGED: "≠",
    AnchorState.ORPHAN: "∅",
}
COLOR_LABELS = {
    HighlightColor.YELLOW: N_("yellow"),
    HighlightColor.GREEN: N_("green"),
    HighlightColor.BLUE: N_("blue"),
    HighlightColor.PINK: N_("pink"),
    HighlightColor.ORANGE: N_("orange"),
}
COLOR_ROLES = {
    HighlightColor.YELLOW: Role.YELLOW,
    HighlightColor.GREEN: Role.GREEN,
    HighlightColor.BLUE: Role.BLUE,
    HighlightColor.PINK: Role.PINK,
    HighlightColor.ORANGE: Role.ORANGE,
}


def mark_glyph(kind: AnnotationKind, color: HighlightColor | None) -> str:
    """One cell that tells what kind of mark it is, and which colour it has."""
    if kind is AnnotationKind.BOOKMARK:
        return BOOKMARK
    return COLOR_GLYPHS[color or HighlightColor.YELLOW]


def gutter_glyphs(marks: Iterable[PaintedMark]) -> str:
    """What the gutter tells of marks, the most important first: at least one colour is the second.

    A place to be looked at comes before a bookmark, that before a note, and that before a colour.
    """
    signs: list[str] = []
    colors: list[str] = []
    for mark in marks:
        signs.append(STATE_GLYPHS[mark.state])
        if mark.color is not None:
            colors.append(COLOR_GLYPHS[mark.color])
            signs.append(NOTE if mark.has_note else "")
        else:
            signs.append(BOOKMARK_WITH_NOTE if mark.has_note else BOOKMARK)
    first = sorted(filter(None, dict.fromkeys(signs)), key=_BY_WEIGHT.index)
    return "".join((*first[:1], *dict.fromkeys(colors), *first[1:]))


_BY_WEIGHT = (*filter(None, STATE_GLYPHS.values()), BOOKMARK_WITH_NOTE, BOOKMARK, NOTE)
