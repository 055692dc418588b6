"""Laws of the order in which names are listed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.text.clean import clean_line
from bulletin_tui.text.collation import collation_key

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
NAMES = st.text().map(clean_line) | st.text(f"{LETTERS}áàảãạĐƯ 019٣“”-.")
WORDS = st.text(LETTERS, min_size=1)


@given(st.lists(NAMES))
def test_the_order_does_not_depend_on_how_names_came_but_for_equal_ones(names: list[str]) -> None:
    keys = sorted(map(collation_key, names))
    assert [collation_key(name) for name in sorted(names, key=collation_key)] == keys
    assert sorted(map(collation_key, reversed(names))) == keys


@given(WORDS, WORDS)
def test_words_without_tones_come_letter_by_letter(word: str, other: str) -> None:
    places, other_places = ([LETTERS.index(letter) for letter in each] for each in (word, other))
    assert (collation_key(word) < collation_key(other)) is (places < other_places)


@given(st.integers(min_value=0), st.integers(min_value=0), WORDS)
def test_numbers_come_by_their_value(number: int, other: int, word: str) -> None:
    before, after = sorted((number, other))
    assert collation_key(f"{word} {before} b") <= collation_key(f"{word} {after} b")
    assert (collation_key(f"{word} {number}") == collation_key(f"{word} {other}")) is (
        number == other
    )


@given(NAMES, st.text(LETTERS + "áàảãạẵƯĐ"))
def test_case_makes_no_difference(name: str, word: str) -> None:
    assert collation_key(f"{name} {word.upper()}") == collation_key(f"{name} {word.lower()}")
