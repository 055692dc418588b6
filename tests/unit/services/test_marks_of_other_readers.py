"""Highlights go to Hypothesis, KOReader and Kindle's clippings, and come back from there."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnchorState
from bulletin_tui.services.annotating import add_highlight
from bulletin_tui.services.exporting import Shape, export
from bulletin_tui.services.restoring import restore
from bulletin_tui.services.taking_up import Outcome
from unit.store.samples import ARTICLE, BEES, GREEN, OTHER, make_workspace, marks, span_of

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.services.workspace import Workspace

CLIPPINGS = """\ufeffTổ kiểm tra về xã vùng cao (Bản tin vùng cao)
- Your Highlight on page 2 | Location 12-14 | Added on Monday, April 21, 2014 10:08:07 PM

mô hình nuôi ong
==========
Tổ kiểm tra về xã vùng cao (Bản tin vùng cao)
- Your Note on page 2 | Location 14 | Added on Monday, 21 April 2014 22:09:00

hỏi thêm
==========
Tổ kiểm tra về xã vùng cao (Bản tin vùng cao)
- Your Bookmark on page 3 | Location 20 | Added on Monday, April 21, 2014 10:10:00 PM


==========
Sách khác
- Your Note on Location 99 | Added on lúc nào đó

ghi chú lạc
==========
"""


def there_and_back(workspace: Workspace, form: str, folder: Path) -> tuple[Annotation, Annotation]:
    """A highlight with everything, and what becomes of it on another machine."""
    made = add_highlight(workspace, ARTICLE, BEES, GREEN, "hỏi thêm\n\nvề chè", ("nghị quyết",))
    data = export(workspace, Shape(form)).encode()
    with make_workspace(folder, OTHER, ARTICLE) as elsewhere:
        restored = restore(elsewhere, data)
        assert (restored.form, restored.states) == (form, {AnchorState.KEPT: 1})
        assert restore(elsewhere, data).outcomes == {Outcome.ALREADY_THERE: 1}
        (mark,) = marks(elsewhere)
    assert (mark.article_id, mark.span, mark.note) == (made.article_id, made.span, made.note)
    assert mark.created_at == made.created_at
    return made, mark


def test_hypothesis_keeps_all_but_the_colour(workspace: Workspace, tmp_path: Path) -> None:
    made, mark = there_and_back(workspace, "hypothesis", tmp_path / "elsewhere")
    assert (mark.id, mark.tags, mark.quote) == (made.id, made.tags, made.quote)


def test_koreader_keeps_the_colour_and_not_the_tags(workspace: Workspace, tmp_path: Path) -> None:
    _made, mark = there_and_back(workspace, "koreader", tmp_path / "elsewhere")
    assert (mark.color, mark.tags) == (GREEN, ())


def test_clippings_keep_the_words(workspace: Workspace, tmp_path: Path) -> None:
    there_and_back(workspace, "clippings", tmp_path / "elsewhere")


def test_an_annotation_of_a_web_page_finds_the_article_of_its_title(workspace: Workspace) -> None:
    row = {
        "id": "Ab-_9xYz",
        "created": "2024-05-01T10:00:00.123456+00:00",
        "updated": "2024-05-02T10:00:00.123456+00:00",
        "uri": "https://example.org/ben-ca",
        "document": {"title": ["Bến cá"]},
        "text": "đi sớm",
        "tags": ["cá"],
        "target": [
            {
                "source": "https://example.org/ben-ca",
                "selector": [
                    {"type": "RangeSelector", "startContainer": "/p[2]", "startOffset": 3},
                    {"type": "TextPositionSelector", "start": 900, "end": 921},
                    {
                        "type": "TextQuoteSelector",
                        "exact": "Thuyền về lúc bốn giờ",
                        "prefix": "Bến cá buổi sớm\n",
                        "suffix": ", cá xếp đầy khoang.",
                    },
                ],
            }
        ],
    }
    page_note = {**row, "id": "trang", "target": [{"source": row["uri"]}]}
    restored = restore(workspace, json.dumps({"total": 2, "rows": [row, page_note]}).encode())
    assert [refusal.reason for refusal in restored.refusals] == ["it quotes nothing"]
    (mark,) = marks(workspace)
    assert (mark.id, mark.article_id) == ("Ab-_9xYz", OTHER.id)
    assert mark.span == span_of(OTHER, "Thuyền về lúc bốn giờ")
    assert (mark.note, mark.tags) == ("đi sớm", ("cá",))


def test_what_koreader_exports_of_one_book_is_read(workspace: Workspace) -> None:
    book = {
        "title": "Bến cá",
        "author": "Bản tin vùng cao",
        "version": "json/1.0.0",
        "created_on": 1714557600,
        "entries": [
            {"sort": "highlight", "text": "cá xếp đầy khoang", "note": "nhiều", "time": 1714557600},
            {"sort": "bookmark", "text": "", "page": 3},
        ],
    }
    restored = restore(workspace, json.dumps(book).encode())
    assert [refusal.where for refusal in restored.refusals] == ["mark 2"]
    (mark,) = marks(workspace)
    assert (mark.article_id, mark.note) == (OTHER.id, "nhiều")
    assert mark.created_at == datetime(2024, 5, 1, 10, 0, tzinfo=UTC)


def test_a_clipping_gets_the_note_that_was_written_at_its_end(workspace: Workspace) -> None:
    restored = restore(workspace, CLIPPINGS.encode())
    assert [(one.where, one.reason) for one in restored.refusals] == [
        ("mark 3", "it quotes nothing"),
        ("mark 4", "the highlight of this note is not in the file"),
    ]
    (mark,) = marks(workspace)
    assert (mark.span, mark.note) == (BEES, "hỏi thêm")
    assert mark.created_at == datetime(2014, 4, 21, 22, 8, 7, tzinfo=UTC)


def test_words_cannot_end_a_clipping(workspace: Workspace, tmp_path: Path) -> None:
    evil = "một\n==========\nSách khác\n- Your Highlight on Location 1-2 | x\n\ngiả\n=========="
    add_highlight(workspace, ARTICLE, BEES, GREEN, evil)
    data = export(workspace, Shape("clippings")).encode()
    with make_workspace(tmp_path / "elsewhere", ARTICLE) as elsewhere:
        assert restore(elsewhere, data).outcomes == {Outcome.ADDED: 1}
        assert [mark.quote.exact for mark in marks(elsewhere)] == ["mô hình nuôi ong"]
