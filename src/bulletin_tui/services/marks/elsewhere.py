"""Marked articles whose files are there, but in no folder of the library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnchorState
from bulletin_tui.services.folders import library_folders

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bulletin_tui.model.annotation import PlacedAnnotation
    from bulletin_tui.services.workspace import Workspace

ELSEWHERE = "elsewhere"
"""How such marks stand, beside the states of an anchor: nobody looked into their texts."""


def is_elsewhere(paths: Iterable[str], folders: Sequence[Path]) -> bool:
    """Whether one of the files is there and outside the folders, which are absolute."""
    files = (Path(path).absolute() for path in paths)
    return any(file.is_file() and not any(map(file.is_relative_to, folders)) for file in files)


def articles_elsewhere(workspace: Workspace, placed: Iterable[PlacedAnnotation]) -> frozenset[str]:
    """The articles of those marks without a place that are only in another folder."""
    lost = {each.annotation.article_id for each in placed if each.state is AnchorState.ORPHAN}
    folders = [folder.absolute() for folder in library_folders(workspace.paths)] if lost else []
    return frozenset(each for each in lost if _is_elsewhere(workspace, each, folders))


def _is_elsewhere(workspace: Workspace, article_id: str, folders: Sequence[Path]) -> bool:
    if workspace.stacks.find_summary(article_id) is not None:
        return False
    known = workspace.store.find_document(article_id)
    return known is not None and is_elsewhere(known.paths, folders)
