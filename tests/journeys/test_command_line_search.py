"""`bulletin search`: what was typed, found and written out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from journeys.conftest import CommandLine


def test_a_passage_is_a_line_of_id_offset_and_text(bulletin: CommandLine) -> None:
    answer = bulletin("search", "tram bom moi")
    line = answer.out.splitlines()[0]
    article, offset, text = line.split(":", 2)
    assert (answer.status, article) == (0, "cap-nuoc-2024")
    shown = bulletin("show", "--plain", article).out
    assert shown[int(offset) :].startswith(text.strip("…"))


def test_a_letter_typed_with_a_mark_has_to_match(bulletin: CommandLine) -> None:
    assert bulletin("search", "đường quê").status == 0
    assert bulletin("search", '"dướng quê"').status == 1


def test_words_may_be_given_one_by_one(bulletin: CommandLine) -> None:
    assert bulletin("search", "ban", "doc").out == bulletin("search", "ban doc").out != ""


def test_an_article_found_by_its_title_alone_is_a_line_too(bulletin: CommandLine) -> None:
    assert bulletin("search", "title:ngay", "hoi").out == "doc-sach-2021:0:Ngày hội đọc sách\n"


@pytest.mark.parametrize(
    ("line_format", "line"),
    [
        ("{path}", "{folder}/khong-ro.md"),
        ("{id}\t{offset:03}\t{title}", "cap-dien\t000\tThắp sáng đường quê"),
        ("{source}|{text}", "|Đường quê sáng hơn nhờ điện mặt trời."),
    ],
)
def test_the_line_can_have_another_format(
    bulletin: CommandLine, line_format: str, line: str
) -> None:
    answer = bulletin("search", "dien mat troi", "--format", line_format)
    assert answer.out == f"{line}\n".replace("{folder}", str(bulletin.articles))


@pytest.mark.parametrize("line_format", ["{nơi}", "{0}", "{id", "{id.x}", "{offset:q}"])
def test_a_format_that_means_nothing_is_refused_with_the_fields(
    bulletin: CommandLine, line_format: str
) -> None:
    answer = bulletin("search", "sach", "--format", line_format)
    assert (answer.status, answer.out) == (2, "")
    assert "{id} {title} {source} {path} {offset} {text}" in answer.err


def test_json_says_where_the_matches_are(bulletin: CommandLine) -> None:
    found = bulletin("search", "nước sạch", "--json").json
    (hit,) = found["hits"]
    text = bulletin("show", "cap-nuoc-2024", "--json").json["text"]
    matched = {text[span["start"] : span["end"]] for span in hit["matches"]}
    assert found["query"] == "nước sạch"
    assert (found["total"], hit["tier"]) == (1, "exact")
    assert matched == {"nước sạch", "Nước sạch"}
    for passage in hit["passages"]:
        for span in passage["matches"]:
            assert passage["text"][span["start"] : span["end"]].lower() == "nước sạch"


def test_a_source_narrows_the_search(bulletin: CommandLine) -> None:
    lines = bulletin("search", "sach", "--source", "thu vien").out.splitlines()
    assert {line.split(":")[0] for line in lines} == {"doc-sach-2021"}


def test_a_cut_is_said_on_stderr(bulletin: CommandLine) -> None:
    answer = bulletin("search", "sach", "--limit", "1")
    assert {line.split(":")[0] for line in answer.out.splitlines()} != set()
    assert answer.err == "1 more article; see --limit.\n"


def test_nothing_found_is_status_1(bulletin: CommandLine) -> None:
    answer = bulletin("search", "zzzxxyy")
    assert (answer.status, answer.out, answer.err) == (1, "", "Nothing found.\n")
    assert bulletin("search", "zzzxxyy", "--json").json["hits"] == []


def test_odd_syntax_is_searched_as_words_with_a_hint(bulletin: CommandLine) -> None:
    answer = bulletin("search", "tag:xanh sách")
    assert answer.err.startswith("“tag:” is not known here")
