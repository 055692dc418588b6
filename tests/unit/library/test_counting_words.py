"""Words are counted as they stand between spaces, however large the text is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.library import articles
from bulletin_tui.model.article import Document


@given(st.text("ab \n\u00a0", max_size=40).filter(str.strip), st.integers(1, 9))
def test_words_are_counted_across_pieces(text: str, piece: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(articles, "_PIECE", piece)
        article = articles.make_article(Document(text, ()), Path("a.txt"))
    assert article.summary.words == len(re.findall(r"\S+", text))
