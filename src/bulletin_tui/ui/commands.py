"""Every command of the interface, said once.

The bindings, the key hints, the palette, the help screen, the README's key table and the names
that `[keys]` in `config.toml` may use all come from `COMMANDS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding

from bulletin_tui.words import N_


class Where(StrEnum):
    """Which part of the screen has to be focused for a key to mean the command."""

    ANYWHERE = "anywhere"
    READER = "reader"
    SIDEBAR = "sidebar"
    FILTER = "filter"
    RESULTS = "results"
    RECENT = "recent"
    ANNOTATIONS = "annotations"


WHERE_LABELS = {
    Where.ANYWHERE: N_("Everywhere"),
    Where.READER: N_("In the text"),
    Where.SIDEBAR: N_("In the sidebar"),
    Where.FILTER: N_("In the filter of a list"),
    Where.RESULTS: N_("In the results"),
    Where.RECENT: N_("In the recent searches"),
    Where.ANNOTATIONS: N_("In the list of marks"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the interface can do; the owner of `where` has the method `action_<name>`."""

    name: str
    keys: tuple[str, ...]
    """Textual's key names, the one to show first; none for what only the palette offers."""
    label: str
    where: Where
    hint: int = 0
    """Place among the key hints of its part of the screen; 0 shows it only in the help."""
    in_palette: bool = True
    short: str = ""
    """A word for the key hints, where the label is too long."""
    at_once: bool = False
    """Done before the focused widget sees the key: what is typed right behind it goes elsewhere."""


def _command(
    name: str,
    keys: str,
    label: str,
    where: Where,
    hint: int = 0,
    *,
    in_palette: bool = True,
    short: str = "",
    at_once: bool = False,
) -> Command:
    return Command(name, tuple(keys.split()), label, where, hint, in_palette, short, at_once)


_A, _R, _S, _L, _M = Where.ANYWHERE, Where.READER, Where.SIDEBAR, Where.RESULTS, Where.ANNOTATIONS
_F, _Q = Where.FILTER, Where.RECENT

