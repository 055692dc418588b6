"""What is found, as a person sees it on a terminal."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.cli.answers import PlacedResult, write_page
from bulletin_tui.cli.output import Output, Style
from bulletin_tui.services.noting import NoteSearcher, in_place, with_notes
from bulletin_tui.services.searching import Searcher
from unit.store.samples import ARTICLE, OTHER, highlight, make_workspace

if TYPE_CHECKING:
    from pathlib import Path


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def terminal_with_styles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LANGUAGE", "en")


def page(folder: Path, typed: str, note: str = "") -> str:
    """What is written for a query, with a mark whose note this is."""
    stream = Terminal()
    with make_workspace(folder, ARTICLE, OTHER) as workspace:
        if note:
            highlight(workspace, note=note)
        answer = NoteSearcher(workspace).ask(typed)
        found = Searcher.over((ARTICLE, OTHER)).find(typed, restriction=answer.restriction)
        result = with_notes(found, answer)
        notes = in_place(workspace, result.notes)
    write_page(Output(stream, io.StringIO()), PlacedResult(result, notes))
    return stream.getvalue()


def plain(text: str) -> list[str]:
    """The lines without their styles."""
    for style in (*Style, "\x1b[0m"):
        text = text.replace(style, "")
    return text.splitlines()


def test_an_article_has_its_title_its_data_and_its_passages(tmp_path: Path) -> None:
    assert plain(page(tmp_path, "khoang ")) == [
        "Bến cá",
        "  ben-ca  Bản tin vùng cao",
        "    Thuyền về lúc bốn giờ, cá xếp đầy khoang.",
    ]


def test_what_matches_stands_out(tmp_path: Path) -> None:
    assert f"{Style.MATCH}bốn giờ\x1b[0m" in page(tmp_path, "bon gio ")


def test_notes_come_behind_the_articles_under_their_own_heading(tmp_path: Path) -> None:
    lines = plain(page(tmp_path, "khoang ", note="Xem cả khoang lạnh"))
    assert lines[-4:] == [
        "",
        "Your notes",
        "    Xem cả khoang lạnh",
        "      xa-vung-cao · Tổ kiểm tra về xã vùng cao",
    ]


def test_in_notes_the_articles_are_named_by_the_notes_alone(tmp_path: Path) -> None:
    lines = plain(page(tmp_path, "in:notes lạnh ", note="Xem cả khoang lạnh"))
    assert lines[0] == "Your notes"
    assert len(lines) == 3
