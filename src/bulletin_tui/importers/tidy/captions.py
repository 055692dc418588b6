"""What stands between paragraphs: captions of pictures, and headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.guesses import Guess, LineClass

if TYPE_CHECKING:
    from bulletin_tui.importers.tidy.seen import Seen

_MOST_WORDS_OF_A_CAPTION = 45
_MOST_WORDS_OF_A_HEADING = 14
_CAPTION = re.compile(
    r"(?:photograph|photo|illustration|picture|image)s? (?:by|courtesy|source|caption)\b"
    r"|\(?(?:anh|hinh(?: anh)?|photo|picture|figure|nguon anh)(?: minh hoa)?(?: [0-9]{1,2})? ?[:.(]"
    r"|(?:toan canh|quang canh|mot goc|hinh anh|anh chup|anh minh hoa) "
    r"|(?:cac |dong dao )?(?:dai bieu|dong chi|ong|ba) .{0,150}(?:phat bieu|chup anh|trao |tang "
    r"|tham |du )"
)
_CREDIT = re.compile(
    r"\((?:anh|hinh|photo|nguon)(?: minh hoa)? ?:? ?[^()]{0,40}\)\.?$|\b(?:anh"
    r"|photo): ?[^.]{2,40}\.?$"
)
_NUMBERED = re.compile(
    r"(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}[.)/]|[IVX]{1,5}[.)/]|Phần|Điều|Chương|Mục)\s?\S"
)
_LONGEST_NAME_OF_AN_ENTRY = 25
"""In code points, before the colon of a line such as the place and time of a meeting."""
_COUNT_OF_CAPTION_WORDS = 8


def is_caption_like(seen: Seen) -> bool:
    """Whether the words are those of a caption, wherever they stand."""
    return bool(
        seen.bare
        and seen.words <= _MOST_WORDS_OF_A_CAPTION
        and (_CAPTION.match(seen.bare) or _has_credit(seen.bare))
    )


def _has_credit(bare: str) -> bool:
    may_have = bare.endswith((")", ").")) or "anh:" in bare or "photo:" in bare
    return may_have and bool(_CREDIT.search(bare))


def between_paragraphs(seen: Seen, guess: Guess, below: Guess) -> Guess:
    """What a line inside the text is; whichever of the two it is, it is read."""
    if guess.what is LineClass.BODY or not seen.bare:
        return guess
    if is_caption_like(seen) and not (seen.is_ended and seen.words > 30):
        return Guess(LineClass.CAPTION, 0.7, "caption")
    is_entry = ":" in seen.text[:_LONGEST_NAME_OF_AN_ENTRY]
    if guess.what is LineClass.PROSE or seen.is_ended or seen.bullet or is_entry:
        return guess
    is_heading = _NUMBERED.match(seen.text) or seen.is_capital
    if is_heading and seen.words <= _MOST_WORDS_OF_A_HEADING:
        return Guess(LineClass.HEADING, 0.7, "heading")
    if guess.what is LineClass.ITEM or not seen.text[0].isupper():
        return guess
    if seen.words < _COUNT_OF_CAPTION_WORDS:
        is_above_text = below.what in (LineClass.BODY, LineClass.PROSE, LineClass.ITEM)
        return Guess(LineClass.HEADING, 0.5, "heading") if is_above_text else guess
    return Guess(LineClass.CAPTION, 0.6, "caption") if seen.words <= 30 else guess
