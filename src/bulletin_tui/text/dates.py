"""Dates as articles print them: read from a string that is nothing else, and printed again.

The day comes first; a day that is not in the calendar is no date. What is read is the article's
wall clock: weekdays, seconds and UTC offsets may stand there and are left aside.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Precision, PrintedDate

if TYPE_CHECKING:
    from collections.abc import Mapping

_HALF_DAY = 12
_LONGEST = 100
"""No date takes more code points; the patterns are not meant for long texts."""

_WEEKDAY = (
    r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\s*[,|–-]?\s+(?:ngày\s+)?"
)
_CLOCK = r"""
    (?P<hour>[0-9]{1,2}) (?: :(?P<minute>[0-9]{1,2}) | \s?(?:h|giờ)\s?(?P<past>[0-9]{1,2})? )
    (?: :[0-9]{2} (?: [.,][0-9]+ )? )? (?: \s?phút )? (?: \s?(?P<half>am|pm|[ap]\.m\.|sa|ch) )?
    (?: \s?Z | \s?[(\[]? (?:GMT|UTC)? \s?[+-][0-9]{1,2} (?: :?[0-9]{2} )? [)\]]? )?
"""
_CLOCK_FIRST = rf"(?:lúc\s+)? {_CLOCK} (?:\s*[,|–-]\s* | \s+)"
_CLOCK_LAST = rf"(?:T | \s*[,|–-]\s* | \s+) (?:(?:lúc|at|à)\s+)? {_CLOCK} $"
_SPACED = re.VERBOSE | re.IGNORECASE
_DAY = r"(?P<day>[0-9]{1,2})"
_MONTH = r"(?P<month>[0-9]{1,2})"
_YEAR = r"(?:năm\s+)?(?P<year>[12][0-9]{3})"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_MONTHS_IN_FRENCH = {
    **dict(zip(("janv", "févr", "mars", "avr", "mai", "juin", "juil"), range(1, 8), strict=True)),
    **dict(zip(("août", "sept", "oct", "nov", "déc"), range(8, 13), strict=True)),
}
"""By how their names begin."""
_MONTH_IN_FRENCH = (
    r"(?P<mois>janv(?:ier)?|févr(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|août"
    r"|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|déc(?:embre)?)\.?"
)
_MONTH_WORDS = (
    *("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"),
    *("mười một", "mười hai"),
)
_IN_WORDS = rf"(?P<word>{'|'.join(reversed(_MONTH_WORDS))})"
_THE_MONTH = rf"(?:tháng|thg\.?)\s+(?:{_MONTH}|{_IN_WORDS})"
_DATES = (
    rf"{_YEAR}-{_MONTH}(?:-{_DAY})?",
    rf"{_YEAR}/{_MONTH}/{_DAY}",
    rf"(?:ngày\s+)?{_DAY}\s?(?P<mark>[/.-])\s?{_MONTH}\s?(?P=mark)\s?{_YEAR}",
    rf"(?:(?:ngày\s+)?{_DAY}\s+)?{_THE_MONTH}(?:\s*,\s*|\s+){_YEAR}",
    rf"{_THE_MONTH}\s+{_DAY}\s*,\s*{_YEAR}",
    rf"(?:tháng\s+)?{_MONTH}[/.-]{_YEAR}",
    _YEAR,
    rf"{_MONTH_NAME}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
    rf"{_DAY}(?:st|nd|rd|th)?\s+{_MONTH_NAME},?\s+{_YEAR}",
    rf"{_DAY}(?:er)?\s+{_MONTH_IN_FRENCH}\s+{_YEAR}",
)


@cache
def _compiled(pattern: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """Compiled when a date is first read: most starts only print some."""
    return re.compile(pattern, flags)


def parse_printed_date(text: str) -> PrintedDate | None:
    """The date that the whole of `text` (NFC) gives, to the precision it gives; else None."""
    rest = text.strip()
    if len(rest) > _LONGEST:
        return None
    if weekday := _compiled(_WEEKDAY).match(rest):
        rest = rest[weekday.end() :]
    if clock := _compiled(_CLOCK_LAST, _SPACED).search(rest):
        return _dated(rest[: clock.start()], clock.groupdict())
    if clock := _compiled(_CLOCK_FIRST, _SPACED).match(rest):
        return _dated(rest[clock.end() :], clock.groupdict())
    return _dated(rest, {})


def format_printed_date(date: PrintedDate) -> str:
    """As much as is known, as readers write it: 2018, 10/2018, 18/10/2018, 18/10/2018 08:06."""
    return _PRINTED[date.precision].format(date.value)


def iso_printed_date(date: PrintedDate) -> str:
    """As much as is known, in ISO 8601: 2018, 2018-10, 2018-10-18, 2018-10-18T08:06."""
    return date.value.strftime(_ISO[date.precision])


_PRINTED = {
    Precision.YEAR: "{0.year}",
    Precision.MONTH: "{0.month:02}/{0.year}",
    Precision.DAY: "{0.day:02}/{0.month:02}/{0.year}",
    Precision.MINUTE: "{0.day:02}/{0.month:02}/{0.year} {0.hour:02}:{0.minute:02}",
}
_ISO = {
    Precision.YEAR: "%Y",
    Precision.MONTH: "%Y-%m",
    Precision.DAY: "%Y-%m-%d",
    Precision.MINUTE: "%Y-%m-%dT%H:%M",
}


def _dated(text: str, clock: Mapping[str, str | None]) -> PrintedDate | None:
    """The date in `text` at the time that a clock pattern found."""
    parts = next(
        (match.groupdict() for date in map(_compiled, _DATES) if (match := date.fullmatch(text))),
        None,
    )
    if parts is None or (clock and not parts.get("day")):
        return None
    try:
        value = datetime(  # noqa: DTZ001 - a printed date has no zone
            int(parts["year"]),
            _month(parts),
            int(parts.get("day") or 1),
            _hour(clock),
            int(clock.get("minute") or clock.get("past") or 0),
        )
    except ValueError:
        return None
    return PrintedDate(value, _precision(parts, clock))


def _month(parts: Mapping[str, str | None]) -> int:
    if name := parts.get("name"):
        return _MONTHS.index(name[:3].lower()) + 1
    if name := parts.get("mois"):
        return next(m for head, m in _MONTHS_IN_FRENCH.items() if name.lower().startswith(head))
    if word := parts.get("word"):
        return _MONTH_WORDS.index(word.lower()) + 1
    return int(parts.get("month") or 1)


def _hour(clock: Mapping[str, str | None]) -> int:
    """The hour of 24; PM after an hour past noon adds nothing. SA and CH are AM and PM."""
    hour = int(clock.get("hour") or 0)
    half = (clock.get("half") or "").lower().replace(".", "")
    if half in ("pm", "ch") and hour < _HALF_DAY:
        return hour + _HALF_DAY
    return 0 if half in ("am", "sa") and hour == _HALF_DAY else hour


def _precision(parts: Mapping[str, str | None], clock: Mapping[str, str | None]) -> Precision:
    if clock:
        return Precision.MINUTE
    if parts.get("day"):
        return Precision.DAY
    return Precision.MONTH if parts.get("month") or parts.get("word") else Precision.YEAR
