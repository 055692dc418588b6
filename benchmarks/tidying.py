"""How well saved pages are read as reports: their data, and what of them is folded.

    python benchmarks/tidying.py [--pages 40] [--seed 1] [--wrong 20]
    python benchmarks/tidying.py --gold FOLDER

Without a folder the pages are made up, in the habits of several kinds of sites. The rules were
never tuned on the last family of them, `newspaper`. A folder holds saved pages as text with a
`gold.json` that says what each of their lines is. The exit status is 1 when a goal is missed.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from random import Random

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))

from bulletin_tui.importers.plain_text import read_plain_text
from made_pages.gold import score_folder
from made_pages.layouts import newspaper
from made_pages.pages import FAMILIES
from made_pages.scoring import Score, score

GOALS = {
    "title": 0.85,
    "date": 0.9,
    "byline": 0.8,
    "body words": 0.9,
    "words shown": 0.9,
    "nothing lost": 1.0,
}
COLUMNS = (
    "title date byline publisher place|text shown|head shown|page folded|body words|words shown"
    "|nothing lost"
)


def main() -> int:
    """Print a line for each family, then the whole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, metavar="FOLDER")
    parser.add_argument("--pages", type=int, default=40, help="of each family")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wrong", type=int, default=0, help="how many mistakes to print")
    arguments = parser.parse_args()
    scores = (
        score_folder(arguments.gold)
        if arguments.gold
        else made_scores(arguments.pages, arguments.seed)
    )
    whole = report(scores)
    for what, found, wanted in whole.wrong[: arguments.wrong]:
        print(f"  {what}: {found!r}, not {wanted!r}")
    if not arguments.gold:
        report_time(arguments.seed)
    return int(any(whole.share(what) < goal for what, goal in GOALS.items()))


def made_scores(pages: int, seed: int) -> dict[str, Score]:
    """The scores of so many pages of each family."""
    scores = {}
    for family in FAMILIES:
        scores[family.__name__] = result = Score()
        for number in range(pages):
            result.add(score(family(Random(f"{seed} {family.__name__} {number}"))))
    return scores


def report(scores: dict[str, Score]) -> Score:
    """Print the table; the sum of it all."""
    columns = [name for part in COLUMNS.split("|") for name in columns_of(part)]
    print(f"{'':20}" + "".join(f"{name:>14}" for name in columns))
    whole = Score()
    for name, each in scores.items():
        print(f"{name:20}" + "".join(cell(each, column) for column in columns))
        whole.add(each)
    print(f"{'all':20}" + "".join(cell(whole, column) for column in columns))
    return whole


def columns_of(part: str) -> list[str]:
    """Single words are columns each; parts with a name of two words are one."""
    return part.split() if part.startswith("title") else [part]


def cell(each: Score, column: str) -> str:
    """A share with how many were asked."""
    if not each.asked[column]:
        return f"{'–':>14}"
    return f"{each.share(column):8.3f} {each.asked[column]:>5}"


def report_time(seed: int) -> None:
    """What reading a page costs, parsing and tidying together."""
    texts = [newspaper(Random(f"{seed} {number}")).text for number in range(200)]
    started = time.process_time()
    for text in texts:
        read_plain_text(text)
    each = (time.process_time() - started) / len(texts)
    lines = sum(text.count("\n") for text in texts) / len(texts)
    print(f"\n{each * 1000:.2f} ms of CPU for a page of {lines:.0f} lines")


if __name__ == "__main__":
    sys.exit(main())
