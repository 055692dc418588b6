"""Large and monotonous texts cost bounded time; what cannot be told in it is an orphan."""

from __future__ import annotations

from random import Random

import pytest

from bulletin_tui.model.annotation import AnchorState
from bulletin_tui.model.article import Span
from bulletin_tui.text.anchoring import Reanchoring
from bulletin_tui.text.quoting import describe
from bulletin_tui.text.versions import MOST_COMPARED
from edited_reports.reports import made_report
from edited_reports.themes import FARMING

CHANCE = Random(3)
BOOK = "\n\n".join(made_report(FARMING, CHANCE) for _ in range(40))
QUOTE = "Riêng chợ phiên đầu xuân thì họp thêm một buổi"
NEW = "Tin mới thêm vào đầu sách.\n\n"


def _book(*, at: int) -> tuple[str, Span]:
    start = BOOK.index("\n\n", at) + 2
    return f"{BOOK[:start]}{QUOTE}.\n\n{BOOK[start:]}", Span(start, start + len(QUOTE))


BOOK_START, BOOK_MIDDLE, BOOK_END = 500, len(BOOK) // 2, len(BOOK) - 2000


def test_the_book_is_long_enough_to_be_compared_in_part() -> None:
    assert len(BOOK) > 120_000


@pytest.mark.parametrize("at", [BOOK_START, BOOK_MIDDLE, BOOK_END])
@pytest.mark.parametrize("edited", [BOOK_START, BOOK_MIDDLE, BOOK_END])
def test_marks_of_a_book_follow_an_edit_anywhere_in_it(at: int, edited: int) -> None:
    text, span = _book(at=at)
    place = text.index("\n\n", edited - 400) + 2
    changed = text[:place] + NEW + text[place:]
    moved = len(NEW) if place <= span.start else 0
    state, found = Reanchoring(text, changed).find(describe(text, span), span)
    assert state is (AnchorState.MOVED if moved else AnchorState.KEPT)
    assert found == Span(span.start + moved, span.end + moved)


def test_marks_of_a_book_that_changed_everywhere_are_found() -> None:
    text, span = _book(at=BOOK_MIDDLE)
    changed = text.replace(" của ", " thuộc ").replace("tháng", "kỳ tháng")
    state, found = Reanchoring(text, changed).find(describe(text, span), span)
    assert state is AnchorState.MOVED
    assert found is not None
    assert changed[found.start : found.end] == QUOTE


def test_a_passage_that_reaches_out_of_what_is_compared_is_an_orphan() -> None:
    text, _span = _book(at=BOOK_MIDDLE)
    place = text.index(QUOTE)
    changed = text[:place] + NEW + text[place:]
    whole = Span(10, len(text) - 10)
    assert Reanchoring(text, changed).find(describe(text, whole), whole)[1] is None


OTHER_QUOTE = "Nước dâng tới chân cột cờ"
LONG = "nước lên " * (MOST_COMPARED // 9 + 1)


def test_where_there_is_too_much_to_compare_only_what_is_as_it_was_is_found() -> None:
    text = f"{QUOTE}.\n\n{LONG}{OTHER_QUOTE}, {LONG}"
    changed = f"{QUOTE}.\n\n{NEW}{LONG.replace('lên', 'rút')}{OTHER_QUOTE}, {LONG}"
    way = Reanchoring(text, changed)
    first, last = Span(0, len(QUOTE)), Span(len(text) - 9, len(text) - 1)
    between = Span(len(QUOTE) + 10, len(QUOTE) + 18)
    assert way.find(describe(text, first), first) == (AnchorState.KEPT, first)
    assert way.find(describe(text, last), last)[0] is AnchorState.MOVED
    assert way.find(describe(text, between), between) == (AnchorState.ORPHAN, None)
    unknown = Reanchoring(None, changed)
    start = changed.index(OTHER_QUOTE)
    second = Span(start, start + len(OTHER_QUOTE))
    assert unknown.find(describe(text, first), first)[0] is AnchorState.ORPHAN
    assert unknown.find(describe(changed, second), first) == (AnchorState.MOVED, second)


def test_of_two_equal_places_in_a_text_too_long_to_compare_neither_is_chosen() -> None:
    beside = "Bà con kể lại trận lũ năm ấy, khi cả bản phải dời lên sườn núi."
    passage = f"{beside} {OTHER_QUOTE}. {beside}"
    start = len(beside) + 1
    span = Span(start, start + len(OTHER_QUOTE))
    once, twice = f"{LONG}{passage}", f"{passage}{LONG}{passage}"
    moved = Span(len(LONG) + span.start, len(LONG) + span.end)
    quote = describe(passage, span)
    assert Reanchoring(None, once).find(quote, span) == (AnchorState.MOVED, moved)
    assert Reanchoring(None, twice).find(quote, span) == (AnchorState.ORPHAN, None)


@pytest.mark.parametrize("is_old_kept", [True, False])
def test_one_word_a_hundred_thousand_times_tells_no_place(is_old_kept: bool) -> None:
    text = "họp " * 100_000
    span = Span(400_000 - 44, 400_000 - 41)
    changed = f"{'họp ' * 50_000}nghỉ {'họp ' * 50_100}"
    state, found = Reanchoring(text if is_old_kept else None, changed).find(
        describe(text, span), span
    )
    assert found is None or changed[found.start : found.end] == "họp"
    assert (found is None) == (state is AnchorState.ORPHAN)


def test_a_letter_that_stands_everywhere_is_an_orphan() -> None:
    text = "a" * 100_000
    found = Reanchoring(None, text).find(describe(text, Span(9, 10)), Span(9, 10))
    assert found == (AnchorState.ORPHAN, None)
