"""How much of a page's text is shown, and how much else: our reading, extractors, both together.

    python benchmarks/extractors.py [--pages 60] [--seed 1]

The extractors are readability-lxml and trafilatura, as far as they are installed. Together means:
a vote folds what the extractor leaves out (`and`), or shows what it keeps (`or`). Precision and
recall count words; title, date and author count for neither.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from random import Random
from typing import TYPE_CHECKING

from saved_pages import BUILDS, SavedPage, saved_page

from bulletin_tui.importers.html.reading import read_html
from bulletin_tui.importers.html_words import visible_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bulletin_tui.model.article import Document

_KEPT = 0.5
"""Of a block's words: with more of them in what an extractor gives, the extractor keeps it."""


def main() -> None:
    """Print a table: ways of building down, ways of reading across."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=60, help="of each way of building")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    extractors = installed()
    scores: dict[str, dict[str, list[tuple[float, float]]]] = {}
    spent: defaultdict[str, float] = defaultdict(float)
    for build in BUILDS:
        for number in range(arguments.pages):
            page = saved_page(Random(f"{arguments.seed} {build.__name__} {number}"), build)
            for way, shown in readings(page, extractors, spent).items():
                found = precision_and_recall(page, shown)
                scores.setdefault(way, {}).setdefault(build.__name__, []).append(found)
    print(f"{'precision / recall':28}" + "".join(f"{each.__name__:>18}" for each in BUILDS))
    for way, by_build in scores.items():
        print(f"{way:28}" + "".join(f"{mean(each):>18}" for each in by_build.values()))
    pages = arguments.pages * len(BUILDS)
    print(
        "\nms a page: "
        + ", ".join(f"{way} {1000 * each / pages:.1f}" for way, each in spent.items())
    )


def installed() -> Mapping[str, Callable[[str], str]]:
    """What can be asked for the text of a page."""
    found: dict[str, Callable[[str], str]] = {}
    try:
        from readability import Document as Readability

        found["readability-lxml"] = lambda source: as_text(Readability(source).summary())
    except ImportError:
        print("readability-lxml is not installed")
    try:
        import trafilatura

        found["trafilatura"] = lambda source: trafilatura.extract(source, favor_recall=True) or ""
    except ImportError:
        print("trafilatura is not installed")
    return found


def as_text(source: str) -> str:
    """The words of a piece of HTML."""
    return "\n".join(visible_lines(source))


def readings(
    page: SavedPage, extractors: Mapping[str, Callable[[str], str]], spent: dict[str, float]
) -> dict[str, str]:
    """What is shown of the page, by who decides it."""
    started = time.process_time()
    document = read_html(page.source)
    spent["ours"] += time.process_time() - started
    ours = [not block.is_folded for block in document.blocks]
    shown = {"everything": document.text, "ours": chosen(document, ours)}
    for name, extract in extractors.items():
        started = time.process_time()
        kept = extract(page.source)
        spent[name] += time.process_time() - started
        votes = keeps(document, kept)
        either = [mine or vote for mine, vote in zip(ours, votes, strict=True)]
        both = [mine and vote for mine, vote in zip(ours, votes, strict=True)]
        shown[name] = kept
        shown[f"ours or {name}"] = chosen(document, either)
        shown[f"ours and {name}"] = chosen(document, both if any(votes) else ours)
    return shown


def chosen(document: Document, shown: list[bool]) -> str:
    """The words of these blocks."""
    return "\n".join(
        document.text[block.start : block.end]
        for block, is_shown in zip(document.blocks, shown, strict=True)
        if is_shown
    )


def keeps(document: Document, kept: str) -> list[bool]:
    """Whether what an extractor gave has most words of each block, in rows of three."""
    rows = set(rows_of(kept))
    votes = []
    for block in document.blocks:
        own = rows_of(document.text[block.start : block.end])
        votes.append(sum(row in rows for row in own) > _KEPT * len(own))
    return votes


def rows_of(text: str) -> list[tuple[str, ...]]:
    """Words in rows of three, or all of them."""
    words = text.split()
    return [tuple(words[start : start + 3]) for start in range(max(1, len(words) - 2))]


def precision_and_recall(page: SavedPage, shown: str) -> tuple[float, float]:
    """Of the words, without those of title, date and author."""
    wanted = Counter(page.text.split())
    found = Counter(shown.split()) - Counter(page.head.split())
    right = (wanted & found).total()
    return right / max(1, found.total()), right / wanted.total()


def mean(pairs: list[tuple[float, float]]) -> str:
    """Both, of all pages."""
    precision, recall = (sum(values) / len(pairs) for values in zip(*pairs, strict=True))
    return f"{precision:.3f} / {recall:.3f}"


if __name__ == "__main__":
    main()
