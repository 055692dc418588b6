"""Counters of visits: a label and a number, however they are glued together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.guesses import Guess, LineClass

if TYPE_CHECKING:
    from bulletin_tui.importers.tidy.seen import Seen

_SITTING = "(?:online|truc tuyen|truy cap|xem|doc|ghe tham|vieng tham)"
_WHAT = f"(?:truy cap|truy nhap|xem|doc|tai|tai ve|ghe tham|vieng tham|online|{_SITTING})"
_LABELS = "|".join(
    (
        rf"(?:khach |so nguoi |nguoi )?(?:dang |hien dang )?{_SITTING}",
        r"(?:ngay )?hom (?:nay|qua)",
        r"(?:trong )?(?:ngay|tuan|thang|nam|quy)(?: (?:nay|truoc|qua|hien tai|vua qua))?",
        rf"(?:tong|tat ca|toan bo)(?: cong)?(?: so)?(?: luot| nguoi)?(?: {_WHAT})?",
        rf"da {_WHAT}",
        rf"(?:so |tong |so luong )?luot(?: nguoi)?(?: {_WHAT})?(?: hom nay| hom qua| trong ngay)?",
        rf"so (?:lan|nguoi)(?: {_WHAT})?",
        r"khach|thanh vien(?: online)?|may chu tim kiem|khach vieng tham",
        (
            r"views?|visitors?|visits?|today|yesterday|this (?:week|month)|last (?:week|month)"
            r"|total(?: visits| views| visitors)?|online(?: users)?|users online|hits?|page views"
        ),
        r"binh luan|phan hoi|y kien|comments?|luot thich|likes?|chia se",
    )
)
_NUMBER = r"[0-9][0-9.,]{0,15}"
_TODAY = r"hom nay ?[:,]? ?(?:thu [a-z0-9]{1,4} ?[,-]? ?)?(?:ngay )?[0-9/.-]{8,10}[ |;,-]{1,5}"
_COUNTER = re.compile(
    rf"(?!ngay [0-9]{{1,2}} thang [0-9])(?:{_TODAY})?"
    rf"(?:(?:{_LABELS}) ?[:=-]? ?{_NUMBER}(?: ?(?:luot|nguoi|lan|khach))?"
    rf"[ |;,./-]{{0,5}}){{1,8}}"
)
_NUMBER_FIRST = re.compile(
    rf"{_NUMBER} (?:(?:luot|nguoi|lan|khach) )?(?:dang )?(?:{_WHAT}|views?|comments?|binh luan"
    rf"|hits?)"
)
_LABEL_ALONE = re.compile(rf"(?:{_LABELS}) ?:")
_NUMBER_ALONE = re.compile(rf"{_NUMBER}(?: {_NUMBER}){{0,2}}")
_UNITS = (" luot", " nguoi", " lan", " khach")


def as_counter(seen: Seen) -> Guess | None:
    """A line that ends with its number; a sentence may well begin like one."""
    bare = seen.bare
    if not bare or seen.words > 24 or not _may_count(bare):
        return None
    if bare[-1] == ":" and _LABEL_ALONE.fullmatch(bare):
        return Guess(LineClass.COUNTER, 0.8, "counter_label")
    if _COUNTER.fullmatch(bare) or _NUMBER_FIRST.fullmatch(bare):
        return Guess(LineClass.COUNTER, 0.98, "counter")
    return None


def _may_count(bare: str) -> bool:
    is_of_units = ":" in bare and bare.endswith(_UNITS)
    return bare[-1] in ":0123456789" or bare[0].isdecimal() or is_of_units


def is_number(seen: Seen) -> bool:
    """Whether the line is bare numbers, which are counters' when one is beside them."""
    return bool(_NUMBER_ALONE.fullmatch(seen.bare))
