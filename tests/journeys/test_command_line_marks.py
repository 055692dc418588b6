"""`bulletin annotate`, `annotations` and `export`: marks made and taken out without the reader."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.paths import default_paths
from bulletin_tui.services.annotating import remove
from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.settings import Settings

if TYPE_CHECKING:
    from journeys.conftest import CommandLine


def test_a_quote_typed_without_marks_becomes_a_highlight(bulletin: CommandLine) -> None:
    made = bulletin("annotate", "doc-sach-2021", "--quote", "muon sach nhieu nhat")
    assert made.status == 0
    (row,) = bulletin("annotations").rows
    assert row[1:] == ["doc-sach-2021", "highlight", "mượn sách nhiều nhất", "", "kept"]
    assert row[0] == made.rows[0][0]


def test_a_highlight_carries_note_colour_and_tags(bulletin: CommandLine) -> None:
    made = bulletin(
        "annotate", "cap-dien", "--quote", "điện mặt trời", "--note", "hỏi giá lắp đặt",
        "--color", "green", "--tag", "điện", "--tag", "chi phí", "--json",
    ).json  # fmt: skip
    listed = bulletin("annotations", "--json").json["annotations"]
    assert listed == [made]
    assert made["note"] == "hỏi giá lắp đặt"
    assert made["color"] == "green"
    assert made["tags"] == ["điện", "chi phí"]
    text = bulletin("show", "cap-dien", "--json").json["text"]
    span = made["span"]
    assert text[span["start"] : span["end"]] == "điện mặt trời"


def test_a_quote_in_several_places_is_asked_about(bulletin: CommandLine) -> None:
    asked = bulletin("annotate", "cap-nuoc-2024", "--quote", "nuoc sach")
    assert asked.status == 2
    assert asked.err.splitlines()[0] == (
        "“nuoc sach” stands in 2 places; choose one with --occurrence:"
    )
    assert "  2: " in asked.err
    assert bulletin("annotations").status == 1
    chosen = bulletin("annotate", "cap-nuoc-2024", "--quote", "nuoc sach", "--occurrence", "2")
    assert chosen.rows[0][1] == "Nước sạch"


@pytest.mark.parametrize("extra", [(), ("--occurrence", "3")])
def test_a_quote_that_is_not_there_marks_nothing(
    bulletin: CommandLine, extra: tuple[str, ...]
) -> None:
    quote = "nước sạch" if extra else "nước ngầm"
    assert bulletin("annotate", "cap-nuoc-2024", "--quote", quote, *extra).status == 1
    assert bulletin("annotations").out == ""


def test_annotations_can_be_of_one_article_or_one_kind(bulletin: CommandLine) -> None:
    bulletin("annotate", "cap-dien", "--quote", "Đường quê")
    bulletin("annotate", "doc-sach-2021", "--quote", "chủ nhật")
    assert [row[1] for row in bulletin("annotations", "--article", "doc").rows] == ["doc-sach-2021"]
    assert len(bulletin("annotations", "--kind", "highlight").rows) == 2
    assert bulletin("annotations", "--kind", "bookmark").status == 1


def test_annotations_can_be_of_one_colour_tag_or_state(bulletin: CommandLine) -> None:
    bulletin("annotate", "cap-dien", "--quote", "Đường quê", "--color", "blue", "--tag", "đường")
    bulletin("annotate", "doc-sach-2021", "--quote", "chủ nhật")

    def quotes(*conditions: str) -> list[str]:
        return [row[3] for row in bulletin("annotations", *conditions).rows]

    assert quotes("--color", "blue") == quotes("--tag", "duong") == ["Đường quê"]
    assert quotes("--color", "yellow", "--state", "kept") == ["chủ nhật"]
    assert quotes("--state", "orphan") == quotes("--removed") == []


def test_a_removed_mark_is_listed_apart_and_can_be_recovered(bulletin: CommandLine) -> None:
    made = bulletin("annotate", "cap-dien", "--quote", "Đường quê", "--json").json
    with open_workspace(default_paths(), Settings()) as workspace:
        remove(workspace, [made["id"]])
    assert bulletin("annotations").status == 1
    (row,) = bulletin("annotations", "--removed").rows
    recovered = bulletin("recover", row[0], "--json").json
    assert recovered == bulletin("annotations", "--json").json
    (mark,) = recovered["annotations"]
    assert mark == made | {"updated_at": mark["updated_at"]}
    assert len(bulletin("recover", row[0], row[0]).rows) == 1
    assert bulletin("recover", "no-such-mark").status == 1


def test_marks_outlive_their_article(bulletin: CommandLine) -> None:
    bulletin("annotate", "cap-dien", "--quote", "Đường quê")
    (bulletin.articles / "khong-ro.md").unlink()
    (mark,) = bulletin("annotations", "--article", "cap-dien", "--json").json["annotations"]
    assert (mark["state"], mark["span"], mark["quote"]) == ("orphan", None, "Đường quê")


def test_export_writes_a_new_file_and_never_over_another(bulletin: CommandLine) -> None:
    bulletin("annotate", "cap-dien", "--quote", "Đường quê", "--note", "đẹp")
    bulletin.home.mkdir(exist_ok=True)
    file = bulletin.home / "dấu.md"
    assert bulletin("export", "-o", str(file)).status == 0
    assert file.read_text(encoding="utf-8") == bulletin("export").out
    file.write_text("của tôi", encoding="utf-8")
    refused = bulletin("export", "-o", str(file))
    assert refused.status == 1
    assert "is there already." in refused.err
    assert file.read_text(encoding="utf-8") == "của tôi"
    assert bulletin("export", "--force", "-o", str(file)).status == 0
    assert "Đường quê" in file.read_text(encoding="utf-8")


def test_export_says_why_a_file_cannot_be_written(bulletin: CommandLine) -> None:
    answer = bulletin("export", "-o", str(bulletin.home / "không có" / "dấu.md"))
    assert answer.status == 1
    assert "could not be written: No such file or directory." in answer.err


def test_export_as_json_is_one_document(bulletin: CommandLine) -> None:
    bulletin("annotate", "cap-dien", "--quote", "Đường quê")
    bulletin("annotate", "doc-sach-2021", "--quote", "chủ nhật")
    exported = json.loads(bulletin("export", "--format", "json", "--article", "cap-dien").out)
    assert [article["id"] for article in exported["articles"]] == ["cap-dien"]


def test_nothing_is_said_to_be_saved_when_it_cannot_be(bulletin: CommandLine) -> None:
    bulletin.home.write_text("", encoding="utf-8")  # a file stands where the data folder would
    answer = bulletin("annotate", "cap-dien", "--quote", "Đường quê")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("Nothing will be saved: ")


def test_marks_without_their_article_are_told_from_those_without_their_passage(
    bulletin: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for article, quote in (("doc-sach-2021", "muon sach"), ("cap-nuoc-2024", "tram bom moi")):
        assert bulletin("annotate", article, "--quote", quote).status == 0
    file = bulletin.articles / "ve-nguon" / "cap-nuoc.md"
    file.write_text(file.read_text(encoding="utf-8").replace("ba trạm bơm mới", "nhiều"), "utf-8")
    (bulletin.articles / "ve-nguon" / "doc-sach.md").unlink()
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    listed = bulletin("annotations").out
    assert [line.count("its article is not in the library") for line in listed.splitlines()] == [
        "doc-sach-2021" in line for line in listed.splitlines()
    ]
    assert "its passage is gone" in listed


def test_marks_whose_article_is_gone_come_before_those_in_another_folder(
    bulletin: CommandLine,
) -> None:
    bulletin("annotate", "cap-dien", "--quote", "Đường quê")
    bulletin("annotate", "doc-sach-2021", "--quote", "muon sach")
    (bulletin.articles / "khong-ro.md").unlink()
    bulletin("remove", "bundled")
    assert [row[-1] for row in bulletin("annotations").rows] == ["orphan", "elsewhere"]


def test_no_foreign_escape_reaches_the_terminal(bulletin: CommandLine) -> None:
    evil = "\x1b]52;c;cGF3bmVk\x07\x9b31m\u202e"
    title = evil.encode("unicode_escape").decode()
    (bulletin.articles / "độc.md").write_text(
        f'---\nid: doc-hai\ntitle: "Tin {title}"\nsource: "{title}"\n---\n\nChữ {evil} thường.\n',
        encoding="utf-8",
    )
    marked = bulletin("annotate", "doc-hai", "--quote", "thường", "--note", evil, "--tag", evil)
    assert marked.status == 0
    for argv in (
        ("list",),
        ("list", "--json"),
        ("show", "doc-hai"),
        ("show", "doc-hai", "--json"),
        ("show", "doc-hai", "--plain"),
        ("annotations",),
        ("annotations", "--json"),
        ("export",),
        ("export", "--format", "json"),
        ("show", evil),
        ("doctor",),
        ("annotate", "doc-hai", "--quote", evil),
        (evil,),
        ("list", evil),
    ):
        answer = bulletin(*argv)
        assert not set(answer.out + answer.err) & set("\x1b\x07\x9b\u202e"), argv
