"""The words that the filter of the marks understands behind `color:`, `kind:` and `is:`.

In English and Vietnamese, whatever the language; written without spaces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnchorState, AnnotationKind, HighlightColor
from bulletin_tui.text.clean import clean_line
from bulletin_tui.text.fold import strict, strictly_matches

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

COLORS: Mapping[str, tuple[str, ...]] = {
    HighlightColor.YELLOW: ("yellow", "vàng"),
    HighlightColor.GREEN: ("green", "xanhlá", "lục"),
    HighlightColor.BLUE: ("blue", "xanhdương", "lam"),
    HighlightColor.PINK: ("pink", "hồng"),
    HighlightColor.ORANGE: ("orange", "cam"),
}
KINDS: Mapping[str, tuple[str, ...]] = {
    AnnotationKind.HIGHLIGHT: ("highlighted", "tômàu", "đãtômàu"),
    AnnotationKind.BOOKMARK: ("bookmarked", "dấutrang", "đãđặtdấutrang", "đánhdấu"),
}
STATES: Mapping[str, tuple[str, ...]] = {
    AnchorState.KEPT: ("kept", "giữnguyên"),
    AnchorState.ORPHAN: ("orphan", "mồcôi", "mấtchỗ", "khôngcònchỗ"),
    AnchorState.CHANGED: ("changed", "đãđổi", "đổi"),
    AnchorState.MOVED: ("moved", "đãdời", "dời"),
}
REMOVED = ("removed", "đãxóa", "xóa")
NOTED = ("noted", "cóghichú", "ghichú")
CONFLICT = ("conflict", "mâuthuẫn")
ELSEWHERE = ("elsewhere", "nơikhác", "ởthưmụckhác", "thưmụckhác")
_CONDITIONS = (*STATES.values(), *KINDS.values(), REMOVED, NOTED, CONFLICT, ELSEWHERE)


def begun(names: Mapping[str, tuple[str, ...]], value: str) -> tuple[str, ...]:
    """The names of which a spelling begins with what was typed."""
    return tuple(name for name, spellings in names.items() if fits(spellings, value))


def fits(spellings: Iterable[str], value: str) -> bool:
    """Whether one of the spellings begins with what was typed, with `-` or spaces or none.

    A bare letter stands for its marked forms, a marked one for itself.
    """
    typed = "".join(strict(clean_line(value)).replace("-", " ").split())
    return bool(typed) and any(
        strictly_matches(typed, strict(one)[: len(typed)]) for one in spellings
    )


def is_condition(value: str) -> bool:
    """Whether this means anything behind `is:`."""
    return any(fits(spellings, value) for spellings in _CONDITIONS)


def asks_for_removed(value: str) -> bool:
    """Whether this stands for removed marks and can become nothing else behind `is:`."""
    return [one for one in _CONDITIONS if fits(one, value)] == [REMOVED]
