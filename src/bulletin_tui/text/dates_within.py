"""Dates inside a line: each whole date with its time, and nothing that only looks like one.

Numbers of documents, school years, ratios, ranges of days and telephone numbers are no dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Span
from bulletin_tui.text.dates import parse_printed_date

if TYPE_CHECKING:
    from bulletin_tui.model.article import PrintedDate

_CLOCK = (
    r"[0-9]{1,2}(?::[0-9]{1,2}(?::[0-9]{2})?|\s?(?:h|giờ)(?:\s?[0-9]{1,2})?)(?:\s?phút)?"
    r"(?:\s?(?:(?:am|pm|sa|ch)\b|[ap]\.m\.))?(?:\s?[(\[]?(?:GMT|UTC)\s?[+-][0-9]{1,2}(?::?[0-9]{2})?[)\]]?)?"
)
_GAP = r"\s{0,3}[,|–-]?\s{0,3}"
_NAMED = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_NAMED_IN_FRENCH = r"(?:janv|févr|avr|mars|mai|juin|juil|août|sept|oct|nov|déc)[a-z]{0,6}\.?"
_MONTH = r"(?:[0-9]{1,2}|mười(?:\s(?:một|hai))?|một|hai|ba|tư|năm|sáu|bảy|tám|chín)"
_DAY = "|".join(
    (
        r"[0-9]{1,2}\s?(?P<mark>[/.-])\s?[0-9]{1,2}\s?(?P=mark)\s?[12][0-9]{3}",
        r"[12][0-9]{3}(?P<stroke>[-/])[0-9]{2}(?P=stroke)[0-9]{2}",
        rf"[0-9]{{1,2}}\s{{1,3}}(?:tháng|thg\.?)\s{{1,3}}{_MONTH}(?:\s{{1,3}}năm|,)?\s{{1,3}}[12][0-9]{{3}}",
        rf"tháng\s{_MONTH}\s[0-9]{{1,2}},\s[12][0-9]{{3}}",
        rf"{_NAMED}\s[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s[12][0-9]{{3}}",
        rf"[0-9]{{1,2}}(?:st|nd|rd|th)?\s{_NAMED},?\s[12][0-9]{{3}}",
        rf"[0-9]{{1,2}}(?:er)?\s{_NAMED_IN_FRENCH}\s[12][0-9]{{3}}",
    )
)
_LIKELY = re.compile(
    r"[0-9](?:\s?[/.-]\s?[0-9]{1,2}\s?[/.-]\s?[12][0-9]{3}|[0-9]{3}[-/][0-9]{2}[-/][0-9]{2}"
    r"|\s{1,3}[Tt][Hh](?:[Áá][Nn])?[Gg]\.?\s|\w{0,2}(?:\s\w{3,10}\.?)?,?\s[12][0-9]{3})"
)
"""What is in every date, and seldom elsewhere: the pattern itself is slow to find nothing."""
_DATE = (
    rf"(?<![\w/.-])(?:(?P<before>{_CLOCK}){_GAP}(?:ngày\s)?)?(?<![\w/.])(?P<day>{_DAY})"
    rf"(?:{_GAP}(?:T|lúc\s|at\s|à\s)?(?P<after>{_CLOCK})(?![\w:]))?(?![0-9]|[/-]\w)"
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date, and where it stands in the text that was looked through, with its time."""

    span: Span
    date: PrintedDate


def find_printed_dates(text: str) -> list[FoundDate]:
    """The dates in an NFC text, to the day at least, in their order."""
    found: list[FoundDate] = []
    if not _LIKELY.search(text):
        return found
    for match in _pattern().finditer(text):
        day = " ".join(match["day"].split())
        clock = match["after"] or match["before"]
        date = parse_printed_date(f"{day} {clock}" if clock else day) or parse_printed_date(day)
        if date:
            found.append(FoundDate(Span(*match.span()), date))
    return found


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_DATE, re.IGNORECASE)
