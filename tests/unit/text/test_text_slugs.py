"""A title becomes a name for a file on any system."""

from __future__ import annotations

import pytest

from bulletin_tui.text.slugs import LONGEST_SLUG, slug


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Đổi mới căn bản, toàn diện (2013–2023)", "doi-moi-can-ban-toan-dien-2013-2023"),
        ("  29-NQ/TW ", "29-nq-tw"),
        ("../../etc/passwd", "etc-passwd"),
        (".bashrc", "bashrc"),
        ("-rf", "rf"),
        ("CON", "con-1"),
        ("lpt1", "lpt1-1"),
        ("💥", ""),
        ("", ""),
    ],
)
def test_only_letters_digits_and_dashes_are_left(title: str, name: str) -> None:
    assert slug(title) == name


def test_a_long_title_ends_after_a_word() -> None:
    assert slug("nghị quyết " * 20) == "-".join(["nghi-quyet"] * 6)
    assert slug("a" * 500) == "a" * LONGEST_SLUG
