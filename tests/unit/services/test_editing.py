"""Corrections by hand: they show at once, outlast the program, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import UsageError
from bulletin_tui.services import opening
from bulletin_tui.services.editing import correct, uncorrect
from bulletin_tui.services.folders import build_order
from bulletin_tui.services.importing.importing import ImportOptions, import_files
from bulletin_tui.services.known_fields import known_fields
from bulletin_tui.services.safekeeping import look_after
from bulletin_tui.services.searching import Searcher
from bulletin_tui.services.stacks import MemoryStacks
from bulletin_tui.services.workspace import open_workspace, reload_library
from bulletin_tui.settings import Settings
from bulletin_tui.store.store import open_store
from unit.store.samples import (
    FILED,
    OTHER,
    PARAGRAPHS,
    make_article,
    make_paths,
    make_workspace,
)
from unit.workers.folders import build_as, contents

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.model.article import Article
    from bulletin_tui.paths import Paths
    from bulletin_tui.services.workspace import Workspace

REPORT = "\n\n".join(PARAGRAPHS)
MORE = "\n\nChiều cùng ngày, đoàn làm việc với lãnh đạo huyện về kinh phí sửa trường."


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return make_paths(tmp_path)


def only(workspace: Workspace) -> Article:
    (summary,) = workspace.stacks.summaries()
    return workspace.get_article(summary.id)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return make_workspace(tmp_path, FILED, OTHER)


def test_a_correction_is_in_lists_and_in_the_search(workspace: Workspace) -> None:
    correct(workspace, FILED, {"title": "Đường lên bản", "published": "18/10/2018"})
    assert workspace.library.title_at(0) == "Đường lên bản"
    found = Searcher.for_workspace(workspace).find("title:bản").hits
    assert [hit.article.title for hit in found] == ["Đường lên bản"]
    assert workspace.get_article(FILED.id).summary.title == "Đường lên bản"


def test_what_is_corrected_is_the_article_as_its_file_was_read_last(workspace: Workspace) -> None:
    today = make_article(paragraphs=(*PARAGRAPHS, MORE.strip()))
    workspace.stacks = MemoryStacks((today, OTHER))
    shown = correct(workspace, FILED, {"place": "Lào Cai"})
    found = workspace.stacks.find_article(FILED.id)
    assert found == shown
    assert (found.text, found.summary.place) == (today.text, "Lào Cai")


def test_a_correction_outlasts_the_program(workspace: Workspace) -> None:
    correct(workspace, FILED, {"authors": "An\nBình"})
    workspace.close()
    assert build_order(workspace.paths).corrections == {FILED.id: {"authors": "An\nBình"}}
    with open_store(workspace.paths).act():
        pass
    assert build_order(workspace.paths).corrections == {FILED.id: {"authors": "An\nBình"}}


def test_a_correction_taken_back_leaves_the_others(workspace: Workspace) -> None:
    article = correct(workspace, FILED, {"title": "Đường lên bản", "place": "Lào Cai"})
    article = uncorrect(workspace, article, ("title",))
    assert (article.summary.title, article.summary.place) == (FILED.summary.title, "Lào Cai")
    assert uncorrect(workspace, article).summary == FILED.summary
    assert build_order(workspace.paths).corrections == {}


def test_what_is_no_date_changes_nothing(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="hôm qua"):
        correct(workspace, FILED, {"title": "Đường lên bản", "published": "hôm qua"})
    with pytest.raises(UsageError):
        correct(workspace, FILED, {"title": " "})
    assert workspace.get_article(FILED.id) is FILED


def test_a_correction_outlasts_an_edit_of_the_file(paths: Paths) -> None:
    file = paths.articles / "nuoc.txt"
    file.parent.mkdir()
    file.write_text(REPORT)
    with open_workspace(paths, Settings()) as opened:
        correct(opened, only(opened), {"place": "Lào Cai"})
    file.write_text(REPORT + MORE)
    for _start in range(2):
        with open_workspace(paths, Settings()) as opened:
            article = only(opened)
            assert (article.text.endswith(MORE.strip()), article.summary.place) == (True, "Lào Cai")
            assert build_order(paths).corrections == {article.id: {"place": "Lào Cai"}}
    with open_workspace(paths, Settings()) as opened:
        assert uncorrect(opened, only(opened)).summary.place is None
    assert build_order(paths).corrections == {}


def test_a_correction_outlasts_the_import_of_a_newer_version(paths: Paths) -> None:
    paths = replace(paths, articles=paths.imported)
    paths.imported.mkdir(parents=True)
    file = paths.data / "nuoc.txt"
    with open_workspace(paths, Settings()) as opened:
        for text in (REPORT, REPORT + MORE):
            file.write_text(text)
            import_files(opened.stacks, paths.imported, [file], ImportOptions())
            reload_library(opened)
            if text == REPORT:
                correct(opened, only(opened), {"title": "Đường nước", "place": "Lào Cai"})
        article = only(opened)
        assert article.text.endswith(MORE.strip())
        assert (article.summary.title, article.summary.place) == ("Đường nước", "Lào Cai")


def test_the_index_has_a_correction_also_after_an_edit(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST_IN_MEMORY", 0)
    file = paths.articles / "nuoc.txt"
    file.parent.mkdir()
    file.write_text(REPORT)
    build_as(paths.index_db, build_order(paths))
    with open_workspace(paths, Settings()) as opened:
        correct(opened, only(opened), {"title": "Đường lên bản"})
        opened.store.set_read(only(opened), is_read=True)
    file.write_text(REPORT + MORE)
    build_as(paths.index_db, build_order(paths))
    with open_workspace(paths, Settings()) as opened:
        assert opened.library.title_at(0) == "Đường lên bản"
        assert opened.store.read_ids() == {only(opened).id}
    assert build_as(paths.index_db, build_order(paths)).changed == 0
    (row,) = contents(paths.index_db)["articles"]
    assert row[2] == "Đường lên bản"


def test_another_text_in_the_place_of_the_file_is_not_corrected(paths: Paths) -> None:
    file = paths.articles / "nuoc.txt"
    file.parent.mkdir()
    file.write_text(REPORT)
    with open_workspace(paths, Settings()) as opened:
        correct(opened, only(opened), {"place": "Lào Cai"})
    file.write_text("Bến cá buổi sớm, thuyền về lúc bốn giờ, cá xếp đầy khoang.")
    with open_workspace(paths, Settings()) as opened:
        assert only(opened).summary.place is None


def test_corrections_come_back_from_a_backup_when_the_database_is_lost(
    workspace: Workspace,
) -> None:
    correct(workspace, FILED, {"place": "Lào Cai"})
    look_after(workspace)
    workspace.close()
    workspace.paths.state_db.unlink()
    assert build_order(workspace.paths).corrections == {FILED.id: {"place": "Lào Cai"}}


def test_each_field_says_where_its_value_comes_from(workspace: Workspace) -> None:
    article = correct(workspace, FILED, {"source": "Báo Mai", "published": "10/2018"})
    known = {each.field: each for each in known_fields(article)}
    assert known["published"].shown == "10/2018"
    assert known["source"].is_corrected
    assert FILED.summary.source is not None
    assert FILED.summary.source in known["source"].origin
    assert (known["place"].shown, known["place"].origin) == ("", "")
