"""Whether an index is behind its library: what a build would take in, and what it would not."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.search.opening import open_index
from bulletin_tui.words import use_language
from bulletin_tui.workers.build_order import BuildOrder
from bulletin_tui.workers.lagging import is_behind
from unit.workers.folders import build_as, build_half, write_article, write_articles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def order(tmp_path: Path) -> BuildOrder:
    """Three articles, and one whose id is that of another."""
    folder = tmp_path / "bai"
    write_articles(folder, 3)
    for name in ("a.md", "b.md"):
        (folder / name).write_text(f"---\nid: chung\n---\n\nBài viết {name}.\n", encoding="utf-8")
    return BuildOrder((folder,))


@pytest.fixture
def index_path(tmp_path: Path, order: BuildOrder) -> Path:
    """An index that is built of them."""
    build_as(tmp_path / "index.db", order)
    return tmp_path / "index.db"


def ask(index_path: Path, order: BuildOrder) -> bool:
    """Whether the index is behind."""
    with open_index(index_path) as index:
        return is_behind(index, order)


def test_what_was_just_built_is_not_behind_though_a_file_was_refused(
    index_path: Path, order: BuildOrder
) -> None:
    assert not ask(index_path, order)


def _add(folder: Path) -> None:
    write_article(folder, 9)


def _edit(folder: Path) -> None:
    write_articles(folder, 1)[0].write_text("Khác hẳn.", encoding="utf-8")


def _remove(folder: Path) -> None:
    (folder / "a.md").unlink()


def _rename(folder: Path) -> None:
    (folder / "a.md").rename(folder / "c.md")


def _mend(folder: Path) -> None:
    refused = folder / "b.md"
    refused.write_text(refused.read_text("utf-8").replace("chung", "riêng"), encoding="utf-8")


@pytest.mark.parametrize("change", [_add, _edit, _remove, _rename, _mend])
def test_files_that_came_changed_or_went_leave_it_behind(
    index_path: Path, order: BuildOrder, change: Callable[[Path], None]
) -> None:
    change(order.folders[0])
    assert ask(index_path, order)


def test_a_refused_file_of_the_same_size_is_another_one_when_it_is_newer(
    index_path: Path, order: BuildOrder
) -> None:
    refused = order.folders[0] / "b.md"
    refused.write_text(refused.read_text("utf-8").replace("chung", "chinh"), encoding="utf-8")
    os.utime(refused, (4e9, 4e9))
    assert ask(index_path, order)


def test_what_a_person_chose_or_corrected_leaves_it_behind(
    index_path: Path, order: BuildOrder
) -> None:
    path = str(order.folders[0] / "a.md")
    assert ask(index_path, replace(order, encodings={path: "tcvn3"}))
    assert ask(index_path, replace(order, corrections={"chung": {"source": "Xã"}}))


def test_another_language_leaves_it_behind_where_something_was_said(
    index_path: Path, order: BuildOrder
) -> None:
    use_language("vi")
    assert ask(index_path, order)
    (order.folders[0] / "b.md").unlink()
    build_as(index_path, order)
    use_language("en")
    assert not ask(index_path, order)


def test_an_unfinished_index_is_behind(tmp_path: Path, order: BuildOrder) -> None:
    build_half(tmp_path / "half.db", order)
    assert ask(tmp_path / "half.db", order)


def test_a_folder_that_is_away_says_nothing(index_path: Path, order: BuildOrder) -> None:
    folder = order.folders[0]
    (folder / "trong").mkdir()
    write_article(folder / "trong", 20)
    other = replace(order, folders=(*order.folders, folder.with_name("xa")))
    build_as(index_path, other)
    assert not ask(index_path, other)
