"""The encodings that a reader can choose, by the names that are typed and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.importers.encodings.repairing import TWICE
from bulletin_tui.words import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

UNICODE: Mapping[str, str] = {
    "utf-8": N_("Unicode (UTF-8)"),
    "utf-16-le": N_("Unicode (UTF-16, little-endian)"),
    "utf-16-be": N_("Unicode (UTF-16, big-endian)"),
    "utf-32-le": N_("Unicode (UTF-32, little-endian)"),
    "utf-32-be": N_("Unicode (UTF-32, big-endian)"),
}
"""Each with its name for people, to be translated."""
VIETNAMESE: Mapping[str, str] = {
    "tcvn3": N_("TCVN3 (ABC, fonts named .VnTime)"),
    "vni": N_("VNI for Windows (fonts named VNI-)"),
    "viscii": N_("VISCII"),
    "windows-1258": N_("Vietnamese (Windows-1258)"),
}
WESTERN: Mapping[str, str] = {
    "windows-1252": N_("Western Europe (Windows-1252)"),
    "windows-1250": N_("Central Europe (Windows-1250)"),
}
AUTOMATIC = "auto"
"""Typed to take a choice back."""
CHOICES: Mapping[str, str] = {
    **UNICODE,
    TWICE: N_("Unicode that was encoded twice"),
    **VIETNAMESE,
    **WESTERN,
}
_ALSO_CALLED = {
    "abc": "tcvn3",
    "cp1250": "windows-1250",
    "cp1252": "windows-1252",
    "cp1258": "windows-1258",
    "latin-1": "windows-1252",
    "utf8": "utf-8",
    "vni-windows": "vni",
}


def find_choice(typed: str) -> str | None:
    """The name of the encoding that somebody means."""
    name = typed.strip().lower()
    name = _ALSO_CALLED.get(name, name)
    return name if name in CHOICES else None
