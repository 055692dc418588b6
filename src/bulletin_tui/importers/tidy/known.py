"""What is known of a report: each value from the lines, weighed against what the head declares."""

from __future__ import annotations

import re
from dataclasses import fields
from itertools import islice
from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.cited import cited, citing_evidence
from bulletin_tui.importers.tidy.datelines import read_dateline
from bulletin_tui.importers.tidy.guesses import LineClass
from bulletin_tui.importers.tidy.page_words import crumbs, tags
from bulletin_tui.importers.tidy.places import find_place
from bulletin_tui.importers.tidy.publishers import find_portal, find_publisher
from bulletin_tui.importers.tidy.stamps import Stamp, find_stamps
from bulletin_tui.importers.tidy.titles import FoundTitle, is_same_title
from bulletin_tui.importers.tidy.writers import find_byline
from bulletin_tui.model.article import Evidence, Metadata, Precision, Span
from bulletin_tui.text.dates import format_printed_date
from bulletin_tui.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.importers.tidy.guesses import Guess
    from bulletin_tui.importers.tidy.legal import LegalHead
    from bulletin_tui.importers.tidy.note_heads import NoteHead
    from bulletin_tui.importers.tidy.seen import Seen
    from bulletin_tui.model.article import PrintedDate

_DECLARED = 0.8
"""The confidence of what is declared without evidence."""
_SAMPLE, _SAMPLED_LINES = 300, 4
_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")
_ENGLISH = re.compile(r"\b(?:the|and|of|to|in|is|for|with|that)\b")
_VIETNAMESE_SHARE, _ENGLISH_SHARE = 0.04, 0.02


