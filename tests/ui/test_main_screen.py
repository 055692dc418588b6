"""The main screen: searching, stepping back, jumping, folding away, and telling what failed."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from bulletin_tui.errors import NotSavedError
from bulletin_tui.services import annotating
from bulletin_tui.settings import Settings
from bulletin_tui.ui.screens.layout import Left
from bulletin_tui.ui.widgets.search_box import SearchScope
from bulletin_tui.words import use_language
from ui.driving import running

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths


async def test_staying_at_a_hit_and_going_back_returns_to_the_place_before(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("pagedown")
        before = driver.screen.reader.place
        await driver.search("thot not")
        await driver.press("enter")
        await driver.until(lambda: not driver.screen.reader.is_previewing)
        assert driver.open_id is not None
        assert driver.open_id.startswith("thot-not")
        await driver.press("ctrl+o")
        await driver.until(lambda: driver.screen.reader.place == before)
        await driver.press("ctrl+right_square_bracket")
        await driver.until(lambda: str(driver.open_id).startswith("thot-not"))


async def test_the_next_match_goes_on_into_the_next_article(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.search("29-nq/tw")
        first, *others = [hit for hit in driver.hits if hit.matches]
        assert others
        await driver.press("enter")
        await driver.until(lambda: driver.open_id == first.article.id)
        for _ in first.matches:
            await driver.press("n")
        await driver.until(lambda: driver.open_id == others[0].article.id)
        await driver.press("N")
        await driver.until(lambda: driver.open_id == first.article.id)


async def test_finding_in_the_article_searches_nothing_else(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("ctrl+f")
        assert driver.screen.search_box.scope is SearchScope.ARTICLE
        await driver.type("giao duc")
        await driver.until(lambda: driver.hits)
        assert [hit.article.id for hit in driver.hits] == [driver.open_id]


async def test_a_word_without_accents_highlights_the_accented_one(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.search("boi duong")
        hit = driver.hits[0]
        article = driver.screen.session.workspace.get_article(hit.article.id)
        match = hit.matches[0]
        assert article.text[match.start : match.end].casefold() == "bồi dưỡng"


async def test_a_search_without_hits_says_so_and_leaves_the_text(paths: Paths) -> None:
    async with running(paths) as driver:
        before = driver.screen.reader.place
        await driver.press("slash")
        await driver.type("zzzzxqwv")
        await driver.until(lambda: "Nothing found" in driver.shown_text())
        assert driver.screen.reader.place == before


async def test_a_slash_can_be_searched_for(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.search("29-NQ/TW")
        assert driver.screen.search_box.value == "29-NQ/TW"


async def test_a_search_that_was_put_away_is_had_back(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.search("boi duong")
        hits = driver.hits
        await driver.press("enter", "escape")
        await driver.until(lambda: driver.screen.left is Left.SIDEBAR)
        before = driver.screen.reader.place
        await driver.press("n", "n")
        await driver.until(lambda: driver.screen.reader.place != before)
        await driver.press("slash")
        await driver.until(lambda: driver.screen.left is Left.RESULTS)
        assert driver.screen.search_box.value == "boi duong"
        assert driver.hits == hits


async def test_a_selection_and_the_zen_view_survive_a_search_given_up(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("z", "enter")
        await driver.until(lambda: driver.screen.reader.view.selection)
        selection = driver.screen.reader.view.selection
        await driver.search("thot not")
        await driver.press("escape")
        await driver.until(lambda: not driver.screen.reader.is_previewing)
        assert driver.screen.reader.view.selection == selection
        assert driver.screen.has_class("-zen")


async def test_emptying_the_box_closes_the_results(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.search("an")
        await driver.press("backspace", "backspace")
        await driver.until(lambda: driver.screen.left is Left.SIDEBAR)
        await driver.until(lambda: not driver.screen.reader.is_previewing)


async def test_the_progress_is_told_anew_when_the_text_gets_less_room(paths: Paths) -> None:
    async with running(paths, size=(90, 45)) as driver:
        await driver.press("f6", "end")
        view = driver.screen.reader.view
        await driver.until(lambda: " 100 % " in driver.shown_text())
        await driver.press("f6")
        await driver.until(lambda: view.progress.percent < 100)
        await driver.until(lambda: f" {view.progress.percent} % " in driver.shown_text())


async def test_contents_lead_to_a_heading(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("T")
        await driver.until(lambda: len(driver.app.screen_stack) == 3)
        options = driver.app.screen.query_one(OptionList)
        assert options.option_count > 1
        await driver.press("down", "enter")
        await driver.until(lambda: driver.screen.reader.view.position.cursor > 0)


async def test_on_a_narrow_screen_the_text_has_all_the_room(paths: Paths) -> None:
    async with running(paths, size=(40, 20)) as driver:
        assert not driver.screen.sidebar.display
        assert driver.screen.reader.size.width == 40
        await driver.press("f6")
        await driver.until(lambda: driver.screen.sidebar.size.width == 40)
        await driver.press("down", "enter")
        await driver.until(lambda: driver.screen.reader.size.width == 40)


async def test_zen_shows_only_the_text(paths: Paths) -> None:
    async with running(paths, size=(80, 24)) as driver:
        await driver.press("z")
        await driver.until(lambda: driver.screen.reader.size.height == 24)
        assert driver.screen.reader.size.width == 80
        await driver.press("escape")
        await driver.until(lambda: driver.screen.reader.size.height == 22)


async def test_a_note_that_cannot_be_saved_stays_on_the_screen_with_the_reason(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_options: object) -> None:
        raise NotSavedError("not saved: the disk is full", advice="Make room.")

    async with running(paths) as driver:
        monkeypatch.setattr(annotating, "add_highlight", full)
        await driver.press("a")
        await driver.until(lambda: len(driver.app.screen_stack) == 3)
        await driver.type("quan trong")
        await driver.press("escape")
        await driver.until(lambda: "not saved: the disk is full" in driver.shown_text())
        assert "quan trong" in driver.shown_text()
        monkeypatch.undo()
        await driver.press("escape")
        await driver.until(lambda: len(driver.app.screen_stack) == 2)


async def test_throwing_a_note_away_saves_nothing(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("a")
        await driver.until(lambda: len(driver.app.screen_stack) == 3)
        await driver.type("bo di")
        await driver.press("ctrl+g")
        await driver.until(lambda: len(driver.app.screen_stack) == 2)
        placed = await driver.screen.session.call(annotating.list_annotations)
        assert placed == ()


async def test_a_mark_removed_in_the_list_is_gone_from_the_text(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("h")
        await driver.until(lambda: driver.screen.reader._placed)
        await driver.press("f4")
        await driver.until(
            lambda: driver.screen.annotations and driver.screen.annotations.list.count
        )
        await driver.press("x")
        await driver.until(lambda: not driver.screen.reader._placed)


async def test_where_no_mark_is_removing_says_so(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("x")
        await driver.until(lambda: "no mark here to remove" in driver.shown_text())


async def test_leaving_from_the_note_editor_saves_what_was_typed(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("a")
        await driver.until(lambda: len(driver.app.screen_stack) == 3)
        await driver.type("chua luu")
        await driver.press("ctrl+q")
    async with running(paths) as driver:
        (placed,) = await driver.screen.session.call(annotating.list_annotations)
        assert placed.annotation.note == "chua luu"


async def test_what_was_undone_can_be_done_again(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("h")
        await driver.until(lambda: driver.screen.reader._placed)
        await driver.press("u")
        await driver.until(lambda: not driver.screen.reader._placed)
        await driver.press("ctrl+y")
        await driver.until(lambda: driver.screen.reader._placed)


async def test_what_was_undone_is_named(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("ctrl+down", "h")
        await driver.until(lambda: driver.screen.reader._placed)
        (mark,) = driver.screen.reader._placed
        await driver.press("u")
        await driver.until(lambda: "Undone, gone again: ● yellow “" in driver.shown_text())
        assert mark.annotation.quote.exact[:20] in driver.shown_text()


@pytest.mark.parametrize(
    ("language", "typed", "label"),
    [
        ("en", "dark", "Choose the colours"),
        ("vi", "nen toi", "Chọn bộ màu"),
        ("vi", "theme", "Chọn bộ màu"),
    ],
)
async def test_the_palette_knows_other_words_for_a_command(
    paths: Paths, language: str, typed: str, label: str
) -> None:
    use_language(language)
    async with running(paths) as driver:
        await driver.press("ctrl+p")
        await driver.until(lambda: len(driver.app.screen_stack) == 3)
        await driver.type(typed)
        await driver.until(lambda: driver.app.screen.query_one(OptionList).option_count == 1)
        assert label in driver.shown_text()


async def test_the_interface_speaks_vietnamese(paths: Paths) -> None:
    use_language("vi")
    async with running(paths, Settings(language="vi")) as driver:
        await driver.until(lambda: "Nguồn" in driver.shown_text())
        assert "Sources" not in driver.shown_text()


async def test_a_reader_keeps_the_keys_of_the_settings(paths: Paths) -> None:
    settings = Settings(language="en", keys={"contents": ("M",)})
    async with running(paths, settings) as driver:
        await driver.press("M")
        await driver.until(lambda: len(driver.app.screen_stack) == 3)


async def test_work_that_ends_after_the_program_finds_no_widgets_and_that_is_no_failure(
    paths: Paths,
) -> None:
    async with running(paths) as driver:
        screen = driver.screen

        async def look_when_all_is_gone() -> None:
            while screen.children:
                try:
                    await asyncio.sleep(0.001)
                except asyncio.CancelledError:
                    continue
            screen.query_one("#body")

        screen.run_worker(look_when_all_is_gone())
        await driver.pilot.pause()
    assert driver.app.return_code is None


async def test_a_notice_outstays_the_timer_of_the_one_before(paths: Paths) -> None:
    async with running(paths) as driver:
        screen = driver.screen
        screen.say("Một việc.")
        timer = screen._silence
        assert timer is not None
        screen.say("Việc khác.")
        screen._fall_silent(timer)
        assert "Việc khác." in driver.shown_text()
