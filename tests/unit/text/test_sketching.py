"""How much of a text stands in another one."""

from __future__ import annotations

import random

import pytest

from bulletin_tui.text.sketching import kept_share, sketch

CHANCE = random.Random(29)
SYLLABLES = [
    a + b for a in "bcdghklmnst" for b in ("a", "ao", "ân", "eo", "iên", "oan", "ươi", "y")
]


def words(count: int) -> list[str]:
    """So many words."""
    return CHANCE.choices(SYLLABLES, k=count)


def changed(text: list[str], share: float) -> list[str]:
    """The text with a share of its words replaced."""
    return [CHANCE.choice(SYLLABLES) if CHANCE.random() < share else word for word in text]


def share(old: list[str], new: list[str]) -> float:
    """How much of the one stands in the other, by their sketches."""
    return kept_share(sketch(" ".join(old)), sketch(" ".join(new)))


@pytest.mark.parametrize("length", [5, 60, 800, 6000])
def test_a_text_stands_in_itself_and_in_a_longer_one(length: int) -> None:
    text = words(length)
    assert share(text, text) == 1.0
    assert share(text, [*words(30), *text, *words(30)]) > 0.8


@pytest.mark.parametrize(("edited", "least"), [(0.03, 0.8), (0.1, 0.6), (0.3, 0.2)])
def test_most_of_an_edited_text_is_still_there(edited: float, least: float) -> None:
    text = words(3000)
    assert share(text, changed(text, edited)) > least


def test_other_texts_share_next_to_nothing() -> None:
    assert share(words(3000), words(3000)) < 0.05


def test_half_of_the_words_changed_is_another_text() -> None:
    text = words(3000)
    assert share(text, changed(text, 0.5)) < 0.3


def test_how_a_text_is_set_makes_no_difference() -> None:
    assert sketch("Tổ công tác về xã\nvùng cao") == sketch("tổ  công tác về xã vùng cao ")


def test_a_sketch_is_small_and_never_changes() -> None:
    assert len(sketch(" ".join(words(20_000)))) == 2048
    assert sketch("một hai ba").hex() == "683ceb9918e325cf"


def test_an_empty_text_has_a_sketch() -> None:
    assert kept_share(sketch(""), sketch("")) in (0.0, 1.0)
