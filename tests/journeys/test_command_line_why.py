"""`bulletin show --why`: each value with its line and why, and what is folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeys.conftest import CommandLine

PROSE = (
    "Con đường dài hai cây số nối trung tâm xã với bản xa nhất đã được rải nhựa sau ba tháng, và"
    " người dân không còn phải lội suối mỗi khi mùa mưa về như những năm trước đây nữa."
)
PAGE = f"""Con đường mới qua bản
04/03/2019 08:15

{PROSE}

Tin, ảnh: Thu Hạnh
Tin liên quan
Khởi công trạm y tế của xã
Hôm nay: 12
"""


def test_why_tells_the_line_of_each_value_and_how_it_was_found(bulletin: CommandLine) -> None:
    (bulletin.articles / "duong.txt").write_text(PAGE, encoding="utf-8")
    answer = bulletin("show", page_id(bulletin), "--why")
    assert answer.status == 0
    assert "Authors: Thu Hạnh" in answer.out
    assert "names after a label, confidence 97 %, line 6: “Tin, ảnh: Thu Hạnh”" in answer.out
    assert "3 lines are folded." in answer.out
    assert (
        "2 × related documents (a heading of other reports; stands among other reports)"
        in answer.out
    )


def test_why_of_an_article_that_says_all_itself_has_nothing_inferred(
    bulletin: CommandLine,
) -> None:
    answer = bulletin("show", "cap-dien", "--why")
    assert "Nothing was inferred" in answer.out
    assert "0 lines are folded." in answer.out


def test_json_has_the_evidence_and_what_is_folded(bulletin: CommandLine) -> None:
    (bulletin.articles / "duong.txt").write_text(PAGE, encoding="utf-8")
    record = bulletin("show", page_id(bulletin), "--json").json
    dated = next(each for each in record["evidence"] if each["field"] == "published")
    start, end = dated["span"]["start"], dated["span"]["end"]
    assert record["text"][start:end] == "04/03/2019 08:15"
    assert record["encoding"] == "utf-8"
    assert {"dateline", "byline"} <= {each["rule"] for each in record["evidence"]}
    assert [block["boilerplate"] for block in record["blocks"] if block["is_folded"]] == [
        "related",
        "related",
        "counter",
    ]


def page_id(bulletin: CommandLine) -> str:
    """The id of the article in the text file."""
    articles = bulletin("list", "--json").json["articles"]
    return str(next(each["id"] for each in articles if each["paths"][0].endswith(".txt")))


def test_a_correction_is_explained_by_what_the_file_says(bulletin: CommandLine) -> None:
    bulletin("edit", "cap-dien", "--source", "Nguồn X")
    said = bulletin("show", "--why", "cap-dien").out
    assert "Publisher: Nguồn X\n    corrected by hand; the file does not say\n" in said
    bulletin("edit", "doc-sach-2021", "--source", "")
    said = bulletin("show", "--why", "doc-sach-2021").out
    origin = "corrected by hand; the file says “Thư viện tỉnh Tiền Châu”"
    assert f"Publisher: –\n    {origin}\n" in said
    assert "set aside" not in said
