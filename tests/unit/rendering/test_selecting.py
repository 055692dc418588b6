"""Selecting by sentences and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.ui.rendering.selecting import Selecting, Sentences, Units, Words
from unit.rendering.documents import document_of, span_of, table_document

if TYPE_CHECKING:
    from bulletin_tui.model.article import Document

DOCUMENT = document_of("Câu một ngắn. Câu hai dài hơn. Câu ba.", "Đoạn mới có một câu.")


def stepped(start: str, units: Units, *steps: int, document: Document = DOCUMENT) -> str:
    span = span_of(document, start)
    selecting = Selecting(span.start, span.end)
    for step in steps:
        selecting = selecting.step(units, step)
    return document.text[selecting.span.start : selecting.span.end]


@pytest.mark.parametrize(
    ("steps", "selected"),
    [
        ([1], "Câu hai dài hơn. Câu ba."),
        ([1, 1], "Câu hai dài hơn. Câu ba.\n\nĐoạn mới có một câu."),
        ([1, 1, 1, 1], "Câu hai dài hơn. Câu ba.\n\nĐoạn mới có một câu."),
        ([1, -1], "Câu hai dài hơn."),
        ([-1], "Câu một ngắn. Câu hai dài hơn."),
        ([-1, -1, 1], "Câu hai dài hơn."),
        ([-1, 1, 1], "Câu hai dài hơn. Câu ba."),
    ],
)
def test_a_selection_grows_and_shrinks_by_sentences(steps: list[int], selected: str) -> None:
    assert stepped("Câu hai dài hơn.", Sentences(DOCUMENT), *steps) == selected


@pytest.mark.parametrize(
    ("steps", "selected"),
    [
        ([1], "Câu hai dài hơn. Câu"),
        ([-1], "Câu hai dài"),
        ([-1, -1, -1], "Câu"),
        ([-1, -1, -1, -1], "ngắn. Câu"),
        ([-1, -1, -1, -1, 1, 1], "Câu hai"),
    ],
)
def test_a_selection_grows_and_shrinks_by_words(steps: list[int], selected: str) -> None:
    assert stepped("Câu hai dài hơn.", Words(DOCUMENT.text), *steps) == selected


def test_the_cells_of_a_table_are_its_sentences() -> None:
    document = table_document(("Năm", "Số trường"), ("2021", ""), ("2022", "98"))
    assert stepped("2021", Sentences(document), 1, document=document) == "2021\t\n2022"


def test_the_unit_at_an_offset_is_the_one_that_ends_after_it() -> None:
    sentences = Sentences(DOCUMENT)
    assert sentences.after(0) == span_of(DOCUMENT, "Câu một ngắn.")
    assert sentences.after(len(DOCUMENT.text)) is None
    assert sentences.before(0) is None
    assert sentences.before(20) == span_of(DOCUMENT, "Câu hai dài hơn.")


@given(st.lists(st.tuples(st.sampled_from(["sentence", "word"]), st.sampled_from([1, -1]))))
def test_whatever_the_steps_something_is_selected(steps: list[tuple[str, int]]) -> None:
    units: dict[str, Units] = {"sentence": Sentences(DOCUMENT), "word": Words(DOCUMENT.text)}
    selecting = Selecting(*span_range("Câu hai dài hơn."))
    for unit, direction in steps:
        selecting = selecting.step(units[unit], direction)
        assert DOCUMENT.text[selecting.span.start : selecting.span.end].strip()
        assert selecting.span.start <= selecting.last < selecting.span.end


def span_range(words: str) -> tuple[int, int]:
    span = span_of(DOCUMENT, words)
    return span.start, span.end
