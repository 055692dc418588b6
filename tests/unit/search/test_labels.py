"""Narrowing short lists by what is typed."""

from __future__ import annotations

import pytest

from bulletin_tui.search.labels import label_words
from bulletin_tui.services.searching import match_label
from unit.search.articles import shown


@pytest.mark.parametrize(
    ("typed", "matches"),
    [
        ("", []),
        ("nghi", ["Nghị"]),
        ("trien khai", ["Triển", "khai"]),
        ("qu ng", ["Ng", "qu"]),
        ("quyết", ["quyết"]),
        ("quyế", ["quyế"]),
        ("n nghị", ["Nghị"]),
    ],
)
def test_labels_are_matched_at_the_beginnings_of_words(typed: str, matches: list[str]) -> None:
    label = "Triển khai Nghị quyết"
    assert shown(label, match_label(typed, label) or ()) == matches
    assert match_label(typed, label) is not None


@pytest.mark.parametrize("typed", ["uyet", "nghỉ", "nghi quyet moi", "đ"])
def test_a_label_that_lacks_a_word_is_no_match(typed: str) -> None:
    assert match_label(typed, "Triển khai Nghị quyết") is None


def test_signs_without_a_word_stand_for_themselves() -> None:
    assert shown("cần ⭐⭐ xem", match_label(" ⭐", "cần ⭐⭐ xem") or ()) == ["⭐"]
    assert match_label("⭐", "cần xem") is None


def test_what_is_typed_twice_is_one_word_and_is_read_once_for_all_rows() -> None:
    typed = "Nghị quyết nghị QUYẾT "
    assert label_words(typed) == ("nghị", "quyết")
    assert label_words(typed) is label_words(typed)
