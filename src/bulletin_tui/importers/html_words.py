"""The visible words of HTML that stands in a Markdown text, in order, in linear time.

A tag is taken for one only when it is whole; whatever is malformed is shown rather than lost.
"""

from __future__ import annotations

import re

from bulletin_tui.importers.entities import decode_entities

_MARKUP = re.compile(
    r"""<(?:
        (?P<hidden> !-- | \? | script(?=[\s>]) | style(?=[\s>]) )
      | /? (?P<tag> [a-z][a-z0-9:-]* ) (?P<attributes> (?: [^<>"']+ | "[^"<]*" | '[^'<]*' )*+ ) >
      | ![a-z][^<>]*>
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_ENDS = {
    "!--": re.compile("-->"),
    "?": re.compile(r"\?>"),
    "script": re.compile(r"</script\s*>", re.IGNORECASE),
    "style": re.compile(r"</style\s*>", re.IGNORECASE),
}
_ALT = re.compile(r"""\salt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_INSIDE_A_LINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|ruby|rt|rp"
    "|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
_BREAK = "\n\n"
_BREAKS = re.compile(r"\n\s*\n")


def visible_lines(source: str) -> list[str]:
    """What stands between the tags, and what images say, a line for each block; tidy spaces."""
    ends = dict(_ENDS)
    pieces: list[str] = []
    position = 0
    while mark := _MARKUP.search(source, position):
        pieces.append(source[position : mark.start()])
        position = mark.end()
        hidden = (mark["hidden"] or "").lower()
        if mark["tag"]:
            pieces.append(_shown(mark["tag"].lower(), mark["attributes"]))
        elif hidden in ends:
            end = ends[hidden].search(source, position)
            if end:
                position = end.end()
            else:
                del ends[hidden]  # looked for once only, or the time would be quadratic
    pieces.append(source[position:])
    text = decode_entities("".join(pieces))
    return [line for part in _BREAKS.split(text) if (line := " ".join(part.split()))]


def _shown(tag: str, attributes: str) -> str:
    if tag == "img":
        alt = _ALT.search(attributes)
        return (alt[1] or alt[2] or "") if alt else ""
    return "" if _INSIDE_A_LINE.fullmatch(tag) else _BREAK
