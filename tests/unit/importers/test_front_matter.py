"""What a Markdown file says of itself is read as it is written, and never runs anything."""

from __future__ import annotations

from datetime import datetime

import pytest

from bulletin_tui.importers.front_matter import (
    LARGEST_FRONT_MATTER,
    FrontMatter,
    split_front_matter,
)
from bulletin_tui.model.article import Metadata, Precision, PrintedDate


def test_the_names_of_the_bundled_reports_are_read() -> None:
    front = split_front_matter(
        "---\n"
        "id: chau-phu-doc-sach\n"
        'title: "Châu Phú: ngày hội đọc sách"\n'
        "source: Huyện đoàn Châu Phú\n"
        "place: Châu Phú, An Giang\n"
        "author: [Lê Na, Trần Vũ]\n"
        "published: 2022-04-21 07:30\n"
        "updated: 2022-04-22\n"
        "language: vi\n"
        "documents: [12-KH/HĐ, 05/2018]\n"
        "portal: Trang tin Châu Phú\n"
        "---\n\nThân bài."
    )
    assert front.metadata == Metadata(
        id="chau-phu-doc-sach",
        title="Châu Phú: ngày hội đọc sách",
        source="Huyện đoàn Châu Phú",
        place="Châu Phú, An Giang",
        authors=("Lê Na", "Trần Vũ"),
        published=PrintedDate(datetime(2022, 4, 21, 7, 30), Precision.MINUTE),  # noqa: DTZ001
        updated=PrintedDate(datetime(2022, 4, 22), Precision.DAY),  # noqa: DTZ001
        language="vi",
        documents=("12-KH/HĐ", "05/2018"),
        portal="Trang tin Châu Phú",
    )
    assert front.body == "\n\nThân bài."
    assert front.warnings == ()


def test_obsidian_properties_are_read() -> None:
    front = yaml("Title: Sổ tay", "date: 2024-05-01", "tags:", "  - họp", "  - thôn", "author:")
    assert front.metadata.title == "Sổ tay"
    assert front.metadata.tags == ("họp", "thôn")
    assert front.metadata.authors == ()
    assert printed(front.metadata.published) == datetime(2024, 5, 1)  # noqa: DTZ001


def test_the_day_a_note_was_created_is_its_date_when_there_is_no_other() -> None:
    created = yaml("created: 2024-05-01").metadata.published
    assert printed(created) == datetime(2024, 5, 1)  # noqa: DTZ001
    dated = yaml("created: 2024-05-01", "date: 2024-06-02").metadata.published
    assert printed(dated) == datetime(2024, 6, 2)  # noqa: DTZ001


def test_jekyll_names_are_read() -> None:
    front = yaml("layout: post", "categories: [tin, xã]", "tags: họp, thôn", "lang: vi")
    assert front.metadata == Metadata(category="tin, xã", tags=("họp", "thôn"), language="vi")


def test_hugo_toml_is_read() -> None:
    front = split_front_matter(
        "+++\ntitle = 'Mùa gặt'\ndate = 2024-05-01T10:05:30+07:00\nlastmod = 2024-05-02\n"
        "authors = ['Hà', 'Bảo']\nweight = 3\n[params]\nimage = 'a.png'\n+++\nThân bài."
    )
    assert (front.metadata.title, front.metadata.authors) == ("Mùa gặt", ("Hà", "Bảo"))
    assert printed(front.metadata.published) == datetime(2024, 5, 1, 10, 5)  # noqa: DTZ001
    assert printed(front.metadata.updated) == datetime(2024, 5, 2)  # noqa: DTZ001
    assert (front.body, front.warnings) == ("\nThân bài.", ())


@pytest.mark.parametrize("written", ["0012", "1e3", "yes", "12:30", "2024-05-01", "0x1F"])
def test_scalars_stay_the_text_they_are(written: str) -> None:
    assert yaml(f"id: {written}").metadata.id == written


@pytest.mark.parametrize("nothing", ["", "~", "null", '""', "[]"])
def test_an_empty_value_says_nothing(nothing: str) -> None:
    assert yaml(f"title: {nothing}").metadata == Metadata()


def test_a_quoted_null_is_a_word() -> None:
    assert yaml('title: "null"').metadata.title == "null"


