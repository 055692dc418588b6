"""Quoted text is read back from Markdown as the very same words, and does nothing there."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bulletin_tui.services.quoting import quoted_code, quoted_line, quoted_lines
from bulletin_tui.text.clean import clean, clean_line

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
INERT = {"text", "softbreak", "text_special"}

texts = st.text(
    st.sampled_from("\\`*_[]<>#|~$&;:/!()+-=.,0123456789 \n\"'ađệ") | st.characters(), max_size=60
)


def inline_types(source: str) -> set[str]:
    """What one paragraph consists of."""
    opening, inline, _closing = READER.parse(source)
    assert opening.type == "paragraph_open"
    return {child.type for child in inline.children or ()}


def words_of(source: str) -> str:
    """The words that a Markdown reader shows."""
    shown = [
        "".join("\n" if child.type == "softbreak" else child.content for child in token.children)
        for token in READER.parse(source)
        if token.children is not None
    ]
    return "\n\n".join(shown)


@pytest.mark.parametrize(
    "line",
    [
        "# tiêu đề",
        "> trích dẫn",
        "- việc",
        "+ việc",
        "1. việc",
        "2) việc",
        "===",
        "---",
        "***",
        "```sh",
        "~~~",
        "<script>alert(1)</script>",
        "<https://vi.example>",
        "[bấm vào](javascript:alert(1))",
        "![ảnh](x.png)",
        "[a]: https://vi.example",
        "| a | b |",
        "**đậm** _nghiêng_ ~~bỏ~~ `mã`",
        "&lt;b&gt; &#60;",
        "    thụt vào",
        "\\",
        "://",
    ],
)
def test_markup_is_shown_and_does_nothing(line: str) -> None:
    (quoted,) = quoted_lines(line)
    assert inline_types(quoted) <= INERT
    assert words_of(quoted) == line.strip()


def test_addresses_do_not_become_links_of_themselves() -> None:
    assert quoted_line("xem https://vi.example và www.vi.example") == (
        r"xem https\://vi.example và www\.vi.example"
    )


def test_ordinary_words_are_left_as_they_are() -> None:
    sentence = "Nghị quyết 29-NQ/TW (2013): 85,5% số xã; đạt 1.200 tấn."
    assert quoted_line(sentence) == sentence


@given(texts)
def test_every_text_is_read_back_as_it_was(text: str) -> None:
    lines = [line.strip() for line in clean(text).split("\n")]
    paragraphs = "\n".join(line or "" for line in lines)
    shown = words_of("\n".join(quoted_lines(paragraphs)))
    assert re.sub(r"\n\n+", "\n\n", shown) == re.sub(r"\n\n+", "\n\n", paragraphs).strip("\n")


@given(texts.map(clean_line).filter(bool))
def test_a_line_of_code_is_read_back_as_it_was(line: str) -> None:
    _opening, inline, _closing = READER.parse(quoted_code(line))
    assert [(child.type, child.content) for child in inline.children or ()] == [
        ("code_inline", line)
    ]
