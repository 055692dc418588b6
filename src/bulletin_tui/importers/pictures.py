"""Words that stand for a picture: those that describe it, and not what a program called it."""

from __future__ import annotations

import re

from bulletin_tui.text.clean import clean_line

_FILE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|emf|wmf)$", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"(?:the )?(?:image|img|picture|photo|graphic|figure|cover(?: image)?|untitled"
    r"|ảnh(?: bìa)?|hình(?: ảnh)?|bìa(?: sách)?)[\s_-]*[0-9]*",
    re.IGNORECASE,
)
_BY_A_PROGRAM = re.compile(
    r"\s*(?:Description automatically generated.*|AI-generated content may be incorrect\.?)$",
    re.IGNORECASE,
)


def picture_words(written: str) -> str:
    """A picture's alternative text on one line; empty if it tells nothing of what is seen."""
    words = _BY_A_PROGRAM.sub("", clean_line(written))
    says_nothing = _FILE.search(words) or _SAYS_NOTHING.fullmatch(words)
    return "" if says_nothing or not any(map(str.isalpha, words)) else words
