"""No bytes break the parser, and every document obeys the laws of the model."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.importers.formats import SUFFIXES
from bulletin_tui.importers.markdown import read_markdown
from bulletin_tui.importers.parsing import parse
from bulletin_tui.importers.plain_text import read_plain_text
from bulletin_tui.text.clean import clean
from properties.document_laws import check_document

MARKUP = st.sampled_from(
    [
        *"ab1 \n\t#*_`~[]()!<>|-+=:\\&;\"'.^$%",
        *"đấ\u0301\u0338\u200d\u202e\x1b\x9b\x07\x00\u2028\xa0\xad\U0001f600",
        *["\n\n", "\n    ", "---\n", "+++\n", "|a|b|\n|-|-|\n", "- [x] ", "> [!note] ", "[[a|b]]"],
        *[
            "<div>",
            "</div>",
            "<!--",
            "-->",
            "<br>",
            "<script>",
            "&#10;",
            "&#x202e;",
            "&#769;",
            "&Acirc;",
        ],
        *["![a](b)", "[a]: b/c\n", "title: ", "date: ", "```\n", "1. ", "  \n"],
    ]
)
MARKDOWN = st.lists(MARKUP, max_size=60).map("".join)
SUFFIX = st.sampled_from(sorted(SUFFIXES))


@given(MARKDOWN | st.text())
@example("**a**&#x301;\n\n|a|\n|-|\n|&#x301;b|")
@example("|a|\n|-|\n|&#10;b|")
@example("# a\n\n<p>&#13;b")
def test_markdown_of_any_shape_obeys_the_laws(text: str) -> None:
    check_document(read_markdown(text))


@given(st.text() | MARKDOWN)
def test_plain_text_obeys_the_laws_and_is_the_cleaned_text_itself(text: str) -> None:
    document = read_plain_text(text)
    check_document(document)
    assert document.text == clean(text)


@given(
    st.binary() | (st.text() | MARKDOWN).map(lambda text: text.encode("utf-8", "replace")), SUFFIX
)
def test_any_bytes_are_read_or_refused_with_a_sentence(data: bytes, suffix: str) -> None:
    try:
        document = parse(data, f"a{suffix}")
    except ArticleUnreadableError as error:
        assert str(error)  # noqa: PT017 - both ends are fine, and nothing else may happen
    else:
        check_document(document)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\t\x1b")))
def test_text_in_utf8_is_read_back_exactly(text: str) -> None:
    assert parse(text.encode(), "a.txt").text == clean(text)
