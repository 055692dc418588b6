"""Every usual encoding is told by what the bytes declare, prove or resemble."""

from __future__ import annotations

import codecs

import pytest

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.importers.decode import decode

VIETNAMESE = "Xã Bình Minh mở lớp học nghề cho ba mươi lao động, đợt đầu vào tháng chín. " * 3
STORED_AS_1258 = "Trươ\u0300ng ho\u0323c mơ\u0309 cư\u0309a, đo\u0301n tre\u0309 vê\u0300 thôn."


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_is_believed_and_left_out(bom: bytes, encoding: str) -> None:
    decoded = decode(bom + VIETNAMESE.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.warnings) == (VIETNAMESE, encoding, ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_unicode_without_a_mark_is_told_by_its_pattern(encoding: str) -> None:
    decoded = decode(VIETNAMESE.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.warnings) == (VIETNAMESE, encoding, ())


def test_no_bytes_are_no_text() -> None:
    assert decode(b"").text == ""


def test_utf8_with_a_few_broken_bytes_stays_utf8_with_a_warning() -> None:
    broken = VIETNAMESE.encode()[:-3] + b"\xff" + VIETNAMESE.encode()
    decoded = decode(broken)
    assert decoded.encoding == "utf-8"
    assert decoded.text.count("\ufffd") == 1
    assert decoded.text.endswith(VIETNAMESE)
    assert len(decoded.warnings) == 1


def test_utf16_that_breaks_off_keeps_what_is_whole() -> None:
    decoded = decode(codecs.BOM_UTF16_LE + VIETNAMESE.encode("utf-16-le")[:-1])
    assert decoded.text == VIETNAMESE[:-1] + "\ufffd"
    assert len(decoded.warnings) == 1


def test_windows_1258_is_guessed_when_tone_marks_follow_vowels() -> None:
    decoded = decode(STORED_AS_1258.encode("cp1258"))
    assert (decoded.text, decoded.encoding) == (STORED_AS_1258, "windows-1258")
    assert len(decoded.warnings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Für die Gäste der Schule wäre schönes Wetter größer zu wünschen.",
        "Così è la città: più su c'è l'università, lì giù può sì finire.",
        "L'élève a reçu où il fallait la leçon de français, voilà.",
    ],
)
def test_other_bytes_are_guessed_to_be_windows_1252(text: str) -> None:
    decoded = decode(text.encode("cp1252"))
    assert (decoded.text, decoded.encoding) == (text, "windows-1252")
    assert len(decoded.warnings) == 1


def test_what_no_encoding_explains_is_replaced_byte_by_byte() -> None:
    decoded = decode(b"so 81: \x81")
    assert decoded.text == "so 81: \ufffd"
    assert len(decoded.warnings) == 1


def test_a_stray_zero_byte_does_not_make_text_binary() -> None:
    assert decode(VIETNAMESE.encode() + b"\0").text == VIETNAMESE + "\0"


def test_escape_sequences_do_not_make_text_binary() -> None:
    assert decode(b"\x1b[1ma\x1b[0m").text == "\x1b[1ma\x1b[0m"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0\\r\xa8f\0\0\0\4gAMA",
        b"\x7fELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0\1\0\0\0\xd0m\0\0\0\0\0\0@\0\0\0",
        b"\0" * 64,
        bytes(range(256)),
        codecs.BOM_UTF16_LE + b"\1\0\2\0" * 20,
    ],
)
def test_what_is_not_text_is_refused_with_advice(data: bytes) -> None:
    with pytest.raises(ArticleUnreadableError, match="not text") as caught:
        decode(data)
    assert caught.value.advice
