"""Every visible word of a page is read, in order, however its markup is broken."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from bulletin_tui.importers.html.reading import read_html
from bulletin_tui.importers.html_words import visible_lines
from properties.document_laws import check_document

LETTERS = "ăâđêôơưáấềừạ"
"""In no markup below, so that the words of a page can be told from it."""
WORD = st.text(LETTERS, min_size=1, max_size=6)
DRESS = st.sampled_from(
    [
        *["{}", "<b>{}</b>", "<i>{}", "{}</i>", "<a href='x?a=1&b=2'>{}</a>", "<span class=x>{}"],
        *[
            "{}<br>",
            "<br><br/>{}",
            "&amp;{}",
            "&#27;{}",
            "&#x202e;{}",
            "&amp;lt;{}&gt;",
            "1 < 2 {}",
        ],
        *["<img alt='x' src=y>{}", "<!-- x -->{}", "<a title='a > b'>{}</a>", "{}</p>", "<o:p/>{}"],
        *["<script>x</script>{}", "<style>x</style>{}", "<hr>{}", "<b title='<p>'>{}</b>", "{}<"],
        *["<font color=red>{}</font></b>", "<p title=it's>{}", "<![CDATA[{}]]>", "<sup>{}</sup>"],
    ]
)
FRAME = st.sampled_from(
    [
        *["{}", "<p>{}</p>", "<p>{}", "<div>{}</div>", "<div>{}", "{}</div>", "<h1>{}</h1>"],
        *["<h3>{}", "<ul><li>{}</ul>", "<li>{}", "<ol start=3><li>{}</li></ol>", "<nav>{}</nav>"],
        *["<table><tr><td>{}</table>", "<table>{}</table>", "<td>{}", "<tr>{}", "{}</table>"],
        *["<table><tr><th>x<td>{}<tr><td>y<td>z</table>", "<table><tr><td>x<td>y</tr>{}</table>"],
        *["<table><caption>{}</caption><tr><td>x<td>y<tr><td>x<td>y</table>", "<blockquote>{}"],
        *["<table><tr><td rowspan=2>{}<td>x<tr><td>y<td colspan=3>z</table>", "<pre>{}</pre>"],
        *["<table><tr><td>x<td>y<tr><td>x<td><table><tr><td>{}</table></table>", "<form>{}</form>"],
        *["<figure><figcaption>{}</figcaption></figure>", "<dl><dt>{}<dd>x</dl>", "<main>{}"],
        *["<select><option>{}<option>x</select>", "<textarea>{}</textarea>", "<x-y>{}</x-y>"],
        *["<noscript>{}</noscript>", "<footer>{}</footer>", "<center>{}", "<body>{}</body>"],
        *["<div hidden>x</div>{}", "<template>x<p>y</template>{}", "<iframe>x</iframe>{}"],
        *["<p style='display:none'>x</p>{}", "<title>x</title>{}", "<!DOCTYPE html>{}"],
    ]
)
MARKUP = st.lists(
    st.sampled_from(
        [
            *"ab1 \n\t<>&;\"'=/-!?đ\u0301\u200d\u202e\x1b\x00\xa0",
            *[
                "<p>",
                "</p>",
                "<div>",
                "</div>",
                "<b>",
                "</b>",
                "<a href=x>",
                "</a>",
                "<br>",
                "<hr>",
            ],
            *[
                "<table>",
                "<tr>",
                "<td>",
                "<th rowspan=2>",
                "</td>",
                "</table>",
                "<caption>",
                "<pre>",
            ],
            *["<ul>", "<ol>", "<li>", "</ul>", "<h1>", "</h1>", "<blockquote>", "<template>"],
            *["<!--", "-->", "<![CDATA[", "]]>", "<script>", "</script>", "<title>", "<textarea>"],
            *["<nav>", "</nav>", "<form>", "<article>", "<div hidden>", "&#27;", "&#769;", "&#10;"],
            *[
                "&#x1F468;&zwj;",
                "<td colspan=3>",
                "</tr>",
                "<p class='caption'>",
                "<time datetime=",
            ],
            *["<meta name=author content=", "<html lang='", "<script type=application/ld+json>{"],
        ]
    ),
    max_size=50,
).map("".join)


@st.composite
def written_pages(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A page, and the words that a reader sees of it."""
    parts: list[str] = []
    seen: list[str] = []
    for _ in range(draw(st.integers(1, 6))):
        words = draw(st.lists(WORD, min_size=1, max_size=4))
        parts.append(draw(FRAME).format(" ".join(draw(DRESS).format(word) for word in words)))
        seen += words
    return draw(st.sampled_from(["", "\n", " "])).join(parts), seen


@given(written_pages())
def test_every_visible_word_is_there_in_order(written: tuple[str, list[str]]) -> None:
    source, words = written
    document = read_html(source)
    assert "".join(re.findall(f"[{LETTERS}]+", document.text)) == "".join(words)
    check_document(document)


@given(st.lists(st.lists(WORD, min_size=1), min_size=1), st.sampled_from(["p", "div", "td", "li"]))
def test_words_are_those_that_taking_out_the_tags_leaves(
    paragraphs: list[list[str]], tag: str
) -> None:
    source = "".join(f"<{tag}>{' <b>'.join(words)}</b></{tag}>\n" for words in paragraphs)
    assert read_html(source).text.split() == " ".join(visible_lines(source)).split()


@given(MARKUP | st.text())
@example("<b>e</b>&#x301;<p><i>&#x301;</i>")
@example("<table><tr><td>a<td>&#10;b<tr><td>c<td><b>d</b>&#769;</table>")
def test_a_page_of_any_shape_obeys_the_laws(source: str) -> None:
    check_document(read_html(source))