class Known:
    """Values by the names of the fields of `Metadata`, the surer one of two, with its evidence."""

    def __init__(self, declared: Metadata, declared_evidence: Sequence[Evidence]) -> None:
        self._values = {field.name: getattr(declared, field.name) for field in fields(Metadata)}
        self._evidence = {each.field: [each] for each in declared_evidence}

    def add(self, field: str, value: object, evidence: Evidence) -> None:
        """Take a value unless what is declared is surer."""
        if self._values[field] and self._confidence(field) >= evidence.confidence:
            return
        self.put(field, value, evidence)

    def put(self, field: str, value: object, *evidence: Evidence) -> None:
        """Take a value whatever is declared."""
        self._values[field] = value
        self._evidence[field] = list(evidence)

    @property
    def metadata(self) -> Metadata:
        """Everything that is known."""
        return Metadata(**self._values)

    @property
    def is_signed(self) -> bool:
        """Whether a date or an author is known."""
        return any(self._values[field] for field in ("published", "updated", "authors"))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Where it is from, field by field."""
        return tuple(each for field in self._evidence.values() for each in field)

    def declared_date(self, field: str) -> PrintedDate | None:
        """A date that the head gives surely enough to be kept."""
        value: PrintedDate | None = self._values[field]
        return value

    def _confidence(self, field: str) -> float:
        return max((each.confidence for each in self._evidence.get(field, ())), default=_DECLARED)


class Gatherer:
    """Reads the values off the lines of one page."""

    def __init__(
        self, seen: Sequence[Seen], guesses: Sequence[Guess], run: range, known: Known
    ) -> None:
        self._seen, self._guesses, self._run, self._known = seen, guesses, run, known

    def gather(self, title: FoundTitle | None, legal: LegalHead | None) -> None:
        """Everything that a page says of its report."""
        if title is not None:
            self._add_title(title, legal)
        if legal is not None:
            self._add_head(legal)
        self._add_signs(title, legal)
        if legal is None or not legal.office:
            self._add_publisher(title)
        if legal is None:
            self._add_category(title)
        self._add_tags()
        self.add_language()
        self.add_documents(legal)

    def gather_note(self, head: NoteHead | None) -> None:
        """What a person's note says of itself: its date, who wrote it, and what it cites."""
        self.add_documents()
        if head is None:
            return
        self._add_date("published", head.date, "note_date", 0.8, head.dated_at)
        if head.title is not None:
            self._add_title(FoundTitle(head.title, 0.7), None)
        dateline = read_dateline(self._seen[head.dated_at].text)
        if dateline:
            self._add_byline([Stamp(head.dated_at, dateline)])

    def add_documents(self, legal: LegalHead | None = None) -> None:
        """The document itself and those cited; a note may cite some too."""
        read = (LineClass.RELATED, LineClass.FOOTER, LineClass.WIDGET, LineClass.COUNTER)
        lines = (
            line
            for line, guess in zip(self._seen, self._guesses, strict=True)
            if guess.what not in read
        )
        found = cited(lines)
        if legal and (own := legal.symbol):
            line = self._seen[own.number].line
            others = [(name, span) for name, span in found if name != own.words]
            found = [(own.words, Span(line.start, line.end)), *others]
        if found and not self._known.metadata.documents:
            names = tuple(name for name, _span in found)
            self._known.put("documents", names, *citing_evidence(found))

    def add_language(self) -> None:
        """Vietnamese by its letters, English by its commonest words, or none."""
        if self._known.metadata.language:
            return
        read = self._run[:_SAMPLED_LINES]
        sample = " ".join(self._seen[number].text[:_SAMPLE] for number in read)
        if _finds_more(_VIETNAMESE, sample, _VIETNAMESE_SHARE * len(sample)):
            language = "vi"
        elif sample and _finds_more(_ENGLISH, sample, _ENGLISH_SHARE * len(sample)):
            language = "en"
        else:
            return
        self._known.put("language", language, Evidence("language", language, "letters", 0.9))

    def _evidence(self, field: str, value: str, rule: str, sure: float, number: int) -> Evidence:
        line = self._seen[number].line
        return Evidence(field, value, rule, round(sure, 2), Span(line.start, line.end))

    def _add_title(self, title: FoundTitle, legal: LegalHead | None) -> None:
        text = legal.title.words if legal else self._seen[title.number].text
        declared = self._known.metadata.title
        evidence = self._evidence("title", text, "title", title.confidence, title.number)
        if declared and is_same_title(fold(declared), fold(text)):
            self._known.put("title", text, evidence)
        else:
            self._known.add("title", text, evidence)

    def _add_head(self, legal: LegalHead) -> None:
        """What the head of an official document says beside its title."""
        for field, found, rule in (
            ("source", legal.office, "office"),
            ("place", legal.place, "office_or_date"),
        ):
            if found:
                evidence = self._evidence(field, found.words, rule, 0.93, found.number)
                self._known.add(field, found.words, evidence)

    def _add_signs(self, title: FoundTitle | None, legal: LegalHead | None) -> None:
        """When it was published, and by whom it was written."""
        number = title.number if title else None
        stamps = find_stamps(self._seen, self._guesses, number, self._run)
        if legal and legal.date and legal.dated_at is not None:
            self._add_date("published", legal.date, "place_and_date", 0.9, legal.dated_at)
        else:
            for field in ("published", "updated"):
                stamp = next((each for each in stamps if getattr(each.line, field)), None)
                if stamp:
                    guess, date = self._guesses[stamp.number], getattr(stamp.line, field)
                    self._add_date(field, date, guess.rule, guess.confidence, stamp.number)
        if legal:
            stamps = []  # a place stands before the date of an official document, and no name
        self._add_byline(stamps)

    def _add_byline(self, stamps: Sequence[Stamp]) -> None:
        site = self._known.metadata.source
        byline = find_byline(self._seen, self._guesses, self._run, stamps, site)
        if byline:
            value = ", ".join(byline.byline.names)
            evidence = self._evidence(
                "authors", value, byline.rule, byline.confidence, byline.number
            )
            add = self._known.put if byline.is_labelled else self._known.add
            add("authors", byline.byline.names, evidence)

    def _add_date(self, field: str, date: PrintedDate, rule: str, sure: float, number: int) -> None:
        evidence = self._evidence(field, format_printed_date(date), rule, sure, number)
        before = self._known.declared_date(field)
        if before and before.value.date() == date.value.date():
            if before.precision is Precision.DAY and date.precision is Precision.MINUTE:
                self._known.put(field, date, evidence)
            return
        self._known.add(field, date, evidence)

    def _add_publisher(self, title: FoundTitle | None) -> None:
        found = find_publisher(self._seen, self._guesses, title.number if title else None)
        if found:
            self._known.add(
                "source",
                found.name,
                self._evidence("source", found.name, found.rule, found.confidence, found.number),
            )
        portal = find_portal(self._seen, self._guesses)
        if portal:
            self._known.add(
                "portal",
                portal.name,
                self._evidence(
                    "portal", portal.name, portal.rule, portal.confidence, portal.number
                ),
            )
        place = find_place(self._seen, self._guesses, self._run, found.number if found else None)
        if place:
            self._known.add(
                "place",
                place.name,
                self._evidence("place", place.name, place.rule, place.confidence, place.number),
            )

    def _add_category(self, title: FoundTitle | None) -> None:
        text = fold(self._seen[title.number].text) if title else ""
        for number, guess in enumerate(self._guesses):
            line = self._seen[number]
            if guess.what is LineClass.BREADCRUMB:
                steps = [step for step in crumbs(line) if not is_same_title(fold(step), text)]
            elif guess.what is LineClass.CATEGORY:
                steps = [line.text]
            else:
                continue
            if steps and number < self._run.start:
                evidence = self._evidence(
                    "category", steps[-1], guess.rule, guess.confidence, number
                )
                self._known.add("category", steps[-1], evidence)
                return

    def _add_tags(self) -> None:
        for number, guess in enumerate(self._guesses):
            if guess.rule == "tags" and (found := tags(self._seen[number])):
                evidence = self._evidence("tags", ", ".join(found), "tags", 0.8, number)
                self._known.add("tags", found, evidence)
                return


def _finds_more(pattern: re.Pattern[str], text: str, limit: float) -> bool:
    """Whether a text has so many matches and more; no more of them are looked for."""
    return sum(1 for _match in islice(pattern.finditer(text), int(limit) + 1)) > limit
