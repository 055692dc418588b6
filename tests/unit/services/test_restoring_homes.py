"""To which article, and where in it, a mark from elsewhere belongs."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.model.annotation import AnchorState, HighlightColor
from bulletin_tui.model.article import Span
from bulletin_tui.services import homes
from bulletin_tui.services.annotating import (
    add_highlight,
    edit_note,
    list_annotations,
    remove,
)
from bulletin_tui.services.marks.settling import place_by_hand
from bulletin_tui.services.restoring import restore
from bulletin_tui.services.stacks import MemoryStacks
from bulletin_tui.services.taking_up import Outcome
from unit.services.elsewhere import at, exported, mark_something, outcomes, restore_in
from unit.store.samples import (
    ARTICLE,
    OTHER,
    PARAGRAPHS,
    highlight,
    make_article,
    marks,
    span_of,
)

if TYPE_CHECKING:
    from bulletin_tui.model.article import Article
    from bulletin_tui.services.workspace import Workspace


def test_an_article_of_another_id_is_known_by_its_text(workspace: Workspace) -> None:
    mark_something(workspace)
    data = exported(workspace)
    with_other_id = replace(ARTICLE, summary=replace(ARTICLE.summary, id="ten-khac", title="Khác"))
    restored = restore_in(workspace, data, with_other_id)
    assert {mark.article_id for mark in restored} == {"ten-khac", OTHER.id}
    orphans = [mark for mark in restored if mark.article_id == OTHER.id]
    assert [mark.quote.exact for mark in orphans] == ["Thuyền về lúc bốn giờ"]


def test_an_article_of_another_text_is_known_by_its_title_and_the_passage(
    workspace: Workspace,
) -> None:
    highlight(workspace)
    data = exported(workspace)
    changed = make_article("khac", ("Đoạn mới.", *PARAGRAPHS))
    (mark,) = restore_in(workspace, data, make_article("nham", ("Không có gì.",)), changed)
    assert mark.article_id == "khac"
    assert mark.quote.exact == "mô hình nuôi ong"


def test_a_mark_goes_to_what_its_edited_file_has_become(workspace: Workspace) -> None:
    made = highlight(workspace)
    older = exported(workspace)
    edited = make_article("moi", ("Đoạn mới.", *PARAGRAPHS))
    workspace.stacks = MemoryStacks((edited,))
    workspace.store.succeed(ARTICLE.id, edited.id, b"")
    assert outcomes(workspace, older) == {Outcome.ALREADY_THERE: 1}
    remove(workspace, [made.id])
    restored = restore(workspace, older)
    assert restored.outcomes == {Outcome.RETURNED: 1}
    assert [(one.id, one.article_id) for one in marks(workspace)] == [(made.id, edited.id)]


@pytest.mark.parametrize("is_succeeded", [False, True])
def test_words_are_brought_up_to_date_also_where_their_place_is_not_known(
    workspace: Workspace, elsewhere: Workspace, is_succeeded: bool
) -> None:
    made = highlight(workspace, note="một")
    restore(elsewhere, exported(workspace))
    elsewhere.stacks = MemoryStacks((make_article("moi", ("Khác hẳn.",)),))
    if is_succeeded:
        elsewhere.store.succeed(ARTICLE.id, "moi", b"")
    at(workspace, minutes=5)
    edit_note(workspace, made.id, "hai")
    assert outcomes(elsewhere, exported(workspace)) == {Outcome.UPDATED: 1}
    (mark,) = marks(elsewhere)
    assert (mark.note, mark.quote, mark.text_digest) == ("hai", made.quote, made.text_digest)


def test_a_mark_without_its_article_waits_for_it(
    workspace: Workspace, elsewhere: Workspace
) -> None:
    made = highlight(workspace)
    elsewhere.stacks = MemoryStacks((OTHER,))
    restored = restore(elsewhere, exported(workspace))
    assert restored.states == {AnchorState.ORPHAN: 1}
    known = elsewhere.store.find_document(ARTICLE.id)
    assert known is not None
    assert (known.title, known.paths) == (ARTICLE.summary.title, ARTICLE.summary.paths)
    elsewhere.stacks = MemoryStacks((ARTICLE,))
    (placed,) = list_annotations(elsewhere)
    assert (placed.state, placed.annotation) == (AnchorState.KEPT, made)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each article is read from now on, by its id."""
    counts: Counter[str] = Counter()
    find = MemoryStacks.find_article

    def counted(stacks: MemoryStacks, article_id: str) -> Article | None:
        counts[article_id] += 1
        return find(stacks, article_id)

    monkeypatch.setattr(MemoryStacks, "find_article", counted)
    return counts


