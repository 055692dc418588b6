"""The twenty ways in which a text is changed, from none at all to another file."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Span
from edited_reports.marked import Marked, Piece, paragraphs_of, rewritten, words_of
from edited_reports.words import changed_letters, changed_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from random import Random

    from edited_reports.reports import Shelf

    Change = Callable[[Marked, Shelf, Random], Marked]

_NAVIGATION = (
    "Trang chủ | Giới thiệu | Tin tức | Văn bản | Liên hệ",
    "Cỡ chữ: A- A A+ – In trang này – Gửi thư cho bạn bè",
)
_FOOTER = (
    "Các tin đã đưa: xem thêm ở mục lưu trữ, chọn ngày trên lịch bên phải.",
    "Đang trực tuyến: 14 – Hôm nay: 1.206 – Tất cả: 3.481.950",
    "Cổng thông tin điện tử. Ghi rõ nguồn khi dẫn lại. Lên đầu trang",
)
_WIDTHS = (38, 90)
_QUOTES = str.maketrans("“”–", '""-')


def _same(marked: Marked, _shelf: Shelf, _chance: Random) -> Marked:
    return marked


def _set_anew(marked: Marked, _shelf: Shelf, chance: Random) -> Marked:
    """Each paragraph broken into lines of another width."""
    width = chance.randint(*_WIDTHS)
    pieces: list[Piece] = []
    words = words_of(marked.text)
    used = len(words[0]) if words else 0
    for before, word in pairwise(words):
        gap = Span(before.end, word.start)
        ends_paragraph = "\n\n" in marked.text[gap.start : gap.end]
        used += 1 + len(word)
        if ends_paragraph or used > width:
            used = len(word)
            pieces.append(Piece(gap, "\n\n" if ends_paragraph else "\n"))
        else:
            pieces.append(Piece(gap, " "))
    return rewritten(marked, pieces)


def _decomposed(marked: Marked, _shelf: Shelf, _chance: Random) -> Marked:
    def length(end: int) -> int:
        return len(unicodedata.normalize("NFD", marked.text[:end]))

    text = unicodedata.normalize("NFD", marked.text)
    return Marked(text, Span(length(marked.at.start), length(marked.at.end)))


def _plain_signs(marked: Marked, _shelf: Shelf, _chance: Random) -> Marked:
    return replace(marked, text=marked.text.translate(_QUOTES))


def _with_boilerplate(marked: Marked, _shelf: Shelf, chance: Random) -> Marked:
    head = "\n\n".join(chance.sample(_NAVIGATION, 2)) + "\n\n"
    foot = "\n\n" + "\n\n".join(chance.sample(_FOOTER, 3))
    end = len(marked.text)
    return rewritten(marked, [Piece(Span(0, 0), head), Piece(Span(end, end), foot)])


def _without_boilerplate(marked: Marked, _shelf: Shelf, _chance: Random) -> Marked:
    boilerplate = {*_NAVIGATION, *_FOOTER}
    pieces = [
        _taken_out(marked, each)
        for each in paragraphs_of(marked.text)
        if marked.text[each.start : each.end] in boilerplate
    ]
    return rewritten(marked, pieces)


def _taken_out(marked: Marked, paragraphs: Span) -> Piece:
    """Paragraphs with the gap after them, or before them at the end of the text."""
    following = marked.text[paragraphs.end : paragraphs.end + 2]
    if following:
        return Piece(Span(paragraphs.start, paragraphs.end + len(following)), "")
    return Piece(Span(max(paragraphs.start - 2, 0), paragraphs.end), "")


def _paragraph_inserted(marked: Marked, shelf: Shelf, chance: Random) -> Marked:
    gaps = [each.start for each in paragraphs_of(marked.text)]
    gaps = [gap for gap in gaps if not marked.at.start < gap < marked.at.end]
    at = chance.choice(gaps)
    return rewritten(marked, [Piece(Span(at, at), shelf.paragraph(chance) + "\n\n")])


def _paragraph_deleted(marked: Marked, _shelf: Shelf, chance: Random) -> Marked:
    others = [each for each in paragraphs_of(marked.text) if not each.overlaps(marked.at)]
    return rewritten(marked, [_taken_out(marked, chance.choice(others))]) if others else marked


def _paragraph_moved(marked: Marked, _shelf: Shelf, chance: Random) -> Marked:
    own = marked.own_paragraphs
    texts = [
        marked.text[each.start : each.end]
        for each in paragraphs_of(marked.text)
        if not each.overlaps(own)
    ]
    before = sum(each.end <= own.start for each in paragraphs_of(marked.text))
    places = [place for place in range(len(texts) + 1) if abs(place - before) > 1]
    if not places:
        return marked
    place = chance.choice(places)
    start = sum(len(text) + 2 for text in texts[:place]) + marked.at.start - own.start
    texts.insert(place, marked.text[own.start : own.end])
    return Marked("\n\n".join(texts), Span(start, start + len(marked.at)))


def _letters(marked: Marked, _shelf: Shelf, chance: Random) -> Marked:
    count = chance.randint(1, 3)
    return rewritten(marked, changed_letters(marked.text, marked.at, count, chance))


def changing_words(share: float) -> Change:
    """A share of the words of the text changed, those of the passage among them."""

    def change(marked: Marked, shelf: Shelf, chance: Random) -> Marked:
        others = shelf.paragraph(chance).split()
        return rewritten(marked, changed_words(words_of(marked.text), share, others, chance))

    return change


def _changing_own_words(share: float) -> Change:
    def change(marked: Marked, shelf: Shelf, chance: Random) -> Marked:
        others = shelf.paragraph(chance).split()
        return rewritten(marked, changed_words(marked.words, share, others, chance))

    return change


def _copy_put_in(marked: Marked, _shelf: Shelf, chance: Random) -> Marked:
    """A copy of the passage between two words of a paragraph that is not its own."""
    own = marked.own_paragraphs
    words = [word for word in words_of(marked.text) if not word.overlaps(own)]
    if not words:
        return marked
    at = chance.choice(words).start
    copy = marked.text[marked.at.start : marked.at.end]
    return rewritten(marked, [Piece(Span(at, at), f"{copy} ")])


def _passage_deleted(marked: Marked, _shelf: Shelf, _chance: Random) -> Marked:
    return rewritten(marked, [Piece(marked.at, "")])


def _own_paragraph_deleted(marked: Marked, _shelf: Shelf, _chance: Random) -> Marked:
    return rewritten(marked, [_taken_out(marked, marked.own_paragraphs)])


def _replaced(_marked: Marked, shelf: Shelf, chance: Random) -> Marked:
    return Marked(shelf.report(chance), None)


def _one_after_the_other(*changes: Change) -> Change:
    def change(marked: Marked, shelf: Shelf, chance: Random) -> Marked:
        for each in changes:
            marked = each(marked, shelf, chance)
        return marked

    return change


@dataclass(frozen=True, slots=True)
class Edit:
    """How a text is changed, and what is done to it before the passage is marked."""

    change: Change
    before: Change = _same


EDITS: Mapping[str, Edit] = {
    "unchanged": Edit(_same),
    "white space set anew": Edit(_set_anew),
    "letters decomposed": Edit(_decomposed),
    "both, and plain quotes": Edit(_one_after_the_other(_set_anew, _plain_signs, _decomposed)),
    "boilerplate removed": Edit(_without_boilerplate, before=_with_boilerplate),
    "paragraph inserted": Edit(_paragraph_inserted),
    "paragraph deleted": Edit(_paragraph_deleted),
    "own paragraph moved": Edit(_paragraph_moved),
    "1-3 letters of passage": Edit(_letters),
    "10% words of passage": Edit(_changing_own_words(0.1)),
    "30% words of passage": Edit(_changing_own_words(0.3)),
    "50% words of passage": Edit(_changing_own_words(0.5)),
    "10% words of text": Edit(changing_words(0.1)),
    "30% words of text": Edit(changing_words(0.3)),
    "cleaned in another way": Edit(
        _one_after_the_other(
            _without_boilerplate,
            changing_words(0.02),
            _set_anew,
            _plain_signs,
            _decomposed,
        ),
        before=_with_boilerplate,
    ),
    "copy of passage added": Edit(_copy_put_in),
    "passage deleted": Edit(_passage_deleted),
    "own paragraph deleted": Edit(_own_paragraph_deleted),
    "own deleted, copy left": Edit(_passage_deleted, before=_copy_put_in),
    "file replaced": Edit(_replaced),
}
