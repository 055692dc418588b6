"""The sidebar as rows: smart lists, sources and places, each unfolding to its articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bulletin_tui.model.article import Article
    from bulletin_tui.model.library import Library
    from bulletin_tui.services.reading import ReadingState


@dataclass(frozen=True, slots=True)
class SidebarRow:
    """One line of the sidebar."""

    key: str
    """Stable across rebuilds, so that the cursor can stay."""
    label: str
    count: int | None = None
    article_id: str | None = None
    """Set on articles only."""
    depth: int = 0
    is_expanded: bool | None = None
    """None on what does not unfold."""
    is_section: bool = False
    is_read: bool = False
    is_marked: bool = False


def sidebar_rows(
    library: Library, state: ReadingState, expanded: frozenset[str]
) -> tuple[SidebarRow, ...]:
    """Every visible row, in order; `expanded` holds the keys of the rows that are unfolded."""
    rows: list[SidebarRow] = []

    def group(key: str, label: str, articles: list[Article], count: int | None = None) -> None:
        is_expanded = key in expanded
        shown = len(articles) if count is None else count
        rows.append(SidebarRow(key, label, shown, is_expanded=is_expanded if articles else None))
        if is_expanded:
            rows.extend(_article_row(key, article, state) for article in articles)

    everything = list(library.articles)
    group("all", _("All"), everything)
    group("unread", _("Unread"), [a for a in everything if a.id not in state.read_ids])
    marked = [article for article in everything if bool(state.marks.get(article.id))]
    group("marked", _("With marks"), marked, sum(state.marks.values()))
    rows.append(SidebarRow("sources", _("Sources"), is_section=True))
    for source, articles in _grouped(everything, lambda a: a.summary.source):
        group(f"source:{source}", source or _("Unknown source"), articles)
    rows.append(SidebarRow("places", _("Places"), is_section=True))
    for place, articles in _grouped(everything, lambda a: a.summary.place):
        if place:
            group(f"place:{place}", place, articles)
    return tuple(rows)


def _article_row(group: str, article: Article, state: ReadingState) -> SidebarRow:
    return SidebarRow(
        key=f"{group}/{article.id}",
        label=article.summary.title,
        article_id=article.id,
        depth=1,
        is_read=article.id in state.read_ids,
        is_marked=bool(state.marks.get(article.id)),
    )


def _grouped(
    articles: Iterable[Article], key: Callable[[Article], str | None]
) -> list[tuple[str, list[Article]]]:
    groups: dict[str, list[Article]] = {}
    for article in articles:
        groups.setdefault(key(article) or "", []).append(article)
    return sorted(groups.items(), key=lambda item: (not item[0], item[0].casefold()))
