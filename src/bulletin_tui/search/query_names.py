"""The names that can stand before a colon in a query.

The English names are the ones to write. The Vietnamese ones, with all their marks or none, are
understood only with a value right behind the colon, as no running text has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bulletin_tui.model.search import Field, ReadingMark
from bulletin_tui.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

BEFORE: Final = "before"
AFTER: Final = "after"
IS: Final = "is"
IN: Final = "in"
NOTES: Final = "notes"

FIELDS: Final = {where.value: where for where in Field if where is not Field.ANY}
MARKS: Final = {mark.value: mark for mark in ReadingMark}
NAMES: Final = (*FIELDS, IN, BEFORE, AFTER, IS)


def _spelt_both_ways(names: dict[str, str]) -> dict[str, str]:
    return {spelling: name for typed, name in names.items() for spelling in (typed, fold(typed))}


VIETNAMESE_NAMES: Final = _spelt_both_ways(
    {
        "tiêuđề": Field.TITLE.value,
        "nguồn": Field.SOURCE.value,
        "tácgiả": Field.AUTHOR.value,
        "nơi": Field.PLACE.value,
        "vănbản": Field.DOCUMENT.value,
        "nhãn": Field.TAG.value,
        "ngônngữ": Field.LANGUAGE.value,
        "trong": IN,
        "trước": BEFORE,
        "từ": AFTER,
        "sau": AFTER,
        "là": IS,
    }
)
VIETNAMESE_VALUES: Final = _spelt_both_ways(
    {
        "ghichú": NOTES,
        "đãđọc": ReadingMark.READ.value,
        "chưađọc": ReadingMark.UNREAD.value,
        "tômàu": ReadingMark.HIGHLIGHTED.value,
        "dấutrang": ReadingMark.BOOKMARKED.value,
        "cóghichú": ReadingMark.NOTED.value,
    }
)
"""Hyphens may stand in them."""


def canonical(name: str) -> str:
    """The English form of a known name, however it was typed."""
    lower = name.lower()
    return VIETNAMESE_NAMES.get(lower, lower)


def canonical_value(value: str) -> str:
    """The English form of a value that stands behind `is:` or `in:`, however it was typed."""
    lower = value.lower()
    return VIETNAMESE_VALUES.get(lower.replace("-", ""), lower)


def any_of(names: Iterable[str]) -> str:
    """A pattern for one of the names, in upper or lower case.

    `re.IGNORECASE` would let in letters that `canonical` does not know, such as ſ for s.
    """
    return "|".join("".join(f"[{char}{char.upper()}]" for char in name) for name in names)
