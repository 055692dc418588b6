"""Who wrote a page and when, where the names of its elements say which of its words tell that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bulletin_tui.importers.html.elements import VOID
from bulletin_tui.importers.html.tokens import EndTag, StartTag, Text, attributes_of
from bulletin_tui.importers.tidy.bylines import bare_names, read_byline
from bulletin_tui.importers.tidy.datelines import read_dateline
from bulletin_tui.importers.tidy.seen import see_words
from bulletin_tui.text.clean import clean_line
from bulletin_tui.text.dates import iso_printed_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bulletin_tui.importers.declared import Declared
    from bulletin_tui.importers.html.tokens import Token

_LIKELY = re.compile(r"author|\bby|tac-?gia|date|time|ngay|comment", re.IGNORECASE)
_FIELDS = {
    **dict.fromkeys(
        (
            *("author", "authorname", "authors", "by", "byline", "postauthor", "entryauthor"),
            *("articleauthor", "newsauthor", "detailauthor", "tacgia"),
        ),
        "authors",
    ),
    **dict.fromkeys(
        (
            *("publishdate", "publishtime", "publisheddate", "datepublished", "pubdate"),
            *("postdate", "posttime", "entrydate", "articledate", "newsdate", "createdate"),
            *("ngaydang", "detailtime", "detaildate"),
        ),
        "published",
    ),
}
_OF_AUTHORS = re.compile(
    r"(?!.*(?:comment|quote|review|book|user|reply)).{0,20}(?:byline|author(?:s|names?)?|tacgia)"
)
_NAME = re.compile(r"[A-Za-z]+")
_COMMENTS = re.compile(r"comments?", re.IGNORECASE)
_LONGEST_NAMES, _LONGEST_WORDS = 400, 120
_SURE = 0.65


class Marked:
    """Takes a page's tokens; declares the first author and the first date that are marked."""

    def __init__(self, declared: Declared) -> None:
        self._declared = declared
        self._wanted = set(_FIELDS.values())
        self._field = ""
        """What the words of the open element tell; empty while none is open."""
        self._depth = 0
        self._words: list[str] = []

    def take(self, token: Token) -> None:
        """Go on by one token."""
        if self._field:
            self._go_on(token)
        elif self._wanted and isinstance(token, StartTag) and _LIKELY.search(token.attributes):
            self._begin(token)

    def _begin(self, tag: StartTag) -> None:
        names = list(_names(attributes_of(tag.attributes)))
        if any(_COMMENTS.fullmatch(word) for name in names for word in _NAME.findall(name)):
            self._wanted.discard("authors")  # whoever is named below this wrote a comment
            return
        fields = (_field("".join(_NAME.findall(name)).lower()) for name in names)
        field = next((field for field in fields if field in self._wanted), "")
        if field and tag.name not in VOID:
            self._field, self._depth, self._words = field, 1, []

    def _go_on(self, token: Token) -> None:
        if isinstance(token, Text):
            self._words.append(token.words)
        elif isinstance(token, StartTag):
            self._depth += token.name not in VOID and not token.is_closed
        elif isinstance(token, EndTag):
            self._depth -= 1
        if self._depth <= 0 or sum(map(len, self._words)) > _LONGEST_WORDS:
            self._end()

    def _end(self) -> None:
        field, self._field = self._field, ""
        words = clean_line(" ".join(self._words))
        if len(words) > _LONGEST_WORDS:
            return
        first = next(filter(None, map(clean_line, self._words)), "")
        authors = _authors(words) or _authors(first)
        for value in authors if field == "authors" else _dates(words):
            self._declared.add(field, value, "markup", _SURE)
            self._wanted.discard(field)


def _field(name: str) -> str | None:
    """What an element tells whose class has this name, in small letters and nothing else."""
    return _FIELDS.get(name) or ("authors" if _OF_AUTHORS.fullmatch(name) else None)


def _names(attributes: dict[str, str]) -> Iterator[str]:
    for key in ("class", "rel", "itemprop"):
        yield from attributes.get(key, "")[:_LONGEST_NAMES].split()


def _authors(words: str) -> tuple[str, ...]:
    line = see_words(words)
    byline = read_byline(line) or bare_names(line)
    return byline.names if byline else ()


def _dates(words: str) -> tuple[str, ...]:
    line = read_dateline(words)
    return (iso_printed_date(line.published),) if line and line.published else ()
