"""Highlights, their notes, colours and tags: what is saved, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import BulletinError, NothingFoundError
from bulletin_tui.model.annotation import AnnotationKind
from bulletin_tui.model.article import Span
from bulletin_tui.services.annotating import (
    add_highlight,
    edit_note,
    recolor,
    remove,
    undo,
)
from bulletin_tui.services.stacks import MemoryStacks
from unit.store.samples import (
    ARTICLE,
    BEES,
    GREEN,
    PARAGRAPHS,
    YELLOW,
    bookmark,
    highlight,
    make_article,
    make_workspace,
    marks,
)

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.services.workspace import Workspace


def test_a_passage_is_kept_with_its_words_colour_note_and_tags(workspace: Workspace) -> None:
    made = add_highlight(workspace, ARTICLE, BEES, GREEN, "hỏi thêm", ("ong", "xã"))
    assert marks(workspace) == [made]
    assert (made.kind, made.span, made.color) == (AnnotationKind.HIGHLIGHT, BEES, GREEN)
    assert made.quote.exact == "mô hình nuôi ong"
    assert (made.note, made.tags) == ("hỏi thêm", ("ong", "xã"))


def test_white_space_at_the_ends_is_left_out(workspace: Workspace) -> None:
    made = highlight(workspace, Span(BEES.start - 1, BEES.end + 1))
    assert made.span == BEES


def test_the_same_passage_again_changes_its_colour(workspace: Workspace) -> None:
    first = highlight(workspace)
    again = add_highlight(workspace, ARTICLE, BEES, GREEN)
    assert marks(workspace) == [again]
    assert (again.id, again.color, again.revision) == (first.id, GREEN, 2)


def test_the_same_passage_again_adds_to_its_note_and_tags(workspace: Workspace) -> None:
    add_highlight(workspace, ARTICLE, BEES, YELLOW, "ý một", ("ong",))
    again = add_highlight(workspace, ARTICLE, BEES, YELLOW, "ý hai", ("xã", "ong"))
    assert (again.note, again.tags) == ("ý một\n\ný hai", ("ong", "xã"))


def test_a_note_that_begins_another_one_is_added_to_it(workspace: Workspace) -> None:
    highlight(workspace, note="hỏi lại anh Ba")
    assert highlight(workspace, note="hỏi").note == "hỏi lại anh Ba\n\nhỏi"


@pytest.mark.parametrize("note", ["", "ý một", "ý một\n\ný hai"])
def test_saving_the_same_once_more_writes_nothing(workspace: Workspace, note: str) -> None:
    first = add_highlight(workspace, ARTICLE, BEES, YELLOW, note, ("ong",))
    assert add_highlight(workspace, ARTICLE, BEES, YELLOW, note, ("ong",)) == first


def test_an_overlapping_passage_is_a_mark_of_its_own(workspace: Workspace) -> None:
    highlight(workspace)
    highlight(workspace, Span(BEES.start, BEES.end + 4))
    assert len(marks(workspace)) == 2


@pytest.mark.parametrize(
    "span",
    [
        Span(3, 3),
        Span(len(PARAGRAPHS[0]), len(PARAGRAPHS[0]) + 2),
        Span(-9, -1),
        Span(10_000, 10_001),
    ],
    ids=["nothing", "white space", "before the text", "after the text"],
)
def test_a_passage_without_words_is_refused(workspace: Workspace, span: Span) -> None:
    with pytest.raises(BulletinError, match="no words"):
        highlight(workspace, span)
    assert marks(workspace) == []


def test_a_mark_is_made_on_the_text_that_is_read_not_on_the_one_it_became(
    workspace: Workspace,
) -> None:
    changed = make_article(paragraphs=("Một đoạn mới thêm lên đầu.", *PARAGRAPHS))
    workspace.stacks = MemoryStacks((changed,))
    made = highlight(workspace, BEES)
    assert (made.span, made.quote.exact) == (BEES, "mô hình nuôi ong")
    assert made.version.text_hash == ARTICLE.text_hash


def test_an_article_whose_file_is_gone_can_still_be_marked(workspace: Workspace) -> None:
    workspace.stacks = MemoryStacks()
    made = highlight(workspace)
    assert marks(workspace) == [made]


def test_what_was_typed_is_cleaned(workspace: Workspace) -> None:
    made = add_highlight(
        workspace,
        ARTICLE,
        BEES,
        YELLOW,
        " dòng một\r\ndòng \x1b[31mhai\x1b[0m\n",
        ("a\nb", " "),
    )
    assert (made.note, made.tags) == ("dòng một\ndòng hai", ("a b",))


def test_a_note_is_replaced_by_a_new_revision(workspace: Workspace) -> None:
    made = highlight(workspace, note="cũ")
    edited = edit_note(workspace, made.id, "mới")
    assert (edited.note, edited.revision) == ("mới", 2)
    assert marks(workspace) == [edited]


def test_what_another_window_wrote_meanwhile_stays_below_the_note(workspace: Workspace) -> None:
    made = highlight(workspace, note="")
    edit_note(workspace, made.id, "cửa sổ một", begun_with="")
    second = edit_note(workspace, made.id, "cửa sổ hai", begun_with="")
    assert second.note == "cửa sổ hai\n\ncửa sổ một"
    third = edit_note(workspace, made.id, "cả hai", begun_with=second.note)
    assert third.note == "cả hai"


def test_a_note_typed_on_a_mark_that_was_removed_meanwhile_brings_it_back(
    workspace: Workspace,
) -> None:
    made = highlight(workspace)
    remove(workspace, [made.id])
    edit_note(workspace, made.id, "viết dở thì bị xoá")
    assert [mark.note for mark in marks(workspace)] == ["viết dở thì bị xoá"]


def test_a_highlight_takes_another_colour(workspace: Workspace) -> None:
    made = highlight(workspace)
    assert recolor(workspace, made.id, GREEN).color is GREEN


def test_a_bookmark_takes_no_colour(workspace: Workspace) -> None:
    made = bookmark(workspace, ARTICLE, 0)
    with pytest.raises(BulletinError, match="no colour"):
        recolor(workspace, made.id, GREEN)


def test_a_tag_is_said_once(workspace: Workspace) -> None:
    made = add_highlight(workspace, ARTICLE, BEES, GREEN, tags=["b", "a", "b", ""])
    assert made.tags == ("b", "a")


def test_an_unknown_mark_is_said_in_words(workspace: Workspace) -> None:
    with pytest.raises(NothingFoundError, match="khong-co"):
        edit_note(workspace, "khong-co", "…")


def test_a_removed_mark_is_not_recoloured(workspace: Workspace) -> None:
    made = highlight(workspace)
    remove(workspace, [made.id])
    with pytest.raises(NothingFoundError):
        recolor(workspace, made.id, GREEN)


def test_removing_is_all_or_nothing(workspace: Workspace) -> None:
    made = highlight(workspace)
    with pytest.raises(NothingFoundError):
        remove(workspace, [made.id, "khong-co"])
    assert marks(workspace) == [made]


def test_removing_twice_is_removing_once(workspace: Workspace) -> None:
    made = highlight(workspace)
    remove(workspace, [made.id])
    remove(workspace, [made.id])
    assert undo(workspace) is not None
    assert [mark.id for mark in marks(workspace)] == [made.id]


def test_a_highlight_cuts_no_sign_in_two(tmp_path: Path) -> None:
    article = make_article(paragraphs=("Bác sĩ 👩\u200d🔬 trực đêm.",))
    with make_workspace(tmp_path / "khac", article) as workspace:
        made = add_highlight(workspace, article, Span(0, 8), YELLOW)
        assert made.quote.exact == "Bác sĩ 👩\u200d🔬"
        made = add_highlight(workspace, article, Span(9, 15), YELLOW)
        assert made.quote.exact == "👩\u200d🔬 trực"
