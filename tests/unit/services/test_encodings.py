"""A file is read by the encoding that its reader chose; what was marked in it stays marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import ArticleUnreadableError, NotSavedError, UsageError
from bulletin_tui.model.annotation import AnchorState, HighlightColor, Position
from bulletin_tui.model.article import Span
from bulletin_tui.services import indexed_stacks, opening, workspace
from bulletin_tui.services.annotating import add_highlight, annotations_in, list_annotations
from bulletin_tui.services.editing import correct
from bulletin_tui.services.encodings import (
    carried,
    choose,
    find_misreading,
    get_choice,
    propose,
    read_as,
)
from bulletin_tui.services.few_files import read_articles
from bulletin_tui.services.folders import build_order
from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.settings import Settings
from bulletin_tui.store import acts
from old_encodings.storing import STORAGES
from unit.store.samples import make_paths
from unit.workers.folders import build_as

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bulletin_tui.model.article import Article
    from bulletin_tui.paths import Paths
    from bulletin_tui.services.workspace import Workspace

STORE = {storage.name: storage.store for storage in STORAGES}
TEXT = (
    "Báo cáo của xã Bình Minh\nCác trường trong huyện đã được sửa chữa.\n"
    "Người dân vui vì nước sạch đã về, mỗi lớp học đều có đủ sách vở."
)
WORDS = "nước sạch đã về"
SHOWN = STORE["UTF-8 of TCVN3"](TEXT).decode().replace("\xad", "")
SHOWN_WORDS = STORE["UTF-8 of TCVN3"](WORDS).decode().replace("\xad", "")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A library of one file: TCVN3 that was copied off a screen."""
    paths = make_paths(tmp_path)
    paths.articles.mkdir()
    (paths.articles / "cu.txt").write_bytes(STORE["UTF-8 of TCVN3"](TEXT))
    return paths


@pytest.fixture
def opened(paths: Paths) -> Iterator[Workspace]:
    with open_workspace(paths, Settings()) as found:
        yield found


def only(workspace: Workspace) -> Article:
    (entry,) = workspace.stacks.summaries()
    return workspace.get_article(entry.id)


def mark(workspace: Workspace, article: Article, words: str) -> None:
    start = article.text.index(words)
    add_highlight(workspace, article, Span(start, start + len(words)), HighlightColor.YELLOW)


def marked(workspace: Workspace, article: Article) -> list[str]:
    """The words that are marked in it."""
    placed = annotations_in(workspace, article)
    assert all(one.state is AnchorState.KEPT for one in placed)
    return [article.text[one.span.start : one.span.end] for one in placed if one.span]


def test_nothing_is_converted_unasked_but_the_likely_encoding_is_proposed(
    opened: Workspace, paths: Paths
) -> None:
    article = only(opened)
    assert article.text == SHOWN
    found = propose(paths, article)
    assert (found.current, found.chosen) == ("utf-8", None)
    first = found.proposals[0]
    assert (first.encoding, first.is_likely) == ("tcvn3", True)
    assert first.lines[0] == (SHOWN.splitlines()[0], TEXT.splitlines()[0])
    assert [each.is_likely for each in found.proposals[1:]] == [False] * (len(found.proposals) - 1)


def test_what_reads_hardly_a_letter_is_not_proposed(opened: Workspace, paths: Paths) -> None:
    names = {each.encoding for each in propose(paths, only(opened)).proposals}
    assert {"tcvn3", "vni"} <= names
    assert names.isdisjoint({"utf-32-le", "utf-32-be"})


def test_the_way_back_from_a_choice_is_shown_as_well(opened: Workspace, paths: Paths) -> None:
    read = choose(opened, only(opened), "tcvn3")
    found = propose(paths, read)
    assert found.automatic is not None
    assert found.automatic.encoding == "auto"
    assert found.automatic.lines[0] == (TEXT.splitlines()[0], SHOWN.splitlines()[0])
    assert not any(each.is_likely for each in found.proposals)


