"""The list of marks: filtered, many at once, and left and come back to."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.events import Paste

from bulletin_tui.model.annotation import HighlightColor, OtherNote
from bulletin_tui.services import annotating
from bulletin_tui.ui.messages import NoteWanted
from bulletin_tui.ui.screens.layout import Left
from ui.driving import running
from unit.store.samples import NOW

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.paths import Paths
    from bulletin_tui.ui.panes.annotations import AnnotationsPane
    from ui.driving import Driver


def pane(driver: Driver) -> AnnotationsPane:
    found = driver.screen.annotations
    assert found is not None
    return found


async def mark_paragraphs(driver: Driver, count: int) -> None:
    """Highlight so many paragraphs in yellow."""
    for number in range(1, count + 1):
        await driver.press("ctrl+down", "h")
        await until_marked(driver, number)


async def until_marked(driver: Driver, count: int) -> None:
    await driver.until(lambda: len(driver.screen.reader._placed) == count)


async def until_shown(driver: Driver, words: str) -> None:
    await driver.until(lambda: words in driver.shown_text())


async def open_list(driver: Driver, count: int) -> None:
    await driver.press("f4")
    await driver.until(lambda: driver.screen.annotations and pane(driver)._rows.count == count)


async def marks(driver: Driver) -> list[Annotation]:
    placed = await driver.screen.session.call(annotating.list_annotations)
    return [one.annotation for one in placed]


async def test_all_marks_shown_are_recoloured_and_undone_at_once(paths: Paths) -> None:
    async with running(paths) as driver:
        await mark_paragraphs(driver, 3)
        await open_list(driver, 3)
        await driver.press("A", "2")
        await until_shown(driver, "Saved.")
        assert {mark.color for mark in await marks(driver)} == {HighlightColor.GREEN}
        await driver.press("u")
        await until_shown(driver, "Undone: 3 marks are as they were before.")
        assert {mark.color for mark in await marks(driver)} == {HighlightColor.YELLOW}


def count_of_marks(driver: Driver) -> int:
    arranged = driver.screen.session.marks.arranged
    return arranged.count if arranged is not None else 0


async def test_removed_marks_are_found_and_brought_back(paths: Paths) -> None:
    async with running(paths) as driver:
        await mark_paragraphs(driver, 2)
        await open_list(driver, 2)
        await driver.press("space", "space", "x")
        await driver.until(lambda: pane(driver)._rows.count == 0)
        await driver.press("ctrl+f")
        await driver.type("is:removed")
        await driver.until(lambda: pane(driver)._rows.count == 2)
        await driver.press("enter", "x")
        await until_shown(driver, "Removed already: r brings it back")
        await driver.press("e")
        await until_shown(driver, "There is no mark here to export.")
        await driver.press("A", "r")
        await until_shown(driver, "2 marks are back.")
        assert len(await marks(driver)) == 2


async def test_what_a_key_cannot_do_to_a_mark_is_said(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("ctrl+down", "b")
        await until_marked(driver, 1)
        await open_list(driver, 1)
        await driver.press("v")
        await until_shown(driver, "Only a mark that moved or changed can be confirmed.")
        await driver.press("r")
        await until_shown(driver, "is:removed shows the marks that can be brought back.")
        await driver.press("2")
        await until_shown(driver, "A bookmark has no colour.")


async def test_a_mark_that_the_filter_hides_is_left_alone_though_ticked(paths: Paths) -> None:
    async with running(paths) as driver:
        await mark_paragraphs(driver, 1)
        await driver.press("ctrl+down", "2")
        await until_marked(driver, 2)
        await open_list(driver, 2)
        await driver.press("home", "space", "ctrl+f")
        await driver.type("color:green")
        await until_shown(driver, "Tab actions")
        await driver.until(lambda: pane(driver)._rows.count == 1)
        await driver.press("tab")
        await driver.until(lambda: not len(pane(driver)._ticks))
        await driver.press("x")
        await until_shown(driver, "1 mark removed")
        assert [mark.color for mark in await marks(driver)] == [HighlightColor.YELLOW]
        assert not len(pane(driver)._ticks)


async def test_a_filter_that_hides_the_mark_at_the_cursor_shows_its_first_one(
    paths: Paths,
) -> None:
    async with running(paths) as driver:
        await mark_paragraphs(driver, 3)
        await driver.press("2")
        await open_list(driver, 3)
        first = pane(driver).shown[0]
        await driver.press("end", "ctrl+f")
        driver.app.post_message(Paste("color:yellow"))
        await driver.until(lambda: pane(driver)._rows.count == 2)
        assert pane(driver).current == first


async def test_ticks_outlive_a_filter_that_is_given_up(paths: Paths) -> None:
    async with running(paths) as driver:
        await mark_paragraphs(driver, 2)
        await open_list(driver, 2)
        await driver.press("A", "ctrl+f")
        await driver.type("is:noted")
        await driver.until(lambda: pane(driver)._rows.count == 0)
        await driver.press("escape")
        await until_shown(driver, "2 ticked")


async def test_giving_up_in_the_list_takes_ticks_and_filter_away_before_the_list(
    paths: Paths,
) -> None:
    async with running(paths) as driver:
        await mark_paragraphs(driver, 2)
        await driver.press("2")
        await open_list(driver, 2)
        await driver.press("ctrl+f")
        await driver.type("color:green")
        await driver.until(lambda: pane(driver)._rows.count == 1)
        await driver.press("enter", "home", "space", "escape")
        await driver.until(lambda: not len(pane(driver)._ticks))
        assert pane(driver)._rows.count == 1
        await driver.press("escape")
        await driver.until(lambda: pane(driver)._rows.count == 2)
        assert driver.screen.left is Left.ANNOTATIONS
        await driver.press("escape")
        await driver.until(lambda: driver.screen.left is Left.SIDEBAR)


async def test_tags_with_a_comma_between_are_put_on_every_ticked_mark(paths: Paths) -> None:
    async with running(paths) as driver:
        await mark_paragraphs(driver, 2)
        await open_list(driver, 2)
        await driver.press("A", "t")
        await driver.until(lambda: len(driver.app.screen_stack) == 3)
        await driver.type("kinh te, he")
        await driver.press("enter", "escape")
        await until_shown(driver, "Saved.")
        assert {mark.tags for mark in await marks(driver)} == {("kinh te", "he")}


async def test_the_ticked_marks_are_exported_else_those_that_are_shown(
    paths: Paths, tmp_path: Path
) -> None:
    async with running(paths) as driver:
        await mark_paragraphs(driver, 3)
        await open_list(driver, 3)
        await driver.press("space", "2", "e")
        await until_shown(driver, "Export 1 mark to")
        await driver.press("escape", "escape")
        await driver.press("ctrl+f")
        await driver.type("color:yellow")
        await driver.press("enter", "e")
        await until_shown(driver, "Export 2 marks to")
        await driver.press("ctrl+u")
        await driver.type(f"{tmp_path}/marks.json")
        await until_shown(driver, "It will be JSON.")
        await driver.press("enter")
        await driver.until((tmp_path / "marks.json").exists)
    (article,) = json.loads((tmp_path / "marks.json").read_bytes())["articles"]
    assert [mark["color"] for mark in article["annotations"]] == ["yellow", "yellow"]


async def export_all(driver: Driver) -> None:
    await driver.press("ctrl+p")
    await driver.type("export all")
    await driver.press("enter")


async def test_all_marks_can_be_exported_from_the_text(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.until(lambda: driver.screen.session.marks.arranged)
        await export_all(driver)
        await until_shown(driver, "There is no mark here to export.")
        await mark_paragraphs(driver, 3)
        await driver.until(lambda: count_of_marks(driver) == 3)
        await driver.press("x")
        await driver.until(lambda: count_of_marks(driver) == 2)
        await export_all(driver)
        await until_shown(driver, "Export 2 marks to")


async def test_no_part_of_the_marks_is_exported_for_all(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(paths) as driver:
        await mark_paragraphs(driver, 2)
        await driver.until(lambda: count_of_marks(driver) == 2)
        marks = driver.screen.session.marks
        arranged = marks.arranged
        assert arranged is not None
        read = replace(arranged.list, marks=arranged.list.marks[:1], is_complete=False)
        part = property(lambda _marks: replace(arranged, list=read))
        monkeypatch.setattr(type(marks), "arranged", part)
        await export_all(driver)
        await until_shown(driver, "The marks are being read …")


async def test_why_no_mark_is_shown_stands_right_below_the_filter(paths: Paths) -> None:
    async with running(paths) as driver:
        await mark_paragraphs(driver, 1)
        await open_list(driver, 1)
        await driver.press("ctrl+f")
        await driver.type("is:xyz")
        await until_shown(driver, "is: does not know “xyz”")
        assert "is: does not know" in "".join(driver.shown_text().splitlines()[:5])


async def test_coming_back_to_the_list_finds_it_as_it_was(paths: Paths) -> None:
    async with running(paths) as driver:
        await mark_paragraphs(driver, 3)
        before = driver.screen.reader.place
        await open_list(driver, 3)
        await driver.press("ctrl+f")
        await driver.type("is:noted")
        await driver.until(lambda: pane(driver)._rows.count == 0)
        await driver.press("escape", "home", "space")
        chosen = pane(driver).current
        assert chosen is not None
        await driver.press("enter")
        await driver.until(lambda: driver.screen.reader.view.has_focus)
        await driver.until(
            lambda: driver.screen.reader.view.position.cursor == chosen.annotation.span.start
        )
        await driver.press("ctrl+o")
        await driver.until(lambda: driver.screen.reader.place == before)
        await driver.press("f4")
        await driver.until(lambda: pane(driver).list.has_focus)
        assert pane(driver).current == chosen
        assert len(pane(driver)._ticks) == 1
        await driver.press("f4")
        await driver.until(lambda: driver.screen.left is Left.SIDEBAR)


async def test_one_key_groups_the_marks_and_another_sorts_them(paths: Paths) -> None:
    async with running(paths) as driver:
        await mark_paragraphs(driver, 2)
        await open_list(driver, 2)
        for words in ("by tag", "by date", "by article"):
            await driver.press("o")
            await until_shown(driver, words)
        await driver.press("S")
        await until_shown(driver, "newest first")


async def test_saving_settles_what_two_devices_wrote(paths: Paths) -> None:
    async with running(paths) as driver:
        await mark_paragraphs(driver, 1)
        (mark,) = await marks(driver)
        others = (OtherNote("y khac", "may-tinh", NOW),)
        wanted = NoteWanted(mark.id, mark.quote.exact, "y nay", others)
        driver.screen.post_message(wanted)
        await until_shown(driver, "y khac")
        await driver.press("escape")
        await driver.until(lambda: len(driver.app.screen_stack) == 2)
        assert [one.note for one in await marks(driver)] == ["y nay\n\ny khac"]
