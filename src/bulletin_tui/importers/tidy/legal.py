"""Official documents: who issued them, their number and date, and the title below their kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bulletin_tui.importers.tidy.head_pieces import Piece, Role, has_motto, head_pieces
from bulletin_tui.importers.tidy.places import province_of
from bulletin_tui.importers.tidy.publishers import is_organisation
from bulletin_tui.text.dates import parse_printed_date
from bulletin_tui.text.dates_within import find_printed_dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.importers.tidy.seen import Seen
    from bulletin_tui.model.article import PrintedDate

_HEAD = 40
"""Lines in which the head of a document has to be."""
_MOST_ABOVE = 8
"""Pieces of the head that may stand above its motto."""
_MOST_LINES_OF_A_TITLE = 4
_MOST_WORDS_OF_A_TITLE, _MOST_WORDS_OF_A_LINE = 45, 25
_SHORT_NAME = 2
"""Words of an office that is named only together with the one above it."""
_SYMBOL = re.compile(r"[0-9]{1,5}(?:\s?/\s?[12][0-9]{3})?\s?[-/]\s?[A-ZĐƯ][\w&./-]*")
_MONTH = re.compile(r"(?:tháng\s*[0-9]{1,2}\s*)?năm\s*[12][0-9]{3}", re.IGNORECASE)
_BELOW = re.compile(
    r" (?=(?:so|chi cuc|trung tam|truong|van phong|benh vien|ban quan ly"
    r"|(?<!van )phong (?:giao duc|nong nghiep|tai chinh|van hoa|y te|kinh te|noi vu|lao dong"
    r"|tu phap|tai nguyen|quan ly)) )"
)
"""Between an office and one below it, where a cell of a table has both."""
_ABOUT = re.compile(r"v/v\b:?", re.IGNORECASE)


class Value(NamedTuple):
    """Words of the head and the line that they are from."""

    words: str
    number: int


@dataclass(frozen=True, slots=True)
class LegalHead:
    """What the head of an official document says."""

    title: Value
    start: int
    """The first line of the head."""
    end: int
    """Its last line."""
    office: Value | None = None
    place: Value | None = None
    symbol: Value | None = None
    date: PrintedDate | None = None
    dated_at: int | None = None


def find_legal_head(seen: Sequence[Seen]) -> LegalHead | None:
    """The head of an official document; None for what has too little of one."""
    if not any(map(has_motto, seen[:_HEAD])):
        return None
    pieces = _of_head(head_pieces(seen[:_HEAD]))
    of_role = {piece.role: piece for piece in reversed(pieces)}
    kind = of_role.get(Role.KIND)
    subject = kind or of_role.get(Role.ABOUT)
    if subject is None or not _is_enough(pieces, of_role):
        return None
    title, end = _title(pieces, pieces.index(subject))
    date = of_role.get(Role.DATE)
    number = of_role.get(Role.NUMBER)
    offices = _offices(pieces)
    lines = (each.number for each in (date, number) if each and each.number > title.number)
    return LegalHead(
        title,
        pieces[0].number,
        max(end, *lines, 0),
        _issuing(offices),
        _place(offices, date),
        _symbol(number),
        _date(date.text) if date else None,
        date.number if date else None,
    )


def _of_head(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """From what stands right above the motto to the first of the grounds."""
    mottos = [at for at, piece in enumerate(pieces) if piece.role is Role.MOTTO]
    if not mottos:
        return ()
    start = mottos[0]
    while start and mottos[0] - start < _MOST_ABOVE and _may_be_above(pieces[start - 1]):
        start -= 1
    end = len(pieces)
    for at in range(mottos[0], len(pieces)):
        if pieces[at].role is Role.GROUNDS:
            end = at + 1
            break
    return pieces[start:end]


def _may_be_above(piece: Piece) -> bool:
    if piece.role is Role.OTHER:
        return piece.text[0].islower() or is_organisation(piece.seen)
    return piece.role in (Role.CAPITALS, Role.NUMBER, Role.ABOUT, Role.DATE)


def _is_enough(pieces: Sequence[Piece], of_role: dict[Role, Piece]) -> bool:
    """The party's motto is a name too: with it everything else has to be there."""
    found = sum(role in of_role for role in (Role.KIND, Role.NUMBER, Role.DATE))
    motto = of_role[Role.MOTTO]
    if "dang cong san" in motto.seen.bare:
        return motto.seen.is_capital and found == len((Role.KIND, Role.NUMBER, Role.DATE))
    is_whole = Role.GROUNDS in of_role or sum(each.role is Role.MOTTO for each in pieces) > 1
    return found > 1 or (Role.KIND in of_role and is_whole)


