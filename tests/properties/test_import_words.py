"""Every visible word of a Markdown text is read, in order, however it is dressed."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.importers.markdown import read_markdown
from properties.document_laws import check_document

LETTERS = "ăâđêôơưáấềừạ"
"""In no markup below, so that the words of a text can be told from it."""
WORD = st.text(LETTERS, min_size=1, max_size=6)
DRESS = st.sampled_from(
    [
        *["{}", "*{}*", "**{}**", "***{}***", "`{}`", "~~{}~~", "({}),", '"{}"', "{}:", r"\*{}\*"],
        *["[{}](http://x.example/y 'z')", "![{}](x.png)", "<b>{}</b>", "<!-- x -->{}", "&amp;{}"],
        *["[[{}]]", "[[x|{}]]", "[{}]", "[^{}]", "[{}](<x y>)", "<br>{}", "<img alt='{}'>", "${}$"],
        *["=={}==", "[^1]{}", "{}[^x]"],
    ]
)
FRAME = st.sampled_from(
    [
        *["{}", "# {}", "###### {} ##", "- {}", "* {}", "1. {}", "23) {}", "- [ ] {}", "> {}"],
        *["> - {}", "- > {}", "  - {}", "<p>{}</p>", "<div>\n{}\n</div>", "> [!note] {}"],
        *["|{}|\n|-|", "|x|\n|-|\n|y|{}|", "|x|y|\n|-|-|\n|{}", "*Ảnh: {}*", "{}\n==="],
        *["[^1]: {}", "[^1]:\n    {}", "[^1]: - {}"],
    ]
)
UNDRESSED_FRAME = st.sampled_from(["    {}", "```x\n{}\n```", "~~~~\n{}", "`{}`"])


LABELS: st.SearchStrategy[list[str]] = st.just([]) | st.lists(WORD, max_size=3)
"""Of the footnotes that a part stands in, one in the other."""


@st.composite
def written_texts(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A Markdown text, and the words that a reader sees of it."""
    parts: list[str] = []
    seen: list[str] = []
    for _ in range(draw(st.integers(1, 6))):
        labels = draw(LABELS)
        words = draw(st.lists(WORD, min_size=1, max_size=5))
        notes = "".join(f"[^{label}]: " for label in labels)
        if draw(st.booleans()):
            dressed = " ".join(draw(DRESS).format(word) for word in words)
            parts.append(notes + draw(FRAME).format(dressed))
        else:
            parts.append(notes + draw(UNDRESSED_FRAME).format(" ".join(words)))
        seen += labels + words
    return draw(st.sampled_from(["\n\n", "\n"])).join(parts), seen


@given(written_texts())
def test_every_visible_word_is_there_in_order(written: tuple[str, list[str]]) -> None:
    source, words = written
    document = read_markdown(source)
    assert re.findall(f"[{LETTERS}]+", document.text) == words
    check_document(document)
