"""What the keys of Telex or VNI in a query were read as, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.model.search import Decoded


def read_as(decoded: Sequence[Decoded]) -> str:
    """The words, and by which input method's rules; empty when nothing was read so."""
    if not decoded:
        return ""
    is_vni = any(character.isdigit() for each in decoded for character in each.typed)
    words = " ".join(each.word for each in decoded)
    return f"{words} ({'VNI' if is_vni else 'Telex'})"
