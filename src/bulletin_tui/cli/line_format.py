"""Lines as a person asks for them: `{path}:{offset}:{text}`, with `{{` and `}}` for braces.

Only the names of fields and widths mean something; nothing of the program can be reached.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING

from bulletin_tui.errors import UsageError
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELDS = ("id", "title", "source", "published", "path", "offset", "score", "why", "text")
_WIDTH = re.compile("[<>^]?[0-9]{0,3}")


@dataclass(frozen=True, slots=True)
class LineFormat:
    """A format that was understood."""

    _parts: tuple[tuple[str, str | None, str], ...]
    """Plain text, and the field behind it with its width; None when there is none."""

    def line(self, fields: Mapping[str, str | int | float]) -> str:
        """The line for these values, one for each of `FIELDS`."""
        return "".join(
            plain + (format(fields[name], width) if name is not None else "")
            for plain, name, width in self._parts
        )


def parse_format(typed: str) -> LineFormat:
    """Understand a format. Raises UsageError that names what cannot be used."""
    try:
        parts = list(Formatter().parse(typed))
    except ValueError as error:
        sentence = _("The format “{text}” has a brace without its other half.")
        advice = _("Write it twice, as {braces}, where a brace is meant.").format(braces="{{ }}")
        raise UsageError(sentence.format(text=typed), advice=advice) from error
    for _plain, name, width, conversion in parts:
        _check(name, width or "", conversion)
    return LineFormat(tuple((plain, name, width or "") for plain, name, width, _end in parts))


def _check(name: str | None, width: str, conversion: str | None) -> None:
    if name is None:
        return
    if name not in FIELDS or conversion is not None:
        field = "!".join(filter(None, (name, conversion)))
        message = _("A line has no field “{name}”.").format(name=field)
        names = " ".join(f"{{{each}}}" for each in FIELDS)
        raise UsageError(message, advice=_("Its fields are: {names}").format(names=names))
    if not _WIDTH.fullmatch(width):
        message = _("“{width}” is not a width.").format(width=width)
        advice = _("Write it as in {example}.").format(example="{offset:6} {title:<40}")
        raise UsageError(message, advice=advice)
