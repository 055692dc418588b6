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
def test_a_format_that_means_nothing_is_refused(bulletin: CommandLine, line_format: str) -> None:
    answer = bulletin("search", "sach", "--format", line_format)
    assert (answer.status, answer.out) == (2, "")
    assert "{" in answer.err


def test_a_field_that_is_unknown_is_named_with_those_there_are(bulletin: CommandLine) -> None:
    answer = bulletin("search", "sach", "--format", "{nơi}")
    fields = "{id} {title} {source} {published} {path} {offset} {score} {why} {text}"
    assert answer.err == f"A line has no field “nơi”.\nIts fields are: {fields}\n"


def test_json_says_where_the_matches_are(bulletin: CommandLine) -> None:
    found = bulletin("search", "nước sạch", "--json").json
    (hit,) = found["hits"]
    text = bulletin("show", "cap-nuoc-2024", "--json").json["text"]
    matched = {text[span["start"] : span["end"]] for span in hit["spans"]}
    assert found["query"] == "nước sạch"
    assert (found["total"], found["is_cut"], hit["tier"], hit["why"]) == (1, False, "exact", "")
    assert matched == {"nước sạch", "Nước sạch"}
    for passage in hit["passages"]:
        for span in passage["spans"]:
            inside = slice(span["start"], span["end"])
            assert passage["text"][inside].lower() == "nước sạch"
            in_text = slice(passage["offset"] + span["start"], passage["offset"] + span["end"])
            assert text[in_text] == passage["text"][inside]


def test_json_has_every_field_whatever_an_article_says_of_itself(bulletin: CommandLine) -> None:
    dated = bulletin("search", "nước sạch", "--json").json["hits"][0]
    undated = bulletin("search", "mặt trời", "--json").json["hits"][0]
    assert (dated["published"], undated["published"]) == ("2024-05-06T07:30", None)
    assert undated["source"] is None
    assert dated["score"] > 0
    assert list(dated) == list(undated)


def test_a_source_narrows_the_search_before_it_is_cut(bulletin: CommandLine) -> None:
    answer = bulletin("search", "sach", "--source", "thu vien", "--limit", "1")
    assert {line.split(":")[0] for line in answer.out.splitlines()} == {"doc-sach-2021"}
    assert answer.err == ""


def test_a_source_nobody_has_finds_nothing(bulletin: CommandLine) -> None:
    assert bulletin("search", "sach", "--source", "không có").status == 1


@pytest.mark.parametrize("words", [("sách", "-tuổi"), ("-tuổi", "sách"), ("sách -tuổi",)])
def test_a_word_may_begin_with_a_dash(bulletin: CommandLine, words: tuple[str, ...]) -> None:
    found = bulletin("search", *words, "--json").json
    assert found["query"] == " ".join(words)
    assert "doc-sach-2021" not in {hit["id"] for hit in found["hits"]}


def test_a_word_that_begins_like_an_option_is_none(bulletin: CommandLine) -> None:
    assert bulletin("search", "--json", "nước", "-hè").json["query"] == "nước -hè"
    assert "QUERY" in bulletin("search", "-h").out


def test_an_option_that_is_unknown_is_refused(bulletin: CommandLine) -> None:
    answer = bulletin("search", "nước", "--nguon", "x")
    assert (answer.status, answer.out) == (2, "")
    assert "--nguon" in answer.err


def test_a_cut_is_said_on_stderr(bulletin: CommandLine) -> None:
    answer = bulletin("search", "sach", "--limit", "1")
    assert {line.split(":")[0] for line in answer.out.splitlines()} != set()
    assert answer.err == "1 more article; see --limit.\n"


def test_nothing_found_is_status_1(bulletin: CommandLine) -> None:
    answer = bulletin("search", "zzzxxyy")
    assert (answer.status, answer.out, answer.err) == (1, "", "Nothing found.\n")
    found = bulletin("search", "zzzxxyy", "--json").json
    assert (found["hits"], found["notes"]) == ([], [])


def test_odd_syntax_is_searched_as_words_with_a_hint(bulletin: CommandLine) -> None:
    answer = bulletin("search", "mau:xanh sách")
    assert "“mau:”" in answer.err


@pytest.mark.parametrize("condition", ["after:31/02/2018", "before:mai", "is:unrea"])
def test_a_condition_that_means_nothing_finds_nothing(
    bulletin: CommandLine, condition: str
) -> None:
    answer = bulletin("search", f"sach {condition}")
    assert (answer.status, answer.out) == (1, "")
    assert "Write " not in answer.err
    assert condition.partition(":")[2] in answer.err


@pytest.mark.parametrize(
    ("typed", "method"), [("nuwowcs sachj", "Telex"), ("nu7o7c1 sach5", "VNI")]
)
def test_keys_that_were_read_as_words_are_named(
    bulletin: CommandLine, typed: str, method: str
) -> None:
    answer = bulletin("search", typed, "--json")
    assert answer.status == 0
    assert answer.err == f"The keys were read as nước sạch ({method}).\n"
    words = [(each["typed"], each["word"]) for each in answer.json["decoded"]]
    assert words == list(zip(typed.split(), ("nước", "sạch"), strict=True))
    assert bulletin("search", "nước sạch", "--json").json["decoded"] == []
