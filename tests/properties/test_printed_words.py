"""Every word that is printed on the pages of a document is read, however the pages are set."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.importers.pdf.lines import read_pages
from bulletin_tui.importers.pdf.printed import PrintedLine, PrintedPage

WORDS = ["Rừng", "giữ đất.", "CỘNG HÒA XÃ HỘI", "1", "Trang 2", "iii", "[1] Sổ", "a) mục", "3/12"]
LINE = st.builds(
    PrintedLine,
    text=st.sampled_from(WORDS) | st.sampled_from([f"{word} {word}" for word in WORDS]),
    left=st.sampled_from([60.0, 90.0, 300.0]),
    depth=st.sampled_from([20.0, 34.0, 80.0, 94.0, 400.0, 700.0, 770.0, 790.0, 0.0, -5.0]),
    size=st.sampled_from([0.0, 9.0, 12.0, 40.0]),
    is_row=st.booleans(),
    is_sideways=st.sampled_from([False, False, True]),
)
PAGE = st.builds(
    PrintedPage,
    lines=st.lists(LINE, max_size=6).map(tuple),
    height=st.sampled_from([800.0, 600.0, 0.0]),
)


@st.composite
def documents(draw: st.DrawFn) -> list[PrintedPage]:
    """Pages that may have the same lines in the same places, as those with running heads do."""
    shared = draw(st.lists(LINE, max_size=2))
    pages = draw(st.lists(PAGE, max_size=6))
    return [PrintedPage((*shared, *page.lines), page.height) for page in pages]


def words_of(texts: list[str]) -> Counter[str]:
    """How often each word stands in the texts."""
    return Counter(word for text in texts for word in text.split())


@given(documents())
def test_every_printed_word_is_in_the_text_or_among_the_heads(pages: list[PrintedPage]) -> None:
    read = read_pages(pages)
    heads = [head for kind in read.heads for head in kind]
    printed = [line.text for page in pages for line in page.lines]
    in_text = [text for text in printed if text not in heads]
    read_words = words_of(list(read.paragraphs))
    assert words_of(in_text) <= read_words <= words_of(printed)
    assert set(heads) <= set(printed)
    assert all(read.paragraphs)
