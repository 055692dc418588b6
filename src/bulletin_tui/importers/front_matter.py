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
    warnings = []
    if data.is_broken:
        warnings.append(_("The front matter has errors; what can be read of it is used."))
    if source.strip() and not any(map(_NAME.fullmatch, (*data.values, *data.unusable))):
        return FrontMatter(Metadata(), text, tuple(warnings))
    metadata = _metadata(data, warnings)
    return FrontMatter(metadata, text[closing.end() :], tuple(warnings))


def _metadata(data: FlatData, warnings: list[str]) -> Metadata:
    """Each field from the first of its names that has a value; `warnings` grows by what has not."""

    def find(*names: str) -> tuple[str, ...]:
        for name in names:
            if name in data.unusable:
                warning = _(
                    "“{name}” in the front matter is not a plain value or list, and was left out."
                )
                warnings.append(warning.format(name=name))
            values = filter(None, map(clean_line, data.values.get(name, ())))
            if found := tuple(values):
                return found
        return ()

    def find_line(*names: str) -> str | None:
        return ", ".join(find(*names)) or None

    def find_list(*names: str) -> tuple[str, ...]:
        return tuple(filter(None, map(str.strip, ",".join(find(*names)).split(","))))

    def find_date(*names: str) -> PrintedDate | None:
        value = find_line(*names)
        date = parse_printed_date(value) if value else None
        if value and not date:
            warning = _("“{value}” in the front matter is not a date, and was left out.")
            warnings.append(warning.format(value=value))
        return date

    return Metadata(
        id=find_line("id"),
        title=find_line("title"),
        source=find_line("source", "publisher"),
        place=find_line("place"),
        authors=find("authors", "author"),
        published=find_date("published", "date"),
        updated=find_date("updated", "lastmod", "modified"),
        language=find_line("language", "lang"),
        documents=find_list("documents"),
        portal=find_line("portal"),
        category=find_line("category", "categories"),
        tags=find_list("tags"),
    )