def mixed(workspace: Workspace) -> bytes:
    """An export of marks that are in one of two articles by turns."""
    mark_something(workspace)
    for minute, words in enumerate(("mô hình", "Đường vào"), start=1):
        at(workspace, minute)
        highlight(workspace, span_of(ARTICLE, words))
        add_highlight(workspace, OTHER, Span(0, 4 * minute), HighlightColor.PINK)
    return exported(workspace)


def test_an_article_is_read_once_however_its_marks_are_mixed_with_those_of_others(
    workspace: Workspace, reads: Counter[str]
) -> None:
    data = mixed(workspace)
    reads.clear()
    restore(workspace, data, only_tries=True)
    assert reads[ARTICLE.id] == reads[OTHER.id] == 1


def test_articles_that_are_too_long_to_be_kept_together_are_read_again(
    workspace: Workspace, reads: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = mixed(workspace)
    reads.clear()
    monkeypatch.setattr(homes, "_AT_HAND", len(ARTICLE.text) - 1)
    restore(workspace, data, only_tries=True)
    assert (reads[ARTICLE.id], reads[OTHER.id]) == (2, 1)


def test_a_passage_that_the_only_article_of_its_title_has_not_waits_there(
    workspace: Workspace,
) -> None:
    highlight(workspace)
    (mark,) = restore_in(workspace, exported(workspace), make_article("mot", ("Không có gì.",)))
    assert mark.article_id == "mot"


def test_a_passage_that_no_article_of_its_title_has_waits_in_none_of_them(
    workspace: Workspace,
) -> None:
    highlight(workspace)
    namesakes = [make_article(name, (f"Không có gì ở {name}.",)) for name in ("mot", "hai")]
    (mark,) = restore_in(workspace, exported(workspace), *namesakes)
    assert mark.article_id == ARTICLE.id


def test_an_article_that_is_gone_keeps_the_title_that_it_had_here(workspace: Workspace) -> None:
    highlight(workspace)
    data = exported(workspace).replace(ARTICLE.summary.title.encode(), "Tên giả".encode())
    restore_in(workspace, data)
    known = workspace.store.find_document(ARTICLE.id)
    assert known is not None
    assert known.title == ARTICLE.summary.title


def test_an_id_too_long_to_be_one_becomes_one(elsewhere: Workspace, workspace: Workspace) -> None:
    highlight(workspace)
    elsewhere.stacks = MemoryStacks()
    restore(elsewhere, exported(workspace).replace(ARTICLE.id.encode(), b"x" * 300))
    (mark,) = marks(elsewhere)
    assert len(mark.article_id) == 16


def test_an_older_file_brings_no_mark_back_to_the_article_that_it_was_moved_from(
    workspace: Workspace,
) -> None:
    made = highlight(workspace)
    older = exported(workspace)
    at(workspace, minutes=5)
    place_by_hand(workspace, made.id, OTHER, span_of(OTHER, "cá xếp"))
    assert outcomes(workspace, older) == {Outcome.NEWER_HERE: 1}
    assert [mark.article_id for mark in marks(workspace)] == [OTHER.id]
