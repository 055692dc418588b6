"""The marks that have a word are found by its beginning, as it would be compared with each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.services.marks.word_index import WordIndex
from bulletin_tui.text.fold import strict, strictly_matches

WORDS = st.text(alphabet="aăáđdxo", min_size=1, max_size=4).map(strict)


@given(st.lists(st.lists(WORDS, max_size=5), max_size=8), WORDS)
def test_a_beginning_finds_the_marks_with_a_word_that_it_stands_for(
    marks: list[list[str]], typed: str
) -> None:
    def stands_in(word: str) -> bool:
        return strictly_matches(typed, word[: len(typed)])

    index = WordIndex([" ".join(words) for words in marks])
    expected = {place for place, words in enumerate(marks) if any(map(stands_in, words))}
    assert set(index.beginning(typed)) == expected


def test_a_mark_counts_once_however_often_it_has_the_word() -> None:
    assert set(WordIndex(["xã xã xa", "huyện"]).beginning("xa")) == {0}
    assert set(WordIndex(["xã xã xa", "huyện"]).beginning("xã")) == {0}
