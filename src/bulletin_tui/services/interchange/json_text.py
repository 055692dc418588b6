"""JSON out, with letters as they are; and JSON in, whatever it holds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from bulletin_tui.errors import NotAnExportError
from bulletin_tui.text.forbidden import FORBIDDEN
from bulletin_tui.words import _

if TYPE_CHECKING:
    import re

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"

MOST_VALUES = 10_000_000
"""Each takes up to a hundred bytes of memory; a mark has some forty."""


def dump(value: Json) -> str:
    """One document. What must not reach a terminal is escaped, so that it reads back."""
    lines = json.dumps(value, ensure_ascii=False, indent=2).split("\n")
    return "\n".join(FORBIDDEN.sub(_escape, line) for line in lines) + "\n"


def load(text: str) -> object:
    """The document. Raises NotAnExportError."""
    if sum(map(text.count, "[{,")) > MOST_VALUES:
        raise NotAnExportError(_("The file has more in it than any export of marks would have."))
    try:
        value: object = json.loads(text)
    except RecursionError as error:
        raise NotAnExportError(_("The file is nested too deeply to be an export.")) from error
    except json.JSONDecodeError as error:
        sentence = _("The file is not whole JSON: line {line}, column {column}.")
        raise NotAnExportError(sentence.format(line=error.lineno, column=error.colno)) from error
    except ValueError as error:  # Python's limit for digits
        raise NotAnExportError(_("The file has a longer number than any export.")) from error
    return value


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))
