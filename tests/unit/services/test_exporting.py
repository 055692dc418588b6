"""Exported marks say what was marked, where, and nothing that a quoted text would have them say."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import ArticleNotFoundError, NotSavedError
from bulletin_tui.importers.formats import PARSER_VERSION
from bulletin_tui.model.article import Precision, PrintedDate
from bulletin_tui.services.annotating import add_highlight, edit_note
from bulletin_tui.services.exporting import (
    Shape,
    describe_choice,
    export,
    export_into,
    export_to_file,
)
from bulletin_tui.services.stacks import MemoryStacks
from bulletin_tui.text.hashing import text_digest
from unit.store.samples import (
    ARTICLE,
    BEES,
    GREEN,
    OTHER,
    PARAGRAPHS,
    ROAD,
    bookmark,
    highlight,
    make_article,
    span_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.model.article import Article
    from bulletin_tui.services.workspace import Workspace

MARKDOWN = """\
# Marks

## Tổ kiểm tra về xã vùng cao

Bản tin vùng cao · 05/02/2026 · `bulletin show xa-vung-cao`

> mô hình nuôi ong

Highlight, green · ¶ 2 · ong, xã · 2026-03-01 09:30 UTC

hỏi thêm\\
về sản lượng

> Đường vào bản mới được rải đá, xe

Bookmark · ¶ 3 · 2026-03-01 09:30 UTC

## Bến cá

Bản tin vùng cao · `bulletin show ben-ca`

> Thuyền về lúc bốn giờ

