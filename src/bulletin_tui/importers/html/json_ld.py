"""What a page says of itself in JSON-LD, for search engines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

LARGEST_SCRIPT = 256 * 1024
"""In code points."""
_MOST_NODES = 2000
_MOST_AUTHORS = 10
_ARTICLES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BlogPosting Report"
    " ScholarlyArticle TechArticle SocialMediaPosting".split()
)

_PAGES = frozenset("WebPage ItemPage".split())
"""What dates are taken of where no article has any."""
_ORGANISATIONS = frozenset("Organization NewsMediaOrganization GovernmentOrganization".split())
_DATES = ("datePublished", "dateModified")

Json: TypeAlias = "Mapping[str, Json] | list[Json] | str | int | float | bool | None"
Said: TypeAlias = "tuple[str, str, str]"
"""The field of the metadata, the value as it stands there, and the name it has there."""

_NAMES = {
    "headline": "title",
    "datePublished": "published",
    "dateModified": "updated",
    "author": "authors",
    "publisher": "source",
    "articleSection": "category",
    "inLanguage": "language",
}
OF_AN_ORGANISATION = "author.Organization"
"""How the name of an author is called that is an organisation: often it is but the site."""


def read_json_ld(script: str) -> list[Said]:
    """What the first article in the script says; nothing where it is too large or broken."""
    if len(script) > LARGEST_SCRIPT:
        return []
    try:
        data: Json = json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return []
    nodes = list(_nodes(data))
    article = next((node for node in nodes if _is_of(node, _ARTICLES)), {})
    page = next((node for node in nodes if _is_of(node, _PAGES)), {})
    dated = article if any(name in article for name in _DATES) else page
    article = {**article, "author": _meant(article.get("author"), nodes)}
    return [
        (field, value, called)
        for name, field in _NAMES.items()
        for value, called in _named((dated if name in _DATES else article).get(name), name)
    ]


def _nodes(data: Json) -> Iterator[Mapping[str, Json]]:
    """Every object in the data, the outer before the inner."""
    waiting = [data]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, dict):
            yield node
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node


def _is_of(node: Mapping[str, Json], wanted: frozenset[str]) -> bool:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(each, str) and each in wanted for each in kinds)


def _meant(value: Json, nodes: Sequence[Mapping[str, Json]]) -> Json:
    """The authors, where they are but referred to by the ids of other objects."""
    by_id = {
        each: node for node in nodes if isinstance(each := node.get("@id"), str) and "name" in node
    }
    meant: list[Json] = []
    for each in (value if isinstance(value, list) else [value])[:_MOST_AUTHORS]:
        key = each.get("@id") if isinstance(each, dict) and "name" not in each else None
        meant.append(by_id.get(key, each) if isinstance(key, str) else each)
    return meant


def _named(value: Json, called: str) -> Iterator[tuple[str, str]]:
    """Texts, and the names of persons and organisations, alone or in a list; what each is."""
    for each in (value if isinstance(value, list) else [value])[:_MOST_AUTHORS]:
        name = each.get("name") if isinstance(each, dict) else each
        if isinstance(name, str):
            is_one = called == "author" and isinstance(each, dict) and _is_of(each, _ORGANISATIONS)
            yield name, OF_AN_ORGANISATION if is_one else called