def test_values_are_clean_single_lines() -> None:
    front = yaml('title: "\\e[31mĐỏ\\e[0m \\u202etắt\\n  đèn"')
    assert front.metadata.title == "Đỏ ␦tắt đèn"


@pytest.mark.parametrize(
    "value",
    ["{name: Hà}", "[[a], b]", "!!str Hà", "!!python/object:os.system {}", "&mark Hà", "*mark"],
)
def test_nested_tagged_and_aliased_values_are_left_out_with_a_warning(value: str) -> None:
    front = yaml(f"author: {value}", "title: Tên")
    assert front.metadata == Metadata(title="Tên")
    assert ["“author”" in warning for warning in front.warnings] == [True]


def test_unknown_names_are_passed_over_without_a_word() -> None:
    assert yaml("cover: {image: a.png}", "? [a, b]\n: c", "title: Tên") == FrontMatter(
        Metadata(title="Tên"), "\nThân bài."
    )


def test_a_value_that_is_no_date_is_left_out_with_a_warning() -> None:
    front = yaml("date: hôm qua")
    assert front.metadata.published is None
    assert ["hôm qua" in warning for warning in front.warnings] == [True]


def test_a_title_with_an_unquoted_colon_costs_nothing_but_a_warning() -> None:
    front = yaml("title: Họp thôn: bàn việc nước", "author: [Hà,", "  Bảo]", "lang: vi")
    assert front.metadata.title == "Họp thôn: bàn việc nước"
    assert (front.metadata.authors, front.metadata.language) == (("Hà", "Bảo"), "vi")
    assert (front.body, len(front.warnings)) == ("\nThân bài.", 1)


@pytest.mark.parametrize("source", ["---\na: [\n---\nThân bài.", "+++\ntitle = \n+++\nThân bài."])
def test_front_matter_that_cannot_be_read_at_all_is_shown_as_text(source: str) -> None:
    front = split_front_matter(source)
    assert (front.metadata, front.body, len(front.warnings)) == (Metadata(), source, 1)


@pytest.mark.parametrize(
    "source",
    [
        "Không có gì.",
        "---\nid: mở mà không đóng\n",
        "\n---\nid: không ở dòng đầu\n---\n",
        "---\nMột đoạn văn giữa hai đường kẻ.\n---\n",
        "---\nKính gửi: các đồng chí\n---\n",
        "---- \nid: x\n---\n",
    ],
)
def test_what_is_not_front_matter_stays_in_the_text(source: str) -> None:
    assert split_front_matter(source) == FrontMatter(Metadata(), source)


def test_empty_front_matter_says_nothing() -> None:
    assert split_front_matter("---\n---\nThân bài.") == FrontMatter(Metadata(), "\nThân bài.")


def test_front_matter_may_end_with_dots() -> None:
    assert split_front_matter("---\ntitle: Tên\n...\nx").metadata.title == "Tên"


def test_front_matter_of_more_than_its_limit_is_shown_as_text() -> None:
    source = f"---\ntitle: {'a' * LARGEST_FRONT_MATTER}\n---\n"
    front = split_front_matter(source)
    assert (front.metadata, front.body, len(front.warnings)) == (Metadata(), source, 1)


@pytest.mark.parametrize(
    "bomb",
    [
        "---\ntitle: Tên\na: " + "[" * 60_000 + "\n---\n",
        "---\ntitle: Tên\na: " + "{" * 60_000 + "\n---\n",
        "---\ntitle: Tên\n" + "".join(" " * n + "a:\n" for n in range(300)) + "---\n",
        "+++\ntitle = 'Tên'\na = " + "[" * 60_000 + "\n+++\n",
        "+++\ntitle = 'Tên'\na = " + "9" * 60_000 + "\n+++\n",
        "+++\ntitle = 'Tên'\na = 0x" + "f" * 60_000 + "\n+++\n",
    ],
)
def test_bombs_are_survived(bomb: str) -> None:
    front = split_front_matter(bomb)
    assert front.metadata.title == "Tên" or front.body == bomb


def yaml(*lines: str) -> FrontMatter:
    """What is read of YAML front matter of these lines, above one paragraph."""
    return split_front_matter("\n".join(["---", *lines, "---", "Thân bài."]))


def printed(date: PrintedDate | None) -> datetime | None:
    """The wall clock of a date."""
    return date.value if date else None
