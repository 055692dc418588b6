"""Footnotes and endnotes of Word: numbered where they are cited, read below the text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.importers.note_marks import set_mark
from bulletin_tui.importers.word.markup import child, is_on_by, tag, value
from bulletin_tui.importers.word.numbering import written_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement


@dataclass(frozen=True, slots=True)
class _Kind:
    part: str
    """The type of the relation to the part that holds the notes."""
    element: str
    settings: str
    shape: str
    """Of the numbers, where the document says nothing."""


_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
NOTE_KINDS = {
    "footnoteReference": _Kind(f"{_RELATIONS}footnotes", "footnote", "footnotePr", "decimal"),
    "endnoteReference": _Kind(f"{_RELATIONS}endnotes", "endnote", "endnotePr", "lowerRoman"),
}
"""By the element that cites a note."""


class Notes:
    """The notes of a document; each is read once, in the order in which they are cited."""

    def __init__(self, document: WordDocument) -> None:
        self._document = document
        self._notes = {name: _notes(document, kind) for name, kind in NOTE_KINDS.items()}
        self._shapes = {name: _shape(document, kind) for name, kind in NOTE_KINDS.items()}
        self._counts: Counter[str] = Counter()
        self._cited: dict[str, dict[str, str]] = {name: {} for name in NOTE_KINDS}
        """By kind: the ids of the notes that were cited, and their marks."""
        self._order: dict[str, list[str]] = {name: [] for name in NOTE_KINDS}

    def cite(self, reference: BaseOxmlElement) -> str:
        """What stands for a citation; nothing for one with a mark of its own, or without a note."""
        name, note_id = tag(reference), value(reference, "id")
        if note_id not in self._notes[name]:
            return ""
        cited = self._cited[name]
        if note_id not in cited:
            cited[note_id] = "" if _has_own_mark(reference) else self._next_mark(name)
            self._order[name].append(note_id)
        return cited[note_id]

    def cited(self) -> Iterator[tuple[str, BaseOxmlElement]]:
        """Marks and notes, footnotes first; those that are cited meanwhile come too."""
        read = dict.fromkeys(NOTE_KINDS, 0)
        while any(read[name] < len(order) for name, order in self._order.items()):
            for name, order in self._order.items():
                while read[name] < len(order):
                    note_id = order[read[name]]
                    read[name] += 1
                    yield self._cited[name][note_id], self._notes[name][note_id]

    def _next_mark(self, name: str) -> str:
        self._counts[name] += 1
        return set_mark(written_number(self._counts[name], self._shapes[name]))


def has_own_mark(run: BaseOxmlElement) -> bool:
    """Whether a run cites a note by a mark that was typed, and stands in the run."""
    return any(tag(node) in NOTE_KINDS and _has_own_mark(node) for node in run)


def _has_own_mark(reference: BaseOxmlElement) -> bool:
    return is_on_by(reference, "customMarkFollows")


def _notes(document: WordDocument, kind: _Kind) -> dict[str, BaseOxmlElement]:
    """By their ids; what separates notes from the text is among them, but never cited."""
    from docx.oxml import parse_xml
    from lxml.etree import LxmlError

    parts = [each for each in document.part.rels.values() if each.reltype == kind.part]
    notes: dict[str, BaseOxmlElement] = {}
    for part in (each.target_part for each in parts if not each.is_external):
        try:
            root = parse_xml(part.blob)
        except (LxmlError, ValueError):
            continue
        for node in root:
            if tag(node) == kind.element:
                notes[value(node, "id")] = node
    return notes


def _shape(document: WordDocument, kind: _Kind) -> str:
    """How the notes are numbered: as the last section says, else the whole document."""
    said = (
        child(document.element.body, "sectPr", kind.settings, "numFmt"),
        child(document.settings.element, kind.settings, "numFmt"),
    )
    return next((value(shape) for shape in said if shape is not None), kind.shape)
