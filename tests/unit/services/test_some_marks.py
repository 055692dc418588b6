"""Some of the marks of a list are what a set of their places would be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.services.marks.some_marks import Order, SomeMarks

TOTAL = 12
PLACES = st.sets(st.integers(0, TOTAL - 1))


@given(PLACES, PLACES)
def test_they_are_taken_together_as_sets_are(some: set[int], others: set[int]) -> None:
    marks, rest = SomeMarks.at(some, TOTAL), SomeMarks.at(others, TOTAL)
    assert set(marks & rest) == some & others
    assert set(marks - rest) == some - others
    assert len(marks) == len(some)


@given(PLACES, st.lists(st.integers(0, TOTAL - 1)))
def test_an_order_tells_of_each_of_its_places_whether_it_is_among_them(
    some: set[int], places: list[int]
) -> None:
    arranged = Order(places).arrange(SomeMarks.at(some, TOTAL))
    assert list(arranged) == [place in some for place in places]


def test_a_list_without_marks_has_none() -> None:
    nothing = SomeMarks.at((), 0)
    assert list(nothing) == list(nothing - nothing) == []
    assert Order(()).arrange(nothing) == b""
