"""The titles of a book's chapters, as its table of contents has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.importers.epub.package import resolved
from bulletin_tui.importers.xml_nodes import Node, XmlRefusedError, read_xml
from bulletin_tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bulletin_tui.importers.archives import Archive
    from bulletin_tui.importers.epub.package import Package

_LONGEST_TITLE = 200
"""In code points."""


def chapter_titles(archive: Archive, package: Package) -> dict[str, str]:
    """Clean titles by the names of the chapters' files; the first that leads to one counts."""
    titles: dict[str, str] = {}
    for name in package.contents:
        data = archive.find(name)
        try:
            root = read_xml(data) if data else None
        except XmlRefusedError:
            continue
        for address, title in _entries(root) if root else ():
            if title and len(title) <= _LONGEST_TITLE:
                titles.setdefault(resolved(name, address), title)
    return titles


def _entries(root: Node) -> Iterator[tuple[str, str]]:
    """Addresses and titles: `navPoint` of EPUB 2, links in the `nav` of EPUB 3."""
    for node in root.all("navPoint"):
        labels = [child for child in node.children if child.name == "navLabel"]
        places = [child for child in node.children if child.name == "content"]
        if labels and places:
            yield places[0].attributes.get("src", ""), clean_line(labels[0].text)
    for nav in root.all("nav")[:1]:
        for link in nav.all("a"):
            yield link.attributes.get("href", ""), clean_line(link.text)
