"""Exporting annotations, to be read elsewhere or taken up by another program."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bulletin_tui.errors import NotSavedError
from bulletin_tui.services.json_export import set_in_json
from bulletin_tui.services.markdown_export import set_in_markdown
from bulletin_tui.services.marked_articles import marked_articles
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bulletin_tui.services.workspace import Workspace

_DEFAULT_NAME = "bulletin.md"


def export_markdown(workspace: Workspace, article_id: str | None = None) -> str:
    """The annotations of one article or all as Markdown. Raises ArticleNotFoundError."""
    return set_in_markdown(marked_articles(workspace, article_id))


def export_json(workspace: Workspace, article_id: str | None = None) -> str:
    """The annotations of one article or all as JSON. Raises ArticleNotFoundError."""
    return set_in_json(marked_articles(workspace, article_id))


def export_to_file(workspace: Workspace, path: Path) -> Path:
    """Write all annotations to a new file, as JSON when its name ends so, else as Markdown.

    A file that is there is never overwritten: the path that was free is returned.
    Raises NotSavedError.
    """
    as_json = path.suffix.lower() == ".json"
    exported = export_json(workspace) if as_json else export_markdown(workspace)
    try:
        free = _free_path(path.expanduser())
        write_export(free, exported)
    except (OSError, RuntimeError) as error:
        sentence = _("{path} was not written: {reason}")
        reason = getattr(error, "strerror", None) or str(error)
        raise NotSavedError(
            sentence.format(path=clean_line(str(path)), reason=reason),
            advice=_("Choose another folder or name."),
        ) from error
    return free


def write_export(path: Path, text: str, *, replace: bool = False) -> None:
    """Write a new file wholly or not at all; with `replace`, one that is there is the old or new.

    Raises OSError.
    """
    if not replace:
        _write_new(path, text)
    elif path.exists() and not path.is_file():
        path.write_text(text, encoding="utf-8")  # a device or a pipe, which has nothing to lose
    else:
        target = path.resolve()  # a link goes on leading to its file
        beside = target.with_name(f".bulletin-{os.getpid()}")
        _write_new(beside, text)
        with _unlinked_on_failure(beside):
            if target.exists():
                shutil.copymode(target, beside)
            beside.replace(target)


def _write_new(path: Path, text: str) -> None:
    with path.open("x", encoding="utf-8") as file, _unlinked_on_failure(path):
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _unlinked_on_failure(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError:
        path.unlink()
        raise


def _free_path(path: Path) -> Path:
    """The path itself, or one in the folder that it is, with a number when that is taken."""
    if path.is_dir():
        path /= _DEFAULT_NAME
    free, number = path, 1
    while os.path.lexists(free):
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free
