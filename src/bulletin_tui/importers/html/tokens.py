"""A page's markup cut into tags and text, in time linear in its length.

It is close to what browsers do, but whatever is malformed is shown rather than lost. The parser of
the standard library is not used: it takes quadratic time over some inputs, and what it makes of
comments and scripts changes with Python's bug fixes, and with it the canonical text would.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from bulletin_tui.importers.entities import decode_entities

if TYPE_CHECKING:
    from collections.abc import Iterator


class StartTag(NamedTuple):
    """A tag that opens an element, or is all of it."""

    name: str
    """In lower case."""
    attributes: str
    """As they are written; `attributes_of` reads them."""
    is_closed: bool
    """Whether it ends in a slash."""


class EndTag(NamedTuple):
    """A tag that closes an element."""

    name: str


class Text(NamedTuple):
    """What stands between two tags, decoded, not clean."""

    words: str


class Raw(NamedTuple):
    """The content of a script or a title; no text of the page."""

    name: str
    content: str
    """Entities are not decoded."""
    attributes: str


Token: TypeAlias = StartTag | EndTag | Text | Raw

HIDDEN_RAW = frozenset("script style title iframe noembed noframes".split())
_RAW = HIDDEN_RAW | {"textarea", "xmp"}
"""Elements in which there are no tags."""
_LONGEST_LOOSE_TAG = 8192
_MOST_LOOSE_FAILURES = 1000
"""What looks like a tag and is none is looked at twice; more of it would take quadratic time."""

_MARKUP = re.compile(
    r"""<(?:
        (?P<comment> !-- )
      | !\[CDATA\[ (?P<cdata>)
      | (?: !DOCTYPE [^<>\[]*+ (?: \[ [^\]]{0,20000}+ \] \s*+ )? | [!?/] (?![a-z]) [^<>]*+
          | [!?] [^<>]*+ ) >
      | (?P<end> / )? (?P<tag> [a-z][^\s/<>]*+ )
        (?P<attributes> (?: [^<>"']++ | "[^"<]*+" | '[^'<]*+' )*+ ) >
      | (?P<broken> /?[a-z] )
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_LOOSE_TAG = re.compile(
    r"""< (?P<end> / )? (?P<tag> [a-z][^\s/<>]*+ )
    (?P<attributes> (?:
        [^<>"'=]++ | = \s*+ (?: (?: "[^"]*+" | '[^']*+' ) (?= [\s/>] ) )? | ["']
    )*+ ) >""",
    re.VERBOSE | re.IGNORECASE,
)
"""Values may hold `<`, and quotes count only around values."""
_ATTRIBUTE = re.compile(
    r"""([^\s"'>/=]++) (?: \s*+ = \s*+ (?: "([^"]*+)" | '([^']*+)' | ([^\s"'>]++) ) )?""",
    re.VERBOSE,
)
_COMMENT_END = re.compile(r"--!?>")
_PREFIX = re.compile(r"x?html:")


def tokens(source: str, *, is_xml: bool = False) -> Iterator[Token]:
    """Tags and texts in order; with `is_xml` every element may be closed by its own slash."""
    return _Scanner(source, is_xml=is_xml).scan()


def attributes_of(written: str) -> dict[str, str]:
    """Values by name in lower case, decoded, not clean; the first of a name counts."""
    values: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(written):
        values.setdefault(name.lower(), decode_entities(double or single or bare))
    return values


def _plain(name: str) -> str:
    name = name.lower()
    return _PREFIX.sub("", name) if ":" in name else name


class _Scanner:
    def __init__(self, source: str, *, is_xml: bool) -> None:
        self._source = source
        self._is_xml = is_xml
        self._position = 0
        self._missing: set[str] = set()
        """Ends that are nowhere in the rest; looked for once, or the time would be quadratic."""
        self._loose_failures = 0

    def scan(self) -> Iterator[Token]:
        source = self._source
        text_start = search_from = 0
        while mark := _MARKUP.search(source, search_from):
            if mark.lastgroup == "broken":
                mark = self._loose_tag(mark)
                if mark is None:
                    search_from = self._position
                    continue
            start, self._position = mark.span()
            if start > text_start:
                yield Text(decode_entities(source[text_start:start]))
            end, name, attributes = mark.group("end", "tag", "attributes")
            if not name:
                yield from self._skip(mark)
            elif end:
                yield EndTag(_plain(name))
            else:
                yield from self._start_tag(_plain(name), attributes)
            text_start = search_from = self._position
        if text_start < len(source):
            yield Text(decode_entities(source[text_start:]))

    def _loose_tag(self, mark: re.Match[str]) -> re.Match[str] | None:
        """The tag after all; None if it is none, and the position is behind its `<`."""
        start = mark.start()
        self._position = start + 1
        if self._loose_failures > _MOST_LOOSE_FAILURES:
            return None
        loose = _LOOSE_TAG.match(self._source, start, start + _LONGEST_LOOSE_TAG)
        if loose is None:
            self._loose_failures += 1
        return loose

    def _skip(self, mark: re.Match[str]) -> Iterator[Token]:
        if mark["comment"]:
            self._skip_comment()
        elif mark["cdata"] is not None:
            end = self._find("]]>")
            if end is not None:
                yield Text(self._source[self._position : end])
                self._position = end + 3

    def _start_tag(self, name: str, attributes: str) -> tuple[Token, ...]:
        is_closed = attributes.endswith("/")
        tag = StartTag(name, attributes, is_closed)
        if name not in _RAW or (is_closed and self._is_xml):
            return (tag,)
        end = self._find_end_of(name)
        if end is None:
            return ()
        content = self._source[self._position : end]
        self._position = end
        if name in HIDDEN_RAW:
            return (Raw(name, content, attributes),)
        return (tag, Text(content if name == "xmp" else decode_entities(content)))

    def _skip_comment(self) -> None:
        for short in (">", "->"):
            if self._source.startswith(short, self._position):
                self._position += len(short)
                return
        if "-->" in self._missing:
            return
        end = _COMMENT_END.search(self._source, self._position)
        if end:
            self._position = end.end()
        else:
            self._missing.add("-->")

    def _find(self, end: str) -> int | None:
        found = -1 if end in self._missing else self._source.find(end, self._position)
        if found < 0:
            self._missing.add(end)
            return None
        return found

    def _find_end_of(self, name: str) -> int | None:
        if name in self._missing:
            return None
        pattern = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
        end = pattern.search(self._source, self._position)
        if end is None:
            self._missing.add(name)
            return None
        return end.start()
