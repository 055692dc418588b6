"""The encodings that a file could be read by, each with the first lines that would differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.services.encodings import encoding_label
from bulletin_tui.ui.rendering.differences import differences
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bulletin_tui.services.encodings import Encodings, Proposal
    from bulletin_tui.ui.rendering.differences import Excerpt


@dataclass(frozen=True, slots=True)
class EncodingRow:
    """One encoding to choose."""

    key: str
    """As it is chosen."""
    label: str
    detail: str = ""
    lines: tuple[tuple[Excerpt, Excerpt], ...] = ()
    """Those that differ: as they are now, and as they would be."""


def current_words(found: Encodings) -> str:
    """By which encoding the file is read now, and who said so."""
    label = encoding_label(found.current)
    words = _("Now: {encoding}") if found.chosen is None else _("Now: {encoding}, as you chose")
    return words.format(encoding=label)


def encoding_rows(found: Encodings) -> tuple[EncodingRow, ...]:
    """The likely one, then the way back from a choice, then the others."""
    return tuple(_rows(found))


def _rows(found: Encodings) -> Iterator[EncodingRow]:
    automatic = found.automatic
    for proposal in found.proposals:
        if proposal.is_likely:
            yield _row(proposal, proposal.label, _("likely"))
    if automatic is not None:
        label = _("As Bulletin finds out: {encoding}").format(encoding=automatic.label)
        yield _row(automatic, label, _("takes your choice back"))
    for proposal in found.proposals:
        is_automatic = automatic is not None and proposal.label == automatic.label
        if not proposal.is_likely and not is_automatic:
            yield _row(proposal, proposal.label)


def _row(proposal: Proposal, label: str, detail: str = "") -> EncodingRow:
    lines = tuple(differences(before, after) for before, after in proposal.lines)
    return EncodingRow(proposal.encoding, label, detail, lines)
