"""How soon a search answers, key by key, over libraries that are searched from memory.

The articles are made up, or read from a file with one JSON object a line: title and body.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import statistics
import time
import unicodedata
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Article, ArticleSummary, Block, BlockKind, Document
from bulletin_tui.services.searching import Searcher
from bulletin_tui.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = (5, 500)
ONSETS = "b c ch d đ g gi h kh l m n ng nh ph qu s t th tr v x".split()
RIMES = (
    "a an ang anh ao au ay ăn âm âng ân ây e en eo ê ên êt êu i iên iêt iêu inh it o oa oan oc oi"
    " ong ô ôi ôn ông ôt ơ ơi ơn u ua uân uc ui ung uôc uôi ư ưa ưc ưng ươc ươi ương y"
).split()
TONES = ("", "", "\u0301", "\u0300", "\u0309", "\u0323")
WORDS_IN_TITLE, WORDS_IN_PARAGRAPH, PARAGRAPHS = 12, 80, 8


def main() -> None:
    """Print a table for each size of library."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=Path, help="a .jsonl or .jsonl.xz file")
    parser.add_argument("--queries", type=int, default=20)
    options = parser.parse_args()
    for size in SIZES:
        texts = stored_texts(options.articles) if options.articles else made_up_texts()
        articles = [article(number, *text) for number, text in enumerate(islice(texts, size))]
        report(articles, queries(articles, options.queries))


def report(articles: list[Article], typed: list[str]) -> None:
    """Time whole queries and every prefix of them that is on screen while they are typed."""
    characters = sum(len(each.text) for each in articles)
    print(f"\n{len(articles)} articles, {characters / len(articles):,.0f} code points each")
    searcher = Searcher(articles)
    print(f"{'the first search prepares the texts':38} {milliseconds(searcher, typed[0]):7.1f} ms")
    slips = [with_a_slip(query) for query in typed]
    line("words as typed, whole", [milliseconds(searcher, query) for query in typed])
    line("one key wrong, whole", [milliseconds(searcher, query) for query in slips])
    line("as typed, each key", [milliseconds(searcher, key) for key in keystrokes(typed)])
    line("one key wrong, each key", [milliseconds(searcher, key) for key in keystrokes(slips)])


def line(name: str, times: list[float]) -> None:
    """Print the median, the 95th percentile and the worst."""
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"{name:38} {statistics.median(times):7.1f} p50 {p95:7.1f} p95 {max(times):7.1f} max")


def milliseconds(searcher: Searcher, typed: str) -> float:
    """How long one search takes."""
    start = time.perf_counter()
    searcher.find(typed)
    return (time.perf_counter() - start) * 1000


def keystrokes(typed: list[str]) -> Iterator[str]:
    """What stands in the box after each key."""
    return (query[:end] for query in typed for end in range(1, len(query) + 1))


def queries(articles: list[Article], count: int) -> list[str]:
    """Five words in a row from titles, typed without marks."""
    chance = random.Random(1)
    titles = (chance.choice(articles).summary.title.split() for _ in range(count))
    return [fold(" ".join(title[:5])) for title in titles]


def with_a_slip(query: str) -> str:
    """The query with two letters of its longest word swapped."""
    word = max(query.split(), key=len)
    return query.replace(word, word[0] + word[2:3] + word[1:2] + word[3:], 1)


def article(number: int, title: str, body: str) -> Article:
    """An article with a block a line."""
    blocks: list[Block] = []
    start = 0
    for paragraph in body.split("\n"):
        if paragraph:
            blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(paragraph)))
        start += len(paragraph) + 1
    summary = ArticleSummary(
        id=str(number),
        title=title,
        source=None,
        place=None,
        authors=(),
        published=None,
        updated=None,
        language="vi",
        documents=(),
        portal=None,
        paths=("",),
        words=len(body.split()),
    )
    return Article(summary, Document(body, tuple(blocks)), text_hash="")


def stored_texts(path: Path) -> Iterator[tuple[str, str]]:
    """The title and the body of each line of a file."""
    with lzma.open(path, "rt") if path.suffix == ".xz" else path.open() as lines:
        for each in map(json.loads, lines):
            yield each["title"], each["body"]


def made_up_texts() -> Iterator[tuple[str, str]]:
    """Titles and bodies whose words are as unevenly frequent as those of a language."""
    chance = random.Random(1)
    syllables = [
        unicodedata.normalize("NFC", f"{onset}{rime[0]}{tone}{rime[1:]}")
        for onset in ONSETS
        for rime in RIMES
        for tone in TONES
    ]
    chance.shuffle(syllables)
    weights = [1 / (rank + 8) for rank in range(len(syllables))]
    while True:
        lengths = [WORDS_IN_TITLE] + [WORDS_IN_PARAGRAPH] * PARAGRAPHS
        title, *body = (
            " ".join(chance.choices(syllables, weights, k=length)) for length in lengths
        )
        yield title, "\n".join(body)


if __name__ == "__main__":
    main()
