"""How well made-up pages are read: their data right or not, their lines shown or folded."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bulletin_tui.importers.plain_text import read_plain_text
from bulletin_tui.text.dates import iso_printed_date
from bulletin_tui.text.fold import fold
from made_pages.made import Part

if TYPE_CHECKING:
    from bulletin_tui.model.article import Document, PrintedDate
    from made_pages.made import Made


@dataclass(slots=True)
class Score:
    """Counts over some pages: of each thing, how many were right and how many there were."""

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, str, str]] = field(default_factory=list)
    """What, as read, as it is."""

    def count(self, what: str, *, right: bool) -> None:
        """One more answer."""
        self.asked[what] += 1
        self.right[what] += right

    def share(self, what: str) -> float:
        """The share of the right ones; 1 where nothing was asked."""
        return self.right[what] / self.asked[what] if self.asked[what] else 1.0

    def add(self, other: Score) -> None:
        """The counts of other pages with these."""
        self.right.update(other.right)
        self.asked.update(other.asked)
        self.wrong += other.wrong


def score(made: Made) -> Score:
    """One page, read as a text file."""
    document = read_plain_text(made.text)
    result = Score()
    _score_data(made, document, result)
    _score_lines(made, document, result)
    result.count("nothing lost", right=_is_whole(made.text, document))
    return result


def _score_data(made: Made, document: Document, result: Score) -> None:
    known, truth = document.metadata, made.truth
    answers = [
        ("title", known.title or "", truth.title),
        ("date", _dates(known.published, known.updated), f"{truth.published} {truth.updated}"),
        ("byline", ", ".join(known.authors), ", ".join(truth.authors)),
    ]
    if truth.source:
        answers.append(("publisher", known.source or "", truth.source))
    if truth.place and truth.place in made.text:
        answers.append(("place", known.place or "", truth.place))
    for what, found, wanted in answers:
        is_right = fold(found) == fold(wanted)
        result.count(what, right=is_right)
        if not is_right:
            result.wrong.append((f"{made.layout} {what}", found, wanted))


def _dates(published: PrintedDate | None, updated: PrintedDate | None) -> str:
    printed = [iso_printed_date(date) if date else None for date in (published, updated)]
    return f"{printed[0]} {printed[1]}"


def _score_lines(made: Made, document: Document, result: Score) -> None:
    """Recall counts lines of the text that are shown, precision lines around it that are folded.

    Both are weighed by words where that says more: see `words shown`.
    """
    folded = [(block.start, block.end) for block in document.blocks if block.is_folded]
    at = 0
    for line, part in made.lines:
        is_folded = any(start < at + len(line) and at < end for start, end in folded)
        words = len(line.split())
        if line.strip() and part is Part.BODY:
            result.count("text shown", right=not is_folded)
            result.right["body words"] += 0 if is_folded else words
            result.asked["body words"] += words
        elif line.strip() and part is Part.SHOWN:
            result.count("head shown", right=not is_folded)
        elif line.strip():
            result.count("page folded", right=is_folded)
        if line.strip() and part is Part.AROUND and not is_folded:
            result.asked["words shown"] += words
        if line.strip() and part is Part.BODY and not is_folded:
            result.asked["words shown"] += words
            result.right["words shown"] += words
        wrong = line.strip() and (part is Part.AROUND) != is_folded
        if wrong:
            result.wrong.append((f"{made.layout} line", "folded" if is_folded else "shown", line))
        at += len(line) + 1


def _is_whole(text: str, document: Document) -> bool:
    """Whether the blocks with what is between them are the text, and nothing but space is."""
    end = 0
    for block in document.blocks:
        if document.text[end : block.start].strip():
            return False
        end = block.end
    return document.text == text and not document.text[end:].strip()
