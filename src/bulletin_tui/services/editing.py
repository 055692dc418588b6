"""Editing: what is known about an article, corrected by hand and taken back."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from bulletin_tui.errors import IndexUnavailableError, UsageError
from bulletin_tui.services.stacks import MemoryStacks
from bulletin_tui.text.by_hand import (
    FIELDS,
    NotADateError,
    NotALanguageError,
    corrected,
    understood,
)
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bulletin_tui.model.article import Article
    from bulletin_tui.services.workspace import Workspace


def correct(workspace: Workspace, article: Article, typed: Mapping[str, str]) -> Article:
    """The article by what was typed for some fields, which wins over what its file says.

    Several values are parted by line feeds or `;`; an empty text says that there is none. Raises
    UsageError for what cannot be understood, and NotSavedError.
    """
    return _save(workspace, article, understand(typed))


def understand(typed: Mapping[str, str]) -> dict[str, str]:
    """The corrections that were typed. Raises UsageError for what cannot be understood."""
    return {field: _understood(field, text) for field, text in typed.items()}


def uncorrect(workspace: Workspace, article: Article, fields: tuple[str, ...] = FIELDS) -> Article:
    """The article with fields as its file has them again. Raises NotSavedError."""
    return _save(workspace, article, dict.fromkeys(fields))


def corrections_of(workspace: Workspace, article_id: str) -> Mapping[str, str]:
    """What was corrected of an article, by field. Raises StateUnavailableError."""
    return workspace.store.corrections.all().get(article_id, {})


def _understood(field: str, typed: str) -> str:
    try:
        value = understood(field, typed)
    except NotADateError as error:
        sentence = _("“{typed}” is not a date.").format(typed=error)
        advice = _("Write it as 2018, 10/2018, 18/10/2018 or 18/10/2018 08:06.")
        raise UsageError(sentence, advice=advice) from error
    except NotALanguageError as error:
        sentence = _("“{typed}” is not the code of a language.").format(typed=error)
        raise UsageError(sentence, advice=_("Write it as vi, en or en-GB.")) from error
    if field == "title" and not value:
        raise UsageError(_("An article has to have a title."))
    return value


def _save(workspace: Workspace, article: Article, values: Mapping[str, str | None]) -> Article:
    workspace.store.corrections.save(article, values)
    return show_corrected(workspace, article, corrections_of(workspace, article.id))


def show_corrected(
    workspace: Workspace, article: Article, corrections: Mapping[str, str]
) -> Article:
    """Have the library show an article by what was corrected of it, which is saved already.

    In memory it is the article as it was read last, whose file may have changed meanwhile.
    """
    stacks = workspace.stacks
    if isinstance(stacks, MemoryStacks):
        article = corrected(stacks.find_article(article.id) or article, corrections)
        workspace.stacks = stacks.with_article(article)
        return article
    article = corrected(article, corrections)
    from bulletin_tui.services.indexed_stacks import IndexStacks  # few libraries need the index

    if isinstance(stacks, IndexStacks):
        with suppress(IndexUnavailableError):  # then the next build takes the correction in
            stacks.correct(article, corrections)
    return article
