"""Whoever reads on in a text that was edited reads on at the same words."""

from __future__ import annotations

import pytest

from bulletin_tui.model.article import Span
from bulletin_tui.text.carrying import Carrying, find_words
from bulletin_tui.text.words_at import words_at

PARAGRAPHS = tuple(
    f"Đoạn {number}: trạm {number * 7} báo mực nước {number * 13} phân, lúc {number % 24} giờ."
    for number in range(1, 61)
)
BEFORE = "\n".join(PARAGRAPHS)


def carried(words: str, after: str, before: str = BEFORE) -> str:
    """The words that stand where the given ones are carried to."""
    return after[Carrying(before, after).carry(before.index(words)) :]


@pytest.mark.parametrize(
    "after",
    [
        "\n".join(("Tin mới. " * 200, *PARAGRAPHS)),
        "\n".join(PARAGRAPHS[20:]),
        "\n".join((*PARAGRAPHS[:4], "Xen giữa.", *PARAGRAPHS[4:], "Sau cùng.")),
        "\n".join((*PARAGRAPHS[40:], *PARAGRAPHS[:40])),
        BEFORE.replace("mực nước", "mức nước"),
        BEFORE.replace(" ", "  "),
    ],
)
def test_a_place_goes_with_its_words(after: str) -> None:
    assert carried("Đoạn 31", after).split()[:2] == ["Đoạn", "31:"]


def test_a_place_whose_words_are_gone_goes_to_the_next_that_are_kept() -> None:
    after = "\n".join((*PARAGRAPHS[:30], *PARAGRAPHS[33:]))
    assert carried("Đoạn 32", after).startswith("Đoạn 34:")


def test_the_beginning_stays_the_beginning() -> None:
    assert Carrying(BEFORE, f"Tin mới.\n{BEFORE}").carry(0) == 0


def test_a_place_beyond_another_shorter_text_is_at_its_end() -> None:
    assert Carrying(BEFORE, "Khác hẳn.").carry(len(BEFORE) - 3) == len("Khác hẳn.")


def test_a_passage_is_found_unless_it_is_gone() -> None:
    start = BEFORE.index("trạm 217")
    span = Span(start, start + len("trạm 217"))
    assert Carrying(BEFORE, f"Mới.\n{BEFORE}").find(span) == Span(span.start + 5, span.end + 5)
    assert Carrying(BEFORE, "Khác hẳn.").find(span) is None


@pytest.mark.parametrize(
    "after",
    ["\n".join(("Tin mới. " * 200, *PARAGRAPHS)), "\n".join(PARAGRAPHS[20:]), BEFORE],
)
def test_words_that_were_noted_are_found_without_the_old_text(after: str) -> None:
    offset = BEFORE.index("Đoạn 31")
    found = find_words(after, words_at(BEFORE, offset), offset)
    assert after[found:].split()[:2] == ["Đoạn", "31:"]


def test_of_noted_words_that_are_gone_the_place_stays() -> None:
    assert find_words("Khác hẳn.", words_at(BEFORE, 900), 900) == 900
