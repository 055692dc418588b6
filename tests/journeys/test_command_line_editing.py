"""`bulletin edit`: what is known about an article, corrected for good and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.paths import default_paths
from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.settings import Settings

if TYPE_CHECKING:
    from journeys.conftest import CommandLine


def test_what_was_corrected_is_known_from_then_on(bulletin: CommandLine) -> None:
    edited = bulletin("edit", "cap-dien", "--author", "An", "--author", "Bình", "--lang", "vi")
    assert edited.status == 0
    assert ["authors", "An, Bình", "corrected by hand; the file does not say"] in edited.rows
    bulletin("edit", "cap-dien", "--published", "18/10/2030")
    assert bulletin("list").rows[0][:2] == ["cap-dien", "2030-10-18"]
    assert bulletin("show", "cap-dien", "--json").json["authors"] == ["An", "Bình"]
    (hit,) = bulletin("search", "author:binh", "--json").json["hits"]
    assert hit["id"] == "cap-dien"


def test_a_correction_is_taken_back(bulletin: CommandLine) -> None:
    filed = bulletin("show", "doc-sach-2021", "--json").json
    bulletin("edit", "doc-sach-2021", "--title", "Tên khác", "--tag", "sách")
    edited = bulletin("edit", "doc-sach-2021", "--clear", "title", "--json").json
    assert (edited["title"], edited["tags"]) == (filed["title"], ["sách"])
    assert edited["corrected"] == ["tags"]


def test_an_empty_value_says_that_there_is_none(bulletin: CommandLine) -> None:
    edited = bulletin("edit", "doc-sach-2021", "--source", "", "--json").json
    assert edited["source"] is None
    assert edited["corrected"] == ["source"]


def test_what_is_no_date_is_refused_with_what_to_write(bulletin: CommandLine) -> None:
    answer = bulletin("edit", "cap-dien", "--title", "Tên khác", "--published", "hôm qua")
    assert answer.status == 2
    assert "“hôm qua” is not a date" in answer.err
    assert "18/10/2018" in answer.err
    assert bulletin("show", "cap-dien", "--json").json["title"] == "Thắp sáng đường quê"


@pytest.mark.parametrize("typed", ["Tiếng Việt", "v", "vien", "vi VN", "vi-", "123"])
def test_what_is_no_language_is_refused_with_what_to_write(
    bulletin: CommandLine, typed: str
) -> None:
    answer = bulletin("edit", "cap-dien", "--lang", typed)
    assert answer.status == 2
    assert f"“{typed}” is not the code of a language" in answer.err
    assert "en-GB" in answer.err


@pytest.mark.parametrize("typed", ["en", "EN", "en-GB", "en_GB"])
def test_a_language_is_known_by_its_code(bulletin: CommandLine, typed: str) -> None:
    assert bulletin("edit", "cap-dien", "--lang", typed, "--json").status == 0
    assert bulletin("show", "cap-dien", "--json").json["language"] == "en"


def test_a_field_is_not_corrected_and_cleared_at_once(bulletin: CommandLine) -> None:
    bulletin("edit", "cap-dien", "--title", "Tên cũ hơn")
    answer = bulletin("edit", "cap-dien", "--title", "Tên khác", "--clear", "title")
    assert answer.status == 2
    assert "--title and --clear title contradict each other" in answer.err
    assert bulletin("show", "cap-dien", "--json").json["title"] == "Tên cũ hơn"


def test_nothing_is_chosen_along_with_what_is_refused(bulletin: CommandLine) -> None:
    answer = bulletin("edit", "cap-dien", "--encoding", "tcvn3", "--published", "hôm qua")
    assert answer.status == 2
    with open_workspace(default_paths(), Settings()) as workspace:
        assert workspace.store.encodings.all() == {}


def test_a_correction_is_backed_up_at_once(bulletin: CommandLine) -> None:
    bulletin("edit", "cap-dien", "--place", "Lào Cai")
    assert len(list(bulletin.home.rglob("state-*.db"))) == 1
