"""`bulletin list` and `show`, and what every command has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import bulletin_tui

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.conftest import CommandLine

VERBS = (
    "read",
    "list",
    "show",
    "search",
    "annotate",
    "annotations",
    "export",
    "paths",
    "doctor",
)


def test_list_names_the_articles_newest_first_one_a_line(bulletin: CommandLine) -> None:
    answer = bulletin("list")
    assert answer.status == 0
    assert answer.rows == [
        [
            "cap-nuoc-2024",
            "2024-05-06T07:30",
            "Phòng Kinh tế huyện Bình Giang",
            "Mười năm cấp nước sạch về các xã",
        ],
        ["doc-sach-2021", "2021-04-21", "Thư viện tỉnh Tiền Châu", "Ngày hội đọc sách"],
        ["cap-dien", "", "", "Thắp sáng đường quê"],
    ]


def test_list_says_in_json_all_that_is_known(bulletin: CommandLine) -> None:
    articles = bulletin("list", "--json").json["articles"]
    assert articles[0] == {
        "id": "cap-nuoc-2024",
        "title": "Mười năm cấp nước sạch về các xã",
        "source": "Phòng Kinh tế huyện Bình Giang",
        "place": "Bình Giang",
        "authors": [],
        "published": "2024-05-06T07:30",
        "updated": None,
        "language": None,
        "documents": [],
        "portal": None,
        "paths": [str(bulletin.articles / "ve-nguon" / "cap-nuoc.md")],
        "words": 44,
        "minutes": 1,
    }


@pytest.mark.parametrize("typed", ["thu vien", "Thư viện", "tiền châu"])
def test_list_finds_a_source_by_part_of_its_name(bulletin: CommandLine, typed: str) -> None:
    assert [row[0] for row in bulletin("list", "--source", typed).rows] == ["doc-sach-2021"]


def test_list_stops_at_the_limit(bulletin: CommandLine) -> None:
    assert len(bulletin("list", "--limit", "2").rows) == 2


def test_an_empty_list_is_an_empty_document_and_status_1(bulletin: CommandLine) -> None:
    answer = bulletin("list", "--source", "không có", "--json")
    assert (answer.status, answer.json) == (1, {"articles": []})
    assert answer.err == "There are no such articles.\n"


def test_a_library_without_articles_says_how_it_gets_some(bulletin: CommandLine) -> None:
    bulletin("remove", "bundled", "--yes")
    answer = bulletin("list")
    assert answer.status == 1
    assert "`bulletin add bundled`" in answer.err


def test_a_file_that_cannot_be_read_is_named_and_the_rest_listed(bulletin: CommandLine) -> None:
    (bulletin.articles / "hong.md").write_text("", encoding="utf-8")
    answer = bulletin("list")
    assert answer.status == 0
    assert len(answer.rows) == 3
    assert "hong.md: There is no text in the file." in answer.err


def test_show_sets_an_article_as_a_page(bulletin: CommandLine) -> None:
    answer = bulletin("show", "cap-nuoc-2024")
    assert answer.status == 0
    assert answer.out.splitlines() == [
        "Mười năm cấp nước sạch về các xã",
        "Phòng Kinh tế huyện Bình Giang · Bình Giang · 06/05/2024 07:30",
        "",
        "Đến nay mười hai xã đã có nước sạch. Huyện đầu tư ba trạm bơm mới.",
        "",
        "## Số liệu",
        "",
        "Năm  │ Số hộ",
        "2014 │ 1.200",
        "2024 │ 9.850",
        "",
        "• Trạm bơm số một phục vụ bốn xã.",
        "• Nước sạch đã về tới thôn xa nhất.",
    ]


def test_show_plain_is_the_text_that_the_json_has_too(bulletin: CommandLine) -> None:
    shown = bulletin("show", "doc-sach-2021", "--json").json
    assert bulletin("show", "--plain", "doc-sach-2021").out == f"{shown['text']}\n"


def test_show_names_what_could_not_be_used_on_stderr(bulletin: CommandLine) -> None:
    (bulletin.articles / "hong.md").write_text("", encoding="utf-8")
    (bulletin.articles / "ngay.md").write_text("---\nid: ngay\ndate: hôm qua\n---\n\nMột đoạn.\n")
    shown = bulletin("show", "ngay", "--plain")
    assert (shown.status, shown.out) == (0, "Một đoạn.\n")
    problem, warning = shown.err.splitlines()
    assert problem.endswith("hong.md: There is no text in the file.")
    assert "ngay.md: " in warning
    assert "hôm qua" in warning


def test_show_leaves_the_database_alone(bulletin: CommandLine) -> None:
    assert bulletin("show", "doc").status == 0
    assert not (bulletin.home / "data").exists()


def test_an_id_may_be_cut_as_long_as_it_is_the_only_one(bulletin: CommandLine) -> None:
    assert bulletin("show", "doc").status == 0
    ambiguous = bulletin("show", "cap")
    assert ambiguous.status == 1
    assert "More than one article begins with “cap”." in ambiguous.err


def test_an_unknown_id_is_said_with_what_to_do(bulletin: CommandLine) -> None:
    answer = bulletin("show", "\x1b[31mkhông-có")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == "There is no article “không-có”.\n`bulletin list` names every article.\n"


def test_the_reader_does_not_open_without_a_terminal(bulletin: CommandLine) -> None:
    answer = bulletin()
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("The reader needs a terminal.\n")


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_is_one_screen_that_names_every_verb(bulletin: CommandLine, flag: str) -> None:
    answer = bulletin(flag)
    lines = answer.out.splitlines()
    assert answer.status == 0
    assert len(lines) <= 30
    assert max(map(len, lines)) <= 80
    assert [verb for verb in VERBS if not any(line.startswith(f"  {verb}") for line in lines)] == []


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(bulletin: CommandLine, verb: str) -> None:
    answer = bulletin(verb, "--help")
    assert answer.status == 0
    assert answer.out.startswith(f"usage: bulletin {verb}")


def test_the_version_is_the_packages(bulletin: CommandLine) -> None:
    assert bulletin("--version").out == f"bulletin {bulletin_tui.__version__}\n"


@pytest.mark.parametrize(
    "argv",
    [
        ("đọc",),
        ("--",),
        ("list", "--nhanh"),
        ("list", "--limit", "0"),
        ("list", "--limit", "²"),
        ("show",),
    ],
)
def test_what_cannot_be_understood_is_status_2_with_a_way_on(
    bulletin: CommandLine, argv: tuple[str, ...]
) -> None:
    answer = bulletin(*argv)
    assert (answer.status, answer.out) == (2, "")
    assert "--help` says what it understands." in answer.err


def test_a_large_library_is_listed_and_shown_from_its_index(
    bulletin: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed, shown = bulletin("list", "--json"), bulletin("show", "cap-nuoc-2024", "--json")
    monkeypatch.setattr("bulletin_tui.services.opening.MOST_IN_MEMORY", 1)
    for argv in (("list",), ("show", "cap-nuoc-2024")):
        answer = bulletin(*argv)
        assert (answer.status, answer.out) == (1, "")
        assert answer.err.startswith("There is no search index yet.")
    assert bulletin("index").status == 0
    assert bulletin("list", "--json") == listed
    for article_id in ("cap-nuoc-2024", "cap-n"):
        assert bulletin("show", article_id, "--json") == shown


def test_a_file_that_cannot_be_an_article_is_not_opened(
    bulletin: CommandLine, tmp_path: Path
) -> None:
    file = tmp_path / "một ảnh.jpg"
    file.write_bytes(b"\xff\xd8")
    answer = bulletin(str(file))
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == f"{file}: Files ending in “.jpg” cannot be read.\n"


def test_a_file_with_nothing_in_it_is_not_opened(bulletin: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "trống.md"
    file.touch()
    answer = bulletin(str(file))
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == f"{file}: There is no text in the file.\n"


def test_a_folder_that_is_not_there_is_named(bulletin: CommandLine) -> None:
    answer = bulletin("./không-có")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == "There is no folder or file không-có.\n"
    assert bulletin("/" + 5000 * "x").err.startswith("There is no folder or file")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("nope.md",), "There is no folder or file nope.md."),
        (("nope",), "“nope” is no command, and no folder or file here."),
        (("nope", "--json"), "“nope” is no command, and no folder or file here."),
        (("./a.md", "./b.md"), "Only one folder or file can be opened at a time."),
        (("--foo",), "bulletin: unrecognized arguments: --foo"),
        (("--foo", "list"), "bulletin: unrecognized arguments: --foo"),
    ],
)
def test_a_first_word_that_means_nothing_is_named(
    bulletin: CommandLine, typed: tuple[str, ...], said: str
) -> None:
    answer = bulletin(*typed)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.splitlines()[0] == said
    assert typed == ("nope.md",) or "`bulletin --help`" in answer.err


def test_the_settings_language_is_spoken_everywhere(bulletin: CommandLine) -> None:
    config = bulletin.home / "config" / "bulletin"
    config.mkdir(parents=True)
    (config / "config.toml").write_text('language = "vi"\n', encoding="utf-8")
    assert bulletin("list", "--source", "không có").err == "Không có bài nào như vậy.\n"
    assert bulletin("show").err.startswith("bulletin show: thiếu: ID\n")
    assert bulletin("show", "-h").out.startswith("cách dùng: bulletin show")


def test_paths_names_where_everything_is(bulletin: CommandLine) -> None:
    named = bulletin("paths", "--json").json
    assert named["articles"] == str(bulletin.articles)
    assert named["state"] == str(bulletin.home / "data" / "bulletin" / "state.db")
    assert [[name, place] for name, place in named.items()] == bulletin("paths").rows
