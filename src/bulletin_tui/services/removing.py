"""Taking imported articles out of the library: their files are moved aside, never deleted."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.errors import NothingFoundError
from bulletin_tui.library.originals import Originals
from bulletin_tui.services.sources import SourceKind
from bulletin_tui.services.stacks import article_not_found
from bulletin_tui.services.typed_paths import as_spelt, expanded
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bulletin_tui.model.article import ArticleSummary
    from bulletin_tui.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Removal:
    """An imported article that can be taken out, or was."""

    title: str
    files: tuple[Path, ...]
    """Those in the library; once it was taken out, where they are now."""
    elsewhere: tuple[str, ...]
    """Paths of the same text in folders of the library, from which it is still read."""


def find_removable(workspace: Workspace, typed: str) -> str | None:
    """The id of the article that is meant by a file, an id or its beginning; None for a folder.

    Raises ArticleNotFoundError when several ids begin so, or when no article is in the file.
    """
    path = as_spelt(expanded(typed))
    if typed == SourceKind.BUNDLED or os.path.isdir(path):  # noqa: PTH112 - any text is answered
        return None
    if os.path.isfile(path):  # noqa: PTH113
        ids = workspace.stacks.ids_at([str(path), os.path.realpath(path)])
        if not ids:
            raise article_not_found(typed)
        return ids[0]
    if workspace.stacks.find_summary(typed) is not None:
        return typed
    workspace.stacks.refresh()  # the beginning of an id needs the whole library
    is_one = workspace.library.ids_beginning(typed, 1) or typed in workspace.store.successors()
    return workspace.get_id(typed) if is_one else None


def check_imported(workspace: Workspace, article_id: str) -> Removal:
    """What taking the article out would move. Raises ArticleNotFoundError.

    Raises NothingFoundError if it was not imported, saying where it is.
    """
    summary = workspace.stacks.find_summary(article_id)
    if summary is None:
        raise article_not_found(article_id)
    removal = _removal(workspace, summary)
    if not removal.files:
        sentence = _("“{title}” was not imported: its file is {path}.")
        raise NothingFoundError(
            sentence.format(title=summary.title, path=clean_line(summary.paths[0])),
            advice=_("Take its folder out of the library, or move the file; your marks are kept."),
        )
    return removal


def remove_imported(workspace: Workspace, article_id: str) -> Removal:
    """Move the article's files out of the library, which shows it until it is read again.

    Its marks, corrections and place stay, and are there again when the same text is. An encoding
    chosen for a file is not kept, for another file may come to its path. Of several files those
    that are gone already are left out. Raises what `check_imported` does, and NotSavedError.
    """
    workspace.store.check_keeping()
    removal = check_imported(workspace, article_id)
    originals = Originals(workspace.paths.imported)
    there = tuple(filter(os.path.lexists, removal.files)) or removal.files  # none: that is said
    try:
        moved = tuple(originals.set_out(file, workspace.paths.removed) for file in there)
    finally:
        _forget_choices(workspace, removal.files)
    return Removal(removal.title, moved, removal.elsewhere)


def describe_removal(removal: Removal) -> str:
    """What came of it, as sentences."""
    places = ", ".join(clean_line(str(file)) for file in removal.files)
    words = _("“{title}” was taken out; your marks are kept. Import {path} to have it back.")
    words = words.format(title=removal.title, path=places)
    if not removal.elsewhere:
        return words
    still = _("It is still read from {path}.").format(path=clean_line(removal.elsewhere[0]))
    return f"{words} {still}"


def _forget_choices(workspace: Workspace, files: Iterable[Path]) -> None:
    """Take back the encodings that were chosen for those of the files that are gone."""
    chosen = workspace.store.encodings.all()
    freed = [str(file) for file in files if str(file) in chosen and not os.path.lexists(file)]
    if not freed:
        return
    with workspace.store.act() as act:
        for path in freed:
            act.choose_encoding(path, None)


def _removal(workspace: Workspace, summary: ArticleSummary) -> Removal:
    originals = Originals(workspace.paths.imported)
    is_read = workspace.paths.is_library
    files = [path for path in summary.paths if is_read and originals.holds(path)]
    elsewhere = tuple(path for path in summary.paths if path not in files)
    return Removal(summary.title, tuple(map(originals.folder.joinpath, files)), elsewhere)
