"""The elements of HTML, as far as it matters for reading what they hold."""

from __future__ import annotations

from bulletin_tui.model.article import InlineStyle

VOID = frozenset(
    "area base basefont bgsound br col command embed frame hr img input keygen link meta param"
    " source track wbr".split()
)
"""They hold nothing and are never closed."""

BLOCKS = frozenset(
    "address article aside audio blockquote body button canvas caption center dd details dialog dir"
    " div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header"
    " hgroup html legend li listing main menu nav noscript object ol optgroup option p pre search"
    " section select summary table tbody td template textarea tfoot th thead tr ul"
    " video xmp".split()
)
"""What begins and ends a line of its own; everything else runs within one."""

STYLES = {
    **dict.fromkeys(("b", "strong"), InlineStyle.STRONG),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), InlineStyle.EMPHASIS),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), InlineStyle.CODE),
    **dict.fromkeys(("s", "strike", "del"), InlineStyle.STRIKE),
    "a": InlineStyle.LINK,
}

_PLAIN = frozenset(
    "abbr acronym bdi bdo big data font ins label mark map nobr output q rp rt ruby small span sub"
    " sup time u".split()
)

HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset("ul ol menu dir".split())
CELLS = frozenset({"td", "th"})
TABLE_PARTS = frozenset("tr td th tbody thead tfoot caption".split())
PREFORMATTED = frozenset("pre listing xmp".split())

SPACED = frozenset(
    "blockquote dl fieldset figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul".split()
)
"""Set apart from what is above and below, as by a blank line."""

CLOSED_BY = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "option": frozenset({"option"}),
    "optgroup": frozenset({"option", "optgroup"}),
    "td": frozenset({"td", "th", "caption"}),
    "th": frozenset({"td", "th", "caption"}),
    "tr": frozenset({"tr", "caption"}),
    "tbody": frozenset({"tbody", "thead", "tfoot", "caption"}),
    "thead": frozenset({"tbody", "thead", "tfoot", "caption"}),
    "tfoot": frozenset({"tbody", "thead", "tfoot", "caption"}),
}
"""What ends by itself when one of these begins, as far as it is inside what `KEPT_APART` names."""

KEPT_APART = {
    "li": frozenset({"ul", "ol", "menu", "dir", "table", "td", "th"}),
    "dt": frozenset({"dl", "table", "td", "th"}),
    "dd": frozenset({"dl", "table", "td", "th"}),
    "option": frozenset({"select"}),
    "optgroup": frozenset({"select"}),
}


def is_block(name: str) -> bool:
    """Whether an element is set on lines of its own; made-up elements with a hyphen are."""
    return name in BLOCKS or "-" in name


def is_html(name: str) -> bool:
    """Whether an element is one of HTML's that hold something."""
    return name in BLOCKS or name in STYLES or name in _PLAIN