def test_a_misreading_is_found_until_an_encoding_is_chosen(opened: Workspace) -> None:
    shown = only(opened)
    assert find_misreading(opened, shown) == "tcvn3"
    choose(opened, shown, "utf-8")
    assert find_misreading(opened, shown) is None


def test_a_place_is_carried_to_the_same_words(opened: Workspace, paths: Paths) -> None:
    (paths.articles / "cu.txt").write_bytes(STORE["UTF-8 of VNI"](TEXT))
    workspace.reload_library(opened)
    shown = only(opened)
    at = shown.text.splitlines(keepends=True)
    place = Position(len(at[0]), len(at[0]) + len(at[1]))
    read = read_as(shown, "vni")
    found = carried(place, shown, read)
    assert read.text[found.top :].startswith("Các trường")
    assert read.text[found.cursor :].startswith("Người dân")


def test_a_choice_that_cannot_be_kept_is_refused(
    opened: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(opened.store), "keeps", False)
    with pytest.raises(NotSavedError):
        choose(opened, only(opened), "tcvn3")


def test_a_choice_is_kept_and_the_file_left_as_it_is(opened: Workspace, paths: Paths) -> None:
    file = paths.articles / "cu.txt"
    before = file.read_bytes()
    read = choose(opened, only(opened), "tcvn3")
    assert read.text == only(opened).text == TEXT
    assert file.read_bytes() == before
    assert read_articles(paths).articles[0].text == TEXT
    assert propose(paths, read).chosen == "tcvn3"


def test_what_was_parsed_by_one_encoding_is_parsed_again_for_another(paths: Paths) -> None:
    file = paths.articles / "cu.txt"
    file.write_bytes(b"caf\xc3\xa9")
    with open_workspace(paths, Settings()) as opened:
        assert only(opened).text == "café"
        choose(opened, only(opened), "windows-1252")
        assert only(opened).text == "cafÃ©"
        choose(opened, only(opened), None)
        assert only(opened).text == "café"


def test_marks_and_the_place_go_along_and_come_back(opened: Workspace) -> None:
    shown = only(opened)
    mark(opened, shown, SHOWN_WORDS)
    opened.store.save_position(shown, Position(0, 30))
    opened.store.set_read(shown, is_read=True)
    choose(opened, shown, "tcvn3")
    converted = only(opened)
    assert converted.id != shown.id
    assert marked(opened, converted) == [WORDS]
    assert opened.store.find_position(converted.id) == Position(0, 30)
    assert converted.id in opened.store.read_ids()
    choose(opened, converted, None)
    assert only(opened).id == shown.id
    assert marked(opened, only(opened)) == [SHOWN_WORDS]
    assert opened.store.find_position(shown.id) == Position(0, 30)


def test_a_place_and_corrections_go_along_also_without_marks(opened: Workspace) -> None:
    shown = only(opened)
    opened.store.save_position(shown, Position(0, 30))
    correct(opened, shown, {"place": "Lào Cai"})
    choose(opened, shown, "tcvn3")
    assert opened.store.find_position(only(opened).id) == Position(0, 30)
    assert only(opened).summary.place == "Lào Cai"


