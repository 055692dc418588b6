"""Marks through twenty kinds of edits: hardly ever at a wrong place, mostly at the right one.

The thresholds were chosen on reports about other things than these, and on the bundled ones;
`benchmarks/anchoring.py` has the figures.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.text.anchoring import Reanchoring
from bulletin_tui.text.quoting import describe
from edited_reports.edits import EDITS
from edited_reports.reports import shelf_of
from edited_reports.themes import CLINICS
from edited_reports.trials import Tally, Trial, make_trial

if TYPE_CHECKING:
    from bulletin_tui.model.article import Span

TRIALS = 25
"""Of each edit."""
SHELF = shelf_of(CLINICS)


def tally(name: str) -> Tally:
    """What came of one kind of edit."""
    chance = Random(f"gate {name}")
    counted = Tally()
    for _ in range(TRIALS):
        trial = make_trial(EDITS[name], SHELF, chance)
        counted.count(trial, _found(trial))
    return counted


def _found(trial: Trial) -> Span | None:
    quote = describe(trial.before.text, trial.before.at)
    return Reanchoring(trial.before.text, trial.after.text).find(quote, trial.before.at)[1]


def test_marks_are_found_again_and_hardly_ever_at_a_wrong_place() -> None:
    counted = {name: tally(name) for name in EDITS}
    trials = sum(each.trials for each in counted.values())
    assert sum(each.wrong for each in counted.values()) <= 0.005 * trials, counted
    assert sum(each.right for each in counted.values()) >= 0.95 * trials, counted


@pytest.mark.parametrize("name", ["unchanged", "white space set anew", "letters decomposed"])
def test_every_mark_survives_another_setting(name: str) -> None:
    assert tally(name).right == TRIALS
