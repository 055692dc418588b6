"""Old Vietnamese fonts, told by their names: their letters are in the places of Western ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.importers.encodings.resembling import resemblance, sample
from bulletin_tui.importers.encodings.tables import FROM_WESTERN
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable

_SUBSET = re.compile(r"[A-Z]{6}\+")
"""Before the name of a font of which a file holds the letters that it uses."""
_TABLES = (
    (re.compile(r"\.Vn[A-Z]", re.IGNORECASE), "tcvn3"),
    (re.compile(r"VNI[- ]", re.IGNORECASE), "vni"),
)
_CAPITALS = re.compile(r"\.Vn.*[a-z]H(?:$|[ ,-])")
"""These fonts show small letters as capitals: .VnTimeH."""


@dataclass(frozen=True, slots=True)
class OldFont:
    """A font, by the table that its letters are in."""

    name: str
    table: str
    is_of_capitals: bool

    def read(self, shown: str) -> str:
        """What a text shows in this font, given what it shows in a Western one."""
        text = FROM_WESTERN[self.table](shown)
        return text.upper() if self.is_of_capitals else text


def find_old_font(name: str) -> OldFont | None:
    """The old font of a name as documents have it, if it is one."""
    bare = _SUBSET.sub("", name.lstrip("/"), count=1)
    for pattern, table in _TABLES:
        if pattern.match(bare):
            return OldFont(bare, table, _CAPITALS.match(bare) is not None)
    return None


def are_western(texts: Iterable[tuple[OldFont, str]]) -> bool:
    """Whether texts in old fonts are stored as what these look like in Western ones.

    Others are Unicode already, and only the name of the font has stayed.
    """
    pairs = list(texts)
    shown = sample("\n".join(text for _font, text in pairs))
    read = sample("\n".join(FROM_WESTERN[font.table](text) for font, text in pairs))
    return resemblance(read) >= resemblance(shown)


def old_fonts_warning(names: Iterable[str]) -> str:
    """What is said of a document of which texts were read like that."""
    told = ", ".join(sorted(clean_line(name) for name in names))
    return _("Words in old fonts were read by the letters of these: {fonts}.").format(fonts=told)
