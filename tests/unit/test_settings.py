"""What people write in `config.toml`, and what becomes of what cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.settings import DEFAULT_MEASURE, Settings, load_settings
from bulletin_tui.words import use_language

if TYPE_CHECKING:
    from pathlib import Path


def loaded(folder: Path, text: str) -> Settings:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path)


def test_a_missing_file_means_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "config.toml") == Settings()


def test_everything_can_be_set(tmp_path: Path) -> None:
    text = """
    language = "vi"
    theme = "sepia"
    measure = 80
    mouse = false
    [keys]
    highlight = "m"
    next_match = ["n", "f3"]
    """
    settings = loaded(tmp_path, text)
    assert settings.problems == ()
    assert (settings.language, settings.theme, settings.measure) == ("vi", "sepia", 80)
    assert settings.mouse is False
    assert settings.keys == {"highlight": ("m",), "next_match": ("n", "f3")}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("measure = 7", "measure"),
        ("measure = true", "measure"),
        ('language = "la"', "language"),
        ("theme = 3", "theme"),
        ('mouse = "no"', "mouse"),
        ("keys = 1", "keys"),
        ("[keys]\nhighlight = 5", "keys.highlight"),
        ("colour = 1", "colour"),
    ],
)
def test_what_cannot_be_used_is_named_and_the_rest_holds(
    tmp_path: Path, text: str, named: str
) -> None:
    settings = loaded(tmp_path, text)
    assert len(settings.problems) == 1
    assert f"“{named}”" in settings.problems[0]
    assert settings.measure == DEFAULT_MEASURE


@pytest.mark.parametrize("content", [b"measure = = 3", b"\xff\xfe\x00", b"a = " + b"[" * 5000])
def test_a_broken_file_leaves_the_defaults_and_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    settings = load_settings(path)
    assert settings == Settings(problems=settings.problems)
    assert "config.toml" in settings.problems[0]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"watch = false\nmouse = flase", "không hiểu được từ dòng 2, cột 9"),
        (b"theme = 't\xf4i'", "không phải UTF-8"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_in_the_language_of_the_reader(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    use_language("vi")
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    (problem,) = load_settings(path).problems
    assert f"({reason})" in problem


def test_no_control_character_of_the_file_is_repeated(tmp_path: Path) -> None:
    settings = loaded(tmp_path, '"\\u001b[31mred" = 1')
    assert "\x1b" not in settings.problems[0]
