"""The filter of the list of marks finds what `match_label` finds, only sooner.

Signs alone, for which that looks too, narrow nothing.
"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.search.labels import label_words
from bulletin_tui.services.marks.filtering import parse_filter
from bulletin_tui.services.searching import match_label
from unit.services.listing import UPLAND, listed, mark_list

LETTERS = st.text(alphabet="aàảâấăeêếoôơuưdđyýhn -.,\u0301“”", max_size=14)


@given(LETTERS, st.lists(LETTERS, max_size=4))
def test_a_mark_fits_exactly_when_its_words_do(typed: str, notes: list[str]) -> None:
    marks = mark_list(*(listed(str(number), note=note) for number, note in enumerate(notes)))
    wanted = typed.replace("-", " ").replace('"', " ")
    found = parse_filter(wanted).fitting(marks)
    for index, mark in enumerate(marks.marks):
        annotation = mark.annotation
        words = (annotation.quote.exact, annotation.note, *annotation.tags, UPLAND.title)
        is_narrowed = label_words(wanted) != ()
        fits = not is_narrowed or match_label(wanted, " ".join(words)) is not None
        assert (index in found) is fits


@given(st.text(max_size=30))
def test_whatever_is_typed_is_understood(typed: str) -> None:
    parse_filter(typed).fitting(mark_list(listed()))
