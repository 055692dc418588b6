"""Corrections by hand: they show at once, outlast the program, and can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import UsageError
from bulletin_tui.services.editing import correct, uncorrect
from bulletin_tui.services.folders import corrections_by_hand
from bulletin_tui.services.known_fields import known_fields
from bulletin_tui.services.safekeeping import look_after
from bulletin_tui.services.searching import Searcher
from bulletin_tui.store.store import open_store
from unit.store.samples import FILED, OTHER, make_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.services.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return make_workspace(tmp_path, FILED, OTHER)


def test_a_correction_is_in_lists_and_in_the_search(workspace: Workspace) -> None:
    correct(workspace, FILED, {"title": "Đường lên bản", "published": "18/10/2018"})
    assert workspace.library.title_at(0) == "Đường lên bản"
    found = Searcher.for_workspace(workspace).find("title:bản").hits
    assert [hit.article.title for hit in found] == ["Đường lên bản"]
    assert workspace.get_article(FILED.id).summary.title == "Đường lên bản"


def test_a_correction_outlasts_the_program(workspace: Workspace) -> None:
    correct(workspace, FILED, {"authors": "An\nBình"})
    workspace.close()
    assert corrections_by_hand(workspace.paths) == {FILED.id: {"authors": "An\nBình"}}
    with open_store(workspace.paths).act():
        pass
    assert corrections_by_hand(workspace.paths) == {FILED.id: {"authors": "An\nBình"}}


def test_a_correction_taken_back_leaves_the_others(workspace: Workspace) -> None:
    article = correct(workspace, FILED, {"title": "Đường lên bản", "place": "Lào Cai"})
    article = uncorrect(workspace, article, ("title",))
    assert (article.summary.title, article.summary.place) == (FILED.summary.title, "Lào Cai")
    assert uncorrect(workspace, article).summary == FILED.summary
    assert corrections_by_hand(workspace.paths) == {}


def test_what_is_no_date_changes_nothing(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="hôm qua"):
        correct(workspace, FILED, {"title": "Đường lên bản", "published": "hôm qua"})
    with pytest.raises(UsageError):
        correct(workspace, FILED, {"title": " "})
    assert workspace.get_article(FILED.id) is FILED


def test_corrections_follow_an_article_into_its_edited_file(workspace: Workspace) -> None:
    correct(workspace, FILED, {"place": "Lào Cai"})
    workspace.store.succeed(FILED.id, OTHER.id, b"")
    assert workspace.store.corrections.all() == {OTHER.id: {"place": "Lào Cai"}}
    uncorrect(workspace, OTHER)
    assert workspace.store.corrections.all() == {}


def test_corrections_come_back_from_a_backup_when_the_database_is_lost(
    workspace: Workspace,
) -> None:
    correct(workspace, FILED, {"place": "Lào Cai"})
    look_after(workspace)
    workspace.close()
    workspace.paths.state_db.unlink()
    assert corrections_by_hand(workspace.paths) == {FILED.id: {"place": "Lào Cai"}}


def test_each_field_says_where_its_value_comes_from(workspace: Workspace) -> None:
    article = correct(workspace, FILED, {"source": "Báo Mai", "published": "10/2018"})
    known = {each.field: each for each in known_fields(article)}
    assert known["published"].shown == "10/2018"
    assert known["source"].is_corrected
    assert FILED.summary.source is not None
    assert FILED.summary.source in known["source"].origin
    assert (known["place"].shown, known["place"].origin) == ("", "")
