"""What a page declares of itself outside its text: in its head, in JSON-LD, in `<time>`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bulletin_tui.importers.declared import Declared
from bulletin_tui.importers.entities import decode_entities
from bulletin_tui.importers.html.json_ld import read_json_ld
from bulletin_tui.importers.html.tokens import Raw, StartTag, attributes_of

if TYPE_CHECKING:
    from bulletin_tui.importers.html.tokens import Token

_MOST_SCRIPTS = 20
_META = {
    "og:title": ("title", 0.85),
    "twitter:title": ("title", 0.8),
    "citation_title": ("title", 0.9),
    "dc.title": ("title", 0.85),
    "dcterms.title": ("title", 0.85),
    "article:published_time": ("published", 0.9),
    "og:published_time": ("published", 0.85),
    "datepublished": ("published", 0.9),
    "pubdate": ("published", 0.85),
    "publishdate": ("published", 0.85),
    "publish-date": ("published", 0.85),
    "publish_date": ("published", 0.85),
    "date": ("published", 0.75),
    "dc.date": ("published", 0.75),
    "dc.date.issued": ("published", 0.85),
    "dcterms.created": ("published", 0.75),
    "dcterms.issued": ("published", 0.85),
    "citation_publication_date": ("published", 0.85),
    "article:modified_time": ("updated", 0.9),
    "og:updated_time": ("updated", 0.8),
    "datemodified": ("updated", 0.9),
    "last-modified": ("updated", 0.7),
    "dcterms.modified": ("updated", 0.8),
    "author": ("authors", 0.75),
    "article:author": ("authors", 0.8),
    "citation_author": ("authors", 0.9),
    "dc.creator": ("authors", 0.8),
    "dcterms.creator": ("authors", 0.8),
    "og:site_name": ("source", 0.8),
    "dc.publisher": ("source", 0.85),
    "dcterms.publisher": ("source", 0.85),
    "publisher": ("source", 0.8),
    "article:section": ("category", 0.8),
    "article:tag": ("tags", 0.8),
    "og:locale": ("language", 0.6),
    "content-language": ("language", 0.7),
    "dc.language": ("language", 0.7),
}
"""Names of `<meta>` elements, what they say, and how far they are to be believed."""
_JSON_LD = 0.9
_TITLE = 0.7
_LANG = 0.8
_TIME = {True: 0.85, False: 0.6}
_TELLING = frozenset({"meta", "html", "time"})
_INSIDE = re.compile(r"\bld\+json\b", re.IGNORECASE)


class Head:
    """Takes a page's tokens, keeps what they declare."""

    def __init__(self) -> None:
        self.declared = Declared()
        self.title = ""
        """What `<title>` says, decoded, not clean; the site's name may be part of it."""
        self._scripts = 0

    def take(self, token: Token) -> None:
        """Go on by one token."""
        if isinstance(token, Raw):
            self._read_raw(token)
        elif isinstance(token, StartTag) and token.name in _TELLING:
            self._read_tag(token.name, attributes_of(token.attributes))

    def _read_tag(self, name: str, attributes: dict[str, str]) -> None:
        if name == "meta":
            self._read_meta(attributes)
        elif name == "time":
            self._read_time(attributes)
        else:
            language = attributes.get("lang") or attributes.get("xml:lang", "")
            self.declared.add("language", language, "html:lang", _LANG)

    def _read_raw(self, raw: Raw) -> None:
        if raw.name == "title" and not self.title:
            self.title = decode_entities(raw.content)
        elif raw.name == "script" and _INSIDE.search(raw.attributes[:200]):
            self._scripts += 1
            if self._scripts <= _MOST_SCRIPTS:
                for field, value, name in read_json_ld(raw.content):
                    self.declared.add(field, value, f"json-ld:{name}", _JSON_LD)

    def _read_meta(self, attributes: dict[str, str]) -> None:
        keys = ("property", "name", "itemprop", "http-equiv")
        for name in filter(None, (attributes.get(key, "").strip().lower() for key in keys)):
            if name in _META:
                field, confidence = _META[name]
                self.declared.add(field, attributes.get("content", ""), f"meta:{name}", confidence)
                return

    def _read_time(self, attributes: dict[str, str]) -> None:
        itemprop = attributes.get("itemprop", "").lower()
        field = "updated" if itemprop == "datemodified" else "published"
        is_told = "pubdate" in attributes or itemprop in {"datepublished", "datemodified"}
        self.declared.add(field, attributes.get("datetime", ""), "time", _TIME[is_told])
