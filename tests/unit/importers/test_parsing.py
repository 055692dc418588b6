"""A file is read by its suffix, whatever is in it."""

from __future__ import annotations

import pytest

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.importers import markdown
from bulletin_tui.importers.formats import SUFFIXES
from bulletin_tui.importers.markdown_syntax import DEEPEST_NESTING, markdown_parser
from bulletin_tui.importers.parsing import parse
from bulletin_tui.model.article import BlockKind
from unit.importers.reading import blocks, read


@pytest.mark.parametrize("name", ["a.md", "a.MD", "a.b.markdown"])
def test_markdown_is_read_as_markdown(name: str) -> None:
    assert parse(b"*a*", name).text == "a"


@pytest.mark.parametrize("name", ["a.doc", "a", ".md", "a.md\x1b[31m"])
def test_an_unknown_suffix_is_refused_with_the_known_ones(name: str) -> None:
    with pytest.raises(ArticleUnreadableError) as caught:
        parse(b"a", name)
    assert "\x1b" not in str(caught.value)
    assert all(suffix in caught.value.advice for suffix in SUFFIXES)


def test_the_title_is_that_of_the_front_matter() -> None:
    document = read("---", "title: Tên", "---", "# Đầu đề")
    assert document.metadata.title == "Tên"
    assert blocks(document) == [(BlockKind.HEADING, "Đầu đề")]


def test_without_one_the_first_top_heading_gives_the_title_and_stays() -> None:
    document = read("## Mục", "", "# Đầu *đề*", "", "# Khác")
    assert document.metadata.title == "Đầu đề"
    assert document.text == "Mục\n\nĐầu đề\n\nKhác"


def test_without_any_there_is_no_title() -> None:
    assert read("## Mục", "", "Thân bài.").metadata.title is None


def test_warnings_of_every_step_are_gathered() -> None:
    document = parse("---\ndate: mai\n---\nXã Tân An\n".encode() + b"\xff", "a.md")
    assert len(document.warnings) == 2


def test_escape_sequences_do_not_hide_front_matter_or_markup() -> None:
    document = read("\x1b[0m---", "title: Tên", "---", "\x1b]0;x\x07# Mục")
    assert document.metadata.title == "Tên"
    assert blocks(document) == [(BlockKind.HEADING, "Mục")]


def test_every_line_end_is_one() -> None:
    assert read("# Một\r\n\r\nHai\rba\x85\x85Bốn").text == "Một\n\nHai ba\n\nBốn"


@pytest.mark.parametrize("opening", ["> ", "- ", "1. ", "> - "])
def test_what_is_nested_too_deeply_is_shown_as_written(opening: str) -> None:
    source = opening * DEEPEST_NESTING + "sâu"
    document = read("---", "title: Tên", "---", source)
    assert document.text.strip() == source
    assert (document.metadata.title, len(document.warnings)) == ("Tên", 1)


def test_nesting_within_the_limit_is_laid_out() -> None:
    document = read("- " * (DEEPEST_NESTING // 2 - 1) + "sâu")
    assert (document.text, document.warnings) == ("sâu", ())


def test_a_text_larger_than_its_limit_is_shown_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "LARGEST_MARKDOWN", 10)
    assert read("*mười* chữ").text == "mười chữ"
    document = read("*mười một*.")
    assert (document.text, len(document.warnings)) == ("*mười một*.", 1)


def test_a_text_of_too_many_brackets_is_shown_as_written() -> None:
    document = read("[" * 60_000)
    assert (document.text, len(document.warnings)) == ("[" * 60_000, 1)


def test_a_stack_too_small_for_the_parser_is_survived(monkeypatch: pytest.MonkeyPatch) -> None:
    def overflow(_source: str) -> None:
        raise RecursionError

    monkeypatch.setattr(markdown_parser(), "parse", overflow)
    document = read("*a*")
    assert (document.text, len(document.warnings)) == ("*a*", 1)
