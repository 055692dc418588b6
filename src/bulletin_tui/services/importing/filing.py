"""Putting what was imported under a source, whatever the texts say of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.errors import IndexUnavailableError
from bulletin_tui.services.importing.report import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bulletin_tui.model.article import Article
    from bulletin_tui.services.importing.report import ImportedFile, ImportReport
    from bulletin_tui.services.workspace import Workspace


def file_under(workspace: Workspace, report: ImportReport, source: str) -> None:
    """Correct the source of all articles, also of those that were in the library already.

    What the texts name stays in their evidence. It shows once the library is read again. Raises
    NotSavedError.
    """
    workspace.store.corrections.save_all(_articles(workspace, report), {"source": source})


def _articles(workspace: Workspace, report: ImportReport) -> Iterator[Article]:
    for file in report.files:
        if file.kept_path is not None and file.article is not None:
            yield file.article
        elif file.outcome is Outcome.DUPLICATE:
            known = _find_known(workspace, file)
            if known is not None:
                yield known


def _find_known(workspace: Workspace, file: ImportedFile) -> Article | None:
    """What the file is a duplicate of; where that cannot be looked up, the file's own article."""
    if file.other is None:
        return file.article
    try:
        return workspace.stacks.find_article(file.other.id)
    except IndexUnavailableError:
        return file.article
