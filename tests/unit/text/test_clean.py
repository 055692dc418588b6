"""What comes from outside is shown, not obeyed, and nothing that can be read is lost."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from bulletin_tui.text.clean import clean, clean_line, guard
from bulletin_tui.text.forbidden import FORBIDDEN, odd
from bulletin_tui.text.marks import is_mark
from bulletin_tui.text.mending import MARKS_A_LETTER

PROSE = (
    "Chiều 12/3, đoàn khảo sát “vùng cao” đến xã Nậm Cắn – nơi có 1.204 hộ; 北京, Ελλάδα, Київ.\n"
)
ACUTE = "\u0301"


def test_clean_prose_is_left_as_it_is() -> None:
    assert clean(PROSE) == PROSE


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[31m",
        "\x1b[38;2;1;2;3m",
        "\x1b[?25l",
        "\x1b[2 q",
        "\x9b31m",
        "\x1b]0;tên cửa sổ\x07",
        "\x1b]52;c;bWE=\x1b\\",
        "\x1b]8;;http://vd.vn\x9c",
        "\x9d0;tên\x07",
        "\x1bPq#0;2;0;0;0\x1b\\",
        "\x1b_lệnh\x1b\\",
        "\x1bOP",
        "\x1b(B",
        "\x1b7",
        "\x1bc",
    ],
)
def test_a_well_formed_escape_sequence_goes(sequence: str) -> None:
    assert clean(f"trước{sequence}sau") == "trướcsau"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1bHọp", "a␛Họp"),
        ("a\x1b]0;không có cuối", "a␛]0;không có cuối"),
        ("a\x1b]0;qua\ndòng\x07", "a␛]0;qua\ndòng␇"),
        ("\x1b[1", "␛[1"),
        ("a\x1b\x1b[31m[31mb", "a␛[31mb"),
        ("\x00\x07\x08\x1f\x7f", "␀␇␈␟␡"),
        ("\x80\x9b", "��"),
        ("a\u202eb\u2066c\u2069", "a␦b␦c␦"),
        ("\ud83d", "�"),
    ],
)
def test_what_else_a_terminal_would_obey_is_shown(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_a_sequence_longer_than_4096_is_text() -> None:
    body = "a" * 5000
    assert clean(f"\x1b]0;{body}\x07") == f"␛]0;{body}␇"


@pytest.mark.parametrize(
    "invisible",
    [
        "\u00ad",
        "\u200b",
        "\u200e",
        "\u2060",
        "\ufeff",
        "\ufdd0",
        "\uffff",
        "\U000e0041",
        "\U0010ffff",
    ],
)
def test_what_cannot_be_seen_goes(invisible: str) -> None:
    assert clean(f"Ngh{invisible}ệ An") == "Nghệ An"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028", "\u2029", "\v", "\f"])
def test_every_line_end_is_a_line_feed(end: str) -> None:
    assert clean(f"một{end}hai") == "một\nhai"


def test_a_tab_is_four_spaces() -> None:
    assert clean("xã\thộ") == "xã    hộ"


@pytest.mark.parametrize("joined", ["👩\u200d🚀", "🏳\ufe0f\u200d🌈", "نمی\u200cخواهم", "क्\u200dष"])
def test_a_joiner_stays_where_it_joins(joined: str) -> None:
    assert clean(joined) == joined


@pytest.mark.parametrize("text", ["đảng\u200d uỷ", "đảng\u200cuỷ", "\u200d", "👩\u200d\u200d🚀"])
def test_a_joiner_goes_where_it_joins_nothing(text: str) -> None:
    assert "\u200c" not in clean(text)
    assert "\u200d" not in clean(text)


@pytest.mark.parametrize("decomposed", ["e\u0323\u0302", "e\u0302\u0323", "ê\u0323", "ẹ\u0302"])
def test_marks_are_composed_in_any_order(decomposed: str) -> None:
    assert clean(f"Vi{decomposed}t") == "Việt"


@pytest.mark.parametrize("mark", [ACUTE, "\u0489", "\U0001d165", "\U000110b9"])
def test_a_letter_carries_a_bounded_number_of_marks(mark: str) -> None:
    cleaned = clean("q" + mark * 1_000_000 + "!")
    assert cleaned == "q" + mark * MARKS_A_LETTER + "!"


def test_marks_that_were_kept_apart_are_counted_together() -> None:
    cleaned = clean("q" + (ACUTE * 5 + "\u200b") * 5)
    assert cleaned == "q" + ACUTE * MARKS_A_LETTER


def test_letters_among_marks_of_rare_scripts_stay() -> None:
    brahmi = "\U00011005\U00011038\U00011006" * 20
    assert clean(brahmi) == brahmi


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("q\u0301\u064b\u200dक", id="ordering marks brings one next to a joiner"),
        pytest.param(
            "\u0958" + "\u0951" * MARKS_A_LETTER, id="a letter decomposes into one mark more"
        ),
    ],
)
def test_what_composing_brings_about_is_cleaned_too(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    "hostile",
    ["\x1b", "\x1b]", "\x9d", "\x9b0", "\x1b[", "\x1bP" + "a" * 5000, "\u200d\u0301\u200d\u0323"],
)
def test_hostile_text_ends_clean(hostile: str) -> None:
    text = hostile * (1_000_000 // len(hostile))
    cleaned = clean(text)
    assert FORBIDDEN.search(cleaned) is None
    assert clean(cleaned) == cleaned


def test_every_code_point_is_fit_to_be_shown() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    cleaned = clean(every)
    assert FORBIDDEN.sub("", cleaned) == cleaned.replace("\n", "")
    assert unicodedata.is_normalized("NFC", cleaned)
    cleaned.encode("utf-8")


def test_the_fast_scan_overlooks_nothing() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    plain = odd().sub("", every)
    assert FORBIDDEN.sub("", plain) == plain.replace("\n", "")
    assert not any(map(is_mark, plain))


def test_a_line_has_single_spaces_and_no_ends() -> None:
    assert clean_line("  Xã\tNậm\u00a0Cắn\r\n\x1b[1mhọp \u200b dân ") == "Xã Nậm Cắn họp dân"


def test_the_guard_replaces_one_for_one() -> None:
    assert guard("a\x1b[0m\tb\nc\u202ed\u200be\x7f\x9b") == "a␛[0m b␊c␦d�e␡�"


def test_the_guard_keeps_what_it_is_told_to() -> None:
    assert guard("a\nb\tc\x1b", keep="\n\t") == "a\nb\tc␛"
    assert guard("a\nb", keep="\t") == "a␊b"


def test_the_guard_hands_clean_text_through() -> None:
    assert guard(PROSE, keep="\n") is PROSE
