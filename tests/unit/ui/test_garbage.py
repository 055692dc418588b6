"""Python's collector of garbage, which keys wait for."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Literal

import pytest

from bulletin_tui.ui.garbage import keep_for_good

if TYPE_CHECKING:
    from collections.abc import Iterator

OBJECTS = 400_000


@pytest.fixture
def untouched_collector() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()


@pytest.mark.usefixtures("untouched_collector")
def test_what_the_reader_keeps_is_hardly_ever_looked_through_as_a_whole() -> None:
    generations: list[int] = []

    def watched(phase: Literal["start", "stop"], info: dict[str, int]) -> None:
        if phase == "start":
            generations.append(info["generation"])

    keep_for_good()
    gc.callbacks.append(watched)
    kept: list[list[int]] = [[] for _ in range(OBJECTS)]
    gc.callbacks.remove(watched)
    assert len(kept) == OBJECTS
    assert 1 in generations
    assert 2 not in generations
