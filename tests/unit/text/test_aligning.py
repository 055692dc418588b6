"""Words of an old text find their counterparts in the new one, whatever lies between them."""

from __future__ import annotations

from random import Random

import pytest

from bulletin_tui.model.article import Span
from bulletin_tui.text.aligning import align
from bulletin_tui.text.edits import Alignment
from bulletin_tui.text.wording import Vocabulary, Wording, put_in_words


def _in_words(old: str, new: str) -> tuple[Wording, Wording]:
    vocabulary = Vocabulary()
    learnt = put_in_words(new, vocabulary.learn)
    return put_in_words(old, vocabulary.look_up), learnt


def _counterpart(old: str, new: str, words: str) -> str | None:
    before, after = _in_words(old, new)
    start = old.index(words)
    there = align(before, after).counterpart(before.words_in(Span(start, start + len(words))))
    if there is None:
        return None
    span = after.span_of(there)
    return new[span.start : span.end]


@pytest.mark.parametrize(
    ("new", "there"),
    [
        ("Sáng nay đoàn về xã họp dân.", "về xã họp"),
        ("Đoàn về xã họp.", "về xã họp"),
        ("Sáng nay đoàn về bản họp dân.", "về bản họp"),
        ("Sáng nay đoàn về tận xã họp dân.", "về tận xã họp"),
        ("Sáng nay đoàn về họp dân.", "về họp"),
        ("Sáng nay đoàn dân.", None),
    ],
)
def test_words_have_what_stands_for_them_today(new: str, there: str | None) -> None:
    assert _counterpart("Sáng nay đoàn về xã họp dân.", new, "về xã họp") == there


TWO = "Ở bản Hạ, dân góp công.\n\nỞ bản Mai, dân góp công.\n\nHết."


@pytest.mark.parametrize("gone", ["Ở bản Hạ, dân góp công.\n\n", "Ở bản Mai, dân góp công.\n\n"])
def test_a_paragraph_goes_as_a_whole(gone: str) -> None:
    old, new = _in_words(TWO, TWO.replace(gone, ""))
    start = TWO.index(gone)
    paragraph = old.words_in(Span(start, start + len(gone)))
    alignment = align(old, new)
    assert alignment.counterpart(paragraph) is None
    assert alignment.matched(Span(0, len(new))) == len(new)


def test_large_texts_are_compared_in_parts() -> None:
    chance = Random(5)
    words = [f"từ{chance.randrange(10_000)}" for _ in range(20_000)]
    changed = list(words)
    for at in range(7, len(words), 100):
        changed[at] = f"khác{at}"
    old, new = _in_words(" ".join(words), " ".join(["mở", "đầu", *changed]))
    alignment = align(old, new)
    assert alignment.counterpart(Span(9_001, 9_004)) == Span(9_003, 9_006)
    assert alignment.kept(Span(0, 20_000), Span(0, 20_002)) == 20_000 - 200


def test_what_would_take_too_long_has_no_counterpart() -> None:
    old, new = _in_words("a b " * 20_000, "b a a " * 20_000)
    alignment = align(old, new)
    assert alignment.counterpart(Span(10_000, 10_002)) is None
    assert [alignment.edits[0].old.start, alignment.edits[-1].new.end] == [0, len(new)]


def test_no_words_have_no_edits() -> None:
    assert Alignment([]).counterpart(Span(0, 1)) is None
