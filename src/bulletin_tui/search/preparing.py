"""Articles made ready for the index: everything that needs no database, so that any process can."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bulletin_tui.model.packing import pack_layout, pack_metadata, pack_provenance
from bulletin_tui.search.cutting import cut
from bulletin_tui.search.stored import Passage
from bulletin_tui.search.unfolded import folded_spans
from bulletin_tui.search.wording import head_from_values, head_of

if TYPE_CHECKING:
    from bulletin_tui.model.article import Article, PrintedDate
    from bulletin_tui.search.wording import Head

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class PreparedArticle:
    """An article as the catalogue takes it."""

    key: str
    text_hash: str
    title: str
    source: str | None
    place: str | None
    dated: str
    """Sortable; empty without a date."""
    metadata: str
    """JSON of `packing.pack_metadata`, without the title."""
    layout: str
    """JSON of `packing.pack_layout`."""
    provenance: str
    """JSON of `packing.pack_provenance`."""
    folded: str
    """JSON of where the text is folded, so that nobody unpacks the layout; empty where nowhere."""
    paths: tuple[str, ...]
    words: int
    length: int
    passages: tuple[Passage, ...]
    head: Head


def prepare(article: Article) -> PreparedArticle:
    """The rows of an article, and the words of its head."""
    summary, document = article.summary, article.document
    folded = folded_spans(document.blocks)
    return PreparedArticle(
        key=summary.id,
        text_hash=article.text_hash,
        title=summary.title,
        source=summary.source,
        place=summary.place,
        dated=_sortable(summary.dated),
        metadata=_json(pack_metadata(replace(document.metadata, title=None))),
        layout=_json(pack_layout(document.blocks, document.inlines)),
        provenance=_json(pack_provenance(document)),
        folded=_json([(span.start, span.end) for span in folded]) if folded else "",
        paths=summary.paths,
        words=summary.words,
        length=len(document.text),
        passages=tuple(
            Passage(span.start, article.text[span.start : span.end])
            for span in cut(article.text, document.blocks)
        ),
        head=head_of(summary, document.metadata),
    )


def to_line(prepared: PreparedArticle) -> str:
    """One line of JSON."""
    values = {name: getattr(prepared, name) for name in PreparedArticle.__slots__}
    values["head"] = prepared.head.values()
    return _json(values)


def from_line(line: str) -> PreparedArticle:
    """What `to_line` wrote."""
    values = json.loads(line)
    values["paths"] = tuple(values["paths"])
    values["passages"] = tuple(Passage(start, text) for start, text in values["passages"])
    values["head"] = head_from_values(values["head"])
    return PreparedArticle(**values)


def _json(values: object) -> str:
    return _ENCODER.encode(values)


def _sortable(dated: PrintedDate | None) -> str:
    return dated.value.isoformat(timespec="minutes") if dated else ""
