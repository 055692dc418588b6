"""Notes that were being written when the program ended are saved at the next start."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import (
    ArticleUnreadableError,
    BulletinError,
    IndexUnavailableError,
    NotSavedError,
)
from bulletin_tui.model.annotation import HighlightColor
from bulletin_tui.model.article import Span
from bulletin_tui.model.draft import Draft, DraftedPassage
from bulletin_tui.services import annotating
from bulletin_tui.services.annotating import edit_note, remove, undo
from bulletin_tui.services.drafting import (
    begin_draft,
    drop_draft,
    keep_draft,
    save_drafts_left_behind,
    waiting_drafts,
)
from bulletin_tui.services.purging import purge
from bulletin_tui.store.opening import StoreAccess
from unit.store.samples import (
    ARTICLE,
    BEES,
    OTHER,
    ROAD,
    highlight,
    make_article,
    make_workspace,
    marks,
)

if TYPE_CHECKING:
    from pathlib import Path
    from typing import NoReturn

    from bulletin_tui.services.workspace import Workspace
    from bulletin_tui.store.drafts import DraftFile

QUOTE = ARTICLE.text[BEES.start : BEES.end]
ON_BEES = DraftedPassage(ARTICLE.id, BEES, QUOTE, HighlightColor.GREEN)


def begin(workspace: Workspace, *drafts: Draft) -> DraftFile:
    """An editor that kept these, one after the other."""
    file = begin_draft(workspace.paths)
    for draft in drafts:
        keep_draft(workspace, file, draft)
    return file


def leave_behind(workspace: Workspace, *drafts: Draft) -> None:
    """As a process that is killed does: the lock goes with it, the file stays."""
    begin(workspace, *drafts).close()


def files(workspace: Workspace) -> list[Path]:
    return list(workspace.paths.drafts.glob("*"))


def test_the_note_of_a_mark_is_saved_and_can_be_undone(workspace: Workspace) -> None:
    made = highlight(workspace, note="một")
    leave_behind(workspace, Draft("một hai", "một", made.id))
    assert [mark.note for mark in save_drafts_left_behind(workspace)] == ["một hai"]
    assert [mark.note for mark in marks(workspace)] == ["một hai"]
    assert files(workspace) == []
    undo(workspace)
    assert [mark.note for mark in marks(workspace)] == ["một"]


def test_what_was_kept_last_counts_also_where_it_is_shorter(workspace: Workspace) -> None:
    made = highlight(workspace)
    leave_behind(workspace, Draft("ong mật " * 40, "", made.id), Draft("ong", "", made.id))
    save_drafts_left_behind(workspace)
    assert [mark.note for mark in marks(workspace)] == ["ong"]


def test_a_passage_without_a_mark_is_highlighted_with_its_note(workspace: Workspace) -> None:
    leave_behind(workspace, Draft("nuôi ở đâu?", "", ON_BEES))
    save_drafts_left_behind(workspace)
    (mark,) = marks(workspace)
    assert (mark.span, mark.color, mark.note) == (BEES, HighlightColor.GREEN, "nuôi ở đâu?")


def test_words_that_were_taken_back_change_nothing(workspace: Workspace) -> None:
    made = highlight(workspace, note="một")
    for note in (" \n", "một\n"):
        leave_behind(workspace, Draft("một hai", "một", made.id), Draft(note, "một", made.id))
    leave_behind(workspace, Draft("", "", replace(ON_BEES, span=ROAD, quote="Đường vào bản")))
    assert save_drafts_left_behind(workspace) == ()
    assert [mark.note for mark in marks(workspace)] == ["một"]
    assert files(workspace) == []


def test_a_passage_is_found_where_the_text_has_it_now(tmp_path: Path) -> None:
    longer = make_article(paragraphs=("Một đoạn mới ở đầu bài.", ARTICLE.text))
    with make_workspace(tmp_path, longer) as workspace:
        passage = DraftedPassage(longer.id, BEES, QUOTE, HighlightColor.YELLOW)
        leave_behind(workspace, Draft("nuôi ở đâu?", "", passage))
        save_drafts_left_behind(workspace)
        (mark,) = marks(workspace)
        assert longer.text[mark.span.start : mark.span.end] == QUOTE


def test_a_passage_that_still_stands_there_is_marked_there(tmp_path: Path) -> None:
    twice = make_article(paragraphs=(QUOTE, QUOTE))
    span = Span(twice.text.rindex(QUOTE), len(twice.text))
    with make_workspace(tmp_path, twice) as workspace:
        leave_behind(workspace, Draft("nuôi ở đâu?", "", replace(ON_BEES, span=span)))
        save_drafts_left_behind(workspace)
        assert [mark.span for mark in marks(workspace)] == [span]


@pytest.mark.parametrize("gone", ["article", "passage", "certainty"])
def test_what_has_no_place_in_the_library_now_waits_for_it(tmp_path: Path, gone: str) -> None:
    quote = "chưa từng đứng đây" if gone == "passage" else QUOTE
    passage = replace(ON_BEES, quote=quote)
    twice = make_article(paragraphs=("Một đoạn mới ở đầu bài.", QUOTE, QUOTE))
    article = {"article": OTHER, "passage": ARTICLE, "certainty": twice}[gone]
    with make_workspace(tmp_path, article) as workspace:
        leave_behind(workspace, Draft("nuôi ở đâu?", "", passage))
        leave_behind(workspace, Draft("", "", passage))
        told = f"1 note that was being written waits in {workspace.paths.drafts}: "
        for _start in range(2):
            assert waiting_drafts(workspace).startswith(told)
            assert save_drafts_left_behind(workspace) == ()
        assert marks(workspace) == []
        assert len(files(workspace)) == 1


@pytest.mark.parametrize("error", [ArticleUnreadableError, IndexUnavailableError])
def test_an_article_that_cannot_be_read_now_is_waited_for(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, error: type[BulletinError]
) -> None:
    def refuse(_id: str) -> NoReturn:
        raise error("Thư mục không trả lời.")

    made = highlight(workspace, ROAD)
    leave_behind(workspace, Draft("nuôi ở đâu?", "", ON_BEES))
    leave_behind(workspace, Draft("hai", "", made.id))
    monkeypatch.setattr(workspace.stacks, "get_article", refuse)
    assert [mark.id for mark in save_drafts_left_behind(workspace)] == [made.id]
    monkeypatch.undo()
    assert [mark.note for mark in save_drafts_left_behind(workspace)] == ["nuôi ở đâu?"]
    assert waiting_drafts(workspace) == ""


def test_a_mark_that_is_not_known_is_waited_for(workspace: Workspace) -> None:
    leave_behind(workspace, Draft("hai", "", "chua-ve"))
    assert save_drafts_left_behind(workspace) == ()
    assert len(files(workspace)) == 1


def test_what_cannot_be_saved_waits_for_the_next_start(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object, **_named: object) -> NoReturn:
        raise NotSavedError("Đĩa đầy.")

    made = highlight(workspace)
    leave_behind(workspace, Draft("một", "", made.id))
    monkeypatch.setattr(annotating, "edit_note", refuse)
    with pytest.raises(NotSavedError) as failure:
        save_drafts_left_behind(workspace)
    assert waiting_drafts(workspace).startswith("1 note that was being written waits"), failure
    monkeypatch.undo()
    assert [mark.note for mark in save_drafts_left_behind(workspace)] == ["một"]


def test_nothing_is_kept_or_saved_where_nothing_is_saved(workspace: Workspace) -> None:
    made = highlight(workspace)
    leave_behind(workspace, Draft("hai", "", made.id))
    workspace.store.access = StoreAccess.READ_ONLY
    leave_behind(workspace, Draft("ba", "", made.id))
    assert save_drafts_left_behind(workspace) == ()
    assert len(files(workspace)) == 1


def test_what_an_editor_still_has_is_left_to_it(workspace: Workspace) -> None:
    made = highlight(workspace)
    file = begin(workspace, Draft("đang viết", "", made.id))
    assert save_drafts_left_behind(workspace) == ()
    assert [mark.note for mark in marks(workspace)] == [""]
    keep_draft(workspace, file, Draft("đang viết tiếp", "", made.id))
    file.close()
    save_drafts_left_behind(workspace)
    assert [mark.note for mark in marks(workspace)] == ["đang viết tiếp"]


def test_nothing_is_left_of_a_note_that_was_saved_or_given_up(workspace: Workspace) -> None:
    made = highlight(workspace)
    file = begin(workspace, Draft("đang viết", "", made.id))
    drop_draft(workspace, file)
    keep_draft(workspace, file, Draft("quá muộn", "", made.id))
    assert files(workspace) == []
    assert save_drafts_left_behind(workspace) == ()


def test_what_was_saved_elsewhere_meanwhile_stands_there_too(workspace: Workspace) -> None:
    made = highlight(workspace, note="một")
    leave_behind(workspace, Draft("hai", "một", made.id))
    edit_note(workspace, made.id, "ba")
    save_drafts_left_behind(workspace)
    assert [mark.note for mark in marks(workspace)] == ["hai\n\nba"]


def test_a_mark_that_was_removed_meanwhile_comes_back(workspace: Workspace) -> None:
    made = highlight(workspace)
    leave_behind(workspace, Draft("hai", "", made.id))
    remove(workspace, [made.id])
    save_drafts_left_behind(workspace)
    assert [mark.note for mark in marks(workspace)] == ["hai"]


def test_a_mark_that_is_gone_for_good_stays_so(workspace: Workspace) -> None:
    made = highlight(workspace)
    purge(workspace, made.id)
    leave_behind(workspace, Draft("hai", "", made.id))
    assert save_drafts_left_behind(workspace) == ()
    assert marks(workspace) == []
    assert files(workspace) == []


def test_what_was_written_on_a_mark_goes_for_good_with_it(workspace: Workspace) -> None:
    made, other = highlight(workspace), highlight(workspace, ROAD)
    for mark in (made, other):
        leave_behind(workspace, Draft("bí mật", "", mark.id))
    purge(workspace, made.id)
    assert len(files(workspace)) == 1
    assert [mark.id for mark in save_drafts_left_behind(workspace)] == [other.id]
