"""Words are counted as they stand between spaces, however large the text is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.library import articles
from bulletin_tui.model.article import Block, BlockKind, Boilerplate, Document


@given(st.text("ab \n\u00a0", max_size=40).filter(str.strip), st.integers(1, 9))
def test_words_are_counted_across_pieces(text: str, piece: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(articles, "_PIECE", piece)
        article = articles.make_article(Document(text, ()), Path("a.txt"))
    assert article.summary.words == len(re.findall(r"\S+", text))


def test_the_words_around_a_report_are_not_those_of_the_report() -> None:
    report, around = "Đê đã đắp xong.", "Lượt truy cập: 1.204"
    blocks = (
        Block(BlockKind.PARAGRAPH, 0, len(report)),
        Block(
            BlockKind.PARAGRAPH,
            len(report) + 2,
            len(report) + 2 + len(around),
            boilerplate=Boilerplate.COUNTER,
        ),
    )
    article = articles.make_article(Document(f"{report}\n\n{around}", blocks), Path("a.txt"))
    assert article.summary.words == 4
