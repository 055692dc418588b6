"""Marks as a file tells of them: cleaned, of sound types, and not yet looked for anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import TextQuoteSelector
from bulletin_tui.text.clean import clean

if TYPE_CHECKING:
    from datetime import datetime

    from bulletin_tui.model.annotation import AnnotationKind, HighlightColor, TextVersion
    from bulletin_tui.model.article import Span


@dataclass(frozen=True, slots=True)
class IncomingArticle:
    """What a file says of the article of a mark; each field may be empty."""

    id: str = ""
    title: str = ""
    source: str | None = None
    text_hash: str = ""
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IncomingMark:
    """A mark that quotes something."""

    where: str
    """Where in the file it stands, in words."""
    article: IncomingArticle
    kind: AnnotationKind
    quote: TextQuoteSelector
    id: str = ""
    """As the file has it, whatever its form; empty when it has none."""
    revision: int = 1
    span: Span | None = None
    """On `version`; None when it is not known, or cannot be right."""
    version: TextVersion | None = None
    text_digest: str = ""
    text: str = ""
    """The text that was marked; empty when the file does not bring it, or not as it was."""
    color: HighlightColor | None = None
    """None when the file does not say, and for a bookmark."""
    note: str = ""
    tags: tuple[str, ...] = ()
    created_at: datetime | None = None
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something in a file that is not taken, and why."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file holds."""

    marks: tuple[IncomingMark, ...] = ()
    refusals: tuple[Refusal, ...] = ()


def sound_quote(quote: TextQuoteSelector, span: Span | None, text: str) -> TextQuoteSelector:
    """The quote, cleaned unless `text`, which is clean, has it at `span` as it is.

    A fragment that is cut inside of what belongs together would not be clean by itself.
    """
    if span is None or not text:
        return TextQuoteSelector(clean(quote.exact), clean(quote.prefix), clean(quote.suffix))
    before, passage, after = text[: span.start], text[span.start : span.end], text[span.end :]
    return TextQuoteSelector(
        quote.exact if quote.exact == passage else clean(quote.exact),
        quote.prefix if before.endswith(quote.prefix) else clean(quote.prefix),
        quote.suffix if after.startswith(quote.suffix) else clean(quote.suffix),
    )
