"""What a page declares of itself outside its text: in its head, in JSON-LD, in `<time>`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bulletin_tui.importers.declared import Declared
from bulletin_tui.importers.entities import decode_entities
from bulletin_tui.importers.html.json_ld import OF_AN_ORGANISATION, read_json_ld
from bulletin_tui.importers.html.tokens import Raw, StartTag, attributes_of
from bulletin_tui.importers.tidy.names import has_surname

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
    "published_time": ("published", 0.85),
    "parsely-pub-date": ("published", 0.85),
    "sailthru.date": ("published", 0.85),
    "citation_online_date": ("published", 0.8),
    "dc.date.created": ("published", 0.75),
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
    "parsely-author": ("authors", 0.8),
    "sailthru.author": ("authors", 0.8),
    "author": ("authors", 0.75),
    "byl": ("authors", 0.75),
    "dable:author": ("authors", 0.8),
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
_ORGANISATION = 0.6
"""The confidence that an organisation is the author, as the head of a page says."""
_LANG = 0.8
_TIME = {True: 0.85, False: 0.6}
_TIMES = {"time": "datetime", "abbr": "title"}
"""Elements that give a moment to programs, and their attribute that does."""
_LONGEST_ADDRESS = 2000
_TELLING = frozenset({"meta", "html", "time", "link", "abbr"})
_ADDRESS = 0.55
_IN_ADDRESS = re.compile(
    r"/(?P<path>(?:19|20)[0-9]{2}/(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12][0-9]|3[01]))(?:/|$)"
    r"|[/-](?P<dashed>(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9])(?![0-9])"
    r"|-(?P<stamp>20[0-9]{2}[01][0-9][0-3][0-9])[0-2][0-9][0-5][0-9][0-5][0-9][0-9]{0,3}\.(?:htm|chn)"
)
"""The day in a page's own address, as programs of newspapers and blogs put it there."""
_INVERTED = re.compile(r"(?P<last>[^\s,]+(?: [^\s,]+)?), (?P<first>[^,]{1,40})")
_OF_A_CATALOGUE = frozenset({"citation_author", "dc.creator", "dcterms.creator"})
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
        elif name in _TIMES:
            self._read_time(attributes, _TIMES[name])
        elif name == "link":
            if attributes.get("rel", "").lower() == "canonical":
                self._read_address(attributes.get("href", ""))
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
                    sure = _ORGANISATION if name == OF_AN_ORGANISATION else _JSON_LD
                    self.declared.add(field, value, f"json-ld:{name}", sure)

    def _read_meta(self, attributes: dict[str, str]) -> None:
        if attributes.get("property") == "og:url":
            self._read_address(attributes.get("content", ""))
        keys = ("property", "name", "itemprop", "http-equiv")
        for name in filter(None, (attributes.get(key, "").strip().lower() for key in keys)):
            if name in _META:
                field, confidence = _META[name]
                value = attributes.get("content", "")
                if name in _OF_A_CATALOGUE:
                    value = _in_order(value)
                self.declared.add(field, value, f"meta:{name}", confidence)
                return

    def _read_address(self, address: str) -> None:
        """Take the day that the page's own address gives."""
        if found := _IN_ADDRESS.search(address[:_LONGEST_ADDRESS]):
            day = found["path"] or found["dashed"] or _dashed(found["stamp"])
            self.declared.add("published", day, "meta:url", _ADDRESS)

    def _read_time(self, attributes: dict[str, str], key: str) -> None:
        itemprop = attributes.get("itemprop", "").lower()
        names = attributes.get("class", "").split()
        field = "updated" if itemprop == "datemodified" or "updated" in names else "published"
        is_told = "pubdate" in attributes or itemprop in {"datepublished", "datemodified"}
        if key == "datetime" or "published" in names or is_told:
            self.declared.add(field, attributes.get(key, ""), "time", _TIME[is_told])


def _dashed(stamp: str) -> str:
    return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:]}"


def _in_order(name: str) -> str:
    """A name that a catalogue has with the surname first; Vietnamese ones are printed so."""
    turned = _INVERTED.fullmatch(name.strip())
    if turned is None:
        return name
    first, last = turned["first"], turned["last"]
    return f"{last} {first}" if has_surname(last) else f"{first} {last}"
