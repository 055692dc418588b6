"""The pieces of an official document's head: its two columns may stand in one line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.seen import see_words
from bulletin_tui.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bulletin_tui.importers.tidy.seen import Seen

_MOTTO = re.compile(
    r"(?:cong hoa xa hoi chu nghia|\bdang cong san) viet nam"
    r"|doc lap ?[-.]? ?tu do ?[-.]? ?hanh phuc"
)
_NUMBER = re.compile(
    r"so ?(?::|(?=[0-9])) ?[0-9]{0,5}[ ._…-]{0,12}(?:/ ?[12][0-9]{3})?"
    r" ?[/-] ?[a-z][a-z0-9&.]{0,12}(?:[/-][a-z][a-z0-9&.]{0,12}){0,4}(?![a-z0-9])"
)
_DATE = re.compile(
    r"\bngay\s?(?:.{0,12}\bthang\b.{0,12}\bnam [12][0-9]{3}"
    r"|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][12][0-9]{3})[ .]*$"
)
_MOST_WORDS_OF_A_PLACE = 6
_KINDS = (
    r"quyet dinh|thong tu(?: lien tich)?|nghi quyet|nghi dinh|chi thi|thong bao|ke hoach|bao cao"
    r"|to trinh|quy dinh|quy che|huong dan|chuong trinh|cong dien|giay moi|luat|phap lenh|de an"
    r"|quyet nghi|bien ban|hop dong|phuong an|giay (?:moi|de nghi|xac nhan|chung nhan|gioi thieu)"
    r"|don (?:xin|de nghi|dang ky|khieu nai|yeu cau)|ban (?:kiem diem|cam ket|cam doan)"
)
_EDGES = " |\t_-–—*"


class Role(Enum):
    """What a piece is in a head."""

    MOTTO = auto()
    NUMBER = auto()
    DATE = auto()
    KIND = auto()
    """What sort of document it is, alone or with what it is about."""
    ABOUT = auto()
    ADDRESSEE = auto()
    GROUNDS = auto()
    """With them the head is over."""
    CAPITALS = auto()
    OTHER = auto()


_ROLES = (
    (Role.MOTTO, _MOTTO),
    (Role.NUMBER, re.compile(rf"(?:{_NUMBER.pattern}).{{0,3}}")),
    (Role.DATE, re.compile(rf".{{0,60}}{_DATE.pattern}")),
    (Role.ABOUT, re.compile(r"(?:v/v|ve viec)\b.*")),
    (Role.ADDRESSEE, re.compile(r"kinh (?:gui|trinh|chuyen)\b.*")),
    (Role.GROUNDS, re.compile(r"(?:can cu|xet|thuc hien|theo de nghi|dieu [0-9]+)\b.*")),
    (Role.KIND, re.compile(rf"(?:{_KINDS})[ .:]*")),
)
_KIND_AND_MORE = re.compile(rf"(?:{_KINDS}) \S.{{3,}}")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line of the head."""

    number: int
    """Of the line."""
    seen: Seen
    role: Role

    @property
    def text(self) -> str:
        """The words as printed."""
        return self.seen.text

    @property
    def has_own_subject(self) -> bool:
        """Whether the words say what sort of document it is and what it is about."""
        return bool(_KIND_AND_MORE.fullmatch(self.seen.bare))


def head_pieces(lines: Sequence[Seen]) -> list[Piece]:
    """The pieces of these lines, in their order, without those that have no letter."""
    return [
        Piece(number, seen, _role(seen))
        for number, line in enumerate(lines)
        if line.bare
        for seen in _cut(line.text)
    ]


def has_motto(line: Seen) -> bool:
    """Whether a motto of the state or of its party is in a line."""
    return ("viet nam" in line.bare or "hanh phuc" in line.bare) and bool(_MOTTO.search(line.bare))


def _cut(text: str) -> Iterator[Seen]:
    bare = fold(text)
    cuts = {0, len(text)}
    for match in _MOTTO.finditer(bare):
        cuts.update(match.span())
    for column in re.finditer(r"\|", bare):
        cuts.add(column.start())
    starts = sorted(cuts)
    for start in starts[:-1]:
        lead = len(text[start:]) - len(text[start:].lstrip(_EDGES))
        if number := _NUMBER.match(bare, start + lead):
            cuts.add(number.end())
    if date := _DATE.search(bare):
        cuts.add(_place_start(text, date.start()))
    ends = sorted(cuts)
    for start, end in pairwise(ends):
        words = text[start:end].strip(_EDGES)
        if any(map(str.isalpha, words)):
            yield see_words(words)


def _place_start(text: str, date: int) -> int:
    """Where the name of a place before a date begins; the date itself when there is none."""
    start = date
    before = text[:date].rstrip()
    if not before.endswith(","):
        return date
    for word in list(re.finditer(r"[^\s|]+", before))[: -_MOST_WORDS_OF_A_PLACE - 1 : -1]:
        if not (word[0][0].isupper() or word[0] == "-") or "/" in word[0]:
            break
        start = word.start()
    return start


def _role(seen: Seen) -> Role:
    for role, pattern in _ROLES:
        if pattern.fullmatch(seen.bare):
            return role
    if not seen.is_capital:
        return Role.OTHER
    return Role.KIND if _KIND_AND_MORE.fullmatch(seen.bare) else Role.CAPITALS
