"""Front matter: what a Markdown file says of itself above its text, as YAML or TOML.

The names are those of the bundled reports and the usual ones of Hugo, Jekyll and Obsidian.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.importers.flat_data import FlatData, read_toml, read_yaml
from bulletin_tui.model.article import Metadata
from bulletin_tui.text.clean import clean_line
from bulletin_tui.text.dates import parse_printed_date
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.model.article import PrintedDate

LARGEST_FRONT_MATTER = 64 * 1024
"""In code points."""

_OPENING = re.compile(r"(---|\+\+\+) *\n")
_CLOSING = {
    "---": re.compile(r"^(?:---|\.\.\.) *$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+ *$", re.MULTILINE),
}
_NAME = re.compile(r"[a-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The metadata, the text below it, and sentences about what could not be used."""

    metadata: Metadata
    body: str
    warnings: tuple[str, ...] = ()


def split_front_matter(text: str) -> FrontMatter:
    """Take the front matter off a clean text; what turns out to be prose stays in the body."""
    opening = _OPENING.match(text)
    closing = opening and _CLOSING[opening[1]].search(text, opening.end())
    if not opening or not closing:
        return FrontMatter(Metadata(), text)
    source = text[opening.end() : closing.start()]
    if len(source) > LARGEST_FRONT_MATTER:
        warning = _("The front matter is larger than {limit} KB; it is shown as text.")
        return FrontMatter(Metadata(), text, (warning.format(limit=LARGEST_FRONT_MATTER // 1024),))
    data = read_yaml(source) if opening[1] == "---" else read_toml(source)
    fields = _Fields(data)
    if source.strip() and not any(map(_NAME.fullmatch, (*data.values, *data.unusable))):
        return FrontMatter(Metadata(), text, tuple(fields.warnings))
    metadata = _metadata(fields)
    return FrontMatter(metadata, text[closing.end() :], tuple(fields.warnings))


def _metadata(fields: _Fields) -> Metadata:
    return Metadata(
        id=fields.find_line("id"),
        title=fields.find_line("title"),
        source=fields.find_line("source", "publisher"),
        place=fields.find_line("place"),
        authors=fields.find("authors", "author"),
        published=fields.find_date("published", "date", "created"),
        updated=fields.find_date("updated", "lastmod", "modified"),
        language=fields.find_line("language", "lang"),
        documents=fields.find_list("documents"),
        portal=fields.find_line("portal"),
        category=fields.find_line("category", "categories"),
        tags=fields.find_list("tags"),
    )


class _Fields:
    """Clean values by name, the first of several names that has one; and what went wrong."""

    def __init__(self, data: FlatData) -> None:
        self.warnings: list[str] = []
        self._data = data
        if data.is_broken:
            self._warn(_("The front matter has errors; what can be read of it is used."))

    def find(self, *names: str) -> tuple[str, ...]:
        for name in names:
            if name in self._data.unusable:
                sentence = _("“{name}” in the front matter is neither a value nor a list of them.")
                self._warn(sentence.format(name=name))
            lines = map(clean_line, self._data.values.get(name, ()))
            if found := tuple(filter(None, lines)):
                return found
        return ()

    def find_line(self, *names: str) -> str | None:
        return ", ".join(self.find(*names)) or None

    def find_list(self, *names: str) -> tuple[str, ...]:
        """A list, or a line with commas."""
        return tuple(filter(None, map(str.strip, ",".join(self.find(*names)).split(","))))

    def find_date(self, *names: str) -> PrintedDate | None:
        line = self.find_line(*names)
        date = parse_printed_date(line) if line else None
        if line and not date:
            self._warn(_("“{value}” in the front matter is not a date.").format(value=line))
        return date

    def _warn(self, sentence: str) -> None:
        self.warnings.append(sentence)
