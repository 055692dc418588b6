"""An article's data as lines: what is known and can be corrected, then what is so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.services.encodings import encoding_label, has_encoding
from bulletin_tui.services.folds import fold_count, fold_kinds
from bulletin_tui.services.known_fields import known_fields
from bulletin_tui.services.reading import reading_minutes
from bulletin_tui.text.by_hand import SEVERAL
from bulletin_tui.text.folded_runs import folded_runs
from bulletin_tui.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bulletin_tui.model.article import Article

_SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class DataLine:
    """One line of an article's data."""

    label: str
    value: str
    detail: str = ""
    """Where it comes from."""
    field: str | None = None
    """What is corrected by editing it; None for what cannot be."""
    typed: str = ""
    """What stands in the line while it is edited."""
    is_corrected: bool = False
    is_encoding: bool = False
    """Whether another encoding can be chosen on it."""


def data_lines(article: Article) -> tuple[DataLine, ...]:
    """Every line, the fields that can be edited first."""
    return (*_editable(article), *_settled(article))


def _editable(article: Article) -> Iterator[DataLine]:
    for known in known_fields(article):
        typed = known.shown
        if known.field in SEVERAL:
            typed = known.value.replace("\n", _SEPARATOR)
        yield DataLine(
            known.label, known.shown or "–", known.origin, known.field, typed, known.is_corrected
        )


def _settled(article: Article) -> Iterator[DataLine]:
    summary, document = article.summary, article.document
    if summary.portal:
        yield DataLine(_("Taken from"), summary.portal)
    minutes = reading_minutes(summary.words)
    length = ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
    yield DataLine(_("Words"), f"{summary.words} · {length}")
    for run in folded_runs(document.blocks):
        yield DataLine(_("Folded"), fold_count(run), fold_kinds(run))
    if has_encoding(article):
        label = encoding_label(document.provenance.encoding)
        yield DataLine(_("Encoding"), label, _("Enter shows others"), is_encoding=True)
    for warning in document.warnings:
        yield DataLine(_("Warning"), warning)
    for path in summary.paths:
        yield DataLine(_("File"), path)
    yield DataLine(_("Id"), summary.id)
