"""The paragraphs of notes, of which several notes may have the same ones."""

from __future__ import annotations

_BLANK_LINE = "\n\n"


def with_paragraphs(note: str, more: str) -> str:
    """The note as it is, followed by the paragraphs of `more` that it does not have."""
    known = note.split(_BLANK_LINE)
    new = (paragraph for paragraph in more.split(_BLANK_LINE) if paragraph not in known)
    return _BLANK_LINE.join(filter(None, (note, *new)))


def paragraphs_of(*notes: str) -> tuple[str, ...]:
    """The paragraphs of all notes in their order, each once."""
    paragraphs = (paragraph for note in notes for paragraph in note.split(_BLANK_LINE))
    return tuple(dict.fromkeys(filter(None, paragraphs)))
