"""Folders are added, listed and removed; absence takes nothing away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import FolderRefusedError
from bulletin_tui.services import sources
from bulletin_tui.services.folders import build_order, find_folders
from bulletin_tui.services.opening import open_stacks
from bulletin_tui.services.sources import Outcome, SourceKind
from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.settings import Settings
from unit.workers.folders import index_library, write_articles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bulletin_tui.paths import Paths
    from bulletin_tui.services.workspace import Workspace


@pytest.fixture
def workspace(paths: Paths) -> Iterator[Workspace]:
    """A library of the bundled reports."""
    with open_workspace(paths, Settings()) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of four articles, with two more in a folder inside it."""
    write_articles(tmp_path / "bai", 4)
    write_articles(tmp_path / "bai" / "trong", 2, first=4)
    return tmp_path / "bai"


def add(workspace: Workspace, folder: Path) -> sources.Addition:
    return sources.add_folder(workspace, sources.resolve_folder(str(folder)))


def test_a_folder_that_was_added_is_in_the_library_from_then_on(
    workspace: Workspace, folder: Path
) -> None:
    assert add(workspace, folder).outcome is Outcome.ADDED
    assert find_folders(workspace.paths).added == (folder,)
    assert build_order(workspace.paths).folders == (workspace.paths.articles, folder)
    assert add(workspace, folder).outcome is Outcome.ALREADY_THERE


def test_a_link_to_a_folder_is_that_folder(
    workspace: Workspace, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "loi-tat").symlink_to(folder)
    add(workspace, folder)
    assert add(workspace, tmp_path / "loi-tat").outcome is Outcome.ALREADY_THERE


def test_a_folder_inside_another_is_not_added(workspace: Workspace, folder: Path) -> None:
    add(workspace, folder)
    addition = add(workspace, folder / "trong")
    assert (addition.outcome, addition.other) == (Outcome.INSIDE_ANOTHER, folder)
    assert find_folders(workspace.paths).added == (folder,)


def test_a_hidden_folder_inside_another_is_added(workspace: Workspace, folder: Path) -> None:
    write_articles(folder / ".kin", 1)
    add(workspace, folder)
    assert add(workspace, folder / ".kin").outcome is Outcome.ADDED


def test_a_folder_around_another_is_added_beside_it(workspace: Workspace, folder: Path) -> None:
    add(workspace, folder / "trong")
    addition = add(workspace, folder)
    assert (addition.outcome, addition.other) == (Outcome.ADDED, folder / "trong")


def test_what_is_no_folder_is_refused_with_the_reason(folder: Path) -> None:
    with pytest.raises(FolderRefusedError, match="no folder"):
        sources.resolve_folder(str(folder / "vang"))
    with pytest.raises(FolderRefusedError, match="is a file") as refused:
        sources.resolve_folder(str(folder / "phien-0000.txt"))
    assert "bulletin import" in refused.value.words


def test_imported_articles_are_taken_out_by_their_files(workspace: Workspace) -> None:
    write_articles(workspace.paths.imported, 1)
    with pytest.raises(FolderRefusedError, match="kept as files below"):
        sources.remove_folder(workspace, workspace.paths.imported)


@pytest.mark.parametrize("typed", ["~khong-ai-ten-nay", "/" + 5000 * "x", "./" + 3000 * "x/"])
def test_what_can_be_no_name_is_refused(workspace: Workspace, typed: str) -> None:
    with pytest.raises(FolderRefusedError, match="no folder"):
        sources.resolve_folder(typed)
    with pytest.raises(FolderRefusedError, match="not in the library"):
        sources.remove_typed(workspace, typed)


def test_a_home_and_what_holds_it_is_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "nha"))
    held = [Path("/"), tmp_path, tmp_path / "nha", tmp_path / "nha" / "bai", tmp_path / "khac"]
    assert list(map(sources.is_everything, held)) == [True, True, True, False, False]


def test_a_folder_that_was_removed_takes_its_articles_along_but_no_mark(
    workspace: Workspace, folder: Path
) -> None:
    add(workspace, folder)
    sources.remove_folder(workspace, folder)
    assert find_folders(workspace.paths).added == ()
    with pytest.raises(FolderRefusedError, match="not in the library"):
        sources.remove_folder(workspace, folder)


def test_the_bundled_reports_can_be_removed_and_added_again(workspace: Workspace) -> None:
    sources.remove_typed(workspace, "bundled")
    assert find_folders(workspace.paths).all == ()
    assert not len(open_stacks(workspace.paths).library)
    assert sources.add_bundled(workspace).outcome is Outcome.ADDED
    assert sources.add_bundled(workspace).outcome is Outcome.ALREADY_THERE
    assert find_folders(workspace.paths).bundled == workspace.paths.articles


def test_a_folder_read_without_being_added_knows_of_no_other(
    workspace: Workspace, folder: Path
) -> None:
    add(workspace, folder)
    assert find_folders(workspace.paths.for_folder(folder / "trong")).all == (folder / "trong",)


def test_what_was_imported_is_in_the_library(workspace: Workspace) -> None:
    write_articles(workspace.paths.imported / "nguon", 3)
    stacks = open_stacks(workspace.paths)
    assert [len(group.positions) for group in stacks.library.folders] == [5, 3]
    assert len(stacks.library.recent) == 8


def test_sources_are_listed_with_what_is_in_them(workspace: Workspace, folder: Path) -> None:
    (folder / "rong.md").write_text("")
    add(workspace, folder)
    index_library(workspace.paths)
    with open_workspace(workspace.paths, Settings()) as opened:
        bundled, added = sources.list_sources(opened)
    assert (bundled.kind, bundled.articles, bundled.problem) == (SourceKind.BUNDLED, 5, "")
    assert (added.folder, added.articles, added.unreadable) == (folder, 6, 1)
    assert added.seen_at is not None


def test_a_folder_that_is_away_keeps_its_articles_and_is_named(
    workspace: Workspace, folder: Path
) -> None:
    add(workspace, folder)
    index_library(workspace.paths)
    folder.rename(folder.with_name("thao-ra"))
    index_library(workspace.paths)
    with open_workspace(workspace.paths, Settings()) as opened:
        away = sources.list_sources(opened)[1]
        assert len(opened.library) == 11
        assert opened.library.problems == ()
    assert (away.articles, away.problem) == (6, "There is no such folder.")


def test_articles_leave_the_index_with_their_folder(workspace: Workspace, folder: Path) -> None:
    add(workspace, folder)
    index_library(workspace.paths)
    sources.remove_folder(workspace, folder)
    assert index_library(workspace.paths) == 5
