"""Quality: how often a right answer comes first, or among the first ten, by kind of query."""

from __future__ import annotations

from collections import defaultdict
from contextlib import closing
from statistics import mean
from typing import TYPE_CHECKING

from finding.ceiling import Chance, ceilings
from finding.ours import open_ours
from finding.peers import open_tantivy
from finding.queries import KINDS
from finding.table import print_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from finding.library import Library
    from finding.queries import Question

ENGINES = ("ours", "strict stage", "tantivy", "tantivy fuzzy")
PROMISED = {
    **dict.fromkeys("title_exact nodia tone telex vni typo1".split(), 0.99),
    **dict.fromkeys("joined prefix".split(), 0.98),
    "typo2": 0.97,
    "phrase": 0.95,
    "body3": 0.73,
    **dict.fromkeys("code code_fold code_abbr".split(), 0.96),
}
"""Of success among the first ten."""
LIMIT, FIRST_HITS = 50, 10
"""Hits asked for, as the interface does, and those that are looked at."""


def report_quality(library: Library, questions: Sequence[Question]) -> None:
    """One row a kind, and the mean of the kinds."""
    known = {story.id for story in library.corpus}
    asked = [question for question in questions if question.answers & known]
    found = _found(library, asked)
    found["ceiling"] = ceilings(asked, library.corpus)
    kinds = [question.kind for question in asked]
    shares = {name: _by_kind(kinds, chances) for name, chances in found.items()}
    rows = [
        [
            kind,
            str(kinds.count(kind)),
            *(_cell(each[kind]) for each in shares.values()),
            _goal(kind),
        ]
        for kind in sorted(set(kinds), key=_place)
    ]
    means = [_cell(_mean(list(each.values()))) for each in shares.values()]
    heads = ["right first / among ten", "n", *found, "promised"]
    print_table(
        f"Quality: {len(asked)} queries over {library.corpus.size} articles",
        heads,
        [*rows, ["mean of the kinds", str(len(asked)), *means, ".85/.96"]],
    )


def _found(library: Library, questions: Sequence[Question]) -> dict[str, list[Chance]]:
    """What each engine made of each query, each query asked of all in turn."""
    peers = [open_tantivy(library.tantivy, is_fuzzy=is_fuzzy) for is_fuzzy in (False, True)]
    found: dict[str, list[Chance]] = {name: [] for name in ENGINES}
    with closing(open_ours(library.ours)) as searcher:
        for question in questions:
            strict = searcher.find_strict(question.typed, limit=LIMIT)
            both = searcher.find_more(strict, limit=LIMIT)
            answers = [[hit.article.id for hit in each.hits] for each in (both, strict)]
            answers += [peer.find(question.typed, LIMIT) for peer in peers]
            for name, ids in zip(ENGINES, answers, strict=True):
                right = [id_ in question.answers for id_ in ids[:FIRST_HITS]]
                found[name].append(Chance(any(right[:1]), any(right)))
    return found


def _by_kind(kinds: Sequence[str], chances: Sequence[Chance]) -> dict[str, Chance]:
    of_kind: dict[str, list[Chance]] = defaultdict(list)
    for kind, chance in zip(kinds, chances, strict=True):
        of_kind[kind].append(chance)
    return {kind: _mean(each) for kind, each in of_kind.items()}


def _mean(chances: Sequence[Chance]) -> Chance:
    return Chance(mean(each.at_1 for each in chances), mean(each.at_10 for each in chances))


def _cell(chance: Chance) -> str:
    return f"{chance.at_1:.3f}/{chance.at_10:.3f}"


def _goal(kind: str) -> str:
    return f"{PROMISED[kind]:.2f}".lstrip("0") if kind in PROMISED else ""


def _place(kind: str) -> tuple[int, str]:
    return (KINDS.index(kind) if kind in KINDS else len(KINDS), kind)
