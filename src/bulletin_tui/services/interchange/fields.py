"""The fields of a foreign record: each of the type that is asked for, or the record is refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnnotationKind, HighlightColor
from bulletin_tui.model.article import Span
from bulletin_tui.text.clean import clean, clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_GREATEST = 2**32
"""Of numbers that are believed; no text is as long."""
_LONGEST_DATE = 64


class RefusedError(Exception):
    """A record that cannot be used; `str()` says why."""


@dataclass(frozen=True, slots=True)
class Fields:
    """A record by the names of its fields; what is missing or null is empty."""

    _values: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def of(cls, value: object) -> Fields:
        """The record that a value is. Raises RefusedError."""
        if not isinstance(value, dict):
            raise RefusedError(_("it is not a record"))
        return cls(value)

    def __contains__(self, name: str) -> bool:
        return self._values.get(name) is not None

    def raw(self, name: str) -> str:
        """The text as it stands there. Raises RefusedError."""
        value = self._values.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise RefusedError(_("“{name}” is not a text").format(name=name))
        return value

    def note(self, name: str) -> str:
        """A text of several lines, cleaned. Raises RefusedError."""
        return clean(self.raw(name)).strip()

    def line(self, name: str) -> str:
        """A text of one line, cleaned. Raises RefusedError."""
        return clean_line(self.raw(name))

    def lines(self, name: str) -> tuple[str, ...]:
        """A list of lines, cleaned, each once. Raises RefusedError."""
        return cleaned_lines(self.items(name), name)

    def number(self, name: str) -> int | None:
        """A whole number from 0 up to what can be; else None."""
        value = self._values.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _GREATEST:
            return None
        return value

    def span(self, start: str = "start", end: str = "end") -> Span | None:
        """The span that two numbers make; None when they make none."""
        first, last = self.number(start), self.number(end)
        return (
            Span(first, last) if first is not None and last is not None and first < last else None
        )

    def instant(self, name: str) -> datetime | None:
        """An instant in ISO 8601, in UTC unless it says otherwise; None when it is none."""
        value = self._values.get(name)
        return read_instant(value) if isinstance(value, str) else None

    def record(self, name: str) -> Fields:
        """A record inside. Raises RefusedError."""
        value = self._values.get(name)
        return Fields() if value is None else Fields.of(value)

    def items(self, name: str) -> list[object]:
        """A list inside; what stands there alone is a list of one, as JSON-LD has it."""
        value = self._values.get(name)
        if value is None:
            return []
        return value if isinstance(value, list) else [value]


def cleaned_lines(values: Iterable[object], name: str) -> tuple[str, ...]:
    """Texts of one line, cleaned, each once. Raises RefusedError that calls them `name`."""
    found: dict[str, None] = {}
    for value in values:
        if not isinstance(value, str):
            raise RefusedError(_("“{name}” is not a text").format(name=name))
        found[clean_line(value)] = None
    return tuple(filter(None, found))


def read_instant(text: str) -> datetime | None:
    """An instant in ISO 8601, in UTC unless it says otherwise; None when it is none."""
    if len(text) > _LONGEST_DATE:
        return None
    try:
        instant = datetime.fromisoformat(text.strip())
        return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def kind_named(name: str) -> AnnotationKind:
    """The kind, a highlight when none is named. Raises RefusedError."""
    try:
        return AnnotationKind(name or AnnotationKind.HIGHLIGHT)
    except ValueError as error:
        sentence = _("“{name}” is neither a highlight nor a bookmark")
        raise RefusedError(sentence.format(name=clean_line(name))) from error


def color_named(name: str, kind: AnnotationKind) -> HighlightColor | None:
    """The colour, yellow for one that is not known here; None without one, and for a bookmark."""
    if kind is AnnotationKind.BOOKMARK or not name:
        return None
    known = {color.value: color for color in HighlightColor}
    return known.get(name.lower(), HighlightColor.YELLOW)
