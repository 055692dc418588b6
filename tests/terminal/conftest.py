"""Fixtures for tests that run a program in a real terminal."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from terminal.pty_kit import Program, start

if TYPE_CHECKING:
    from collections.abc import Iterator

_APPS = Path(__file__).parent / "apps"


class StartApp(Protocol):
    """Starts `apps/<name>.py` in a terminal of its own."""

    def __call__(self, name: str, *arguments: str) -> Program: ...


@pytest.fixture
def start_app(tmp_path: Path) -> Iterator[StartApp]:
    """Start small programs from `apps/`; they are ended with the test."""
    with ExitStack() as running:

        def start_one(name: str, *arguments: str) -> Program:
            argv = [sys.executable, str(_APPS / f"{name}.py"), *arguments]
            return running.enter_context(start(argv, home=tmp_path))

        yield start_one
