"""Plain text is shown as it is: one line, one paragraph."""

from __future__ import annotations

import tracemalloc

import pytest

from bulletin_tui.importers.parsing import parse
from bulletin_tui.model.article import BlockKind, Document
from unit.importers.reading import blocks


def test_each_line_is_a_paragraph_without_the_spaces_around_it() -> None:
    document = read("\n  Một.  \nHai\tba.\n\n \n- Bốn *năm*.")
    assert document.text == "\n  Một.  \nHai    ba.\n\n \n- Bốn *năm*."
    assert blocks(document) == [
        (BlockKind.PARAGRAPH, words) for words in ["Một.", "Hai    ba.", "- Bốn *năm*."]
    ]


def test_the_first_line_is_the_title() -> None:
    assert read("\n\n  Tin   vui  \nThân bài.").metadata.title == "Tin vui"


def test_the_title_stands_as_one_where_it_stands_alone() -> None:
    assert blocks(read("Tin vui\n\nThân bài.")) == [
        (BlockKind.HEADING, "Tin vui"),
        (BlockKind.PARAGRAPH, "Thân bài."),
    ]
    for text in ("Tin vui\nThân bài.", "Tin vui"):
        assert blocks(read(text))[0] == (BlockKind.PARAGRAPH, "Tin vui")


def test_a_line_of_very_many_words_takes_a_few_times_its_size() -> None:
    text = "chữ dài " * 100_000
    read(text)
    tracemalloc.start()
    read(text)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 * len(text.encode("utf-16-le"))


@pytest.mark.parametrize("sign", ["-", "*", "•"])
def test_the_sign_of_an_item_is_no_part_of_the_title(sign: str) -> None:
    document = read(f"{sign} mua sách\n{sign} gọi cô Lan")
    assert document.metadata.title == "mua sách"
    assert document.text.startswith(f"{sign} mua sách")


def test_a_title_keeps_the_signs_that_belong_to_it() -> None:
    for line in ("-5 độ ở Sa Pa", "#1 của tháng", "-- ghi chép", "trường - lớp"):
        assert read(f"{line}\nThân bài.").metadata.title == line


def test_a_first_line_too_long_for_a_title_is_none() -> None:
    assert read("một " * 40).metadata.title == ("một " * 40).strip()
    assert read("một " * 41).metadata.title is None
    assert read("m" * 1001).metadata.title is None


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_of_very_many_lines_nothing_is_guessed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("tidied")

    for module in ("plain_text", "tidied"):
        monkeypatch.setattr(f"bulletin_tui.importers.{module}.MOST_TIDIED", 20)
        monkeypatch.setattr(f"bulletin_tui.importers.{module}.tidy", refuse)
    apart = "<p>" if name == "a.html" else "\n\n"
    document = parse(f"{apart}Trang chủ".encode() * 22, name)
    assert len(document.blocks) == 22
    assert not any(block.is_folded for block in document.blocks)
    assert "read as written" in document.warnings[0]


def test_nothing_has_no_blocks_and_no_title() -> None:
    document = read(" \n")
    assert (document.text, document.blocks, document.metadata.title) == (" \n", (), None)


def test_front_matter_is_text_here() -> None:
    assert read("---\nid: a\n---\n").metadata.id is None


def read(text: str) -> Document:
    """The document in a text file."""
    return parse(text.encode(), "bai.txt")