COMMANDS: tuple[Command, ...] = (
    _command("help", "f1 question_mark", N_("Help"), _A, 1, short=N_("help")),
    _command(
        "search", "slash f2", N_("Search everything"), _A, 2, short=N_("search"), at_once=True
    ),
    _command("find_in_article", "ctrl+f", N_("Find in this article"), _A),
    _command("next_match", "n f3", N_("Next match"), _A),
    _command("previous_match", "N shift+f3", N_("Previous match"), _A),
    _command("take_respelling", "f7", N_("Search with the words as they are spelt here"), _A),
    _command("toggle_decoding", "ctrl+t", N_("Read Telex and VNI keys as words, or not"), _A),
    _command("forget_queries", "", N_("Forget the recent searches"), _A),
    _command("annotations", "f4", N_("List of marks"), _A, 7, short=N_("marks")),
    _command("palette", "ctrl+p colon", N_("All commands"), _A, in_palette=False),
    _command("next_article", "J", N_("Next article"), _A),
    _command("previous_article", "K", N_("Previous article"), _A),
    _command("go_back", "ctrl+o", N_("Back to where you were"), _A),
    _command("go_forward", "ctrl+right_square_bracket", N_("Forward again"), _A),
    _command("next_pane", "tab", N_("Next pane"), _A, in_palette=False),
    _command("previous_pane", "shift+tab", N_("Previous pane"), _A, in_palette=False),
    _command("toggle_sidebar", "f6", N_("Show or hide the sidebar"), _A),
    _command("toggle_zen", "f9 z", N_("Only the text"), _A),
    _command("article_data", "i", N_("About this article: look and correct"), _A),
    _command("reload", "f5", N_("Read the articles again"), _A),
    _command("choose_theme", "f8", N_("Choose the colours"), _A),
    _command("undo", "u", N_("Undo the last change to marks"), _A, 8, short=N_("undo")),
    _command("redo", "ctrl+y", N_("Do again what was undone"), _A),
    _command("export_all_annotations", "", N_("Export all marks"), _A),
    _command("choose_sync_folder", "", N_("Exchange marks with other devices"), _A),
    _command("stop_syncing", "", N_("Exchange marks no more"), _A),
    _command("redraw", "ctrl+l", N_("Draw the screen again"), _A),
    _command("step_back", "escape", N_("One step back"), _A, in_palette=False),
    _command("quit", "q ctrl+q", N_("Quit"), _A, 9, short=N_("quit")),
    _command("scroll_down", "down j", N_("Line down"), _R, in_palette=False),
    _command("scroll_up", "up k", N_("Line up"), _R, in_palette=False),
    _command("page_down", "space pagedown", N_("Page down"), _R, in_palette=False),
    _command("page_up", "pageup", N_("Page up"), _R, in_palette=False),
    _command("half_page_down", "ctrl+d", N_("Half a page down"), _R, in_palette=False),
    _command("half_page_up", "ctrl+u", N_("Half a page up"), _R, in_palette=False),
    _command("text_start", "home g", N_("Beginning of the text"), _R),
    _command("text_end", "end G", N_("End of the text"), _R),
    _command(
        "next_paragraph",
        "ctrl+down right_curly_bracket right_parenthesis",
        N_("Passage cursor to the next paragraph"),
        _R,
    ),
    _command(
        "previous_paragraph",
        "ctrl+up left_curly_bracket left_parenthesis",
        N_("Passage cursor to the previous paragraph"),
        _R,
    ),
    _command(
        "select_sentence",
        "enter",
        N_("Select the sentence; open or close what is folded here"),
        _R,
        3,
        short=N_("sentence"),
    ),
    _command("select_paragraph", "v", N_("Select the paragraph"), _R),
    _command("extend_sentence", "right", N_("Selection one sentence longer"), _R),
    _command("shrink_sentence", "left", N_("Selection one sentence shorter"), _R),
    _command("extend_word", "shift+right", N_("Selection one word longer"), _R),
    _command("shrink_word", "shift+left", N_("Selection one word shorter"), _R),
    _command("highlight", "h", N_("Highlight"), _R, 4, short=N_("highlight")),
    _command("highlight_yellow", "1", N_("Highlight in yellow"), _R),
    _command("highlight_green", "2", N_("Highlight in green"), _R),
    _command("highlight_blue", "3", N_("Highlight in blue"), _R),
    _command("highlight_pink", "4", N_("Highlight in pink"), _R),
    _command("highlight_orange", "5", N_("Highlight in orange"), _R),
    _command("annotate", "a", N_("Write a note"), _R, 5, short=N_("note")),
    _command("tag_mark", "t", N_("Tags of the mark or passage"), _R, short=N_("tags")),
    _command("bookmark", "b", N_("Bookmark here"), _R, 6, short=N_("bookmark")),
    _command("remove_mark", "delete x", N_("Remove the mark here"), _R),
    _command("next_mark", "full_stop", N_("Next mark in the text"), _R),
    _command("previous_mark", "comma", N_("Previous mark in the text"), _R),
    _command("copy", "y ctrl+c", N_("Copy"), _R),
    _command("copy_citation", "c", N_("Copy with its source"), _R),
    _command("next_heading", "right_square_bracket greater_than_sign", N_("Next heading"), _R),
    _command("previous_heading", "left_square_bracket less_than_sign", N_("Previous heading"), _R),
    _command("toggle_folds", "f", N_("Open or close what is folded"), _R),
    _command("contents", "T", N_("Contents"), _R),
    _command("wider", "plus", N_("Wider text"), _R),
    _command("narrower", "minus", N_("Narrower text"), _R),
    _command("default_measure", "equals_sign", N_("Usual text width"), _R),
    _command("toggle_read", "r", N_("Read or unread"), _R),
    _command("open_row", "enter", N_("Open"), _S, 3, in_palette=False, short=N_("open")),
    _command("expand_row", "right l", N_("Unfold"), _S, in_palette=False),
    _command("collapse_row", "left h", N_("Fold"), _S, in_palette=False),
    _command(
        "toggle_row_read", "r", N_("Read or unread"), _S, 4, in_palette=False, short=N_("read")
    ),
    _command(
        "filter_articles",
        "ctrl+f",
        N_("Filter the list"),
        _S,
        5,
        in_palette=False,
        short=N_("filter"),
        at_once=True,
    ),
    _command("add_source", "a", N_("Add a folder or a file"), _S, 6, short=N_("add")),
    _command("remove_source", "delete x", N_("Take the folder or imported article out"), _S),
    _command("sort_articles", "S", N_("Sort by date, title or source"), _S),
    _command("open_filtered", "enter", N_("Open"), _F, 3, in_palette=False, short=N_("open")),
    _command("next_filtered", "down", N_("Down the list"), _F, in_palette=False),
    _command("previous_filtered", "up", N_("Up the list"), _F, in_palette=False),
    _command("page_down_filtered", "pagedown", N_("Page down"), _F, in_palette=False),
    _command("page_up_filtered", "pageup", N_("Page up"), _F, in_palette=False),
    _command(
        "leave_filter",
        "escape",
        N_("Clear the filter: the list as it was"),
        _F,
        4,
        in_palette=False,
        short=N_("clear"),
    ),
    _command(
        "search_instead", "f2", N_("Search everything"), _F, 5, in_palette=False, short=N_("search")
    ),
    _command("open_hit", "enter", N_("Open"), _L, 3, in_palette=False, short=N_("open")),
    _command(
        "open_query", "enter", N_("Search again"), _Q, 3, in_palette=False, short=N_("search")
    ),
    _command(
        "forget_query",
        "delete x",
        N_("Forget; Del also while the search box is empty"),
        _Q,
        4,
        in_palette=False,
        short=N_("forget"),
    ),
    _command("open_annotation", "enter", N_("Go there"), _M, 3, in_palette=False, short=N_("go")),
    _command(
        "filter_annotations",
        "ctrl+f",
        N_("Filter the list"),
        _M,
        4,
        short=N_("filter"),
        at_once=True,
    ),
    _command("tick_annotation", "space", N_("Tick, and go down"), _M, 5, short=N_("tick")),
    _command("tick_all_annotations", "A", N_("Tick all that are shown"), _M),
    _command("edit_annotation", "a", N_("Write a note"), _M, 6, short=N_("note")),
    _command("tag_annotations", "t", N_("Tags of the marks"), _M, 6, short=N_("tags")),
    _command("recolor_yellow", "1", N_("Make the highlights yellow"), _M),
    _command("recolor_green", "2", N_("Make the highlights green"), _M),
    _command("recolor_blue", "3", N_("Make the highlights blue"), _M),
    _command("recolor_pink", "4", N_("Make the highlights pink"), _M),
    _command("recolor_orange", "5", N_("Make the highlights orange"), _M),
    _command("remove_annotation", "delete x", N_("Remove the marks"), _M, 6, short=N_("remove")),
    _command("bring_back_annotation", "r", N_("Bring removed marks back"), _M),
    _command("confirm_annotation", "v", N_("Confirm the places of moved and changed marks"), _M),
    _command("place_annotation", "p", N_("Place the mark by hand"), _M),
    _command(
        "group_annotations", "o", N_("Group by article, tag or date"), _M, 6, short=N_("group")
    ),
    _command("sort_annotations", "S", N_("Sort by place, newest or last changed"), _M),
    _command("export_annotations", "e", N_("Export the marks"), _M, 6, short=N_("export")),
)

