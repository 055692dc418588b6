"""The tables of TCVN3, VNI, VISCII and windows-1258, as what their letters look like elsewhere.

All of them start from the text as a Western program shows it (`western`): that is how bytes are
read here, and how such texts have ended up in files of UTF-8, by copying them off a screen.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_BYTES = [bytes([code]) for code in range(256)]


def western(data: bytes) -> str:
    """Each byte as the character of windows-1252, or of Latin-1 where that has none."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1").translate(_WINDOWS)


def from_tcvn3(text: str) -> str:
    """TCVN 5712, as the fonts named .VnTime have it; capitals with marks are small letters there.

    What the standard has below 0xA0 is left to the punctuation that those fonts have in its place.
    """
    return text.translate(_TCVN3)


def from_viscii(text: str) -> str:
    """VISCII 1.1: https://www.rfc-editor.org/rfc/rfc1456."""
    return text.translate(_VISCII)


def from_windows_1258(text: str) -> str:
    """Windows' own code page: tones are characters behind their vowels, composed by cleaning."""
    return text.translate(_WINDOWS_1258)


def from_vni(text: str) -> str:
    """VNI for Windows: a vowel is followed by one character for all its marks."""
    return _VNI_LETTER.sub(_vni_letter, text)


def _windows_character(byte: bytes) -> str:
    try:
        return byte.decode("cp1252")
    except UnicodeDecodeError:
        return byte.decode("latin-1")


_WINDOWS = {code: _windows_character(byte) for code, byte in enumerate(_BYTES)}


def _table(letters: Mapping[int, str]) -> dict[int, str]:
    """From code points to letters, whether bytes were shown by windows-1252 or by Latin-1."""
    by_windows = {ord(_WINDOWS[byte]): letter for byte, letter in letters.items()}
    return {**letters, **by_windows}


def _at(first: int, letters: str) -> dict[int, str]:
    """Letters at consecutive bytes; a dot stands for a byte that has none."""
    return {code: letter for code, letter in enumerate(letters, first) if letter != "."}


_TCVN3 = _table(
    {
        **_at(0xA1, "ĂÂÊÔƠƯĐăâêôơưđẰ"),
        **_at(0xB0, "\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"),
        **_at(0xC0, "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"),
        **_at(0xD0, "éẹềểễếệìỉỄẾỒĩíịò"),
        **_at(0xE0, "Ổỏõóọồổỗốộờởỡớợù"),
        **_at(0xF0, "ỖủũúụừửữứựỳỷỹýỵỐ"),
    }
)
_VISCII = _table(
    {
        0x02: "Ẳ",
        0x05: "Ẵ",
        0x06: "Ẫ",
        0x14: "Ỷ",
        0x19: "Ỹ",
        0x1E: "Ỵ",
        **_at(0x80, "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"),
        **_at(0x90, "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"),
        **_at(0xA0, "Õắằặấầẩậẽẹếềểễệố"),
        **_at(0xB0, "ồổỗỠƠộờởịỰỨỪỬơớƯ"),
        **_at(0xC0, "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"),
        **_at(0xD0, "ĐứÒÓÔạỷừửÙÚỹỵÝỡư"),
        **_at(0xE0, "àáâãảăữẫèéêẻìíĩỉ"),
        **_at(0xF0, "đựòóôõỏọụùúũủýợỮ"),
    }
)
_WINDOWS_1258 = _table(
    {
        code: byte.decode("cp1258")
        for code, byte in enumerate(_BYTES)
        if byte.decode("cp1258", errors="ignore")
    }
)
_VNI_SINGLE = {
    ord(shown): letter
    for shown, letter in zip("ñôöæòóìíîÑÔÖÆÒÓÌÍÎ", "đơưỉịĩìíỵĐƠƯỈỊĨÌÍỴ", strict=True)
}
_VNI_MARKS = {
    "ø": "\u0300",
    "ù": "\u0301",
    "û": "\u0309",
    "õ": "\u0303",
    "ï": "\u0323",
    "â": "\u0302",
    "à": "\u0302\u0300",
    "á": "\u0302\u0301",
    "å": "\u0302\u0309",
    "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
    "ê": "\u0306",
    "è": "\u0306\u0300",
    "é": "\u0306\u0301",
    "ú": "\u0306\u0309",
    "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}
_VNI_LETTER = re.compile(
    f"([aeouyôö])([{''.join(_VNI_MARKS)}])|[{''.join(map(chr, _VNI_SINGLE))}]", re.IGNORECASE
)


def _vni_letter(found: re.Match[str]) -> str:
    vowel, mark = found.groups()
    if vowel is None:
        return found[0].translate(_VNI_SINGLE)
    letter = vowel.translate(_VNI_SINGLE) + _VNI_MARKS[mark.lower()]
    composed = unicodedata.normalize("NFC", letter)
    return composed if len(composed) == 1 else found[0].translate(_VNI_SINGLE)


FROM_WESTERN: Mapping[str, Callable[[str], str]] = {
    "tcvn3": from_tcvn3,
    "vni": from_vni,
    "viscii": from_viscii,
    "windows-1258": from_windows_1258,
}
"""Each table, by the name that it is chosen by."""
