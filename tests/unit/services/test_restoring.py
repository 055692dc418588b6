"""Marks come back from a file: by their ids, in their places, in one act, and nothing is lost."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from bulletin_tui.errors import NotSavedError
from bulletin_tui.model.annotation import AnchorState, HighlightColor
from bulletin_tui.services.annotating import (
    add_highlight,
    edit_note,
    recolor,
    remove,
    undo,
)
from bulletin_tui.services.exporting import Shape, export
from bulletin_tui.services.restoring import restore
from bulletin_tui.services.stacks import MemoryStacks
from bulletin_tui.services.taking_up import Outcome
from unit.services.elsewhere import at, exported, mark_something, outcomes
from unit.store.samples import (
    ARTICLE,
    BEES,
    GREEN,
    NOW,
    highlight,
    make_article,
    marks,
    span_of,
)

if TYPE_CHECKING:
    from bulletin_tui.services.workspace import Workspace


@pytest.mark.parametrize("form", ["jsonld", "json"])
def test_what_was_exported_comes_back_as_it_was(
    workspace: Workspace, elsewhere: Workspace, form: str
) -> None:
    mark_something(workspace)
    restored = restore(elsewhere, exported(workspace, form))
    assert restored.outcomes == {Outcome.ADDED: 3}
    assert restored.states == {AnchorState.KEPT: 3}
    assert Counter(marks(elsewhere)) == Counter(marks(workspace))


@pytest.mark.parametrize("form", ["jsonld", "json"])
def test_a_mark_that_was_changed_keeps_the_number_of_its_revision(
    workspace: Workspace, elsewhere: Workspace, form: str
) -> None:
    made = highlight(workspace, note="một")
    edit_note(workspace, made.id, "hai")
    restore(elsewhere, exported(workspace, form))
    assert [mark.revision for mark in marks(elsewhere)] == [2]


def test_words_cut_out_of_what_is_joined_come_back_as_they_were(
    workspace: Workspace, elsewhere: Workspace
) -> None:
    joined = make_article("ghep", ("Nhà khoa học 👩\u200d🔬 đo mật ong.",))
    workspace.stacks = elsewhere.stacks = MemoryStacks((joined,))
    made = add_highlight(workspace, joined, span_of(joined, "học 👩"), GREEN)
    restore(elsewhere, exported(workspace))
    assert marks(elsewhere) == [made]


def test_the_texts_that_were_marked_come_along(workspace: Workspace, elsewhere: Workspace) -> None:
    made = highlight(workspace)
    elsewhere.stacks = MemoryStacks()
    restore(elsewhere, exported(workspace))
    assert elsewhere.store.find_text(made.text_digest) == ARTICLE.text


def test_without_the_texts_a_mark_takes_the_text_of_today(
    workspace: Workspace, elsewhere: Workspace
) -> None:
    made = highlight(workspace)
    data = export(workspace, Shape("jsonld", with_texts=False)).encode()
    restore(elsewhere, data)
    assert ARTICLE.text.encode() not in data
    assert elsewhere.store.find_text(made.text_digest) == ARTICLE.text


@pytest.mark.parametrize("form", ["jsonld", "json", "csv", "hypothesis", "readwise"])
def test_restoring_twice_adds_nothing(
    workspace: Workspace, elsewhere: Workspace, form: str
) -> None:
    mark_something(workspace)
    data = exported(workspace, form)
    restore(elsewhere, data)
    before = marks(elsewhere)
    assert set(outcomes(elsewhere, data)) == {Outcome.ALREADY_THERE}
    assert set(outcomes(workspace, data)) == {Outcome.ALREADY_THERE}
    assert marks(elsewhere) == before


def test_a_restore_is_undone_at_once(workspace: Workspace, elsewhere: Workspace) -> None:
    mark_something(workspace)
    restore(elsewhere, exported(workspace))
    undo(elsewhere)
    assert marks(elsewhere) == []


def test_a_trial_says_the_same_and_writes_nothing(
    workspace: Workspace, elsewhere: Workspace
) -> None:
    mark_something(workspace)
    tried = restore(elsewhere, exported(workspace), only_tries=True)
    assert marks(elsewhere) == []
    assert undo(elsewhere) is None
    assert tried == restore(elsewhere, exported(workspace))


def test_what_was_removed_here_comes_back(workspace: Workspace) -> None:
    made = highlight(workspace, note="giữ lại")
    data = exported(workspace)
    remove(workspace, [made.id])
    assert outcomes(workspace, data) == {Outcome.RETURNED: 1}
    (back,) = marks(workspace)
    assert replace(back, revision=1) == made
    undo(workspace)
    assert marks(workspace) == []


def test_the_newer_version_of_a_mark_stands(workspace: Workspace, elsewhere: Workspace) -> None:
    made = highlight(workspace, note="một")
    older = exported(workspace)
    restore(elsewhere, older)
    at(workspace, minutes=5)
    edit_note(workspace, made.id, "hai")
    newer = exported(workspace)
    assert outcomes(workspace, older) == {Outcome.NEWER_HERE: 1}
    assert [mark.note for mark in marks(workspace)] == ["hai"]
    assert outcomes(elsewhere, newer) == {Outcome.UPDATED: 1}
    assert [mark.note for mark in marks(elsewhere)] == ["hai"]
    undo(elsewhere)
    assert [mark.note for mark in marks(elsewhere)] == ["một"]


def test_files_may_be_restored_in_any_order(workspace: Workspace, elsewhere: Workspace) -> None:
    made = highlight(workspace)
    files = [exported(workspace)]
    for minutes, color in ((5, GREEN), (9, HighlightColor.PINK)):
        at(workspace, minutes)
        recolor(workspace, made.id, color)
        files.append(exported(workspace))
    at(elsewhere, minutes=60)
    for number in (1, 2, 0, 1):
        restore(elsewhere, files[number])
    assert [mark.color for mark in marks(elsewhere)] == [HighlightColor.PINK]


def test_a_time_that_is_yet_to_come_wins_nothing(workspace: Workspace) -> None:
    highlight(workspace, note="của tôi")
    document = json.loads(exported(workspace))
    (item,) = document["first"]["items"]
    item["modified"] = "9999-12-31T23:59:59Z"
    item["body"][0]["value"] = "giả"
    assert outcomes(workspace, json.dumps(document).encode()) == {Outcome.NEWER_HERE: 1}
    assert [mark.note for mark in marks(workspace)] == ["của tôi"]


def test_a_mark_that_is_yet_to_be_made_is_made_now(
    workspace: Workspace, elsewhere: Workspace
) -> None:
    highlight(workspace)
    document = json.loads(exported(workspace))
    (item,) = document["first"]["items"]
    item["created"] = item["modified"] = "9999-12-31T23:59:59Z"
    restore(elsewhere, json.dumps(document).encode())
    assert [(mark.created_at, mark.updated_at) for mark in marks(elsewhere)] == [(NOW, NOW)]


def test_a_newer_version_was_made_when_the_one_here_was(workspace: Workspace) -> None:
    made = highlight(workspace, note="một")
    document = json.loads(exported(workspace))
    (item,) = document["first"]["items"]
    item["created"], item["modified"] = "2020-01-01T00:00:00Z", "2026-03-01T10:00:00Z"
    item["body"][0]["value"] = "hai"
    assert outcomes(workspace, json.dumps(document).encode()) == {Outcome.UPDATED: 1}
    assert [(mark.note, mark.created_at) for mark in marks(workspace)] == [("hai", made.created_at)]


def test_notes_that_wait_to_be_settled_are_in_the_note_that_comes_back(
    workspace: Workspace, elsewhere: Workspace
) -> None:
    made = highlight(workspace, note="một")
    data = exported(workspace).decode()
    other = json.loads(data)
    body = other["first"]["items"][0]["body"]
    body.append({**body[0], "value": "hai"})
    restore(elsewhere, json.dumps(other).encode())
    assert [mark.note for mark in marks(elsewhere)] == ["một\n\nhai"]
    assert marks(elsewhere)[0].id == made.id


@pytest.mark.parametrize("form", ["jsonld", "json"])
def test_the_list_of_marks_has_its_old_order(
    workspace: Workspace, elsewhere: Workspace, form: str
) -> None:
    for minutes, words in enumerate(("bà con", "Sáng thứ ba", "Đường vào")):
        at(workspace, minutes)
        add_highlight(workspace, ARTICLE, span_of(ARTICLE, words), GREEN)
    restore(elsewhere, exported(workspace, form))
    assert [mark.id for mark in marks(elsewhere)] == [mark.id for mark in marks(workspace)]


def test_nothing_is_taken_up_where_nothing_can_be_kept(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    highlight(workspace)
    data = exported(workspace)
    monkeypatch.setattr(type(workspace.store), "keeps", False)
    with pytest.raises(NotSavedError):
        restore(workspace, data)


def test_an_odd_id_becomes_one_that_is_always_the_same(elsewhere: Workspace) -> None:
    document: dict[str, Any] = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://example.org/annotations/1?x=;rm",
        "type": "Annotation",
        "body": "lời người khác",
        "target": {
            "source": "urn:bulletin:article:xa-vung-cao",
            "selector": {"type": "TextQuoteSelector", "exact": "mô hình nuôi ong"},
        },
    }
    data = json.dumps(document).encode()
    assert outcomes(elsewhere, data) == {Outcome.ADDED: 1}
    assert outcomes(elsewhere, data) == {Outcome.ALREADY_THERE: 1}
    (mark,) = marks(elsewhere)
    assert mark.id.isalnum()
    assert (mark.span, mark.note, mark.color) == (BEES, "lời người khác", HighlightColor.YELLOW)
