"""A line as the rules see it: without its bullet, in bare letters, its words counted."""

from __future__ import annotations

import re
from typing import NamedTuple

from bulletin_tui.importers.tidy.lines import Line
from bulletin_tui.text.fold import fold

LONGEST_RULED = 300
"""In code points. What is longer is prose: no rule but those of prose looks at it."""

_BULLET = re.compile(r"[•●▪■►▶▼♦◆❖»>*·◦○✓|+–—-]{1,3} ?")
_BULLETED = frozenset("•●▪■►▶▼♦◆❖»>*·◦○✓|+–—-")
_ENDS = (".", "!", "?", "…", ";", ":", "./.", ".”", '."', "!”", ".)", "”.")


class Seen(NamedTuple):
    """A line of a page."""

    line: Line
    text: str
    """The words without a bullet."""
    bare: str
    """`text` in bare letters; empty for what is too long for rules."""
    words: int
    bullet: str = ""

    @property
    def is_ended(self) -> bool:
        """Whether the line ends as a sentence does."""
        return self.text.endswith(_ENDS)

    @property
    def is_cut_off(self) -> bool:
        """Whether it breaks off with dots."""
        return self.text.endswith(("...", "…", "[…]"))

    @property
    def is_capital(self) -> bool:
        """Whether it has no small letter."""
        return self.text.isupper()


def see_words(text: str) -> Seen:
    """Some words of a line, as if they were one."""
    return see(Line(0, len(text), text))


def see(line: Line) -> Seen:
    """A line with what every rule asks of it."""
    text, bullet = line.text, ""
    if text[:1] in _BULLETED and (mark := _BULLET.match(text)):
        bullet, text = mark[0].strip(), text[mark.end() :]
    bare = fold(text) if len(text) <= LONGEST_RULED else ""
    return Seen(line, text, bare, text.count(" ") + 1 if text else 0, bullet)
