"""A made-up page: its lines with what each is, and what a careful reader would say of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto


class Part(Enum):
    """What a line of a made-up page is."""

    BODY = auto()
    SHOWN = auto()
    """Title, dateline, byline, breadcrumb: neither the text nor what is around it."""
    AROUND = auto()


@dataclass(slots=True)
class Truth:
    """What is to be found; None where the page does not say it."""

    title: str = ""
    published: str | None = None
    updated: str | None = None
    """As `iso_printed_date` prints it."""
    authors: tuple[str, ...] = ()
    source: str | None = None
    place: str | None = None


@dataclass(slots=True)
class Made:
    """Lines in order, each with its part; an empty line is none."""

    layout: str
    truth: Truth = field(default_factory=Truth)
    lines: list[tuple[str, Part]] = field(default_factory=list)
    has_text: bool = True
    """Whether it has a text at all: without one nothing may be folded."""

    def body(self, *lines: str) -> None:
        """Add lines of the text."""
        self.lines += [(line, Part.BODY) for line in lines]

    def shown(self, *lines: str) -> None:
        """Add lines that are read, and are not the text."""
        self.lines += [(line, Part.SHOWN) for line in lines]

    def around(self, *lines: str) -> None:
        """Add lines of what stands around the text."""
        self.lines += [(line, Part.AROUND) for line in lines]

    def gap(self) -> None:
        """Add an empty line."""
        self.lines.append(("", Part.SHOWN))

    @property
    def text(self) -> str:
        """The file."""
        return "\n".join(line for line, _part in self.lines)
