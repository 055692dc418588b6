"""Datelines: a line that is a date, with what pages print beside one.

A label says whether it is when the report was published or when it was last changed. A line of
prose with a date, a range of days, a licence or the number of a document is no dateline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.bylines import bare_names
from bulletin_tui.importers.tidy.counters import as_counter
from bulletin_tui.importers.tidy.guesses import Guess, LineClass
from bulletin_tui.importers.tidy.names import people
from bulletin_tui.importers.tidy.seen import LONGEST_RULED, see_words
from bulletin_tui.text.dates_within import find_printed_dates
from bulletin_tui.text.fold import fold

if TYPE_CHECKING:
    from bulletin_tui.importers.tidy.seen import Seen
    from bulletin_tui.model.article import PrintedDate

_MOST_WORDS = 40
_MOST_WORDS_BEFORE = 8
_LABEL_WORDS = 6
_YEAR = re.compile(r"[12][0-9]{3}")
_EDGES = " .,;:|–—-()[]•·*/\u200b"
_LABEL = re.compile(
    r"(?:(?:bai viet |tin )?(?:cap nhat|chinh sua|sua doi|sua)(?: (?:lan cuoi|cuoi|moi nhat|ngay"
    r"|luc|vao))*"
    r"|lan cap nhat (?:cuoi|gan nhat|moi nhat|sau cung)"
    r"|(?:ngay|thoi gian) (?:cap nhat|sua|chinh sua)"
    r"|(?:this page was )?(?:last )?(?:updated|modified|edited|reviewed|changed)(?: on| at)?"
    r"|last update"
    r"|(?:duoc )?(?:dang|viet|gui|tao|xuat ban|cong bo|phat hanh)(?: (?:tai|boi .{1,30}|bai"
    r"|tin))?(?: (?:ngay|luc|vao))*"
    r"|ngay(?: gio)?(?: (?:dang|dang tin|dang bai|gui|tao|viet|xuat ban|cong bo|phat hanh"
    r"|ban hanh))?"
    r"|(?:thoi gian|thoi diem|gio) (?:dang|gui|tao|xuat ban|cong bo)(?: tin| bai)?|luc|vao luc"
    r"|(?:posted|published|created|released|written)(?: (?:on|at|date))?|(?:post|publish"
    r"|publication)? ?date"
    r"|date published|on|(?:publiee?|mise? en ligne|paru|cree)(?: le)?|le"
    r"|(?:derniere )?(?:mise? a jour|modifiee?|modification)(?: le)?)"
)
_UPDATE = re.compile(r"cap nhat|sua|updated?|modified|edited|reviewed|changed|a jour|modifi")
_WEEKDAY = re.compile(
    r"(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|t[2-7]|cn|(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)day|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
    r"|mon|tue|wed|thu|fri|sat|sun)(?: ngay)?"
)
_IN_PROSE = re.compile(
    r"(?:\b(?:tu|den|tuan|truoc|sau|trong|hom|sang|chieu|toi|ke|cua|so|va|la|tai|cho|vao|with"
    r"|from|until|to|of|in)"
    r"|\b(?:sang|chieu|toi|tu|den|het|truoc|so .{0,20}|hom|hop|tuan|trong|vao) ngay)$"
)
_REST = re.compile(
    r"(?:gmt.{0,6}|e[sd]?t|p[sd]?t|ict|utc|bst|cet"
    r"|[0-9.,'|:/+ -]{0,20}|luot xem|xem|in|doc|phan hoi|binh luan|views?"
    r"|in bai(?: viet)?"
    r"|gui (?:mail|email)|chia se|ban in|da xem|so luot xem|am|pm|sa|ch|a|gui bai viet|print|email"
    r"|[0-9]{1,3} ?%|a ?[+-] ?a ?[+-]|(?:de lai|viet) .{0,12}(?:binh luan|phan hoi)"
    r"|leave a (?:comment|reply)|[0-9]{1,3} (?:phut doc|min(?:ute)?s? read)|khong co binh luan"
    r"|no comments"
    r"|doc bai(?: viet)?|nghe|luu|co chu|dang boi .{1,30}|(?:by|par) .{1,30}|admin"
    r"|comments?|thich|share)"
)
_GLUED = re.compile(
    r"(?<=[^\W\dA-Z_])(?=[0-9]{1,2}(?::[0-9]{2}\b|[/.-][0-9]{1,2}[/.-][12][0-9]{3}))"
    r"|(?:(?<=:[0-9]{2})|(?<=[/.-][12][0-9]{3}))(?=[^\W\d_a-z](?!M\b|A\b|H\b)[^\W\d_])"
)
"""Between names and a clock or a day, where a page has them side by side without a space."""
_DASH = re.compile(r"(?<=[^\W\d_])[–-](?=(?:Thứ|Chủ nhật|Chủ Nhật)\s)")
"""Between names and a weekday, where a page has them side by side without a space."""
_WEEKDAY_BETWEEN = re.compile(
    r"(?<=[0-9]{2}),?\s(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\snhật)(?:,?\sngày)?,?\s(?=[0-9])",
    re.IGNORECASE,
)
"""Between a clock and its day."""
_SPLIT = re.compile(r"\s[|–•/-]\s|[|•·]|\s{2,}|\u00a0{2,}|, (?=\D)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The dates of one dateline, and what else is printed there."""

    published: PrintedDate | None = None
    updated: PrintedDate | None = None
    is_labelled: bool = False
    before: str = ""
    """What stands before the date and is neither its label nor a weekday: names, a category."""
    after: str = ""


