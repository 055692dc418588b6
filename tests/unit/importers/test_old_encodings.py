"""Vietnamese is read out of every old encoding, and nothing else is taken for it."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from random import Random

import pytest

from bulletin_tui.importers.decode import decode
from bulletin_tui.importers.encodings.choices import CHOICES
from bulletin_tui.importers.encodings.tables import FROM_WESTERN, from_vni, western
from bulletin_tui.importers.parsing import parse
from bulletin_tui.text.clean import clean
from edited_reports.reports import made_report
from edited_reports.themes import CLINICS, FARMING
from old_encodings.storing import STORAGES, Storage, surviving
from old_encodings.western_texts import WESTERN

REPORT = made_report(CLINICS, Random(5))
LINES = "Các trường trong huyện đã được sửa chữa, và mỗi lớp học đều có đủ sách vở.\nNgười dân vui."
PIECE = 300
BY_NAME = {storage.name: storage for storage in STORAGES}
_each_storage = pytest.mark.parametrize("storage", STORAGES, ids=lambda storage: storage.name)


@_each_storage
@pytest.mark.parametrize("text", [REPORT, REPORT[:PIECE], made_report(FARMING, Random(2))[:PIECE]])
def test_a_report_is_read_or_proposed_as_it_was_written(storage: Storage, text: str) -> None:
    data = storage.store(text)
    decoded = decode(data)
    if storage.is_proposed:
        assert (decoded.text, decoded.encoding) == (data.decode(), "utf-8")
        assert decoded.proposal == storage.choice
        decoded = decode(data, decoded.proposal)
    assert decoded.encoding == storage.choice
    assert unicodedata.normalize("NFC", decoded.text) == surviving(text, storage)


@_each_storage
def test_a_choice_reads_what_was_stored_by_it(storage: Storage) -> None:
    chosen = decode(storage.store(LINES), storage.choice)
    assert clean(chosen.text) == surviving(LINES, storage)
    assert chosen.proposal is None


@pytest.mark.parametrize("name", ["TCVN3", "VNI", "VISCII", "windows-1258"])
def test_bytes_that_are_not_unicode_are_read_at_once_and_the_table_is_named(name: str) -> None:
    (told, *_rest) = decode(BY_NAME[name].store(REPORT)).warnings
    assert name.lower() in told.lower()
    assert "reads well" in told


def test_a_text_with_few_known_words_is_called_a_guess() -> None:
    text = "Quả bưởi chín vàng ươm, thơm lừng. Bưởi Diễn ngọt sắc; bưởi Năm Roi chua hơn chút."
    (told,) = decode(BY_NAME["VNI"].store(text)).warnings
    assert "guess" in told


def test_capitals_of_tcvn3_are_called_uncertain() -> None:
    decoded = decode(BY_NAME["TCVN3"].store(f"CỘNG HÒA\n{LINES}"))
    assert decoded.text.startswith("CộNG HòA\n")
    assert "case is uncertain" in decoded.warnings[-1]


def test_a_proposal_says_how_it_is_taken_up() -> None:
    (told,) = decode(BY_NAME["UTF-8 of TCVN3"].store(LINES)).warnings
    assert "`bulletin edit ID --encoding tcvn3`" in told


def test_the_letter_at_the_soft_hyphen_is_not_lost_on_the_way() -> None:
    stored = BY_NAME["UTF-8 of TCVN3"].store("nước và người được")
    assert "n\xad\xedc" in stored.decode()
    assert parse(stored, "a.txt", "tcvn3").text == "nước và người được"


def test_what_a_reader_chose_is_not_argued_with() -> None:
    decoded = decode(BY_NAME["UTF-8 of TCVN3"].store(LINES), "utf-8")
    assert (decoded.warnings, decoded.proposal) == ((), None)


def test_the_encoding_is_told_with_the_document() -> None:
    data = BY_NAME["VNI"].store(REPORT)
    assert parse(data, "a.txt").provenance.encoding == "vni"
    assert parse(data, "a.md", "windows-1252").provenance.encoding == "windows-1252"


def test_a_choice_of_a_newer_program_gives_way_to_what_is_likeliest() -> None:
    decoded = decode(LINES.encode(), "ebcdic")
    assert (decoded.text, decoded.encoding) == (LINES, "utf-8")
    assert "ebcdic" in decoded.warnings[0]


@pytest.mark.parametrize(("codec", "text"), WESTERN)
def test_other_languages_are_never_called_vietnamese(codec: str, text: str) -> None:
    by_bytes, by_letters = decode(text.encode(codec)), decode(text.encode())
    assert by_bytes.encoding == "windows-1252"
    assert "not known" in by_bytes.warnings[0]
    assert (by_letters.text, by_letters.warnings) == (text, ())


@pytest.mark.parametrize("text", [text for codec, text in WESTERN if codec == "cp1252"])
def test_other_languages_that_were_encoded_twice_are_known_too(text: str) -> None:
    twice = western(text.encode()).encode()
    assert decode(twice).proposal == "utf-8-twice"
    assert decode(twice, "utf-8-twice").text == text


def test_vietnamese_in_unicode_is_left_in_peace() -> None:
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, REPORT)
        assert (decode(text.encode()).text, decode(text.encode()).warnings) == (text, ())


@pytest.mark.parametrize("name", sorted(FROM_WESTERN))
def test_every_table_leaves_ascii_alone(name: str) -> None:
    ascii_text = "".join(map(chr, range(0x20, 0x7F)))
    assert FROM_WESTERN[name](ascii_text) == ascii_text


def test_capital_vowels_of_vni_take_marks_of_either_case() -> None:
    assert from_vni("AÁ Aá aá ÑAÛNG ñaûng ngöôøi") == "Ấ Ấ ấ ĐẢNG đảng người"


@pytest.mark.parametrize(
    ("name", "codec", "first"), [("tcvn3", "TCVN", 0xA0), ("viscii", "VISCII", 0)]
)
def test_the_tables_are_those_of_the_system(name: str, codec: str, first: int) -> None:
    codes = [bytes([code]) for code in range(first, 0x100) if code != ord("\n")]
    expected = _by_iconv(b"\n".join(codes), codec).split("\n")
    assert [FROM_WESTERN[name](western(code)) for code in codes] == expected


def _by_iconv(data: bytes, codec: str) -> str:
    """The characters of bytes; a space at the end lets go of what could still be composed."""
    if shutil.which("iconv") is None:
        pytest.skip("there is no iconv here")
    command = ["iconv", "-f", codec, "-t", "UTF-8"]
    end = subprocess.run(command, input=data + b" ", capture_output=True, check=False)
    if end.returncode:
        pytest.skip(f"iconv does not know {codec}")
    return end.stdout.decode()[:-1]


def test_every_choice_reads_anything_or_says_that_it_is_no_text() -> None:
    for name in CHOICES:
        assert decode(b"plain ASCII, of even length.", name).encoding == name
