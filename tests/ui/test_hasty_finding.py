"""Keys that come before the answer are meant for the answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.events import Key

from bulletin_tui.model.search import NoteHit
from bulletin_tui.model.snippet import Snippet
from bulletin_tui.services import annotating, searching
from bulletin_tui.ui.finder import SearchRequest
from bulletin_tui.ui.panes.results import pane as results_pane
from bulletin_tui.ui.rendering.hit_rows import HitRow, NoteRow
from bulletin_tui.ui.screens import finding
from bulletin_tui.ui.screens.layout import Left
from ui.answering import Gate, change_answers
from ui.driving import Driver, running

if TYPE_CHECKING:
    import pytest

    from bulletin_tui.paths import Paths
    from bulletin_tui.ui.panes.results import ResultsPane


def pane(driver: Driver) -> ResultsPane:
    assert driver.screen.results is not None
    return driver.screen.results


def burst(driver: Driver, *keys: str) -> None:
    """Keys that are all there before the first of them is handled."""
    for key in keys:
        driver.screen.search_box.post_message(Key(key, key if len(key) == 1 else None))


async def type_ahead(driver: Driver, gate: Gate, typed: str) -> None:
    """Ask for what nothing but a correction answers, and hold the answer back."""
    await driver.search("boi duong")
    await driver.until(lambda: pane(driver).has_answered("boi duong", None))
    gate.close()
    await driver.press("ctrl+u")
    await driver.type(typed)
    await driver.until(lambda: gate.waiting and pane(driver).is_waiting)


async def test_the_arrows_move_in_the_answer_that_was_waited_for(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, is_open=True)
    async with running(paths) as driver:
        await type_ahead(driver, gate, "ngih quyet")
        await driver.press("down", "down", "up")
        gate.open()
        await driver.until(lambda: pane(driver).has_answered("ngih quyet", None))
        assert pane(driver).list.index == 1


async def test_the_next_match_is_one_of_the_answer_that_was_waited_for(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, is_open=True)
    async with running(paths) as driver:
        await type_ahead(driver, gate, "ngih quyet")
        await driver.press("f3")
        assert not driver.screen.has_walked
        gate.open()
        await driver.until(lambda: driver.screen.has_walked)
        await driver.until(lambda: driver.screen.reader.is_previewing)


async def test_the_spelling_of_an_older_answer_is_not_taken(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, is_open=True)
    async with running(paths) as driver:
        await driver.search("ngih quyet")
        await driver.until(lambda: pane(driver).respelling_of("ngih quyet"))
        gate.close()
        await driver.type("zzxqw")
        await driver.until(lambda: gate.waiting)
        await driver.press("f7")
        await driver.until(lambda: "no other spelling" in driver.shown_text())
        assert driver.screen.search_box.value == "ngih quyetzzxqw"


async def test_a_search_put_away_before_its_answer_is_made_again(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, is_open=True)
    async with running(paths) as driver:
        await type_ahead(driver, gate, "ngih quyet")
        await driver.press("escape")
        gate.open()
        await driver.press("slash")
        await driver.until(lambda: pane(driver).has_answered("ngih quyet", None))
        assert driver.screen.left is Left.RESULTS


async def test_giving_up_comes_after_what_was_typed_however_fast(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("slash")
        burst(driver, *"giao", "escape")
        await driver.until(lambda: driver.screen.reader.view.has_focus)
        await driver.pilot.pause()
        assert driver.screen.left is Left.SIDEBAR
        assert not driver.hits


async def test_moving_comes_after_what_was_typed_however_fast(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("slash")
        burst(driver, *"giao", "down", "f3", "down")
        await driver.until(lambda: driver.hits)
        await driver.until(lambda: pane(driver).list.index)


async def test_who_steps_on_before_the_preview_steps_on_from_the_best_passage(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "CALM_S", 60.0)
    async with running(paths) as driver:
        place = driver.screen.reader.place
        await driver.press("slash")
        await driver.type("giao duc")
        await driver.until(lambda: driver.screen.is_about_to_preview)
        row = pane(driver).current
        assert isinstance(row, HitRow)
        best = next(at for at, span in enumerate(row.hit.matches) if span.start == row.offset)
        await driver.press("f3")
        await driver.until(lambda: driver.open_id == row.hit.article.id)
        await driver.until(lambda: driver.screen.reader.current_match == best + 1)
        assert not driver.screen.is_about_to_preview
        await driver.press("escape")
        await driver.until(lambda: driver.screen.reader.place == place)


async def test_what_is_typed_again_is_previewed_though_the_answer_is_the_same(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "CALM_S", 0.3)
    async with running(paths) as driver:
        await driver.press("slash")
        await driver.type("giao duc")
        await driver.until(lambda: driver.hits)  # and soon it will be previewed, or is
        await driver.press("c", "backspace")
        await driver.until(lambda: driver.screen.reader.is_previewing)


async def test_a_mark_that_is_looked_at_is_not_replaced_by_the_hit_before_it(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(paths) as driver:
        await driver.press("pagedown", "ctrl+down", "h")
        await driver.until(lambda: driver.screen.reader._placed)
        (placed,) = await driver.screen.session.call(annotating.list_annotations)
        mark = placed.annotation
        note = NoteHit(mark.id, mark.article_id, Snippet("của tôi", 0, ()))
        change_answers(monkeypatch, lambda result: replace(result, notes=(note,)))
        monkeypatch.setattr(finding, "CALM_S", 60.0)
        await driver.press("slash")
        await driver.type("thot not")
        await driver.until(lambda: driver.hits and driver.screen.is_about_to_preview)
        await driver.until(lambda: pane(driver).has_answered("thot not", None))
        await driver.press("up")
        assert isinstance(pane(driver).current, NoteRow)
        await driver.until(lambda: driver.screen.reader.is_previewing)
        assert not driver.screen.is_about_to_preview


async def test_the_walk_out_of_the_article_has_the_whole_answer_before_it(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "FIRST_HITS", 2)
    async with running(paths) as driver:
        await driver.press("ctrl+f")
        await driver.type("giao duc")
        await driver.until(lambda: driver.screen.reader.current_match is not None)
        first = driver.open_id
        await driver.press("shift+f3")
        await driver.until(lambda: len(driver.hits) == 5)
        await driver.until(lambda: driver.open_id != first)
        assert pane(driver).has_answered("giao duc", None)


async def test_what_is_typed_meanwhile_outlives_the_walk_out_of_the_article(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "FIRST_HITS", 2)
    gate = Gate(monkeypatch)
    async with running(paths) as driver:
        await driver.press("ctrl+f")
        await driver.type("giao duc")
        await driver.until(lambda: driver.screen.reader.current_match is not None)
        article = driver.screen.reader.article
        await driver.press("shift+f3")
        await driver.until(lambda: gate.waiting)
        await driver.press("backspace")
        gate.open()
        await driver.until(lambda: pane(driver).has_answered("giao du", article))
        assert not driver.screen.has_walked


async def test_walking_fetches_more_articles_near_the_end_of_those_there_are(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results_pane, "PAGE", 2)
    async with running(paths) as driver:
        await driver.search("giao duc")
        await driver.until(lambda: len(driver.hits) == 2)
        await driver.press("enter", "n")
        await driver.until(lambda: len(driver.hits) > 2)


async def test_an_answer_that_comes_once_something_else_is_asked_is_dropped(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, is_open=True)
    async with running(paths) as driver:
        await type_ahead(driver, gate, "ngih quyet")
        results, before = pane(driver), pane(driver).result
        monkeypatch.setattr(results, "call_after_refresh", lambda *_: None)  # it is not asked yet
        results.search(SearchRequest("boi duong"))
        gate.open()
        under_way = [worker for worker in results.workers if worker.group == "search"]
        await driver.app.workers.wait_for_complete(under_way)
        assert results.result is before
        assert results.is_waiting
