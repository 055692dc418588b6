"""Articles are found by words of their titles, the newest first, as far as they are wanted."""

from __future__ import annotations

import pytest

from bulletin_tui.model.library import Entry, Library
from bulletin_tui.services.finding_titles import TitleFinder

LIBRARY = Library(
    Entry(str(number), f"Họp tổ {number}" if number % 2 else f"Đường làng {number}", None, None)
    for number in range(1200)
)


def found(typed: str, limit: int = 5000) -> list[str]:
    finder = TitleFinder(LIBRARY)
    return [entry.id for entry in finder.find(typed, limit, lambda: False).entries]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("hop 1199", ["1199"]),
        ("1100 duo", ["1100"]),
        ("đường 7", [str(n) for n in range(0, 1200, 2) if str(n).startswith("7")]),
        ("họp 8", [str(n) for n in range(1, 1200, 2) if str(n).startswith("8")]),
        ("hóp 801", []),
        ("ọp", []),
        ("bến", []),
    ],
)
def test_every_word_typed_begins_a_word_of_the_title(typed: str, ids: list[str]) -> None:
    assert found(typed) == ids


def test_without_words_the_newest_come() -> None:
    assert found(" ", 3) == ["0", "1", "2"]


@pytest.mark.parametrize(("limit", "has_more"), [(599, True), (600, False)])
def test_that_there_are_more_is_told(limit: int, has_more: bool) -> None:
    result = TitleFinder(LIBRARY).find("duong", limit, lambda: False)
    assert (len(result.entries), result.has_more) == (limit, has_more)


def test_what_fits_in_each_title_is_told() -> None:
    result = TitleFinder(LIBRARY).find("lang d", 2, lambda: False)
    fitting = [
        [entry.title[span.start : span.end] for span in spans]
        for entry, spans in zip(result.entries, result.matches, strict=True)
    ]
    assert fitting == [["Đ", "làng"], ["Đ", "làng"]]


def test_looking_ends_when_nobody_waits() -> None:
    assert TitleFinder(LIBRARY).find("hop", 10, lambda: True).entries == ()


def test_what_was_looked_through_before_is_found_again() -> None:
    finder = TitleFinder(LIBRARY)
    for typed in ("1", "11", "119", "1198"):
        last = finder.find(typed, 5000, lambda: False)
    assert [entry.id for entry in last.entries] == ["1198"]
