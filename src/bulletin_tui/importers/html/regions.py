"""Parts of a page, told by tags, roles and telling names: what the site has there, not the report.

A part that turns out to hold half of the page's prose is none of that: whole pages stand in a
`<form>` or in something named "sidebar-left".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bulletin_tui.importers.tidy.lines import LineContext

PAGE = 0
"""The number of the region that is the whole page."""

_BY_TAG = {
    "nav": LineContext.NAVIGATION,
    "header": LineContext.HEADER,
    "footer": LineContext.FOOTER,
    "aside": LineContext.ASIDE,
    **dict.fromkeys(("form", "button", "select", "textarea", "dialog"), LineContext.FORM),
    **dict.fromkeys(("article", "main"), LineContext.ARTICLE),
}
_BY_ROLE = {
    **dict.fromkeys(("navigation", "menu", "menubar", "directory"), LineContext.NAVIGATION),
    "banner": LineContext.HEADER,
    "contentinfo": LineContext.FOOTER,
    **dict.fromkeys(("complementary", "note"), LineContext.ASIDE),
    **dict.fromkeys(("search", "form", "dialog", "toolbar", "alertdialog"), LineContext.FORM),
    **dict.fromkeys(("article", "main"), LineContext.ARTICLE),
}
_WORDS = {
    LineContext.NAVIGATION: "nav navbar navigation menu breadcrumb breadcrumbs pagination pager"
    " topbar dieuhuong sitemap toc",
    LineContext.FOOTER: "footer copyright chantrang colophon",
    LineContext.ASIDE: "sidebar aside related relate comment comments share sharing social widget"
    " banner ads advert advertisement promo counter statistic statistics visitor quangcao"
    " lienquan tinlienquan tinkhac tinmoi tincungmuc binhluan thongke luottruycap thoitiet weather"
    " othernews morenews readmore recommend popular trending tags",
    LineContext.FORM: "search login signin newsletter subscribe timkiem dangnhap cookie popup"
    " modal",
    LineContext.CAPTION: "caption figcaption chuthich chuthichanh",
    LineContext.ARTICLE: "articlebody entrycontent postcontent articlecontent detailcontent"
    " contentdetail newsdetail newscontent noidung chitiet bodytext storybody hentry",
}
_BY_WORD = {word: context for context, words in _WORDS.items() for word in words.split()}
_TELLING_ANYWHERE = frozenset("comment comments related binhluan tinlienquan".split())
_UNTELLING = frozenset("with has no without open hide show is js not".split())
"""A name with one of these says what surrounds it, or how it behaves."""
_NOTE_ROLES = frozenset({"doc-footnote", "doc-endnote", "doc-endnotes"})
_NOTES = re.compile(r"\b(?:foot|end)notes?\b", re.IGNORECASE)
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_LONGEST_NAMES = 400
_FEWEST_PROSE_WORDS = 20
_MOST_LINKS_IN_PROSE = 0.4
_HALF = 0.5

BOILERPLATE = frozenset(
    {LineContext.NAVIGATION, LineContext.FOOTER, LineContext.ASIDE, LineContext.FORM}
)


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the page; `parent` is the number of the one around it."""

    parent: int
    context: LineContext


class Regions:
    """All parts of a page, numbered in the order in which they begin."""

    def __init__(self) -> None:
        self._regions = [Region(PAGE, LineContext.UNKNOWN)]
        self._prose = [0]

    def enter(self, parent: int, tag: str, attributes: dict[str, str]) -> int:
        """The region that an element inside `parent` is in, perhaps one of its own."""
        context = _context(tag, attributes)
        around = self._regions[parent].context
        if context is None or (context is around and context not in BOILERPLATE):
            return parent
        self._regions.append(Region(parent, context))
        self._prose.append(0)
        return len(self._regions) - 1

    def weigh(self, number: int, text: str, link_share: float) -> None:
        """Take a line of the region into account."""
        words = text.count(" ") + 1
        if words >= _FEWEST_PROSE_WORDS and link_share <= _MOST_LINKS_IN_PROSE:
            self._prose[number] += words

    def contexts(self) -> list[LineContext]:
        """The context of each region by number, once every line has been weighed."""
        prose = list(self._prose)
        for number in range(len(prose) - 1, PAGE, -1):
            prose[self._regions[number].parent] += prose[number]
        contexts: list[LineContext] = []
        for region, words in zip(self._regions, prose, strict=True):
            is_misnamed = region.context is not LineContext.ARTICLE and (
                words > _HALF * prose[PAGE]
            )
            around = contexts[region.parent] if contexts else region.context
            says_nothing = is_misnamed or (region.context, around) in _NOTHING_NEW
            contexts.append(around if says_nothing else region.context)
        return contexts


_NOTHING_NEW = {
    (LineContext.HEADER, LineContext.ARTICLE),
    (LineContext.FOOTER, LineContext.ARTICLE),
    *((LineContext.ARTICLE, around) for around in BOILERPLATE),
    *((LineContext.CAPTION, around) for around in BOILERPLATE),
    *((LineContext.HEADER, around) for around in BOILERPLATE),
}
"""Articles have headers and footers of their own, and a footer may list small articles."""


def _context(tag: str, attributes: dict[str, str]) -> LineContext | None:
    if tag == "aside" and _holds_notes(attributes):
        return None
    if tag in _BY_TAG:
        return _BY_TAG[tag]
    if (role := attributes.get("role")) and role in _BY_ROLE:
        return _BY_ROLE[role]
    if attributes.get("itemprop", "").lower() == "articlebody":
        return LineContext.ARTICLE
    if tag in {"body", "html", "head"}:
        return None
    return _told_by(attributes.get("class", "")[:_LONGEST_NAMES]) or _told_by(
        attributes.get("id", "")[:_LONGEST_NAMES]
    )


def _holds_notes(attributes: dict[str, str]) -> bool:
    """Whether what is beside the text on a page are the notes to it."""
    named = f"{attributes.get('class', '')} {attributes.get('id', '')}"[:_LONGEST_NAMES]
    return attributes.get("role", "") in _NOTE_ROLES or _NOTES.search(named) is not None


@lru_cache(maxsize=2048)
def _told_by(names: str) -> LineContext | None:
    """What the names of an element tell: by a whole name, its first or last word, or a sure one."""
    for name in names.split():
        words = [word.lower() for word in _NAME.findall(name)]
        if not words or not _UNTELLING.isdisjoint(words):
            continue
        for word in ("".join(words), words[-1], words[0]):
            if word in _BY_WORD:
                return _BY_WORD[word]
        if not _TELLING_ANYWHERE.isdisjoint(words):
            return LineContext.ASIDE
    return None