OTHER_WORDS = {
    "help": N_("keys shortcuts"),
    "annotations": N_("annotations notes"),
    "article_data": N_("metadata edit"),
    "reload": N_("reload refresh"),
    "choose_theme": N_("theme dark light sepia high contrast colors"),
    "choose_sync_folder": N_("sync"),
    "stop_syncing": N_("sync"),
    "toggle_zen": N_("zen full screen"),
    "quit": N_("exit close"),
    "contents": N_("headings outline"),
    "add_source": N_("import open"),
    "remove_source": N_("remove delete"),
}
"""Words by which the palette finds commands whose labels have others."""

_NO_KEY = "no_key"
"""A name that no key has: Textual replaces the keys of a binding, but adds none to nothing."""

_BY_NAME = {command.name: command for command in COMMANDS}


def command_named(name: str) -> Command:
    """The command of this name."""
    return _BY_NAME[name]


def command_is_at_once(name: str) -> bool:
    """Whether this is a command whose key is taken before the focused widget sees it."""
    return name in _BY_NAME and _BY_NAME[name].at_once


def bindings(where: Where) -> list[Binding]:
    """Textual's bindings for one part of the screen; a binding's id is its command's name."""
    return [
        Binding(
            ",".join(command.keys) or _NO_KEY,
            command.name,
            command.label,
            show=False,
            id=command.name,
            priority=command.at_once,
        )
        for command in COMMANDS
        if command.where is where
    ]
