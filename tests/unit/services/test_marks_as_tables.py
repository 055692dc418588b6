"""Tables of marks: what is in which column, what no spreadsheet may do, and the way back."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.importers.formats import PARSER_VERSION
from bulletin_tui.model.annotation import AnchorState, HighlightColor
from bulletin_tui.services.annotating import add_highlight
from bulletin_tui.services.exporting import Shape, export
from bulletin_tui.services.interchange.csv_tables import read_table, set_in_table
from bulletin_tui.services.restoring import restore
from bulletin_tui.services.stacks import MemoryStacks
from bulletin_tui.services.taking_up import Outcome
from unit.store.samples import (
    ARTICLE,
    BEES,
    GREEN,
    OTHER,
    bookmark,
    highlight,
    make_article,
    make_workspace,
    marks,
    span_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.services.workspace import Workspace


def rows(workspace: Workspace, form: str) -> list[dict[str, str]]:
    """The exported table as a spreadsheet reads it."""
    return list(csv.DictReader(io.StringIO(export(workspace, Shape(form)), newline="")))


def test_a_row_says_what_is_known_of_a_mark(workspace: Workspace) -> None:
    made = add_highlight(workspace, ARTICLE, BEES, GREEN, "hỏi thêm\nvề sản lượng", ("ong", "xã"))
    (row,) = rows(workspace, "csv")
    assert row.pop("prefix").endswith("đi xem các ")
    assert row.pop("suffix").startswith(" và trồng chè")
    assert row == {
        "id": made.id,
        "kind": "highlight",
        "color": "green",
        "quote": "mô hình nuôi ong",
        "note": "hỏi thêm\nvề sản lượng",
        "tags": "ong\nxã",
        "article_id": "xa-vung-cao",
        "title": "Tổ kiểm tra về xã vùng cao",
        "source": "Bản tin vùng cao",
        "paragraph": "2",
        "state": "kept",
        "start": str(BEES.start),
        "end": str(BEES.end),
        "text_hash": ARTICLE.text_hash,
        "parser_version": str(PARSER_VERSION),
        "created_at": "2026-03-01T09:30:00Z",
        "updated_at": "2026-03-01T09:30:00Z",
    }


@pytest.mark.parametrize("first", [*"=+-@\t\r＝＋－＠", "'=", "''+"])
@pytest.mark.parametrize("form", ["csv", "readwise"])
def test_no_cell_begins_a_formula(workspace: Workspace, form: str, first: str) -> None:
    formula = f'{first}HYPERLINK("http://x","ong")'
    article = make_article("-cmd", (formula, "Đoạn hai."), title=formula)
    workspace.stacks = MemoryStacks((article,))
    add_highlight(workspace, article, span_of(article, formula.strip()), GREEN, formula, [formula])
    cells = [cell for row in rows(workspace, form) for cell in row.values()]
    assert [cell for cell in cells if cell[:1] in set("=+-@\t\r＝＋－＠")] == []
    assert any(cell.startswith("'") for cell in cells)


@given(st.lists(st.text(st.sampled_from("'=+-@\t\r\n\",ộ a")), min_size=1, max_size=3))
def test_a_table_that_is_read_has_the_cells_that_were_set(cells: list[str]) -> None:
    names = [f"c{number}" for number in range(len(cells))]
    text = set_in_table(names, [dict(zip(names, cells, strict=True))])
    read = [[fields.raw(name) for name in names] for _where, fields in read_table(text)]
    assert read == ([cells] if any(cells) else [])


def test_a_table_brings_back_marks_but_for_the_old_text(
    workspace: Workspace, tmp_path: Path
) -> None:
    add_highlight(workspace, ARTICLE, BEES, GREEN, "=SUM(A1)", ("nghị quyết", "-xã"))
    bookmark(workspace, OTHER, 20)
    data = export(workspace, Shape("csv")).encode()
    with make_workspace(tmp_path / "elsewhere", ARTICLE, OTHER) as elsewhere:
        restored = restore(elsewhere, data)
        assert (restored.form, restored.states) == ("csv", {AnchorState.KEPT: 2})
        assert sorted(map(repr, marks(elsewhere))) == sorted(map(repr, marks(workspace)))


def test_a_mark_moves_to_where_its_words_are_today(workspace: Workspace, tmp_path: Path) -> None:
    highlight(workspace)
    data = export(workspace, Shape("csv")).encode()
    longer = make_article(paragraphs=("Đoạn mới.", *ARTICLE.text.split("\n\n")))
    with make_workspace(tmp_path / "elsewhere", longer) as elsewhere:
        assert restore(elsewhere, data).states == {AnchorState.MOVED: 1}
        (mark,) = marks(elsewhere)
        assert mark.span == span_of(longer, "mô hình nuôi ong")
        assert elsewhere.store.find_text(mark.text_digest) == longer.text


def test_a_table_written_by_hand_needs_a_quote_and_an_article(workspace: Workspace) -> None:
    table = "\ufeffQuote,Note,Article_ID\nmô hình nuôi ong,hỏi,xa-vung-cao\n,,\n,lạc,xa-vung-cao\n"
    restored = restore(workspace, table.encode())
    assert restored.outcomes == {Outcome.ADDED: 1}
    assert [(one.where, one.reason) for one in restored.refusals] == [
        ("line 4", "it quotes nothing")
    ]
    (mark,) = marks(workspace)
    assert (mark.span, mark.note, mark.color) == (BEES, "hỏi", HighlightColor.YELLOW)


def test_readwise_has_its_columns_and_its_tags(workspace: Workspace) -> None:
    add_highlight(workspace, ARTICLE, BEES, GREEN, "hỏi thêm", ("nghị quyết", "xã"))
    bookmark(workspace, ARTICLE, 0)
    (row,) = rows(workspace, "readwise")
    assert row == {
        "Highlight": "mô hình nuôi ong",
        "Title": "Tổ kiểm tra về xã vùng cao",
        "Author": "Bản tin vùng cao",
        "URL": "",
        "Note": ".nghị_quyết .xã\nhỏi thêm",
        "Location": "2",
        "Date": "2026-03-01 09:30:00",
    }


def test_readwise_brings_back_quote_note_and_tags(workspace: Workspace, tmp_path: Path) -> None:
    add_highlight(workspace, ARTICLE, BEES, GREEN, "hỏi thêm", ("nghị quyết", "xã"))
    data = export(workspace, Shape("readwise")).encode()
    with make_workspace(tmp_path / "elsewhere", OTHER, ARTICLE) as elsewhere:
        assert restore(elsewhere, data).form == "readwise"
        (mark,) = marks(elsewhere)
        assert (mark.article_id, mark.span) == (ARTICLE.id, BEES)
        assert (mark.note, mark.tags) == ("hỏi thêm", ("nghị quyết", "xã"))
        assert restore(elsewhere, data).outcomes == {Outcome.ALREADY_THERE: 1}


def test_what_was_written_to_a_mark_elsewhere_is_added_to_it(workspace: Workspace) -> None:
    made = highlight(workspace, note="hỏi thêm")
    table = export(workspace, Shape("readwise")).replace("hỏi thêm", ".ong hỏi thêm\n\nđã hỏi")
    assert restore(workspace, table.encode()).outcomes == {Outcome.UPDATED: 1}
    (mark,) = marks(workspace)
    assert (mark.id, mark.note, mark.tags) == (made.id, "hỏi thêm\n\nđã hỏi", ("ong",))
    assert restore(workspace, table.encode()).outcomes == {Outcome.ALREADY_THERE: 1}


def test_words_that_stand_twice_are_placed_nowhere_unless_they_are_marked(
    workspace: Workspace,
) -> None:
    twice = make_article("hai", ("Ong bay. Ong đậu.",), title="Hai")
    workspace.stacks = MemoryStacks((twice,))
    table = b"Highlight,Title\nOng,Hai\n"
    assert restore(workspace, table, only_tries=True).states == {AnchorState.ORPHAN: 1}
    add_highlight(workspace, twice, span_of(twice, "Ong"), GREEN)
    assert restore(workspace, table).outcomes == {Outcome.ALREADY_THERE: 1}
