"""Words inside a block keep their styles and lose their markup."""

from __future__ import annotations

import pytest

from bulletin_tui.model.article import Inline, InlineStyle
from unit.importers.reading import read, runs

STRONG, EMPHASIS, CODE = InlineStyle.STRONG, InlineStyle.EMPHASIS, InlineStyle.CODE
STRIKE, LINK = InlineStyle.STRIKE, InlineStyle.LINK


def test_styles_run_over_the_words_they_mark() -> None:
    document = read("*a* **b** `c` ~~d~~ [e](http://f.example) <http://g.example>")
    assert document.text == "a b c d e http://g.example"
    assert runs(document) == [
        (EMPHASIS, "a"),
        (STRONG, "b"),
        (CODE, "c"),
        (STRIKE, "d"),
        (LINK, "e"),
        (LINK, "http://g.example"),
    ]


def test_nested_runs_come_outermost_first() -> None:
    document = read("x", "", "**a [b *c*](d)**")
    assert document.inlines == (
        Inline(3, 8, STRONG),
        Inline(5, 8, LINK),
        Inline(7, 8, EMPHASIS),
    )


def test_hard_breaks_are_line_feeds_and_soft_ones_spaces() -> None:
    assert read("một  ", "hai\\", "ba", "bốn<br>năm").text == "một\nhai\nba bốn\nnăm"


def test_entities_and_escapes_are_their_characters() -> None:
    assert read(r"&lt;b&gt; \*a\* &amp;lt; &Acirc;u&#10;.").text == "<b> *a* &lt; Âu ."


def test_inline_html_leaves_its_words() -> None:
    assert read("H<sub>2</sub>O <!-- ẩn -->và <img alt='ảnh'>").text == "H2O và ảnh"


@pytest.mark.parametrize(
    ("written", "shown", "words"),
    [
        ("[[Sổ tay]]", "Sổ tay", "Sổ tay"),
        ("[[Sổ tay|sổ]]", "sổ", "sổ"),
        ("![[anh.png|300]]", "anh.png", "anh.png"),
        ("[[1]](http://a.example)", "[1]", "[1]"),
    ],
)
def test_wiki_links_show_their_words(written: str, shown: str, words: str) -> None:
    document = read(f"Xem {written}.")
    assert document.text == f"Xem {shown}."
    assert runs(document) == [(LINK, words)]


def test_wiki_links_in_a_table_escape_their_bar() -> None:
    assert read("|[[a\\|b]]|c|", "|-|-|").text == "b | c"


@pytest.mark.parametrize("written", ["[[]]", "[[a", "`[[a|b]]`", "[[a\\]]"])
def test_what_is_no_wiki_link_is_not_read_as_one(written: str) -> None:
    assert LINK not in [style for style, _ in runs(read(written))]


def test_highlights_are_emphasised_and_may_hold_other_runs() -> None:
    document = read("Đây ==là **điều** chính==, còn a == b và ==c.")
    assert document.text == "Đây là điều chính, còn a == b và ==c."
    assert runs(document) == [(EMPHASIS, "là điều chính"), (STRONG, "điều")]


@pytest.mark.parametrize("written", ["`==a==`", "== a ==", "==a", "====", "===a===", r"\==a=="])
def test_what_is_no_highlight_is_not_read_as_one(written: str) -> None:
    assert EMPHASIS not in [style for style, _ in runs(read(f"Xem {written} b"))]


@pytest.mark.parametrize("line", ["[PV]: Vâng.", "[^]: Sđd.", "[^a b]: xem http://a.example"])
def test_words_that_only_look_like_a_definition_stay(line: str) -> None:
    assert read(f"Trước.[^1]\n\n{line}").text == f"Trước.[^1]\n\n{line}"


def test_definitions_of_links_are_not_words() -> None:
    assert read("[a] và [b]", "", "[a]: http://a.example", "[b]: <c/d> 'e'").text == "a và b"


def test_addresses_are_neither_judged_nor_rewritten() -> None:
    assert read("[a](javascript:x) <http://%41.example>").text == "a http://%41.example"


def test_decoded_entities_cannot_smuggle_what_is_unfit() -> None:
    assert read("a&#x202e;b&#8203;c `&#27;` &#27;[31md").text == "a␦bc &#27; �[31md"


def test_a_style_that_cuts_a_letter_from_its_mark_is_dropped() -> None:
    document = read("**Ti**&#x301;nh *a*")
    assert (document.text, document.inlines) == ("Tính a", ())
