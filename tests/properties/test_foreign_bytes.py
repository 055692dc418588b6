"""Any bytes, by every encoding and as every format: nothing but a document or a reason."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.importers.encodings.tables import FROM_WESTERN, western
from bulletin_tui.text.clean import clean
from old_encodings.storing import STORAGES, storable, surviving
from properties.foreign_bytes_laws import ENCODINGS, KINDS, check_bytes, find_decoded

SENTENCE = "Nước về xã, đường đã mở. "
PIECES = st.sampled_from(
    [
        *(bytes([code]) for code in (*range(0x20), *range(0x7F, 0x100))),
        *(b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xed\xa0\x80", b"\xcc\x81", b"\xcc\xa3"),
        *(storage.store(SENTENCE) for storage in STORAGES),
        *(b"# ", b"\n\n", b"---\n", b"a: ", b"|a|b|\n|-|-|\n", b"> ", b"- ", b"<b>", b"&#x202e;"),
    ]
)
BYTES = st.binary(max_size=200) | st.lists(PIECES, max_size=40).map(b"".join)
LETTERS = st.text("aâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự ., \n")


@given(BYTES, st.sampled_from(ENCODINGS), st.sampled_from(KINDS))
def test_any_bytes_are_read_or_refused(data: bytes, encoding: str | None, suffix: str) -> None:
    check_bytes(data, encoding, suffix)


@given(LETTERS)
def test_what_is_stored_by_a_table_is_read_back_by_it(text: str) -> None:
    text = storable(f"{SENTENCE}{text}")  # a few letters alone may happen to be UTF-8
    for each in STORAGES:
        decoded = find_decoded(each.store(text), each.choice)
        assert decoded is not None
        assert clean(decoded.text) == clean(surviving(text, each))


@given(st.binary(), st.sampled_from(sorted(FROM_WESTERN)))
def test_no_table_loses_a_byte(data: bytes, name: str) -> None:
    shown = western(data)
    assert len(shown) == len(data)
    assert len(FROM_WESTERN[name](shown)) <= len(shown)
