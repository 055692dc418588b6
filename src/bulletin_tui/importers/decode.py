"""Bytes to text: what the bytes declare, what they prove, what a page declares, what is likeliest.

Each of `_PROOFS` and `_GUESSES` gives None where it does not apply; the first that applies is
taken. A reader's choice goes before all of them. The bytes themselves are never changed, and a text
that is Unicode is never converted unasked.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from functools import partial

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.importers.encodings.choices import CHOICES, UNICODE, VIETNAMESE
from bulletin_tui.importers.encodings.repairing import (
    TWICE,
    best_table,
    encoded_once,
    find_repair,
)
from bulletin_tui.importers.encodings.resembling import FLOOR, SURE, sample
from bulletin_tui.importers.encodings.tables import FROM_WESTERN, western
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
_TELLING_NAME = re.compile(
    r"(?:windows-|cp)125[013-7]|iso-8859-(?:[2-9]|1[0-46])|koi8-[rut]|gb(?:2312|k|18030)|big5"
    r"|shift_jis|euc-(?:jp|kr)|tis-620",
    re.IGNORECASE,
)
"""Names of encodings that a page declares only if it is in them."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, how it was read, and sentences about what is not certain in it."""

    text: str
    encoding: str
    """Its name among the choices."""
    warnings: tuple[str, ...] = ()
    proposal: str | None = None
    """The choice that would convert a text which is Unicode by its bytes only."""


def decode(data: bytes, encoding: str | None = None, *, declared: str | None = None) -> Decoded:
    """The text of `data`, not yet cleaned, read by the encoding chosen or by the likeliest.

    `declared` is the encoding that the file names; it counts where the bytes prove no other.
    Raises ArticleUnreadableError for what is not text.
    """
    decoded = _likeliest(data, declared) if encoding is None else _chosen(data, encoding)
    if decoded is None:
        raise ArticleUnreadableError(
            _("The file is not text."),
            advice=_("Save it as text in UTF-8 with the program that made it."),
        )
    return decoded


def _likeliest(data: bytes, declared: str | None = None) -> Decoded | None:
    readings = (*_PROOFS, partial(_as_declared, name=declared or ""), *_GUESSES)
    decoded = next(filter(None, (reading(data) for reading in readings)), None)
    repair = find_repair(decoded.text) if decoded and decoded.encoding in UNICODE else None
    if decoded is None or repair is None:
        return decoded
    warning = _("It looks like {encoding}; `bulletin edit ID --encoding {name}` converts it.")
    told = warning.format(encoding=_(CHOICES[repair]), name=repair)
    return replace(decoded, warnings=(*decoded.warnings, told), proposal=repair)


def _chosen(data: bytes, encoding: str) -> Decoded | None:
    if encoding not in CHOICES:  # it was chosen with a newer program
        decoded = _likeliest(data)
        if decoded is None:
            return None
        warning = _("The encoding “{name}”, which was chosen, is not known here.")
        return replace(decoded, warnings=(warning.format(name=encoding), *decoded.warnings))
    if encoding in UNICODE:
        bom = next((bom for bom, its in _BOMS if its == encoding and data.startswith(bom)), b"")
        rest = data[len(bom) :]
        return _strictly(rest, encoding) or _with_losses(rest, encoding)
    if encoding in FROM_WESTERN or encoding == TWICE:
        return _by_table(_as_shown(data), encoding, len(data))
    return _strictly(data, encoding) or _with_losses(data, encoding)


def _as_shown(data: bytes) -> str:
    """What a program without the table would show: Unicode if the file is, else Western text."""
    for reading in (_by_bom, _by_zeros, _as_utf8):
        if decoded := reading(data):
            return decoded.text
    return western(data)


def _by_table(shown: str, encoding: str, size: int) -> Decoded | None:
    read = FROM_WESTERN.get(encoding, encoded_once)
    text = read(shown)
    if _is_binary(text, size):
        return None
    return Decoded(text, encoding, _uncertain_case(encoding))


def _uncertain_case(encoding: str) -> tuple[str, ...]:
    if encoding != "tcvn3":
        return ()
    return (_("In TCVN3 the font alone tells capitals with marks: their case is uncertain."),)


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
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if _has_many_controls(data, len(data)) else Decoded(text, "utf-8")


def _as_declared(data: bytes, name: str) -> Decoded | None:
    """By a name that is hardly given by accident, unlike the Western ones."""
    if b"\0" in data or not _TELLING_NAME.fullmatch(name):
        return None
    try:
        return _strictly(data, codecs.lookup(name).name)
    except LookupError:
        return None


def _as_damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with some broken bytes: text in another encoding hardly ever forms whole letters."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", errors="ignore")) - broken
    return _with_losses(data, "utf-8") if whole > broken else None


def _as_vietnamese(data: bytes) -> Decoded | None:
    """The old encoding whose table makes the bytes most like Vietnamese, if one does."""
    if b"\0" in data:
        return None
    shown = western(data)
    name, fit = best_table(sample(shown))
    decoded = _by_table(shown, name, len(data)) if fit >= FLOOR else None
    if decoded is None:
        return None
    warning = (
        _("The file is not Unicode; as {encoding} it reads well.")
        if fit >= SURE
        else _("The file is not Unicode; that it is {encoding} is a guess.")
    )
    told = warning.format(encoding=_(VIETNAMESE[name]))
    return replace(decoded, warnings=(told, *decoded.warnings))


def _as_windows_1252(data: bytes) -> Decoded | None:
    decoded = None if b"\0" in data else _strictly(data, "windows-1252")
    if decoded is None:
        return None
    warning = _("The encoding is not known; the text was read as {encoding}.")
    return replace(decoded, warnings=(warning.format(encoding=decoded.encoding),))


def _as_windows_1252_with_losses(data: bytes) -> Decoded | None:
    return None if b"\0" in data else _with_losses(data, "windows-1252")


_PROOFS = (_by_bom, _by_zeros, _as_utf8)
_GUESSES = (
    _as_damaged_utf8,
    _as_vietnamese,
    _as_windows_1252,
    _as_windows_1252_with_losses,
)


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _is_binary(text, len(data)) else Decoded(text, encoding)


def _with_losses(data: bytes, encoding: str) -> Decoded | None:
    text = data.decode(encoding, errors="replace")
    if _is_binary(text, len(data)):
        return None
    warning = _("Some bytes are not {encoding}; each is shown as “�”.")
    return Decoded(text, encoding, (warning.format(encoding=encoding),))


def _is_binary(text: str, size: int) -> bool:
    # Controls are single bytes in UTF-8, and bytes are counted faster than code points.
    return _has_many_controls(text.encode("utf-8"), size)


def _has_many_controls(encoded: bytes, size: int) -> bool:
    controls = len(encoded) - len(encoded.translate(None, _CONTROLS))
    return controls > max(_STRAY_CONTROLS, _MOST_CONTROLS * size)
