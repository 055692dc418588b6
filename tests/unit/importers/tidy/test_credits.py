"""Who took a picture, or is on it, is not who wrote the report."""

from __future__ import annotations

import pytest

from bulletin_tui.importers.plain_text import read_plain_text
from bulletin_tui.importers.tidy.bylines import bare_names
from bulletin_tui.importers.tidy.seen import see_words
from unit.importers.tidy.test_pages import PROSE, TITLE


def authors(*lines: str) -> tuple[str, ...]:
    return read_plain_text("\n".join((TITLE, "", *lines))).metadata.authors


@pytest.mark.parametrize(
    "credit",
    [
        "Ảnh: Hồng Vân",
        "(Ảnh: Hồng Vân).",
        "- Ảnh minh họa: Hồng Vân",
        "Video: Hồng Vân.",
        "Clip: FB",
    ],
)
def test_a_credit_inside_the_text_names_no_author(credit: str) -> None:
    assert authors(PROSE, "Con đường mới nhìn từ trên cao.", credit, PROSE) == ()
    assert authors(PROSE, credit, PROSE, "Mai An") == ("Mai An",)


def test_a_credit_below_the_text_names_an_author_if_it_is_a_person() -> None:
    assert authors(PROSE, PROSE, "Ảnh: Hồng Vân") == ("Hồng Vân",)
    assert authors(PROSE, PROSE, "Ảnh: Internet") == ()


def test_names_before_a_credit_behind_the_last_sentence_are_the_authors() -> None:
    assert authors(PROSE, f"{PROSE} Lê Đắc Long. Ảnh: Hồng Vân") == ("Lê Đắc Long",)


@pytest.mark.parametrize("line", ["Ông Lê Đắc Long", "Bà Mai An"])
def test_a_person_spoken_of_has_not_signed(line: str) -> None:
    assert bare_names(see_words(line)) is None


@pytest.mark.parametrize("head", ["Bộ trưởng Y tế", "Cục trưởng Hàng không", "Bạn gái Warmbier"])
def test_people_before_the_colon_of_a_title_published_nothing(head: str) -> None:
    page = f"{head}: ‘Việc này phải làm xong trong năm nay’\n\n{PROSE}"
    assert read_plain_text(page).metadata.source is None
