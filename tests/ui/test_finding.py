"""Finding while one types: in two stages that move nothing, and without a false word on the way."""

from __future__ import annotations

from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING

from bulletin_tui.model.search import NoteHit
from bulletin_tui.model.snippet import Snippet
from bulletin_tui.services import annotating
from bulletin_tui.settings import Settings
from bulletin_tui.ui.app import BulletinApp
from bulletin_tui.ui.background import Session
from bulletin_tui.ui.screens.layout import Left
from bulletin_tui.ui.screens.main import MainScreen
from ui.answering import Gate, change_answers
from ui.driving import Driver, running

if TYPE_CHECKING:
    import pytest

    from bulletin_tui.paths import Paths
    from bulletin_tui.services.reading import Resumed
    from bulletin_tui.ui.panes.results import ResultsPane


def pane(driver: Driver) -> ResultsPane:
    assert driver.screen.results is not None
    return driver.screen.results


def is_complete(driver: Driver) -> bool:
    result = pane(driver).result
    return result is not None and result.is_complete


def found_line(driver: Driver) -> str:
    return driver.shown_text().splitlines()[0]


async def test_the_second_stage_moves_neither_the_cursor_nor_what_is_being_looked_at(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(paths) as driver:
        gate = Gate(monkeypatch)
        await driver.press("slash")
        await driver.type("doi moi")
        await driver.until(lambda: gate.waiting and driver.hits)
        await driver.press("down", "down")
        before = pane(driver).current
        results = pane(driver).list
        index, top = results.index, results.scroll_offset.y
        gate.open()
        await driver.until(lambda: is_complete(driver))
        assert pane(driver).current == before
        assert (results.index, results.scroll_offset.y) == (index, top)


async def test_every_new_search_is_shown_from_its_beginning(paths: Paths) -> None:
    async with running(paths, size=(120, 20)) as driver:
        await driver.search("giao du")
        await driver.press("pagedown", "pagedown")
        await driver.until(lambda: pane(driver).list.scroll_offset.y > 0)
        await driver.type("c")
        await driver.until(lambda: pane(driver).list.index == 0)
        assert pane(driver).list.scroll_offset.y == 0


async def test_until_there_is_an_answer_the_rows_before_it_stay(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(paths) as driver:
        await driver.search("boi duong")
        rows = pane(driver)._rows
        gate = Gate(monkeypatch)
        await driver.type("zzxqw")
        await driver.until(lambda: gate.waiting)
        assert pane(driver)._rows == rows
        assert pane(driver).list.has_class("-stale")
        assert "othing found" not in driver.shown_text()
        await driver.until(lambda: found_line(driver).rstrip().endswith("…"))
        gate.open()
        await driver.until(lambda: "Nothing found" in driver.shown_text())
        assert not pane(driver).list.has_class("-stale")


async def test_enter_opens_what_was_asked_for_however_early_it_is_pressed(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(paths) as driver:
        await driver.search("boi duong")
        gate = Gate(monkeypatch)
        await driver.press("slash")
        await driver.press("ctrl+u")
        await driver.type("thoot not")
        await driver.until(lambda: gate.waiting)
        await driver.press("enter")
        gate.open()
        await driver.until(lambda: driver.screen.reader.view.has_focus)
        await driver.until(lambda: str(driver.open_id).startswith("thot-not"))


async def test_an_own_mark_stands_above_the_articles_and_is_opened_where_it_is(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(paths) as driver:
        await driver.press("pagedown", "ctrl+down", "h")
        await driver.until(lambda: driver.screen.reader._placed)
        (placed,) = await driver.screen.session.call(annotating.list_annotations)
        note = NoteHit(
            placed.annotation.id, placed.annotation.article_id, Snippet("của tôi", 0, ())
        )
        change_answers(monkeypatch, lambda result: replace(result, notes=(note,)))
        await driver.search("thot not")
        await driver.until(lambda: "own mark" in found_line(driver))
        assert pane(driver).current is not pane(driver)._rows[0]
        await driver.press("up")
        await driver.until(lambda: driver.open_id == placed.annotation.article_id)
        await driver.press("enter")
        await driver.until(lambda: driver.screen.reader.view.has_focus)
        await driver.until(lambda: not driver.screen.reader.is_previewing)
        assert placed.span is not None
        assert driver.screen.reader.view.position.cursor == placed.span.start


async def test_the_cursor_stays_on_the_best_row_until_it_is_moved(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_answers(monkeypatch, lambda result: replace(result, hits=result.hits[::-1]))
    async with running(paths) as driver:
        await driver.search("giao duc")
        await driver.until(lambda: is_complete(driver))
        assert pane(driver).list.index == 0


async def test_only_own_marks_are_shown_when_they_are_asked_for(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("h")
        await driver.until(lambda: driver.screen.reader._placed)
        await driver.press("slash")
        await driver.type("in:notes boi duong")
        await driver.until(lambda: " 1 own mark" in found_line(driver))
        await driver.until(lambda: "Your own mark" in driver.shown_text())
        assert pane(driver).list.count == 1
        await driver.press("enter")
        await driver.until(lambda: driver.screen.reader.view.has_focus)


async def test_the_spelling_of_the_hits_is_taken_with_a_key(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.search("bồi dưởng")
        await driver.until(lambda: "F7 takes “bồi dưỡng”" in joined(driver))
        await driver.press("f7")
        assert driver.screen.search_box.value == "bồi dưỡng"
        await driver.until(lambda: "No exact hits" not in driver.shown_text())


def joined(driver: Driver) -> str:
    """The column of the results as one line, for sentences that are broken there."""
    return " ".join(" ".join(line[:45].split()) for line in driver.shown_text().splitlines())


async def test_keys_read_as_words_are_shown_beside_the_box_until_that_is_switched_off(
    paths: Paths,
) -> None:
    async with running(paths) as driver:
        await driver.search("nghij quyeets")
        await driver.until(lambda: "→ nghị quyết (Telex)" in found_line(driver))
        await driver.press("ctrl+t")
        await driver.until(lambda: "Telex off" in found_line(driver))
        await driver.press("ctrl+t")
        await driver.until(lambda: "→ nghị quyết (Telex)" in found_line(driver))
        await driver.press("escape")
        await driver.until(lambda: "Telex" not in found_line(driver))


async def test_finding_in_the_article_begins_where_one_reads_and_counts_the_matches(
    paths: Paths,
) -> None:
    async with running(paths, size=(100, 24)) as driver:
        await driver.press("pagedown", "pagedown", "ctrl+down")
        reading = driver.screen.reader.view.position.cursor
        await driver.press("ctrl+f")
        await driver.type("giao duc")
        await driver.until(lambda: driver.screen.reader.current_match is not None)
        (hit,) = driver.hits
        number = next(at for at, span in enumerate(hit.matches) if span.start >= reading)
        count = len(hit.matches)
        await driver.until(lambda: f"{number + 1} of {count}" in found_line(driver))
        await driver.press("f3")
        await driver.until(lambda: f"{number + 2} of {count}" in found_line(driver))
        await driver.press("shift+f3")
        await driver.until(lambda: f"{number + 1} of {count}" in found_line(driver))
        await driver.press("escape")
        await driver.until(lambda: driver.screen.reader.view.position.cursor == reading)


async def test_from_the_last_match_of_the_article_the_walk_goes_on_into_another_one(
    paths: Paths,
) -> None:
    async with running(paths) as driver:
        await driver.press("ctrl+f")
        await driver.type("29-nq/tw")
        await driver.until(lambda: driver.screen.reader.current_match is not None)
        first = driver.open_id
        await driver.press("enter")
        for _ in driver.hits[0].matches:
            await driver.press("n")
        await driver.until(lambda: driver.open_id not in (None, first))
        assert len(driver.hits) > 1
        assert "Bulletin" in found_line(driver)
        assert "1 of " in found_line(driver)


async def test_enter_stays_at_the_match_that_was_walked_to_from_the_box(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("ctrl+f")
        await driver.type("giao duc")
        await driver.until(lambda: driver.screen.reader.current_match is not None)
        await driver.press("f3", "f3")
        await driver.until(lambda: driver.screen.reader.current_match == 2)
        await driver.press("enter")
        await driver.until(lambda: not driver.screen.reader.is_previewing)
        assert driver.screen.reader.current_match == 2
        assert driver.screen.reader.view.has_focus


async def test_the_same_words_are_looked_for_elsewhere_from_inside_the_box(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.search("giao duc")
        await driver.until(lambda: len(driver.hits) == 5)
        await driver.press("ctrl+f")
        await driver.until(lambda: len(driver.hits) == 1)
        assert "This article" in found_line(driver)
        await driver.press("f2")
        await driver.until(lambda: len(driver.hits) == 5)
        assert "This article" not in found_line(driver)
        assert driver.screen.search_box.value == "giao duc"


async def test_what_is_not_in_the_article_is_said_to_be_looked_for_elsewhere(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("ctrl+f")
        await driver.type("zzxqw")
        await driver.until(lambda: "F2 searches everything" in joined(driver))
        assert driver.screen.left is Left.RESULTS


async def test_a_search_put_away_is_over_the_whole_library_again(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("ctrl+f")
        await driver.type("giao duc")
        await driver.until(lambda: len(driver.hits) == 1)
        await driver.press("enter", "escape")
        await driver.until(lambda: "This article" not in found_line(driver))
        await driver.press("slash")
        await driver.until(lambda: len(driver.hits) == 5)


async def test_what_is_typed_before_the_library_is_open_is_searched_for_when_it_is(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_open = Event()
    open_session = Session._open

    def open_late(session: Session, article_id: str | None) -> Resumed:
        may_open.wait()
        return open_session(session, article_id)

    monkeypatch.setattr(Session, "_open", open_late)
    app = BulletinApp(paths, Settings(language="en"))
    async with app.run_test(size=(120, 40)) as pilot:
        driver = Driver(app, pilot)
        await driver.until(lambda: any(isinstance(s, MainScreen) for s in app.screen_stack))
        await driver.press("slash")
        await driver.type("giao duc")
        may_open.set()
        await driver.until(lambda: len(driver.hits) == 5)
    assert app.close() is None
