"""Keys that come right behind the key for a dialog: they wait for it, as they are meant for it.

Textual hands each key at once to what has the focus, and hears only later that the first of them
has opened a dialog.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

from textual import events, on
from textual.app import App
from textual.message import Message

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget

Typed: TypeAlias = events.Key | events.Paste

OPENING = frozenset(
    """
    help palette contents article_data choose_theme choose_sync_folder annotate tag_mark
    add_source remove_source edit_annotation tag_annotations place_annotation export_annotations
    export_all_annotations
    """.split()
)
"""The commands that open dialogs."""
ROUNDS = 2
"""Behind the key to whoever acts on it, then behind what that announced to the screen."""
LOST_AFTER_S = 1.0
"""What was to tell that no dialog comes may be gone with the widget that had the focus."""
PATIENCE_S = 5.0
"""For a widget to act on the keys it has; only ever spent on one that waits for something."""


class _CameThrough(Message):
    """Everything that was announced below before this has been heard."""

    def __init__(self, turn: int, rounds: int, start: Widget) -> None:
        super().__init__()
        self.turn = turn
        self.rounds = rounds
        self.start = start


class TurnsApp(App[None]):
    """Has keys and pastes wait while a dialog is being opened."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[Typed] = deque()
        self._turn = 0
        self._is_amid_turn = False
        self._typed_on: Screen[object] | None = None

    def on_mount(self) -> None:
        """Hear of dialogs that come and go."""
        self.screen_change_signal.subscribe(self, self._screen_changed, immediate=True)

    def _screen_changed(self, screen: Screen[object]) -> None:
        """What comes next is for what is on top now, once it is there."""
        if self._is_amid_turn:
            screen.call_after_refresh(self._end_turn_soon, self._turn)

    async def on_event(self, event: events.Event) -> None:
        """Have what is typed wait for the dialog that is coming."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._is_amid_turn:
            self._typed.append(event)
        else:
            await self._take(event)

    async def _take(self, typed: Typed) -> None:
        if not self._opens_a_dialog(typed):
            await super().on_event(typed)
            return
        start = self.focused or self.screen
        self._turn += 1
        self._is_amid_turn, self._typed_on = True, self.screen
        asyncio.get_running_loop().call_later(LOST_AFTER_S, self._end_turn_soon, self._turn)
        await super().on_event(typed)
        self._go_round(_CameThrough(self._turn, ROUNDS, start))

    def _opens_a_dialog(self, typed: Typed) -> bool:
        if not isinstance(typed, events.Key):
            return False
        focused = self.focused
        if focused is not None and focused.check_consume_key(typed.key, typed.character):
            return False
        bound = self.screen.active_bindings.get(typed.key)
        return bound is not None and bound.binding.action in OPENING

    def _go_round(self, message: _CameThrough) -> None:
        if not message.start.post_message(message):
            self._end_turn_soon(message.turn)

    @on(_CameThrough)
    def _came_through(self, message: _CameThrough) -> None:
        if message.rounds > 1:
            self._go_round(_CameThrough(message.turn, message.rounds - 1, message.start))
        elif self.screen is self._typed_on:
            self._end_turn_soon(message.turn)

    def _end_turn_soon(self, turn: int) -> None:
        """In the app's own task, as with every key: a screen cannot wait for its own end."""
        self.call_later(self._end_turn, turn)

    async def _end_turn(self, turn: int) -> None:
        if turn != self._turn:
            return
        self._is_amid_turn = False
        while self._typed and not self._is_amid_turn:
            await self._take(self._typed.popleft())

    async def act_on_typed(self) -> None:
        """Return once what was typed until now is where it belongs; not to be awaited there."""
        focused, has_acted = self.focused, asyncio.Event()
        if focused is not None and focused.call_later(has_acted.set):
            with suppress(TimeoutError):
                await asyncio.wait_for(has_acted.wait(), PATIENCE_S)