Highlight, green · ¶ 2 · 2026-03-01 09:30 UTC
"""


def dated(article: Article) -> Article:
    """The article with a printed date."""
    printed = PrintedDate(datetime(2026, 2, 5), Precision.DAY)  # noqa: DTZ001 - as printed
    return replace(article, summary=replace(article.summary, published=printed))


def mark_something(workspace: Workspace) -> None:
    """Three marks in two articles, not in the order of the library."""
    workspace.stacks = MemoryStacks((dated(ARTICLE), OTHER))
    add_highlight(workspace, OTHER, span_of(OTHER, "Thuyền về lúc bốn giờ"), GREEN)
    bookmark(workspace, ARTICLE, ROAD.start)
    add_highlight(workspace, ARTICLE, BEES, GREEN, "hỏi thêm\nvề sản lượng", ("ong", "xã"))


def test_markdown_groups_the_marks_by_article_in_reading_order(workspace: Workspace) -> None:
    mark_something(workspace)
    assert export(workspace, Shape("markdown")) == MARKDOWN


def test_json_names_the_articles(workspace: Workspace) -> None:
    mark_something(workspace)
    document = json.loads(export(workspace, Shape("json")))
    assert (document["format"], document["version"]) == ("bulletin-annotations", 2)
    first, second = document["articles"]
    assert len(first.pop("annotations")) == 2
    assert [one["quote"] for one in second["annotations"]] == ["Thuyền về lúc bốn giờ"]
    assert first == {
        "id": ARTICLE.id,
        "title": ARTICLE.summary.title,
        "source": "Bản tin vùng cao",
        "published": "2026-02-05",
        "updated": None,
        "text_hash": ARTICLE.text_hash,
        "paths": ["/bao-cao/xa-vung-cao.md"],
        "gone": False,
    }


def test_json_says_everything_that_is_known_of_a_mark(workspace: Workspace) -> None:
    mark_something(workspace)
    made = json.loads(export(workspace, Shape("json")))["articles"][0]["annotations"][0]
    assert len(made.pop("id")) == 16
    assert made.pop("prefix").endswith("đi xem các ")
    assert made.pop("suffix").startswith(" và trồng chè")
    assert made == {
        "revision": 1,
        "kind": "highlight",
        "state": "kept",
        "start": BEES.start,
        "end": BEES.end,
        "quote": "mô hình nuôi ong",
        "made_on": {
            "text_hash": ARTICLE.text_hash,
            "parser_version": PARSER_VERSION,
            "text_digest": text_digest(ARTICLE.text),
            "start": BEES.start,
            "end": BEES.end,
        },
        "color": "green",
        "note": "hỏi thêm\nvề sản lượng",
        "other_notes": [],
        "tags": ["ong", "xã"],
        "created_at": "2026-03-01T09:30:00+00:00",
        "updated_at": "2026-03-01T09:30:00+00:00",
    }


def test_json_keeps_letters_as_they_are(workspace: Workspace) -> None:
    mark_something(workspace)
    assert "mô hình nuôi ong" in export(workspace, Shape("json"))


def test_one_article_is_exported_alone(workspace: Workspace) -> None:
    mark_something(workspace)
    assert "Bến cá" not in export(workspace, Shape("markdown"), ARTICLE.id)
    assert len(json.loads(export(workspace, Shape("json"), "ben"))["articles"]) == 1


def test_an_unknown_article_is_refused(workspace: Workspace) -> None:
    with pytest.raises(ArticleNotFoundError):
        export(workspace, Shape("json"), "khong-co")


def test_without_marks_the_document_says_so(workspace: Workspace) -> None:
    assert export(workspace, Shape("markdown")) == "# Marks\n\nNothing has been marked yet.\n"
    assert json.loads(export(workspace, Shape("json")))["articles"] == []


def test_marks_of_an_article_that_is_gone_are_exported(workspace: Workspace) -> None:
    mark_something(workspace)
    workspace.stacks = MemoryStacks((OTHER,))
    exported = export(workspace, Shape("markdown"))
    assert exported.index("## Bến cá") < exported.index("## Tổ kiểm tra về xã vùng cao")
    assert "Bản tin vùng cao · the article is gone" in exported
    assert "Highlight, green · no longer in the text · ong, xã" in exported
    gone = json.loads(export(workspace, Shape("json"), ARTICLE.id))["articles"][0]
    assert gone["gone"] is True
    assert [mark["state"] for mark in gone["annotations"]] == ["orphan", "orphan"]
    assert [mark["start"] for mark in gone["annotations"]] == [None, None]


def test_a_mark_that_moved_is_said_to(workspace: Workspace) -> None:
    highlight(workspace)
    workspace.stacks = MemoryStacks((make_article(paragraphs=("Đoạn mới.", *PARAGRAPHS)),))
    assert "¶ 3, found again in a changed text" in export(workspace, Shape("markdown"))


def test_an_export_is_the_same_every_time(workspace: Workspace) -> None:
    mark_something(workspace)
    assert export(workspace, Shape("json")) == export(workspace, Shape("json"))
    assert export(workspace, Shape("markdown")) == export(workspace, Shape("markdown"))


def test_an_id_is_quoted_for_the_shell_and_for_markdown(workspace: Workspace) -> None:
    odd = make_article("x`; rm -rf ~ `")
    workspace.stacks = MemoryStacks((odd,))
    bookmark(workspace, odd, 0)
    assert "`` bulletin show 'x`; rm -rf ~ `' ``" in export(workspace, Shape("markdown"))


def test_paragraphs_of_a_note_stay_paragraphs(workspace: Workspace) -> None:
    made = highlight(workspace)
    edit_note(workspace, made.id, "đoạn một\n \nđoạn hai\n- việc một\n- việc hai")
    assert "\n\nđoạn một\n\nđoạn hai\\\n\\- việc một\\\n\\- việc hai\n" in export(
        workspace, Shape()
    )


def test_the_name_chooses_the_format(workspace: Workspace, tmp_path: Path) -> None:
    mark_something(workspace)
    as_json = export_to_file(workspace, tmp_path / "ghi chú.JSON")
    as_markdown = export_to_file(workspace, tmp_path / "ghi chú.md")
    assert as_json.read_text(encoding="utf-8") == export(workspace, Shape("json"))
    assert as_markdown.read_text(encoding="utf-8") == MARKDOWN


def test_only_the_marks_asked_for_are_written(workspace: Workspace, tmp_path: Path) -> None:
    mark_something(workspace)
    asked = highlight(workspace, ROAD)
    written = export_to_file(workspace, tmp_path / "a.json", {asked.id})
    (article,) = json.loads(written.read_bytes())["articles"]
    assert [mark["id"] for mark in article["annotations"]] == [asked.id]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("bulletin.md", "It will be Markdown."),
        ("thư mục", "It will be Markdown."),
        ("a.CSV", "It will be CSV."),
        ("a.xyz", "No format goes with .xyz: it will be Markdown."),
    ],
)
def test_what_a_name_chooses_is_said(tmp_path: Path, name: str, sentence: str) -> None:
    assert describe_choice(tmp_path / name) == sentence


def test_a_file_that_is_there_stays_as_it_is(workspace: Workspace, tmp_path: Path) -> None:
    mine = tmp_path / "bulletin.md"
    mine.write_text("của tôi")
    names = [export_to_file(workspace, mine).name for _time in range(2)]
    assert names == ["bulletin-2.md", "bulletin-3.md"]
    assert mine.read_text() == "của tôi"


@pytest.mark.parametrize(("name", "form"), [("a.jsonld", "jsonld"), ("a.csv", "csv")])
def test_formats_to_restore_from_are_chosen_by_their_names(
    workspace: Workspace, tmp_path: Path, name: str, form: str
) -> None:
    mark_something(workspace)
    written = export_to_file(workspace, tmp_path / name)
    assert written.read_text(encoding="utf-8") == export(workspace, Shape(form))


def test_each_article_can_have_a_file_named_after_its_title(
    workspace: Workspace, tmp_path: Path
) -> None:
    mark_something(workspace)
    namesake = make_article("ben-ca-2", title="Bến cá!")
    workspace.stacks = MemoryStacks((*workspace.stacks.articles, namesake))
    bookmark(workspace, namesake, 0)
    folder = tmp_path / "ghi chú" / "báo cáo"
    numbered = make_article("ben-ca-so-hai", title="Bến cá 2")
    workspace.stacks = MemoryStacks((*workspace.stacks.articles, numbered))
    bookmark(workspace, numbered, 0)
    written = export_into(workspace, folder, Shape())
    names = ["to-kiem-tra-ve-xa-vung-cao.md", "ben-ca.md", "ben-ca-2.md", "ben-ca-2-2.md"]
    assert written == [folder / name for name in names]
    one = export(workspace, Shape(), OTHER.id)
    assert (folder / "ben-ca.md").read_text(encoding="utf-8") == one
    with pytest.raises(NotSavedError, match="File exists"):
        export_into(workspace, folder, Shape())
    assert export_into(workspace, folder, Shape(), replace=True) == written


def test_a_title_cannot_lead_out_of_the_folder(workspace: Workspace, tmp_path: Path) -> None:
    folder, mine = tmp_path / "folder", tmp_path / "của tôi"
    mine.write_text("của tôi")
    odd = [make_article(f"a{number}", title=title) for number, title in enumerate(ODD_TITLES)]
    workspace.stacks = MemoryStacks(tuple(odd))
    for article in odd:
        bookmark(workspace, article, 0)
    for written in export_into(workspace, folder, Shape()):
        assert written.parent == folder
        assert len(written.name.encode()) <= 80
        assert not written.name.startswith((".", "-"))
    (folder / "etc-passwd.md").unlink()
    (folder / "etc-passwd.md").symlink_to(mine)
    with pytest.raises(NotSavedError, match="leads out of the folder"):
        export_into(workspace, folder, Shape(), replace=True)
    assert mine.read_text() == "của tôi"


ODD_TITLES = [
    "../../etc/passwd", "..", "/", "", "-rf", ".bashrc", "con", "C:\\Windows", "a\x00b", "ộ" * 300,
]  # fmt: skip


def test_a_folder_gets_a_file_inside(workspace: Workspace, tmp_path: Path) -> None:
    assert export_to_file(workspace, tmp_path) == tmp_path / "bulletin.md"


def test_a_path_that_cannot_be_written_is_said_in_words(
    workspace: Workspace, tmp_path: Path
) -> None:
    with pytest.raises(NotSavedError, match="was not written"):
        export_to_file(workspace, tmp_path / "không có" / "bulletin.md")
