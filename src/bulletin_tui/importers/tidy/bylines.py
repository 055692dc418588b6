"""Bylines: who wrote, after a label, or as bare names beside the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.guesses import Guess, LineClass
from bulletin_tui.importers.tidy.names import has_surname, is_name, people, plain_name
from bulletin_tui.importers.tidy.seen import see_words
from bulletin_tui.text.fold import fold

if TYPE_CHECKING:
    from bulletin_tui.importers.tidy.seen import Seen

_MOST_WORDS = 20
_LABELS = (
    (
        4,
        (
            r"(?:nhom )?tac gia(?: bai viet)?|nguoi viet|author|written by|by|thuc hien|nhom pv"
            r"|phong vien|nguoi (?:dua|viet) tin"
            r"|p\.?v|ctv|cong tac vien|nhom phong vien"
        ),
    ),
    (
        3,
        (
            r"(?!(?:anh|clip|video)(?: minh hoa)? ?:)(?:tin|bai|anh|clip|video|phong su|noi dung)"
            r"(?:(?: ?[,/&+-] ?| va | )(?:tin|bai|anh|clip|video|hinh anh|viet|anh chup|do hoa))*"
            r"|tin bai|bai viet|tin anh|(?:text|story|words|reporting)"
            r"(?: (?:and|&) (?:photos?|pictures?))?|(?:tong hop|bien soan|suu tam)|thuc hien"
        ),
    ),
    (2, r"bbt|ban bien tap|bien tap|theo|nguoi bien tap|editor|bien tap vien|btv"),
    (
        1,
        (
            r"nguoi (?:dang|gui|dang tin)|dang boi|posted by"
            r"|(?:anh|hinh anh|photos?|clip|video)(?: minh hoa)?"
        ),
    ),
    (0, r"nguon(?: tin| bai| bai viet)?|source|theo nguon"),
)
_LABELLED = re.compile(
    "(?:"
    + "|".join(f"(?P<r{rank}>{words})" for rank, words in _LABELS)
    + r") ?[:：]\s?(?P<who>.{2,120})"
)
_UNLABELLED_BY = re.compile(
    r"(?:by|(?:posted|written|reported|reporting|writing|text|story|words|text and photos"
    r"|words and pictures) by|theo"
    r"|(?:duoc )?(?:viet|dang|gui) boi|(?:but ky|ghi chep|tan van|tuy but"
    r"|truyen(?: ngan)?|phong su) cua"
    r"|tac gia|nguoi viet|thuc hien|author|words"
    r"|tin,? bai|tin,? anh|bai,? anh) (?P<who>\S.{2,60})"
)
_SECOND_LABEL = re.compile(r"(?:[Tt]in|[Bb]ài|[Ảả]nh|[Cc]lip|[Vv]ideo)\s?:\s?")
_BY_IN_VIETNAMESE = "Bởi "
_INITIALS = re.compile(r"(?:[A-ZĐ]\.\s?){1,3}[A-ZĐ]\.?|[A-ZĐ]h?\.\s?[A-ZĐÂÔƯ][^\W\d_A-Z]{1,5}")
"""Names that are all or partly initials."""
_DESK = re.compile(
    r"(?:bbt|ban bien tap|admin|administrator|quan tri(?: vien)?|toa soan|pv|nhom pv|ban tin)"
)
_AGO = re.compile(
    r"(?:^| |[|•·-])(?:[0-9]{1,2} (?:giay|phut|gio|ngay|tuan|thang|nam) truoc|(?:vua xong|hom qua)$"
    r"|(?:[0-9]{1,2}|an?) (?:second|minute|hour|day|week|month|year)s? ago)\b"
)
_POSTED_BY = re.compile(
    r"(?:bai viet )?(?:duoc )?(?:dang|viet|gui|posted|written|published|submitted) (?:boi|by):? "
    r"(?P<who>[^:|(]{2,60}?),? (?:(?:vao )?(?:luc|ngay)|at|on)\b.{0,120}"
)
_CREDIT = r"(?:anh|hinh anh|photos?|clip|video)(?: minh hoa)? ?:"
_SPOKEN_OF = re.compile(r"(?:Ông|Bà) (?:\S+ )+\S+")
"""As captions name people; nobody signs so."""
_IS_CREDIT = re.compile(rf"[-–(*\[ ]*{_CREDIT}")
_ENDS_IN_CREDIT = re.compile(rf"[.!?…”\"][-–( ]*{_CREDIT}[^:]{{2,60}}$")


@dataclass(frozen=True, slots=True)
class Byline:
    """Whom a byline names, and how much that is worth: 4 for an author, 0 for a source."""

    names: tuple[str, ...]
    rank: int
    printed: str


def as_byline(seen: Seen) -> Guess | None:
    """A line with a label for names."""
    line = read_byline(seen)
    if line is None:
        return None
    return Guess(LineClass.BYLINE, 0.97 if line.rank else 0.8, "byline")


def read_byline(seen: Seen) -> Byline | None:
    """What a labelled byline says; None for a line that is none."""
    if not seen.bare or seen.words > _MOST_WORDS:
        return None
    if (posted := _POSTED_BY.fullmatch(seen.bare)) and not seen.is_ended:
        who = seen.text[posted.start("who") : posted.end("who")].strip(" .,")
        return Byline(_named(who), 1, who) if people(who) else None
    if not (":" in seen.bare or "：" in seen.bare):
        return None
    bare, text = seen.bare, seen.text
    opened = len(bare) - len(bare.lstrip("([*"))
    match = _LABELLED.match(bare, opened)
    if not match:
        return None
    who = text[match.start("who") :].strip(" .,;:-–|)]*")
    rank = next(rank for rank, _words in _LABELS if match[f"r{rank}"])
    if not any(map(str.isalpha, who)) or _is_prose(who, rank):
        return None
    return Byline(_named(who), rank, who)


def _is_prose(who: str, rank: int) -> bool:
    """Whether what stands behind the label goes on as a sentence; names do not."""
    words = who.split()
    capital = sum(word[0].isupper() for word in words)
    if who.endswith(("?", "!")):
        return True
    return len(words) > 4 and capital * 2 < len(words) and rank != 0


def _named(who: str) -> tuple[str, ...]:
    """The names behind a label: people if there are any, else the words as they are."""
    found = people(who)
    if found:
        return found
    pieces = [piece.strip(" .,;") for piece in re.split(r"\s[–—-]\s|[,;/&(|]|\svà\s", who)]
    pieces = [_SECOND_LABEL.sub("", piece) for piece in pieces]
    named = [plain_name(piece) for piece in pieces if is_name(plain_name(piece))]
    return tuple(dict.fromkeys(named)) or (plain_name(who) or who,)


def bare_names(seen: Seen) -> Byline | None:
    """The names that a line is, without a label; how long ago it was may stand behind them."""
    text = seen.text.strip()
    if seen.words <= _MOST_WORDS and (ago := _AGO.search(seen.bare)):
        return bare_names(see_words(text[: ago.start()].strip(" .,|•·-–"))) if ago.start() else None
    if not seen.bare or seen.words > 16 or text.endswith((":", ";", "?")):
        return None
    if _SPOKEN_OF.match(text):
        return None
    if seen.words <= 3 and _DESK.fullmatch(seen.bare.strip(" .()")):
        return Byline((text.strip(" .()"),), 2, text)
    if _INITIALS.fullmatch(text):
        return Byline((text,), 2, text)
    found = people(text)
    if found:
        return Byline(found, 3 if all(map(has_surname, found)) else 2, text)
    match = _UNLABELLED_BY.fullmatch(seen.bare)
    if text.startswith(_BY_IN_VIETNAMESE) and (found := people(text[len(_BY_IN_VIETNAMESE) :])):
        return Byline(found, 2, text)
    if match and seen.words <= 10:
        who = text[match.start("who") :].strip(" .)")
        if who[:1].isupper():
            return Byline(_named(who), 2, who)
    return None


def says_by(seen: Seen) -> bool:
    """Whether a line begins with words for who wrote it, though no colon is behind them."""
    return bool(_UNLABELLED_BY.fullmatch(seen.bare) or seen.text.startswith(_BY_IN_VIETNAMESE))


def is_credit(seen: Seen) -> bool:
    """Whether a byline names who took a picture or a video, and no more."""
    return bool(_IS_CREDIT.match(seen.bare))


def without_credit(text: str) -> str:
    """A text up to the sentence behind which whoever took the picture is named."""
    credit = _ENDS_IN_CREDIT.search(fold(text))
    return text[: credit.start() + 1] if credit else text
