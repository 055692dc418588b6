"""What most tests need: places of their own to read from and write to."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from bulletin_tui.paths import Paths, bundled_articles
from bulletin_tui.words import use_language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


# Signals that are ignored around the tests, as behind `nohup` and `&`, would be ignored by the
# programs that they start; a handler that does nothing is not handed on.
for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
    if signal.getsignal(number) is signal.SIG_IGN:
        signal.signal(number, lambda _number, _frame: None)

# How long an example takes says something of the machine, and nothing of the law.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Speak the sources' own language unless a test asks for another."""
    use_language("en")
    yield
    use_language("en")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The bundled reports, and empty folders for everything that is written."""
    return Paths(
        articles=bundled_articles(),
        data=tmp_path / "data",
        cache=tmp_path / "cache",
        config=tmp_path / "config",
    )
