"""Of HTML the words are kept, the tags are not."""

from __future__ import annotations

import pytest

from bulletin_tui.importers.html_words import visible_lines


def test_blocks_are_lines_and_inline_tags_leave_no_trace() -> None:
    source = "<div><p>Mùa <b>vàng</b>\nvề</p><p class='x'>trên<br/>đồng</p></div>"
    assert visible_lines(source) == ["Mùa vàng về", "trên", "đồng"]


def test_entities_are_decoded_after_tags_are_taken_out() -> None:
    assert visible_lines("a &lt;b&gt; &amp;lt; c") == ["a <b> &lt; c"]


def test_a_reference_beyond_every_letter_is_one_sign() -> None:
    assert visible_lines(f"a&#{'9' * 5000};b") == ["a�b"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<!-- <p>ẩn -->",
        "<!-- <b title='-->",
        "<script type='x'>if (a < b) {}</script>",
        "<STYLE>p { color: red }</style >",
        "<?php ẩn > ?>",
        "<!DOCTYPE html>",
        "<a title='a > b'>",
    ],
)
def test_what_a_browser_hides_is_hidden(hidden: str) -> None:
    assert visible_lines(f"trước {hidden} sau") == ["trước sau"]


def test_images_are_what_they_say() -> None:
    assert visible_lines("<img src=a.png alt='Cầu mới'> <img alt=\"\"><img>") == ["Cầu mới"]


@pytest.mark.parametrize("malformed", ["<!-- mở", "1 < 2", "<b 'mở", "a <", "<script>mở"])
def test_what_is_malformed_is_shown_rather_than_lost(malformed: str) -> None:
    assert visible_lines(malformed)[0].endswith(malformed.split()[-1].removeprefix("<script>"))


@pytest.mark.parametrize("unit", ["<!--", "<a ", "<", "<script>", "<a x='", '<a x="<', "<?", "\n "])
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    assert len("".join(visible_lines(unit * 100_000))) <= 100_000 * len(unit)
