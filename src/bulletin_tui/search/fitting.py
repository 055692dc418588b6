"""Whether what is known about an article answers the fields and dates of a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.article import Article, Document
from bulletin_tui.model.search import Field
from bulletin_tui.search.matching import Slot, find_all
from bulletin_tui.search.periods import is_between
from bulletin_tui.search.readings import typed_readings
from bulletin_tui.search.texts import ArticleEntry

if TYPE_CHECKING:
    from bulletin_tui.model.article import ArticleSummary
    from bulletin_tui.model.search import Query, Term


def asks_for_data(query: Query) -> bool:
    """Whether anything is asked of an article that is neither in its text nor a tag."""
    return query.before is not None or query.after is not None or any(_data_terms(query))


def data_fits(query: Query, summary: ArticleSummary) -> bool:
    """Whether title, source, author, place, documents, language and date are as asked for."""
    if not is_between(summary.dated, query.after, query.before):
        return False
    entry = ArticleEntry(Article(summary, Document("", ()), text_hash=""))
    for term in _data_terms(query):
        slot = Slot(term, typed_readings(term, is_strict=True))
        if (find_all(entry, [slot]) is None) is not term.negated:
            return False
    return True


def _data_terms(query: Query) -> list[Term]:
    return [term for term in query.terms if term.field not in {Field.ANY, Field.TAG}]
