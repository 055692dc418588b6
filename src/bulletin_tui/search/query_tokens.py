"""A line of a query cut into terms as they are written: -name:value|"other value"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.search.query_names import NAMES, VIETNAMESE_NAMES, any_of, canonical

if TYPE_CHECKING:
    from collections.abc import Iterator

_KNOWN = any_of(NAMES)
_VIETNAMESE = any_of(VIETNAMESE_NAMES)
_NAME = rf"(?:(?:{_KNOWN}):|(?:{_VIETNAMESE}):\S)"
_VALUE = r'(?:"[^"]*(?:"|$)|[^\s|"][^\s|]*)'
_TOKEN = re.compile(
    rf"""
    (?P<negated> -(?!-) )?
    (?: (?P<name>{_KNOWN}) : (?: [ ](?! -\S | {_NAME} ) )?
      | (?P<vietnamese>{_VIETNAMESE}) : )?
    (?P<values> {_VALUE} (?: [ ]?\|[ ]? {_VALUE} )* )
    """,
    re.VERBOSE,
)
_VALUES = re.compile(_VALUE)
_DASHED = re.compile("-[^-]")
_NAMED = re.compile(_NAME)


@dataclass(frozen=True, slots=True)
class Token:
    """One term as it was written."""

    source: str
    """All of it, without the dash that negates it and without quotes."""
    name: str
    """As typed; empty when the term has none."""
    values: tuple[str, ...]
    """Without their quotes, if they had any; empty ones are possible."""
    is_phrase: bool
    """Whether a quote says so, or syntax stands where it means nothing and is taken literally."""
    is_misplaced: bool
    """Whether it is such syntax."""
    is_negated: bool
    is_open: bool
    """Whether the next key may go on with it."""
    is_after_bar: bool
    """Whether a bar that joins nothing stands before it."""

    @property
    def canonical_name(self) -> str:
        """The English name; empty when the term has none."""
        return canonical(self.name)


def tokens(line: str, *, is_ended: bool) -> Iterator[Token]:
    """The terms of a line that is unified and has single spaces.

    `is_ended` says that white space was typed behind the line.
    """
    end = 0
    for match in _TOKEN.finditer(line):
        is_last = match.end() == len(line) and not is_ended
        yield _token(match, is_last=is_last, is_after_bar="|" in line[end : match.start()])
        end = match.end()


def _token(match: re.Match[str], *, is_last: bool, is_after_bar: bool) -> Token:
    values: list[str] = _VALUES.findall(match["values"])
    name = match["name"] or match["vietnamese"] or ""
    is_quoted = any(value.startswith('"') for value in values)
    is_misplaced = not is_quoted and _has_inner_syntax(name, values)
    is_phrase = is_quoted or is_misplaced
    return Token(
        source=_unquoted(match[0][len(match["negated"] or "") :]),
        name=name,
        values=tuple(_unquoted(value) if is_phrase else value.strip('"') for value in values),
        is_phrase=is_phrase,
        is_misplaced=is_misplaced,
        is_negated=bool(match["negated"]),
        is_open=is_last and not values[-1][1:].endswith('"'),
        is_after_bar=is_after_bar,
    )


def _has_inner_syntax(name: str, values: list[str]) -> bool:
    """Whether a value begins with a dash or a name, which belong in front of all values."""
    if len(values) > 1:
        return any(_DASHED.match(value) or _NAMED.match(value) for value in values)
    return bool(name and _DASHED.match(values[0]))


def _unquoted(text: str) -> str:
    return " ".join(text.replace('"', " ").split())