def test_a_place_and_corrections_go_along_in_an_index(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST_IN_MEMORY", 0)
    build_as(paths.index_db, build_order(paths))
    with open_workspace(paths, Settings()) as opened:
        shown = only(opened)
        opened.store.save_position(shown, Position(0, 30))
        correct(opened, shown, {"place": "Lào Cai"})
        choose(opened, shown, "tcvn3")
        assert only(opened).summary.place == "Lào Cai"
    build_as(paths.index_db, build_order(paths))
    with open_workspace(paths, Settings()) as opened:
        article = only(opened)
        assert (article.text, article.summary.place) == (TEXT, "Lào Cai")
        assert opened.store.find_position(article.id) == Position(0, 30)
        assert build_order(paths).corrections == {article.id: {"place": "Lào Cai"}}


def test_a_copy_of_the_file_is_read_alike_and_another_text_is_not(
    opened: Workspace, paths: Paths
) -> None:
    (paths.articles / "chep.txt").write_bytes((paths.articles / "cu.txt").read_bytes())
    (paths.articles / "khac.txt").write_bytes(STORE["UTF-8 of VNI"](TEXT))
    workspace.reload_library(opened)
    article = next(one for one in opened.stacks.articles if one.text == SHOWN)
    choose(opened, article, "tcvn3")
    names = {one.text == TEXT: len(one.summary.paths) for one in opened.stacks.articles}
    assert names == {True: 2, False: 1}


def test_an_encoding_that_makes_no_text_of_it_is_not_chosen(
    opened: Workspace, paths: Paths
) -> None:
    (paths.articles / "cu.txt").write_bytes(b"\1\0" * 40)
    with pytest.raises(ArticleUnreadableError):
        choose(opened, only(opened), "utf-16-le")
    assert opened.store.encodings.all() == {}


def test_a_file_whose_name_cannot_be_kept_is_refused(opened: Workspace, paths: Paths) -> None:
    (paths.articles / "cu.txt").rename(paths.articles / "c\udcfa.txt")
    workspace.reload_library(opened)
    with pytest.raises(NotSavedError, match="not in UTF-8"):
        choose(opened, only(opened), "tcvn3")


def test_a_choice_that_cannot_be_kept_for_every_file_is_kept_for_none(
    opened: Workspace, paths: Paths
) -> None:
    (paths.articles / "c\udcfa.txt").write_bytes((paths.articles / "cu.txt").read_bytes())
    workspace.reload_library(opened)
    with pytest.raises(NotSavedError):
        choose(opened, only(opened), "tcvn3")
    assert opened.store.encodings.all() == {}


def test_a_choice_that_is_cut_short_leaves_all_as_it_was(
    opened: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = only(opened)
    mark(opened, shown, SHOWN_WORDS)

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(acts, "succeed", fail)
        with pytest.raises(KeyboardInterrupt):
            choose(opened, shown, "tcvn3")
    assert opened.store.encodings.all() == {}
    assert marked(opened, shown) == [SHOWN_WORDS]


@pytest.mark.parametrize(
    ("typed", "name"),
    [("TCVN3", "tcvn3"), ("abc", "tcvn3"), ("CP1258", "windows-1258"), ("auto", None)],
)
def test_encodings_are_known_by_the_names_people_use(typed: str, name: str | None) -> None:
    assert get_choice(typed) == name


def test_an_unknown_encoding_is_answered_with_those_that_there_are() -> None:
    with pytest.raises(UsageError) as caught:
        get_choice("koi8-r")
    assert "viscii" in caught.value.advice


def test_an_index_follows_the_choice(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_IN_MEMORY", 0)
    monkeypatch.setattr(indexed_stacks, "REST", 0)
    build_as(paths.index_db, build_order(paths))
    with open_workspace(paths, Settings()) as opened:
        shown = only(opened)
        assert shown.text == SHOWN
        mark(opened, shown, SHOWN_WORDS)
        choose(opened, shown, "tcvn3")
        assert only(opened).text == TEXT  # though the index has not been built
        assert marked(opened, only(opened)) == [WORDS]
    assert build_as(paths.index_db, build_order(paths)).changed == 1
    assert build_as(paths.index_db, build_order(paths)).changed == 0
    with open_workspace(paths, Settings()) as opened:
        assert only(opened).id != shown.id
        assert marked(opened, only(opened)) == [WORDS]
        assert len(list_annotations(opened)) == 1


def test_a_file_of_the_same_text_in_other_bytes_is_read_as_before(paths: Paths) -> None:
    (paths.articles / "d.txt").write_text(SHOWN, encoding="utf-8")
    with open_workspace(paths, Settings()) as workspace:
        (article,) = workspace.stacks.articles
        assert len(article.summary.paths) == 2
        choose(workspace, article, "tcvn3")
        assert workspace.store.encodings.all() == {article.summary.paths[0]: "tcvn3"}
        assert len(workspace.library) == 2
