"""Bytes to text: what the bytes declare, then what they prove, then what they most resemble.

Each reading is one function of the chain `_READINGS` and gives None where it does not apply; the
first that applies is taken. The bytes themselves are never changed.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.words import _

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins alike
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(set(range(0x20)) - set(b"\b\t\n\v\f\r\x1b")) + b"\x7f"
"""Controls that are in a text by accident only; the others are layout or escape sequences."""
_STRAY_CONTROLS = 4
_MOST_CONTROLS = 0.05
"""For each byte of a file that has more than the stray ones."""
_MANY_ZEROS = 0.3
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_TONED_VOWEL = re.compile(f"[aăâeêioôơuưy]{_TONE.pattern}", re.IGNORECASE)
_MOST_MISPLACED = 0.05
_FEWEST_TONES = 0.2
"""Of the letters beyond ASCII; in Vietnamese stored as windows-1258 they are about 0.4."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, how it was read, and sentences about what is not certain in it."""

    text: str
    encoding: str
    """Python's name of the codec."""
    warnings: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text of `data`, not yet cleaned. Raises ArticleUnreadableError for what is not text."""
    for reading in _READINGS:
        decoded = reading(data)
        if decoded is not None:
            return decoded
    raise ArticleUnreadableError(
        _("The file is not text."),
        advice=_("Save it as text in UTF-8 with the program that made it."),
    )


def _by_bom(data: bytes) -> Decoded | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            rest = data[len(bom) :]
            return _strictly(rest, encoding) or _with_losses(rest, encoding)
    return None


def _by_zeros(data: bytes) -> Decoded | None:
    """UTF-32 or UTF-16 without a mark: most letters of Latin scripts have zero bytes there."""
    if b"\0" not in data:
        return None
    decoded = _strictly(data, "utf-32-le") or _strictly(data, "utf-32-be")
    if decoded is not None:
        return decoded
    half = max(1, len(data) // 2)
    first_zeros, second_zeros = data[::2].count(0) / half, data[1::2].count(0) / half
    if second_zeros > _MANY_ZEROS > first_zeros:
        return _strictly(data, "utf-16-le")
    if first_zeros > _MANY_ZEROS > second_zeros:
        return _strictly(data, "utf-16-be")
    return None


def _as_utf8(data: bytes) -> Decoded | None:
    return _strictly(data, "utf-8")


def _as_damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with some broken bytes: text in another encoding hardly ever forms whole letters."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", errors="ignore")) - broken
    return _with_losses(data, "utf-8") if whole > broken else None


def _as_windows_1258(data: bytes) -> Decoded | None:
    """Windows' Vietnamese code page, if its tone marks are many and nearly all follow a vowel."""
    decoded = _guessed(data, "cp1258")
    if decoded is None:
        return None
    tones = len(_TONE.findall(decoded.text))
    misplaced = tones - len(_TONED_VOWEL.findall(decoded.text))
    letters = len(data) - len(data.decode("ascii", errors="ignore"))
    is_vietnamese = tones > _FEWEST_TONES * letters and misplaced <= _MOST_MISPLACED * tones
    return decoded if is_vietnamese else None


def _as_windows_1252(data: bytes) -> Decoded | None:
    return _guessed(data, "cp1252")


def _as_ascii_with_losses(data: bytes) -> Decoded | None:
    return None if b"\0" in data else _with_losses(data, "ascii")


_READINGS = (
    _by_bom,
    _by_zeros,
    _as_utf8,
    _as_damaged_utf8,
    _as_windows_1258,
    _as_windows_1252,
    _as_ascii_with_losses,
)


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _is_binary(text, len(data)) else Decoded(text, encoding)


def _guessed(data: bytes, encoding: str) -> Decoded | None:
    decoded = None if b"\0" in data else _strictly(data, encoding)
    if decoded is None:
        return None
    warning = _("The encoding is not known; the text was read as {encoding}.")
    return Decoded(decoded.text, encoding, (warning.format(encoding=encoding),))


def _with_losses(data: bytes, encoding: str) -> Decoded | None:
    text = data.decode(encoding, errors="replace")
    if _is_binary(text, len(data)):
        return None
    warning = _("Some bytes are not {encoding}; each is shown as “�”.")
    return Decoded(text, encoding, (warning.format(encoding=encoding),))


def _is_binary(text: str, size: int) -> bool:
    # Controls are single bytes in UTF-8, and bytes are counted faster than code points.
    data = text.encode("utf-8")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls > max(_STRAY_CONTROLS, _MOST_CONTROLS * size)
