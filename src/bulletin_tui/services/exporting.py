"""Exporting annotations, to be read elsewhere or taken up by another program."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count, islice
from typing import TYPE_CHECKING

from bulletin_tui.errors import NotSavedError
from bulletin_tui.reasons import system_reason
from bulletin_tui.services.interchange.formats import JSON_LD, WRITERS
from bulletin_tui.services.interchange.json_ld import set_in_json_ld
from bulletin_tui.services.interchange.template import set_in_template
from bulletin_tui.services.marked_articles import marked_articles
from bulletin_tui.services.new_files import free_path, write_file
from bulletin_tui.text.clean import clean_line
from bulletin_tui.text.slugs import slug
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from bulletin_tui.services.interchange.template import Template
    from bulletin_tui.services.marked_articles import MarkedArticle
    from bulletin_tui.services.workspace import Workspace

FORMATS = ("markdown", JSON_LD, *(name for name in WRITERS if name != "markdown"))
_SUFFIX_OF = {
    "markdown": ".md",
    JSON_LD: ".jsonld",
    "csv": ".csv",
    "readwise": ".csv",
    "clippings": ".txt",
}
"""The others are JSON."""
_CHOSEN_BY = {".md": "markdown", ".jsonld": JSON_LD, ".json": "json", ".csv": "csv"}
"""Any other name of a file chooses Markdown."""
_NAMES = {"markdown": "Markdown", JSON_LD: "JSON-LD", "json": "JSON", "csv": "CSV"}
_DEFAULT_NAME = "bulletin.md"


@dataclass(frozen=True, slots=True)
class Shape:
    """How marks are to be set."""

    form: str = "markdown"
    """One of `FORMATS`."""
    with_texts: bool = True
    """Whether JSON-LD takes the marked texts along."""
    template: Template | None = None
    """In place of the usual Markdown."""

    @property
    def suffix(self) -> str:
        """How the name of such a file ends."""
        return _SUFFIX_OF.get(self.form, ".json")


def export(workspace: Workspace, shape: Shape, article_id: str | None = None) -> str:
    """The annotations of one article or all. Raises ArticleNotFoundError."""
    return _set(workspace, shape, marked_articles(workspace, article_id))


def export_into(
    workspace: Workspace,
    folder: Path,
    shape: Shape,
    article_id: str | None = None,
    *,
    replace: bool = False,
) -> list[Path]:
    """Write a file for each article into a folder, named after its title.

    Raises ArticleNotFoundError, and NotSavedError when one cannot be written or, without
    `replace`, is there already.
    """
    written: list[Path] = []
    taken: set[str] = set()
    for marked in marked_articles(workspace, article_id):
        name = _free_name(slug(marked.title) or slug(marked.id) or "article", taken)
        path = folder / f"{name}{shape.suffix}"
        with _failures_in_words(path):
            folder.mkdir(parents=True, exist_ok=True)
            if not path.resolve().is_relative_to(folder.resolve()):
                raise OSError(errno.ELOOP, _("it is a link that leads out of the folder"))
            write_file(path, _set(workspace, shape, [marked]), replace=replace)
        written.append(path)
    return written


def _free_name(name: str, taken: set[str]) -> str:
    """The name, with a number when another article has it already."""
    numbers = (f"{name}-{number}" for number in count(2))
    free = next(each for each in (name, *islice(numbers, len(taken) + 1)) if each not in taken)
    taken.add(free)
    return free


def describe_choice(path: Path) -> str:
    """Which format the name of the file chooses, as a sentence."""
    name = _NAMES[_chosen_by(path)]
    if not path.suffix or path.suffix.lower() in _CHOSEN_BY:
        return _("It will be {format}.").format(format=name)
    words = _("No format goes with {suffix}: it will be {format}.")
    return words.format(suffix=clean_line(path.suffix), format=name)


def export_to_file(workspace: Workspace, path: Path, only: Collection[str] | None = None) -> Path:
    """Write annotations to a new file, in the format that its name chooses.

    `only` has the ids of those to be written; without it all are. A file that is there is never
    overwritten: the path that was free is returned. Raises NotSavedError.
    """
    exported = _set(workspace, Shape(_chosen_by(path)), marked_articles(workspace, only=only))
    with _failures_in_words(path):
        path = path.expanduser()
        free = free_path(path / _DEFAULT_NAME if path.is_dir() else path)
        write_file(free, exported)
    return free


def _chosen_by(path: Path) -> str:
    return _CHOSEN_BY.get(path.suffix.lower(), "markdown")


def _set(workspace: Workspace, shape: Shape, articles: Sequence[MarkedArticle]) -> str:
    if shape.template is not None:
        return set_in_template(articles, shape.template)
    if shape.form == JSON_LD:
        return set_in_json_ld(articles, _texts(workspace, articles) if shape.with_texts else {})
    return WRITERS[shape.form](articles)


@contextmanager
def _failures_in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as error:  # the latter for a home that nobody has
        sentence = _("{path} was not written: {reason}")
        reason = system_reason(error) if isinstance(error, OSError) else str(error)
        raise NotSavedError(
            sentence.format(path=clean_line(str(path)), reason=reason),
            advice=_("Choose another folder or name."),
        ) from error


def _texts(workspace: Workspace, articles: Sequence[MarkedArticle]) -> dict[str, str]:
    """The texts that were marked, by their digests; one that is damaged is left out."""
    digests = {placed.annotation.text_digest for marked in articles for placed in marked.placed}
    found = ((digest, workspace.store.find_text(digest)) for digest in digests)
    return {digest: text for digest, text in found if text}
