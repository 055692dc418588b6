"""The same text in two folders, of which one does not answer."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.services import indexed_stacks
from bulletin_tui.services.indexed_stacks import IndexStacks
from unit.workers.folders import build

if TYPE_CHECKING:
    import os
    from pathlib import Path

TEXT = "Một bài ở hai nơi."


def test_it_is_read_where_it_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def status(path: Path) -> os.stat_result:
        if path.parent.name in away:
            raise ArticleUnreadableError("Thư mục không trả lời.")
        return path.stat()

    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "bai.txt").write_text(TEXT, encoding="utf-8")
    build(tmp_path / "index.db", tmp_path / "a", tmp_path / "b")
    monkeypatch.setattr(indexed_stacks, "status_in_time", status)
    with closing(IndexStacks(tmp_path / "index.db")) as stacks:
        stacks.refresh()
        article_id = stacks.library.id_at(0)
        away = {"a"}
        assert stacks.get_article(article_id).text == TEXT
        away = {"b"}
        assert stacks.get_article(article_id).text == TEXT
        away = {"a", "b"}
        with pytest.raises(ArticleUnreadableError, match="không trả lời"):
            stacks.get_article(article_id)
