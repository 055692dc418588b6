"""The package of a book: what it is called, which chapters it has, and in which order."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.importers.declared import Declared
from bulletin_tui.importers.xml_nodes import Node, XmlRefusedError, read_xml
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bulletin_tui.importers.archives import Archive

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = (".xhtml", ".html", ".htm")
_PAGE_TYPES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})
_CONTENTS_TYPE = "application/x-dtbncx+xml"
_FIELDS = {
    "title": "title",
    "creator": "authors",
    "publisher": "source",
    "language": "language",
    "date": "published",
    "subject": "tags",
}
_SAID = 0.9
_FONTS_ONLY = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Ways of hiding fonts, which leave the text as it is."""


@dataclass(frozen=True, slots=True)
class Package:
    """A book's chapters by the names of their files, in order, and what it declares."""

    chapters: tuple[str, ...]
    contents: tuple[str, ...]
    """Files that list the chapters with their titles."""
    declared: Declared
    warnings: tuple[str, ...] = ()


def read_package(archive: Archive) -> Package:
    """Raises ArticleUnreadableError for a book that is protected, or is none."""
    _refuse_protected(archive)
    name = _find_package(archive)
    root = _find_xml(archive, name) if name else None
    if name is None or root is None:
        return _without_package(archive)
    items = {item.attributes.get("id", ""): item for item in root.all("item")}
    refs = [ref.attributes.get("idref", "") for ref in root.all("itemref")]
    chapters = [items[ref] for ref in refs if ref in items and _is_page(items[ref])]
    contents = [item for item in items.values() if _is_contents(item)]
    if not chapters:
        return _without_package(archive)
    return Package(_names(name, chapters), _names(name, contents), _declared(root))


def _refuse_protected(archive: Archive) -> None:
    if _ENCRYPTION not in archive.names:
        return
    root = _find_xml(archive, _ENCRYPTION)
    methods = root.all("EncryptionMethod") if root else []
    if root is None or any(
        not method.attributes.get("Algorithm", "").startswith(_FONTS_ONLY) for method in methods
    ):
        raise ArticleUnreadableError(
            _("The book is protected against copying (DRM); its text cannot be read."),
            advice=_("Ask whoever sold it for a copy without protection."),
        )


def _find_package(archive: Archive) -> str | None:
    root = _find_xml(archive, _CONTAINER)
    named = [node.attributes.get("full-path", "") for node in root.all("rootfile")] if root else []
    found = [*named, *(name for name in archive.names if name.lower().endswith(".opf"))]
    return next((name for name in found if name in archive.names), None)


def _without_package(archive: Archive) -> Package:
    """All pages of the archive, by name."""
    pages = tuple(sorted(name for name in archive.names if name.lower().endswith(_PAGES)))
    if not pages:
        raise ArticleUnreadableError(_("The archive holds no book: there are no pages in it."))
    warning = _("The book does not say in which order its chapters are; they are sorted by name.")
    return Package(pages, (), Declared(), (warning,))


def _find_xml(archive: Archive, name: str) -> Node | None:
    data = archive.find(name)
    try:
        return read_xml(data) if data else None
    except XmlRefusedError:
        return None


def _is_page(item: Node) -> bool:
    is_named_so = item.attributes.get("href", "").lower().endswith(_PAGES)
    return item.attributes.get("media-type", "").lower() in _PAGE_TYPES or is_named_so


def _is_contents(item: Node) -> bool:
    is_nav = "nav" in item.attributes.get("properties", "").split()
    return is_nav or item.attributes.get("media-type", "") == _CONTENTS_TYPE


def _names(package: str, items: Iterable[Node]) -> tuple[str, ...]:
    names = (resolved(package, item.attributes.get("href", "")) for item in items)
    return tuple(dict.fromkeys(names))


def resolved(base: str, address: str) -> str:
    """The member that an address in the member `base` means."""
    path = unquote(address.partition("#")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), path))


def _declared(root: Node) -> Declared:
    declared = Declared()
    for metadata in root.all("metadata")[:1]:
        for node in metadata.walk():
            if node.name in _FIELDS:
                event = node.attributes.get("event", "publication")
                confidence = _SAID if event == "publication" else _SAID / 2
                declared.add(_FIELDS[node.name], node.text, f"dc:{node.name}", confidence)
    return declared