def _title(pieces: Sequence[Piece], at: int) -> tuple[Value, int]:
    """The title in the words that people would use, with its first line; and its last line."""
    first = pieces[at]
    if first.role is Role.KIND and not first.has_own_subject:
        if at + 1 == len(pieces) or not _may_be_subject(pieces[at + 1]):
            return Value(first.text.strip(" .:"), first.number), first.number
        lines = _joined(pieces, at + 1)
        words = _named(first.text.strip(" .:"), " ".join(line.text for line in lines))
    else:
        lines = _joined(pieces, at)
        words = " ".join(line.text for line in lines)
    return Value(words, lines[0].number), lines[-1].number


def _may_be_subject(piece: Piece) -> bool:
    is_prose = piece.seen.text.endswith(".") and piece.seen.words > _MOST_WORDS_OF_A_LINE
    is_subject = piece.role in (Role.ABOUT, Role.CAPITALS, Role.OTHER, Role.KIND)
    return is_subject and not is_prose and piece.seen.words <= _MOST_WORDS_OF_A_TITLE


def _joined(pieces: Sequence[Piece], at: int) -> Sequence[Piece]:
    """The lines of a title, of which all but the first go on with it."""
    end = at + 1
    while end < min(len(pieces), at + _MOST_LINES_OF_A_TITLE):
        above, piece = pieces[end - 1], pieces[end]
        in_capitals = above.seen.is_capital and piece.role is Role.CAPITALS
        goes_on = piece.role is Role.OTHER and piece.text[0].islower()
        if piece.seen.words > _MOST_WORDS_OF_A_LINE or above.text.endswith((".", ":")):
            break
        if not goes_on and not (in_capitals and not is_organisation(piece.seen)):
            break
        end += 1
    return pieces[at:end]


def _named(kind: str, subject: str) -> str:
    if subject.isupper():
        return f"{kind.upper()} {subject}"
    subject = _ABOUT.sub("về việc", subject, count=1) if _ABOUT.match(subject) else subject
    first, _space, rest = subject.partition(" ")
    is_name = rest[:1].isupper() or not first[1:].islower()
    if not is_name:
        subject = subject[:1].lower() + subject[1:]
    return f"{kind.capitalize()} {subject}"


def _offices(pieces: Sequence[Piece]) -> list[Value]:
    """Who stands above the number, the highest first; a name may take two lines."""
    offices: list[Value] = []
    for piece in pieces:
        if piece.role in (Role.NUMBER, Role.KIND, Role.ABOUT, Role.ADDRESSEE):
            break
        is_office = is_organisation(piece.seen)
        if not (is_office or piece.role is Role.CAPITALS):
            continue
        if offices and not is_office:
            above = offices.pop()
            offices.append(Value(f"{above.words} {piece.text}", above.number))
        else:
            offices += [Value(words, piece.number) for words in _one_by_one(piece)]
    return offices


def _one_by_one(piece: Piece) -> list[str]:
    at = [0, *(gap.start() for gap in _BELOW.finditer(piece.seen.bare)), len(piece.text)]
    return [piece.text[start:end].strip() for start, end in pairwise(at)]


def _issuing(offices: Sequence[Value]) -> Value | None:
    if len(offices) > 1 and offices[-1].words.count(" ") < _SHORT_NAME:
        return Value(f"{offices[-1].words} {offices[-2].words}", offices[-1].number)
    return offices[-1] if offices else None


def _place(offices: Sequence[Value], date: Piece | None) -> Value | None:
    for office in reversed(offices):
        if province := province_of(office.words):
            return Value(province, office.number)
    if date is None:
        return None
    name = date.text.partition(",")[0].strip()
    return Value(name, date.number) if "," in date.text and name else None


def _symbol(number: Piece | None) -> Value | None:
    symbol = _SYMBOL.search(number.text) if number else None
    return Value("".join(symbol[0].split()), number.number) if symbol and number else None


def _date(text: str) -> PrintedDate | None:
    """To the day, or to the month where the day is left blank to be filled in."""
    found = find_printed_dates(text)
    if found:
        return found[-1].date
    month = _MONTH.search(text)
    return parse_printed_date(" ".join(month[0].split())) if month else None
