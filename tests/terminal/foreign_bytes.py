"""Tell what Textual itself writes to a terminal from what has leaked into it from a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_CONTROL = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI
    r"|\x1b[\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # OSC, DCS, SOS, PM, APC
    r"|\x1b[ -/]*[0-Z\\`-~]?"  # every other escape sequence
    r"|[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]"  # C0 but CR and LF, DEL, C1
    r"|[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
    r"|[\ud800-\udfff]"  # what is not UTF-8, after surrogateescape
)
_COLOR = r"[34]8;2;\d{1,3};\d{1,3};\d{1,3}"
_ATTRIBUTE = rf"(?:\d|21|[34]9|5[1-3]|{_COLOR})"
_TEXTUAL = re.compile(
    rf"\x1b\[(?:(?:{_ATTRIBUTE};)*{_ATTRIBUTE})?m"  # true colour only: `31` is not Textual's
    r"|\x1b\[[\d;]*[A-HJK]"  # cursor and erasing
    r"|\x1b\[\?(?:7|25|100[0346]|101[56]|1049|2004|2026|2048)[hl]"
    r"|\x1b\[\?20(?:26|48)\$p"
    r"|\x1b\[(?:>\d+|<)u"  # keyboard protocol
    r"|\x1b\]22;[a-z-]*\x07"  # shape of the mouse pointer
)


def foreign_controls(raw: bytes, own: Collection[str] = ()) -> list[str]:
    """Control characters and sequences in `raw` that Textual did not write, in order.

    `own`: sequences that the program under test is meant to write besides.
    Attributes without a colour, such as `ESC[1m`, cannot be told from Textual's.
    """
    text = raw.decode("utf-8", "surrogateescape")
    return [
        found
        for found in _CONTROL.findall(text)
        if not _TEXTUAL.fullmatch(found) and found not in own
    ]
