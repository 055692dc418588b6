"""A command in the list of marks is for what one sees ticked, else for the row at the cursor."""

from __future__ import annotations

from bulletin_tui.services.marks.arranging import ArrangedMarks
from bulletin_tui.services.marks.filtering import parse_filter
from bulletin_tui.ui.panes.annotations.ticks import Ticks
from bulletin_tui.ui.rendering.annotation_rows import AnnotationRows
from unit.services.listing import listed, mark_list

SEA, ROAD, TOWN = (listed(name, note=name) for name in ("sea", "road", "town"))
ARRANGED = ArrangedMarks(mark_list(SEA, ROAD, TOWN))


def shown(typed: str = "") -> AnnotationRows:
    return AnnotationRows(ARRANGED, parse_filter(typed))


def test_without_ticks_a_command_is_for_the_row_at_the_cursor() -> None:
    ticks = Ticks()
    assert ticks.chosen(shown(), ROAD) == (ROAD,)
    assert ticks.chosen(shown(), None) == ()


def test_ticked_marks_that_are_shown_come_before_the_row_at_the_cursor() -> None:
    ticks = Ticks()
    ticks.add([SEA, TOWN])
    assert ticks.chosen(shown(), ROAD) == (SEA, TOWN)
    assert ticks.chosen(shown("sea"), SEA) == (SEA,)
    assert (len(ticks.shown(shown("sea"))), len(ticks.shown(shown()))) == (1, 2)


def test_hidden_ticks_leave_a_command_to_the_row_at_the_cursor() -> None:
    ticks = Ticks()
    ticks.add([SEA, TOWN])
    assert ticks.chosen(shown("road"), ROAD) == (ROAD,)


def test_a_tick_does_not_outlive_its_row() -> None:
    ticks = Ticks()
    ticks.add([SEA, TOWN])
    ticks.keep_shown(shown("town"))
    assert ticks.chosen(shown(), ROAD) == (TOWN,)


def test_a_second_tick_takes_the_first_away() -> None:
    ticks = Ticks()
    ticks.toggle(SEA.id)
    assert SEA.id in ticks
    ticks.toggle(SEA.id)
    assert not len(ticks)
