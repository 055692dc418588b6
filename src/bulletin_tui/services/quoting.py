"""Foreign text set in Markdown as the plain words that it is.

No markup, HTML, link or fence in it works: https://spec.commonmark.org/0.31.2/#backslash-escapes
"""

from __future__ import annotations

import re
from itertools import chain

_ACTIVE = re.compile(r"[\\`*_\[\]<>#|~$]|&(?=[#\w])|:(?=//)|(?<=www)\.", re.IGNORECASE)
_BLOCK_MARK = re.compile(r"[0-9]{1,9}(?=[.)])|(?=[-+=:])")
_BACKTICKS = re.compile("`+")


def quoted_line(text: str) -> str:
    """A text of one line, to stand anywhere in a line of Markdown."""
    return _ACTIVE.sub(r"\\\g<0>", text)


def quoted_lines(text: str) -> list[str]:
    """The lines of a text, each to stand at the beginning of a line of Markdown, unindented."""
    return [_quoted_from_start(line.strip()) for line in text.split("\n")]


def _quoted_from_start(line: str) -> str:
    quoted = quoted_line(line)
    mark = _BLOCK_MARK.match(quoted)
    return quoted if mark is None else f"{mark[0]}\\{quoted[mark.end() :]}"


def quoted_code(text: str) -> str:
    """A text of one line as code, in a fence longer than any inside it."""
    longest = max(chain([0], map(len, _BACKTICKS.findall(text))))
    fence = "`" * (longest + 1)
    gap = " " if longest else ""
    return f"{fence}{gap}{text}{gap}{fence}"
