"""Texts as old programs stored them: the way back through the tables that importers read by."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bulletin_tui.importers.encodings.tables import FROM_WESTERN, western

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TONES = "\u0300\u0301\u0303\u0309\u0323"
_PLAIN = str.maketrans("“”‘’–—…", "\"\"''--.")
_ALL = [western(bytes([code])) for code in range(0xA0, 0x100)]
_VNI_VOWELS = "aeouyôöAEOUYÔÖ"
_VNI_MARKS = "øùûõïâàáåãäêèéúüëØÙÛÕÏÂÀÁÅÃÄÊÈÉÚÜË"


@dataclass(frozen=True, slots=True)
class Storage:
    """One way in which a text may have come to a disk."""

    name: str
    store: Callable[[str], bytes]
    choice: str
    """What the text has to be read by."""
    is_proposed: bool = False
    """Whether it is Unicode by its bytes, so that reading it by the choice is only proposed."""


def surviving(text: str, storage: Storage) -> str:
    """The text as it comes back: the old tables lack curly quotes, and TCVN3 marked capitals."""
    if storage.choice in FROM_WESTERN:
        text = text.translate(_PLAIN)
    return _with_small_marks(text) if storage.choice == "tcvn3" else text


def storable(text: str) -> str:
    """The text with a question mark for what no old encoding of Vietnamese has."""
    text = unicodedata.normalize("NFC", text).translate(_PLAIN)
    letters = _letters("viscii")
    return "".join(char if char.isascii() or char in letters else "?" for char in text)


def shown(text: str, table: str) -> str:
    """What a Western program shows of a text that is stored by this table."""
    text = text.translate(_PLAIN)
    if table == "windows-1258":
        return western("".join(map(_vowel_and_tone, text)).encode("cp1258"))
    if table == "tcvn3":
        text = _with_small_marks(text)
    letters = _letters(table)
    return "".join(letters.get(char, char) for char in text)


def _in_bytes(table: str) -> Callable[[str], bytes]:
    return lambda text: _western_bytes(shown(text, table))


def _copied(table: str) -> Callable[[str], bytes]:
    return lambda text: shown(text, table).encode()


def _western_bytes(text: str) -> bytes:
    return bytes(_byte_of()[char] for char in text)


def _twice(text: str) -> bytes:
    return western(text.encode()).encode()


def _in_codec(codec: str) -> Callable[[str], bytes]:
    return lambda text: text.encode(codec)


STORAGES = (
    Storage("UTF-8", _in_codec("utf-8"), "utf-8"),
    Storage("UTF-8 with a mark", _in_codec("utf-8-sig"), "utf-8"),
    Storage("UTF-16 with a mark", _in_codec("utf-16"), "utf-16-le"),
    Storage("UTF-16LE", _in_codec("utf-16-le"), "utf-16-le"),
    Storage("UTF-16BE", _in_codec("utf-16-be"), "utf-16-be"),
    Storage("UTF-32LE", _in_codec("utf-32-le"), "utf-32-le"),
    Storage("TCVN3", _in_bytes("tcvn3"), "tcvn3"),
    Storage("VNI", _in_bytes("vni"), "vni"),
    Storage("VISCII", _in_bytes("viscii"), "viscii"),
    Storage("windows-1258", _in_bytes("windows-1258"), "windows-1258"),
    Storage("UTF-8 of TCVN3", _copied("tcvn3"), "tcvn3", is_proposed=True),
    Storage("UTF-8 of VNI", _copied("vni"), "vni", is_proposed=True),
    Storage("UTF-8 of UTF-8", _twice, "utf-8-twice", is_proposed=True),
)


@cache
def _letters(table: str) -> Mapping[str, str]:
    """How each Vietnamese letter is shown; where there are two ways, the higher byte."""
    read = FROM_WESTERN[table]
    low = [western(bytes([code])) for code in (2, 5, 6, 0x14, 0x19, 0x1E, *range(0x80, 0xA0))]
    candidates = [*low, *_ALL] if table == "viscii" else list(_ALL)
    if table == "vni":
        candidates = [*"ñôöæòóìíîÑÔÖÆÒÓÌÍÎ"]
        candidates += [
            vowel + mark
            for vowel in _VNI_VOWELS
            for mark in _VNI_MARKS
            if vowel.isupper() == mark.isupper()
        ]
    return {read(one): one for one in candidates if len(read(one)) == 1}


@cache
def _byte_of() -> Mapping[str, int]:
    return {western(bytes([code])): code for code in range(256)}


def _with_small_marks(text: str) -> str:
    return "".join(char if char.isascii() or char in "ĂÂÊÔƠƯĐ" else char.lower() for char in text)


def _vowel_and_tone(char: str) -> str:
    apart = unicodedata.normalize("NFD", char)
    tones = "".join(mark for mark in apart if mark in TONES)
    vowel = "".join(mark for mark in apart if mark not in TONES)
    return unicodedata.normalize("NFC", vowel) + tones
