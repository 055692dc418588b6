"""Imported articles are taken out file by file; what was chosen for a file goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import NotSavedError
from bulletin_tui.services.encodings import choose
from bulletin_tui.services.removing import find_removable, remove_imported
from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.settings import Settings
from old_encodings.storing import STORAGES
from unit.store.samples import make_paths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bulletin_tui.paths import Paths
    from bulletin_tui.services.workspace import Workspace

STORE = {storage.name: storage.store for storage in STORAGES}
TEXT = "Báo cáo của xã Bình Minh\nCác trường trong huyện đã được sửa chữa.\n"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return make_paths(tmp_path)


@pytest.fixture
def files(paths: Paths) -> tuple[Path, Path]:
    """Two files in the library with one text, by an old encoding."""
    first, second = (paths.imported / source / "cu.txt" for source in ("Huyện", "Xã"))
    for file in (first, second):
        file.parent.mkdir(parents=True)
        file.write_bytes(STORE["UTF-8 of TCVN3"](TEXT))
    return first, second


@pytest.fixture
def opened(paths: Paths, files: tuple[Path, Path]) -> Iterator[Workspace]:
    assert all(file.exists() for file in files)
    with open_workspace(paths, Settings()) as found:
        yield found


def only_id(workspace: Workspace) -> str:
    (entry,) = workspace.stacks.summaries()
    return entry.id


def choose_tcvn3(workspace: Workspace) -> None:
    choose(workspace, workspace.get_article(only_id(workspace)), "tcvn3")


def test_an_article_is_meant_by_a_link_to_its_file(
    opened: Workspace, files: tuple[Path, Path], tmp_path: Path
) -> None:
    (tmp_path / "đường tắt.txt").symlink_to(files[0])
    assert find_removable(opened, str(tmp_path / "đường tắt.txt")) == only_id(opened)


def test_the_bundled_reports_are_meant_whatever_file_is_named_like_them(
    opened: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bundled").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    assert find_removable(opened, "bundled") is None


def test_a_choice_of_an_encoding_goes_with_the_file(
    opened: Workspace, files: tuple[Path, Path]
) -> None:
    choose_tcvn3(opened)
    assert opened.store.encodings.all().keys() == set(map(str, files))
    remove_imported(opened, only_id(opened))
    assert opened.store.encodings.all() == {}


def test_a_file_that_is_gone_already_is_left_out(
    opened: Workspace, paths: Paths, files: tuple[Path, Path]
) -> None:
    choose_tcvn3(opened)
    article_id = only_id(opened)
    first, second = files
    second.unlink()
    removal = remove_imported(opened, article_id)
    assert removal.files == (paths.removed / "Huyện" / "cu.txt",)
    assert not first.exists()
    assert opened.store.encodings.all() == {}


def test_nothing_is_taken_out_where_its_marks_are_not_kept(
    opened: Workspace, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(opened.store), "keeps", False)
    with pytest.raises(NotSavedError):
        remove_imported(opened, only_id(opened))
    assert all(file.exists() for file in files)


def test_an_article_whose_files_are_all_gone_is_said_not_to_be_moved(
    opened: Workspace, files: tuple[Path, Path]
) -> None:
    article_id = only_id(opened)
    for file in files:
        file.unlink()
    with pytest.raises(NotSavedError, match="No such file"):
        remove_imported(opened, article_id)


def test_a_file_that_cannot_be_moved_keeps_its_choice(
    opened: Workspace, paths: Paths, files: tuple[Path, Path]
) -> None:
    choose_tcvn3(opened)
    paths.removed.mkdir(parents=True)
    (paths.removed / "Xã").write_bytes(b"")
    with pytest.raises(NotSavedError):
        remove_imported(opened, only_id(opened))
    first, second = files
    assert (first.exists(), second.exists()) == (False, True)
    assert opened.store.encodings.all().keys() == {str(second)}
