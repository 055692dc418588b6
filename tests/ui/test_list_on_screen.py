"""Whatever rows follow each other in a list, the terminal shows those that are there now."""

from __future__ import annotations

import random

import pyte
import pytest
from textual._compositor import CompositorUpdate

from ui.driving import until
from ui.lists import HEIGHT, WIDTH, ListApp, Rows, numbered, shown

WORDS = ("sông", "suối", "núi", "đồi", "#rừng")


class Terminal:
    """What stands on the terminal after all that was sent to it."""

    def __init__(self) -> None:
        self._screen = pyte.Screen(WIDTH, HEIGHT)
        self._stream = pyte.Stream(self._screen)

    def take(self, app: ListApp, update: object) -> None:
        if isinstance(update, CompositorUpdate):
            self._stream.feed(update.render_segments(app.console))

    @property
    def cells(self) -> list[list[pyte.screens.Char]]:
        return [[self._screen.buffer[y][x] for x in range(WIDTH)] for y in range(HEIGHT)]


def painted_anew(app: ListApp) -> list[list[pyte.screens.Char]]:
    terminal = Terminal()
    terminal.take(app, app.screen._compositor.render_full_update())
    return terminal.cells


def some_rows(chance: random.Random) -> Rows:
    count = chance.choice([0, 1, 2, 5, 9, 10, 11, 40])
    return Rows([f"{chance.choice(WORDS)} {number // 3}" for number in range(count)])


@pytest.mark.parametrize("seed", range(8))
async def test_the_terminal_shows_what_a_list_painted_anew_would(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance, terminal = random.Random(seed), Terminal()
    display = ListApp._display

    def watched(app: ListApp, screen: object, update: object) -> None:
        terminal.take(app, update)
        display(app, screen, update)  # type: ignore[arg-type]

    monkeypatch.setattr(ListApp, "_display", watched)
    async with shown(numbered(20), row_height=chance.choice([1, 2, 3])) as (app, rows_list, pilot):
        rows = some_rows(chance)
        for _step in range(25):
            if chance.random() < 0.6:
                rows = some_rows(chance) if chance.random() < 0.7 else rows
                keeps = chance.random() < 0.7
                rows_list.set_rows(len(rows.keys), rows.row, rows.key if keeps else None)
            else:
                await pilot.press(chance.choice(["down", "up", "pagedown", "end", "home"]))
            if chance.random() < 0.5:
                continue
            await until(pilot, lambda: terminal.cells == painted_anew(app))
