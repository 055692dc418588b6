"""Then and now are cut so that what differs is seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.ui.rendering.differences import differences

LONG = "Ban Tuyên giáo Tỉnh ủy cùng Sở Giáo dục và Đào tạo chú trọng nâng chất lượng"


def different(then: str, now: str) -> tuple[str, str]:
    old, new = differences(then, now)
    return (
        old.text[old.different.start : old.different.end],
        new.text[new.different.start : new.different.end],
    )


@pytest.mark.parametrize(
    ("then", "now", "words"),
    [
        ("ở 164 điểm cầu", "ở 170 điểm cầu", ("164", "170")),
        ("họp hai ngày", "họp trong hai ngày", ("", "trong")),
        ("họp trong hai ngày", "họp hai ngày", ("trong", "")),
        ("một", "hai ba", ("một", "hai ba")),
        ("như cũ", "như cũ", ("", "")),
    ],
)
def test_the_words_that_differ_are_known(then: str, now: str, words: tuple[str, str]) -> None:
    assert different(then, now) == words


def test_a_long_passage_begins_shortly_before_what_differs() -> None:
    old, new = differences(f"{LONG} một lần", f"{LONG} hai lần")
    assert (old.text, new.text) == ("…chất lượng một lần", "…chất lượng hai lần")


@given(st.text(alphabet="ab \n", max_size=40), st.text(alphabet="ab \n", max_size=40))
def test_what_stays_is_the_same_in_both(then: str, now: str) -> None:
    for excerpt in (old := differences(then, now)):
        assert 0 <= excerpt.different.start <= excerpt.different.end <= len(excerpt.text)
    rest = [excerpt.text[excerpt.different.end :].split() for excerpt in old]
    assert rest[0] == rest[1]
