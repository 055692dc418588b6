"""Whatever happens to a folder, its devices come to show the same, and no mark is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from properties.devices import History

if TYPE_CHECKING:
    from pathlib import Path


def check(root: Path, seed: int) -> None:
    """One history: all devices agree in the end, and have every note that was ever saved."""
    history = History(root, seed)
    history.run(60)
    history.settle()
    first, *others = (device.marks() for device in history.devices)
    assert all(marks == first for marks in others)
    for device in history.devices:
        for author in history.devices:
            for annotation_id, notes in author.acknowledged.items():
                assert notes <= device.revisions_of(annotation_id)
    history.close()


@pytest.mark.parametrize("seed", range(12))
def test_devices_agree_and_nothing_is_missing(tmp_path: Path, seed: int) -> None:
    check(tmp_path, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1000, 1300))
def test_devices_agree_in_300_histories(tmp_path: Path, seed: int) -> None:
    check(tmp_path, seed)
