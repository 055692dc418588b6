"""How far reading has come, in numbers."""

from __future__ import annotations

from bulletin_tui.model.article import Document
from bulletin_tui.ui.rendering.progress import ProgressMeter
from unit.rendering.documents import document_of

DOCUMENT = document_of("một hai ba", "bốn năm", "sáu bảy tám chín")


def test_the_top_is_nought_and_the_last_line_a_hundred() -> None:
    meter = ProgressMeter(DOCUMENT)
    assert meter.measure(0, 12, 0).percent == 0
    assert meter.measure(12, len(DOCUMENT.text), 2).percent == 100


def test_a_text_that_fits_is_read_to_the_end() -> None:
    assert ProgressMeter(DOCUMENT).measure(0, len(DOCUMENT.text), 0).percent == 100


def test_the_words_left_are_those_below_the_top() -> None:
    meter = ProgressMeter(DOCUMENT)
    assert meter.measure(0, 12, 0).words_left == 9
    assert meter.measure(DOCUMENT.text.index("năm"), 20, 1).words_left == 5
    assert meter.measure(len(DOCUMENT.text), len(DOCUMENT.text), 2).words_left == 0


def test_paragraphs_are_counted_from_one() -> None:
    progress = ProgressMeter(DOCUMENT).measure(0, 12, 1)
    assert (progress.paragraph, progress.paragraphs) == (2, 3)


def test_nothing_to_read_is_read() -> None:
    progress = ProgressMeter(Document("", ())).measure(0, 0, 0)
    assert (progress.percent, progress.paragraph, progress.words_left) == (100, 0, 0)


def test_the_time_that_is_left_is_told_until_nothing_is_left() -> None:
    meter = ProgressMeter(DOCUMENT)
    assert meter.measure(0, 12, 0).line == "0 % · ¶ 1/3 · 1 min left"
    assert meter.measure(12, len(DOCUMENT.text), 2).line == "100 % · ¶ 3/3"
