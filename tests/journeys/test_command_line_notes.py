"""`bulletin search` over what the reader made: notes, tags and reading marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.conftest import CommandLine

NOTE = "Xin số liệu của phòng thống kê"


@pytest.fixture
def marked(bulletin: CommandLine) -> CommandLine:
    """With a highlight, its note and a tag."""
    quote = ("annotate", "cap-nuoc-2024", "--quote", "ba trạm bơm mới")
    assert bulletin(*quote, "--note", NOTE, "--tag", "đầu tư công").status == 0
    return bulletin


def ids(bulletin: CommandLine, *query: str) -> list[str]:
    """The articles that are found."""
    return [hit["id"] for hit in bulletin("search", *query, "--json").json["hits"]]


def test_a_note_is_a_line_at_the_passage_it_stands_on(marked: CommandLine) -> None:
    answer = marked("search", "thong ke")
    article, offset, text = answer.out.rstrip("\n").split(":", 2)
    assert (answer.status, article, text) == (0, "cap-nuoc-2024", NOTE)
    assert marked("show", "--plain", article).out[int(offset) :].startswith("ba trạm bơm mới")


def test_notes_have_a_list_of_their_own_in_json(marked: CommandLine) -> None:
    found = marked("search", "thống kê", "--json").json
    (note,) = found["notes"]
    (listed,) = marked("annotations", "--json").json["annotations"]
    (span,) = note["spans"]
    assert found["hits"] == []
    assert note.items() >= listed.items()
    assert note["title"] == "Mười năm cấp nước sạch về các xã"
    assert note["text"][span["start"] : span["end"]] == "thống kê"


def test_in_notes_lists_only_notes_and_counts_their_articles(marked: CommandLine) -> None:
    assert marked("search", "in:notes trạm bơm").out.count("\n") == 1
    for query in ("in:notes trạm bơm", "in:notes tag:dau bơm", "in:notes -tag:x source:binh bơm"):
        assert ids(marked, query) == ["cap-nuoc-2024"]
    assert marked("search", "in:notes đọc sách").status == 1


@pytest.mark.parametrize("query", ["is:highlighted", "is:noted", "tag:dau", "-is:unread tag:x"])
def test_conditions_narrow_the_articles(marked: CommandLine, query: str) -> None:
    expected = [] if "unread" in query else ["cap-nuoc-2024"]
    assert ids(marked, query) == expected


def test_a_condition_can_be_turned_round(marked: CommandLine) -> None:
    assert set(ids(marked, "-is:noted")) == {"doc-sach-2021", "cap-dien"}
    assert set(ids(marked, "is:unread")) == {"cap-nuoc-2024", "doc-sach-2021", "cap-dien"}


def test_a_note_outlives_its_article(marked: CommandLine) -> None:
    file: Path = marked.articles / "ve-nguon" / "cap-nuoc.md"
    file.unlink()
    found = marked("search", "thống kê", "--json").json
    (note,) = found["notes"]
    assert (note["state"], note["title"]) == ("orphan", "Mười năm cấp nước sạch về các xã")
    assert marked("search", "thống kê", "--format", "[{path}]{offset}").out == "[]0\n"


def test_what_stands_in_a_note_cannot_steer_the_terminal(bulletin: CommandLine) -> None:
    quote = ("annotate", "cap-dien", "--quote", "điện mặt trời")
    assert bulletin(*quote, "--note", "giá \x1b[31mđỏ\x1b[0m \u202ethật").status == 0
    out = bulletin("search", "giá thật").out
    assert "giá" in out
    assert not {"\x1b", "\u202e"} & set(out)


def test_the_limit_counts_articles_whether_hits_or_notes_are_on_them(marked: CommandLine) -> None:
    other = ("annotate", "doc-sach-2021", "--quote", "cả ngày chủ nhật", "--note", "sách ở nhà")
    assert marked(*other).status == 0
    own = ("annotate", "cap-nuoc-2024", "--quote", "mười hai xã", "--note", "sạch hay chưa")
    assert marked(*own).status == 0

    def articles(*query: str) -> set[str]:
        return {line.split(":")[0] for line in marked("search", *query).out.splitlines()}

    assert len(articles("sach")) == 2
    (best,) = articles("sach", "--limit", "1")
    answer = marked("search", "sach", "--limit", "1", "--json")
    (note,) = answer.json["notes"]
    assert note["article_id"] == best
    assert "1 more article; see --limit.\n1 more of your notes; see --limit.\n" in answer.err
    assert len(articles("in:notes sach", "--limit", "1")) == 1


def test_a_note_on_an_article_without_a_hit_is_within_the_limit(marked: CommandLine) -> None:
    (line,) = marked("search", "thong ke", "--limit", "1").out.splitlines()
    assert line.endswith(NOTE)
