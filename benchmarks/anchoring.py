"""Whether marks find their place again when an article changes, and how long that takes.

    python benchmarks/anchoring.py [--trials 500] [--seed 1] [--theme clinics] [FILE ...]

Passages are marked in made-up reports, or in the given text files, and looked for after each of
twenty kinds of edits: right is an overlap of .8 with the true place, or saying that it is gone;
wrong is less than .4 elsewhere. Beside it stand two ways without the old text: the old offsets,
and the first place with the same words and the likest context. The exit status is 1 when more than
.5 % are wrong or fewer than 95 % right.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))

from bulletin_tui.model.article import Span
from bulletin_tui.text.anchoring import Reanchoring
from bulletin_tui.text.quoting import describe
from edited_reports.edits import EDITS
from edited_reports.marked import paragraphs_of
from edited_reports.reports import Shelf, shelf_of
from edited_reports.themes import CLINICS, FARMING, SCHOOLING
from edited_reports.trials import Tally, Trial, make_trial

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bulletin_tui.model.annotation import TextQuoteSelector

    Way = Callable[[Trial, TextQuoteSelector], Span | None]

THEMES = {"clinics": CLINICS, "farming": FARMING, "schooling": SCHOOLING}
MOST_WRONG, LEAST_RIGHT = 0.005, 0.95
MORE_MARKS = 5
"""Further marks of the same article, which share the work of the first."""


@dataclass(slots=True)
class Times:
    """Milliseconds of the processor a mark."""

    first: list[float] = field(default_factory=list)
    """With all that marks of one article share."""
    further: list[float] = field(default_factory=list)


def main() -> int:
    """Run the trials, print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--trials", type=int, default=500, help="of each edit")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--theme", choices=THEMES, default="clinics")
    parser.add_argument("files", nargs="*", type=Path, help="two or more texts to edit instead")
    options = parser.parse_args()
    if len(options.files) == 1:
        parser.error("one file cannot be replaced by another: give two or more")
    shelf = _shelf_of_files(options.files) if options.files else shelf_of(THEMES[options.theme])
    times = Times()
    ways: dict[str, Way] = {
        "ours": lambda trial, quote: _ours(trial, quote, times),
        "no old text": _without_old_text,
        "offset": lambda trial, _quote: trial.before.span,
        "context": _by_context,
    }
    tallies = {name: {way: Tally() for way in ways} for name in EDITS}
    for name, edit in EDITS.items():
        chance = Random(f"{options.seed} {name}")
        for _ in range(options.trials):
            trial = make_trial(edit, shelf, chance)
            quote = describe(trial.before.text, trial.before.at)
            for way, find in ways.items():
                tallies[name][way].count(trial, find(trial, quote))
    return _report(tallies, list(ways), times)


def _ours(trial: Trial, quote: TextQuoteSelector, times: Times) -> Span | None:
    way = Reanchoring(trial.before.text, trial.after.text)
    started = time.process_time()
    found = way.find(quote, trial.before.at)[1]
    times.first.append(1000 * (time.process_time() - started))
    text = trial.before.text
    for number in range(MORE_MARKS):
        start = number * len(text) // MORE_MARKS
        other = Span(start, start + 80)
        started = time.process_time()
        way.find(describe(text, other), other)
        times.further.append(1000 * (time.process_time() - started))
    return found


def _without_old_text(trial: Trial, quote: TextQuoteSelector) -> Span | None:
    return Reanchoring(None, trial.after.text).find(quote, trial.before.at)[1]


def _by_context(trial: Trial, quote: TextQuoteSelector) -> Span | None:
    """The place of the very words with most of the context, letter for letter."""
    text, best, most = trial.after.text, None, -1
    start = text.find(quote.exact)
    while start >= 0:
        end = start + len(quote.exact)
        same = _common(text[:start][::-1], quote.prefix[::-1]) + _common(text[end:], quote.suffix)
        if same > most:
            best, most = Span(start, end), same
        start = text.find(quote.exact, start + 1)
    return best


def _common(text: str, context: str) -> int:
    pairs = zip(text[: len(context)], context, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), len(context))


def _shelf_of_files(files: Sequence[Path]) -> Shelf:
    split = [_paragraphs(path.read_text(encoding="utf-8")) for path in files]
    texts = ["\n\n".join(each) for each in split]
    paragraphs = [paragraph for each in split for paragraph in each]
    return Shelf(lambda chance: chance.choice(paragraphs), lambda chance: chance.choice(texts))


def _paragraphs(text: str) -> list[str]:
    return [text[each.start : each.end] for each in paragraphs_of(text)]


def _report(tallies: dict[str, dict[str, Tally]], ways: list[str], times: Times) -> int:
    """The table; returns the exit status."""
    print(f"{'right / wrong / orphaned, %':28}" + "".join(f"{way:>20}" for way in ways))
    together = {way: Tally() for way in ways}
    for name, counted in tallies.items():
        print(f"{name:28}" + "".join(f"{_in_percent(counted[way]):>20}" for way in ways))
        for way in ways:
            together[way].add(counted[way])
    print(f"{'all':28}" + "".join(f"{_in_percent(together[way]):>20}" for way in ways))
    print(f"trials: {together['ours'].trials}")
    for kind, taken in (("first mark of an article", times.first), ("further", times.further)):
        ordered = sorted(taken)
        worst = ordered[int(len(ordered) * 0.99)]
        print(f"{kind}: median {median(ordered):.2f} ms, p99 {worst:.2f} ms")
    ours = together["ours"]
    is_kept = ours.wrong <= MOST_WRONG * ours.trials and ours.right >= LEAST_RIGHT * ours.trials
    return 0 if is_kept else 1


def _in_percent(tally: Tally) -> str:
    shares = (100 * part / tally.trials for part in (tally.right, tally.wrong, tally.orphaned))
    return " / ".join(
        f"{share:.1f}" if share >= 1 or not share else f"{share:.2f}" for share in shares
    )


if __name__ == "__main__":
    sys.exit(main())
