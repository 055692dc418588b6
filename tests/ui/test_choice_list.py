"""The cursor of a list of choices is moved from the field above it."""

from __future__ import annotations

from textual.app import App, ComposeResult

from bulletin_tui.ui.widgets.choice_list import ChoiceList


class ListApp(App[None]):
    """One list of choices."""

    def __init__(self, *choices: str) -> None:
        super().__init__()
        self._choices = choices

    def compose(self) -> ComposeResult:
        yield ChoiceList(*self._choices)


async def test_the_cursor_begins_at_an_end_and_stops_at_both() -> None:
    app = ListApp("chè", "ong", "nước")
    async with app.run_test():
        choices = app.query_one(ChoiceList)
        choices.highlighted = None
        places: list[int | None] = []
        for step in (1, 1, 9, -1, -9):
            choices.move_by(step)
            places.append(choices.highlighted)
    assert places == [0, 1, 2, 1, 0]


async def test_without_choices_there_is_no_cursor() -> None:
    app = ListApp()
    async with app.run_test():
        choices = app.query_one(ChoiceList)
        choices.move_by(1)
        assert choices.highlighted is None