def as_dateline(seen: Seen) -> Guess | None:
    """A line that is a date and little else."""
    line = read_dateline(seen.text) if _YEAR.search(seen.text) else None
    if line is None:
        return None
    if line.before:
        return Guess(LineClass.DATELINE, 0.8, "dateline_after_names")
    return Guess(LineClass.DATELINE, 0.97 if line.is_labelled else 0.95, "dateline")


@lru_cache(maxsize=64)
def read_dateline(text: str) -> Dateline | None:
    """The dateline that a text without a bullet is; None for what is none."""
    if len(text) > LONGEST_RULED or text.count(" ") >= _MOST_WORDS or not _YEAR.search(text):
        return None
    text = _WEEKDAY_BETWEEN.sub(" ", _DASH.sub(" - ", _GLUED.sub(" ", text)))
    found = find_printed_dates(text)
    if not found or text.count(" ", 0, found[0].span.start) > _MOST_WORDS_BEFORE + _LABEL_WORDS:
        return None
    published, updated, is_labelled, before, at = None, None, False, "", 0
    for number, each in enumerate(found):
        lead = text[at : each.span.start]
        said, label = _unlabelled(lead)
        if number and not label:
            return None
        if number == 0:
            before = said
        is_labelled = is_labelled or bool(label)
        if _UPDATE.search(label):
            updated = updated or each.date
        else:
            published = published or each.date
        at = each.span.end
    after = text[at:].strip(_EDGES)
    if not _may_stand_before(before) or not _may_stand_after(text[at:]):
        return None
    return Dateline(published, updated, is_labelled, before, after)


def _unlabelled(lead: str) -> tuple[str, str]:
    """What stands before a date without its label and weekday, and that label in bare letters."""
    pieces = [piece.strip(_EDGES) for piece in re.split(r"[|•·:,(\[]|\s[–-]\s|\s[–-]", lead)]
    said, label = [], ""
    for piece in filter(None, pieces):
        bare = fold(piece)
        if _LABEL.fullmatch(bare):
            label = f"{label} {bare}"
        elif not _WEEKDAY.fullmatch(bare):
            weekday = _WEEKDAY_LAST.search(bare)
            said.append(piece[: weekday.start()] if weekday else piece)
    if said and not label:
        found = _LABEL_LAST.search(fold(said[-1]))
        if found:
            label = found[0]
            said[-1] = said[-1][: found.start()].strip(_EDGES)
    return " - ".join(filter(None, said)), label


_WEEKDAY_LAST = re.compile(r" (?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)(?: ngay)?$")
_LABEL_LAST = re.compile(
    r"(?<=\S )(?:(?:dang|cap nhat|gui|viet|xuat ban)(?: (?:luc|ngay|vao|bai))?|ngay dang"
    r"|posted on|updated)$"
)


def _may_stand_before(before: str) -> bool:
    """Names or a category may, the beginning of a sentence may not."""
    pieces = before.split(" - ")
    rest = " - ".join(piece for piece in pieces if not bare_names(see_words(piece)))
    if not rest or bare_names(see_words(before)):
        return True
    bare = fold(rest)
    return (
        before.count(" ") < _MOST_WORDS_BEFORE
        and not _IN_PROSE.search(bare)
        and not _NOT_BEFORE.search(bare)
        and not any(sign in rest for sign in '.?!"“”;')
    )


_NOT_BEFORE = re.compile(
    r"\b(?:so|lich|tuan|quyet dinh|nghi quyet|thong bao|ke hoach|cong van|luat|nghi dinh|chi thi"
    r"|sinh"
    r"|cap|hieu luc|thanh lap|het han|han|hop|het|khoa|ky|ban hanh|giay phep|license|bao cao"
    r"|to trinh"
    r"|thong tu|huong dan|hom nay|hom qua|den|tu|hen|mua|gap|nop|tra)\b"
)


def _may_stand_after(rest: str) -> bool:
    after = rest.strip(_EDGES)
    if not after:
        return True
    if len(after) > 90 or after.endswith((";", "?", "!")):
        return False
    is_behind_stroke = _STROKE.match(rest) is not None
    pieces = (piece.strip(_EDGES) for piece in _SPLIT.split(after))
    return all(
        _is_beside_a_date(piece) or (is_behind_stroke and bool(_SECTION.fullmatch(piece)))
        for piece in filter(None, pieces)
    )


def _is_beside_a_date(piece: str) -> bool:
    text = piece.strip(_EDGES)
    bare = fold(text)
    if _REST.fullmatch(bare) or as_counter(see_words(text)) or people(without_invitation(text)):
        return True
    return bool(_LABELLED_AFTER.match(bare)) or (len(text) <= 40 and bool(_COUNTED.fullmatch(bare)))


def without_invitation(text: str) -> str:
    """What stands behind a date without the link to a page's comments."""
    return _INVITING.sub("", text)


_INVITING = re.compile(
    r"\s(?:[Đđ]ể lại|[Vv]iết|[Ll]eave a)\s.{0,20}(?:bình luận|phản hồi|[Cc]omment|[Rr]eply)$"
)
_STROKE = re.compile(r"\s?(?:[|•·]|/\s)")
_SECTION = re.compile(r"[^\W\d_][^.:;!?0-9]{0,29}")
"""The part of the site or the place, behind a stroke."""
_LABELLED_AFTER = re.compile(
    r"(?:tac gia|category|section|tags?|filed under|nguoi (?:dang|viet|gui)"
    r"|nguon|tin|bai|anh|tin, bai|tin, anh|bai, anh|by|boi|author"
    r"|theo"
    r"|chuyen muc|danh muc|luot|so luot|da xem|xem)\b.{0,50}"
)
_COUNTED = re.compile(r"(?:[a-z ]{1,30}:? ?)?[0-9][0-9.,]{0,10}(?: [a-z ]{1,20})?")
