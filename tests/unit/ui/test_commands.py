"""The one table of commands, and the keys that a reader puts in place of the usual ones."""

from __future__ import annotations

from itertools import combinations

import pytest

from bulletin_tui.ui.app import BulletinApp
from bulletin_tui.ui.commands import COMMANDS, OTHER_WORDS, Command, Where, command_named
from bulletin_tui.ui.key_names import key_label
from bulletin_tui.ui.keymap import keymap
from bulletin_tui.ui.panes.annotations import AnnotationsPane
from bulletin_tui.ui.panes.reader import ReaderPane
from bulletin_tui.ui.panes.recent import RecentPane
from bulletin_tui.ui.panes.results import ResultsPane
from bulletin_tui.ui.panes.sidebar import SidebarPane
from bulletin_tui.ui.screens.main import MainScreen
from bulletin_tui.ui.widgets.title_field import TitleField


def test_every_name_is_used_once() -> None:
    names = [command.name for command in COMMANDS]
    assert len(names) == len(set(names))


def test_only_what_the_palette_offers_has_other_words() -> None:
    assert all(command_named(name).in_palette for name in OTHER_WORDS)


def test_no_key_means_two_things_in_one_place() -> None:
    for one, other in combinations(COMMANDS, 2):
        if one.where is other.where:
            assert not set(one.keys) & set(other.keys), (one.name, other.name)


def test_only_filters_take_keys_from_everywhere() -> None:
    everywhere = {key for c in COMMANDS if c.where is Where.ANYWHERE for key in c.keys}
    local = [c for c in COMMANDS if c.where is not Where.ANYWHERE]
    taking = {c.name for c in local if set(c.keys) & everywhere}
    assert taking == {"filter_articles", "leave_filter", "search_instead", "filter_annotations"}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_its_action_where_it_belongs(command: Command) -> None:
    parts = (ReaderPane, SidebarPane, TitleField, ResultsPane, RecentPane, AnnotationsPane)
    owners: dict[Where, type[object]] = {part.WHERE: part for part in parts}
    owner = owners.get(command.where, MainScreen)
    assert callable(getattr(owner, f"action_{command.name}", None))


def test_a_letter_has_a_twin_that_no_input_method_changes() -> None:
    for command in COMMANDS:
        if all(len(key) == 1 for key in command.keys):
            assert command.in_palette or command.where is not Where.ANYWHERE, command.name


def test_no_key_needs_what_old_terminals_cannot_send() -> None:
    forbidden = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+s", "ctrl+z", "ctrl+a", "ctrl+b", "f10", "f11"}
    for command in COMMANDS:
        assert not forbidden & set(command.keys), command.name


def test_a_reader_replaces_the_keys_of_a_command() -> None:
    keys = keymap({"highlight": ("m",), "next_match": ("ctrl+n", "f3")})
    assert keys.problems == ()
    assert keys.replaced() == {"highlight": "m", "next_match": "ctrl+n,f3"}
    assert keys.shown("highlight") == "m"


def test_a_character_stands_for_its_key() -> None:
    assert keymap({"highlight": (";",), "next_heading": (")", "ctrl+]")}).keys["highlight"] == (
        ";",
    )
    assert keymap({"search": ("?",)}).problems


def test_a_clash_is_named_and_left_out() -> None:
    keys = keymap({"highlight": ("b",)})
    assert keys.keys["highlight"] == ("h",)
    assert len(keys.problems) == 1
    assert "bookmark" in keys.problems[0]


def test_two_commands_may_swap_their_keys() -> None:
    keys = keymap({"highlight": ("b",), "bookmark": ("h",)})
    assert keys.problems == ()
    assert keys.replaced() == {"highlight": "b", "bookmark": "h"}


def test_an_unknown_command_is_named() -> None:
    keys = keymap({"hilight": ("m",)})
    assert keys.replaced() == {}
    assert "hilight" in keys.problems[0]


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("ctrl+right_square_bracket", "Ctrl+]"),
        ("f1", "F1"),
        ("slash", "/"),
        ("pagedown", "PgDn"),
        ("N", "N"),
        ("n", "n"),
        ("ctrl+f", "Ctrl+F"),
        ("shift+left", "Shift+←"),
    ],
)
def test_keys_are_written_as_people_write_them(key: str, label: str) -> None:
    assert key_label(key) == label


def test_the_app_takes_no_command_palette_of_its_own() -> None:
    assert BulletinApp.ENABLE_COMMAND_PALETTE is False
