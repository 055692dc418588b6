"""Laws of the decoder: every syllable that can be typed is read back."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.text.fold import strict
from bulletin_tui.text.telex import decode_telex, decode_vni

TONES = {"\u0301": "s1", "\u0300": "f2", "\u0309": "r3", "\u0303": "x4", "\u0323": "j5"}
SHAPES = {"â": ("aa", "a6"), "ê": ("ee", "e6"), "ô": ("oo", "o6"), "ă": ("aw", "a8")} | {
    "ơ": ("ow", "o7"),
    "ư": ("uw", "u7"),
    "đ": ("dd", "d9"),
}
SYLLABLES = (
    "huyện nghị quyết được trường giữa giếng giặt quả quẫy khuỷu ngoẵng thuế hoá hoà thuỷ hủy đổi"
    " mới căn bản toàn diện giáo dục người xuống lưỡi chiều yêu ướt ổn uống ễnh gì gìn nghiêng"
).split()


CLOSED = "nghị quyết được trường giữa đổi mới căn bản toàn diện giáo dục người chiều thuế".split()


@given(st.sampled_from(SYLLABLES), st.sampled_from([0, 1]), st.booleans())
def test_a_syllable_is_read_back_from_its_keys(word: str, method: int, is_early: bool) -> None:
    keys = typed(word, method, tone_first=is_early)
    decoded = (decode_telex, decode_vni)[method](keys)
    assert list(map(strict, decoded)) == [strict(word)]


@given(st.lists(st.sampled_from(CLOSED), min_size=2, max_size=3), st.sampled_from([0, 1]))
def test_words_without_a_space_are_read_back_from_their_keys(words: list[str], method: int) -> None:
    keys = "".join(typed(word, method, tone_first=False) for word in words)
    assert strict("".join((decode_telex, decode_vni)[method](keys))) == strict("".join(words))


@given(st.text(max_size=20) | st.text("aeiouwdsfrxjzngh1234567890", max_size=12))
def test_what_is_read_is_a_composed_word(keys: str) -> None:
    for decoded in (*decode_telex(keys), *decode_vni(keys)):
        assert decoded.isalpha()
        assert unicodedata.is_normalized("NFC", decoded)


def typed(word: str, method: int, *, tone_first: bool) -> str:
    """The keys for a word, its tone behind its letter or at the end."""
    keys, tone = "", ""
    for char in word:
        letter, mark = unaccented(char)
        keys += SHAPES[letter][method] if letter in SHAPES else letter
        if mark and tone_first:
            keys += TONES[mark][method]
        elif mark:
            tone = TONES[mark][method]
    return keys + tone


def unaccented(char: str) -> tuple[str, str]:
    """A letter without its tone, and the tone."""
    marks = unicodedata.normalize("NFD", char)
    tone = next((mark for mark in marks if mark in TONES), "")
    return unicodedata.normalize("NFC", marks.replace(tone, "") if tone else marks), tone
