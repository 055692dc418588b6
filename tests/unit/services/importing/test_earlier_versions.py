"""Which imported article a file is a newer version of, where very many have its name."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.services.importing.earlier import MOST_CANDIDATES, EarlierVersions
from bulletin_tui.services.stacks import MemoryStacks
from unit.store.samples import make_article

if TYPE_CHECKING:
    from pathlib import Path


def test_of_one_title_those_written_last_are_compared(tmp_path: Path) -> None:
    articles = []
    for number in range(MOST_CANDIDATES + 1):
        path = tmp_path / f"{number}.txt"
        path.write_text("")
        os.utime(path, (number, number))
        text = " ".join(f"{number} lần {at}" for at in range(100))
        article = make_article(str(number), title="Trang chủ", paragraphs=(text,))
        articles.append(replace(article, summary=replace(article.summary, paths=(str(path),))))
    earlier = EarlierVersions(MemoryStacks(tuple(articles)), tmp_path)
    for article, is_compared in ((articles[0], False), (articles[1], True)):
        today = replace(article, summary=replace(article.summary, id="hôm nay"))
        found = earlier.find(today, "trang.txt")
        assert (found is not None) == is_compared
